/** Whether a place may be proposed for regular services: its holder's word. Until they say so, they are asked first. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table venue
      add column services_consent text not null default 'ask_first'
        check (services_consent in ('agreed', 'ask_first', 'declined')),
      -- The most that the holder agrees to; null: as many as are agreed on.
      add column services_sessions smallint check (services_sessions between 1 and 100),
      add constraint venue_services_cap check (services_sessions is null or services_consent = 'agreed'),
      -- Nobody agrees or declines for a place that nobody holds.
      add constraint venue_services_holder check (services_consent = 'ask_first' or organisation_id is not null);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('alter table venue drop column services_sessions, drop column services_consent');
}
