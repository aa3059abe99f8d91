/** Merging what two groups hold, with both heard; and the record of operators' work for every group that it touches. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    -- The same entry for another group that it touches, which reads it in its own record.
    alter table audit_entry add column copy_of bigint references audit_entry on delete cascade;
    create index audit_entry_copy on audit_entry (copy_of) where copy_of is not null;

    -- When a venue came to its holder, without reading every change that was ever made of it.
    create index change_of_holder on change (venue_id, version)
      where action = 'changed' and edits @> '[{"path": "/organisationId"}]';

    -- An operator says that two listings are one place. Two groups hold them, so both are asked.
    create table merger (
      id integer generated always as identity primary key,
      from_id integer not null references venue on delete cascade,
      into_id integer not null references venue on delete cascade check (into_id <> from_id),
      -- Who is asked: the groups that held them then. When one of them holds its place no more, nothing comes of it.
      from_group integer not null references organisation on delete cascade,
      into_group integer not null references organisation on delete cascade check (into_group <> from_group),
      reason text not null check (length(reason) between 20 and 1000),
      from_answer text check (from_answer in ('agrees', 'objects')),
      from_words text check (length(from_words) between 20 and 1000),
      into_answer text check (into_answer in ('agrees', 'objects')),
      into_words text check (length(into_words) between 20 and 1000),
      proposed_at timestamptz(3) not null default now(),
      answerable_until timestamptz(3) not null default now() + interval '14 days',
      state text not null default 'open' check (state in ('open', 'merged', 'dropped')),
      ended_at timestamptz(3),
      check ((state = 'open') = (ended_at is null)),
      check (from_answer is distinct from 'objects' or from_words is not null),
      check (into_answer is distinct from 'objects' or into_words is not null)
    );
    create unique index merger_open on merger (from_id) where state = 'open';
    create index merger_from on merger (from_id, id desc);
    create index merger_into on merger (into_id, id desc);
    create index merger_from_group on merger (from_group);
    create index merger_into_group on merger (into_group);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw(`
    drop table merger;
    drop index change_of_holder;
    drop index audit_entry_copy;
    alter table audit_entry drop column copy_of;
  `);
}
