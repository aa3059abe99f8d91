/** What operators may do about a listing, with what is said about it: hiding, merging, and reports by visitors. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    -- Hidden while an operator looks at it. The status stays the holder's own word.
    alter table venue
      add column hidden_at timestamptz(3),
      add column merged_into integer references venue;
    create index venue_merged_into on venue (merged_into) where merged_into is not null;

    create table hiding (
      id integer generated always as identity primary key,
      venue_id integer not null references venue on delete cascade,
      reason text not null check (length(reason) between 20 and 1000),
      hidden_at timestamptz(3) not null default now(),
      reply text check (length(reply) between 20 and 1000),
      replied_at timestamptz(3),
      restored_at timestamptz(3)
    );
    create unique index hiding_now on hiding (venue_id) where restored_at is null;
    create index hiding_venue on hiding (venue_id, id desc);

    create table report (
      id integer generated always as identity primary key,
      venue_id integer not null references venue on delete cascade,
      kind text not null check (kind in ('not_there', 'not_theirs', 'private', 'harmful', 'twice', 'other')),
      words text not null check (length(words) between 20 and 1000),
      made_at timestamptz(3) not null default now(),
      closed_at timestamptz(3)
    );
    create index report_open on report (id) where closed_at is null;
    create index report_venue on report (venue_id);
    create index organisation_created on organisation (created_at);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop index organisation_created;
    drop table report, hiding;
    alter table venue drop column hidden_at, drop column merged_into;
  `);
}
