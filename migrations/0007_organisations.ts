/** What was done in the name of organisations and of the register, for those who answer for it. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    create table audit_entry (
      id bigint generated always as identity primary key,
      at timestamptz(3) not null default now(),
      actor_kind text not null check (actor_kind in ('person', 'key', 'operator')),
      person_id integer references person on delete set null,
      organisation_id integer references organisation on delete cascade,
      venue_id integer references venue on delete cascade,
      action text not null check (action <> ''),
      -- Never personal data: people are named by number, and gone when they are.
      detail jsonb not null default '{}' check (jsonb_typeof(detail) = 'object')
    );
    create index audit_entry_organisation on audit_entry (organisation_id, id) where organisation_id is not null;
    create index audit_entry_venue on audit_entry (venue_id, id) where venue_id is not null;
    create index audit_entry_person on audit_entry (person_id) where person_id is not null;
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('drop table audit_entry');
}
