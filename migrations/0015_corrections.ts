/** What visitors say is wrong with a page, until its holder has answered; and whom an accepted one is credited to. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table correction (
      id integer generated always as identity primary key,
      venue_id integer not null references venue on delete cascade,
      about text not null check (about in ('fact', 'capacity', 'name', 'hours', 'place', 'closed', 'other')),
      -- No reference: what was said of a room is not to be taken for the whole venue when the room is gone.
      space_id integer,
      -- The fact, or the layout.
      key text,
      -- What is right: an answer, a number or a name.
      value jsonb,
      words text check (length(words) between 5 and 1000),
      method text not null check (method in ('visited', 'told')),
      seen_on date not null,
      -- As they wish to be named, in public, when it is accepted.
      named text check (named ~ '\\S' and length(named) <= 80),
      -- Whom to tell what came of it; gone when they have been told.
      email text check (email ~ '^\\S+@\\S+$' and length(email) <= 254),
      locale text check (locale ~ '^[a-z]{2}$'),
      -- Sent from one network on one day, by a digest that cannot be followed to the next day.
      sender bytea,
      made_at timestamptz(3) not null default now(),
      state text not null default 'waiting' check (state in ('waiting', 'accepted', 'declined')),
      answered_at timestamptz(3),
      check ((state = 'waiting') = (answered_at is null)),
      check (email is null or state = 'waiting'),
      check ((about in ('fact', 'capacity', 'name')) = (value is not null)),
      check ((about in ('fact', 'capacity')) = (key is not null)),
      check (about <> 'capacity' or space_id is not null),
      check (value is not null or words is not null)
    );
    create index correction_waiting on correction (venue_id, id) where state = 'waiting';
    create index correction_sender on correction (sender) where sender is not null;
    create index correction_made on correction (made_at);

    -- What makes the digests of one day; gone with the day.
    create table correction_day (
      day date primary key,
      secret bytea not null
    );

    -- Whom a change was made after, beside the change: it can be taken away when they ask for it.
    create table change_credit (
      change_id bigint primary key references change on delete cascade,
      kind text not null check (kind in ('visitor', 'source')),
      name text check (name ~ '\\S' and length(name) <= 200)
    );

    -- What data sets said beside a higher word is answered in the same place.
    alter table suggestion
      add column id integer generated always as identity unique,
      add column declined_at timestamptz(3);
    create index suggestion_waiting on suggestion (venue_id) where declined_at is null;
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop index suggestion_waiting;
    alter table suggestion drop column id, drop column declined_at;
    drop table change_credit, correction_day, correction;
  `);
}
