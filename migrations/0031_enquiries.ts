/** Enquiries: what an agency asks the holder of a place, within its house terms, and what the holder answers. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table enquiry (
      id integer generated always as identity primary key,
      -- Null when the plan was deleted since; its drafts go with it.
      plan_id integer references plan on delete set null,
      venue_id integer not null references venue on delete cascade,
      -- Who asks.
      organisation_id integer not null references organisation,
      -- Who held the place when it was sent: the enquiry stays theirs, whoever holds the place later.
      holder_id integer references organisation,
      state text not null default 'draft' check (state in ('draft', 'sent', 'answered', 'withdrawn')),
      version integer not null default 1,
      service text check (service ~ '\\S' and length(service) <= 200),
      sessions smallint check (sessions between 1 and 100),
      words text not null check (words ~ '\\S' and length(words) <= 4000),
      note text check (note ~ '\\S' and length(note) <= 1000),
      -- Who wrote it; from sending on, who sent it, accepted the terms, and is asked for.
      person_id integer references person on delete set null,
      made_at timestamptz(3) not null default now(),
      sent_at timestamptz(3),
      -- The version of the house terms that was accepted; null: none were stated.
      terms_version integer,
      answer text check (answer in ('yes', 'no', 'talk')),
      answer_words text check (answer_words ~ '\\S' and length(answer_words) <= 2000),
      answered_at timestamptz(3),
      answered_by integer references person on delete set null,
      withdrawn_at timestamptz(3),
      constraint enquiry_once unique (plan_id, venue_id),
      constraint enquiry_terms foreign key (venue_id, terms_version) references terms_version,
      check (state <> 'draft' or plan_id is not null),
      check ((state = 'draft') = (sent_at is null)),
      check ((state = 'draft') = (holder_id is null)),
      check (state <> 'draft' or terms_version is null),
      check (state = 'draft' or service is not null),
      check ((state = 'answered') = (answer is not null)),
      check ((state = 'answered') = (answered_at is not null)),
      check (answer_words is null or state = 'answered'),
      check (answered_by is null or state = 'answered'),
      check ((state = 'withdrawn') = (withdrawn_at is not null))
    );
    create index enquiry_organisation on enquiry (organisation_id, id);
    create index enquiry_holder on enquiry (holder_id, id) where holder_id is not null;
    create index enquiry_venue on enquiry (venue_id, id);
    create index enquiry_person on enquiry (person_id) where person_id is not null;
    create index enquiry_answered_by on enquiry (answered_by) where answered_by is not null;
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table enquiry');
}
