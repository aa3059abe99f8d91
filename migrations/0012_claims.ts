/** Who says that a place is theirs, who says otherwise, and what was decided. All of it is published, but for people. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table claim (
      id integer generated always as identity primary key,
      venue_id integer not null references venue on delete cascade,
      organisation_id integer not null references organisation on delete cascade,
      -- Who spoke for the group. Never published, and gone with the person.
      person_id integer references person on delete set null,
      evidence text not null check (evidence in ('email', 'declaration', 'decision')),
      declaration text check (length(declaration) between 20 and 1000),
      state text not null default 'standing' check (state in ('standing', 'released', 'overturned')),
      made_at timestamptz(3) not null default now(),
      contestable_until timestamptz(3) not null,
      ended_at timestamptz(3),
      check ((evidence = 'declaration') = (declaration is not null)),
      check ((state = 'standing') = (ended_at is null))
    );
    -- Never two at once.
    create unique index claim_standing on claim (venue_id) where state = 'standing';
    create index claim_venue on claim (venue_id, id desc);
    create index claim_organisation on claim (organisation_id);
    create index claim_person on claim (person_id) where person_id is not null;

    create table contest (
      id integer generated always as identity primary key,
      claim_id integer not null references claim on delete cascade,
      organisation_id integer not null references organisation on delete cascade,
      person_id integer references person on delete set null,
      state text not null default 'open' check (state in ('open', 'upheld', 'overturned', 'withdrawn')),
      made_at timestamptz(3) not null default now(),
      reason text check (reason ~ '\\S' and length(reason) <= 1000),
      ended_at timestamptz(3),
      check ((state = 'open') = (ended_at is null)),
      check ((state in ('upheld', 'overturned')) = (reason is not null))
    );
    create unique index contest_once on contest (claim_id, organisation_id);
    create index contest_open on contest (id) where state = 'open';
    create index contest_organisation on contest (organisation_id);
    create index contest_person on contest (person_id) where person_id is not null;

    -- What both sides say, and what the operator asks, in the order in which it was said.
    create table contest_word (
      id integer generated always as identity primary key,
      contest_id integer not null references contest on delete cascade,
      side text not null check (side in ('contester', 'holder', 'operator')),
      words text not null check (length(words) between 20 and 1000),
      said_at timestamptz(3) not null default now()
    );
    create index contest_word_contest on contest_word (contest_id, id);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table contest_word, contest, claim');
}
