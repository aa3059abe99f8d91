/** What each session was started on, so that a person knows which is theirs. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw(`
    alter table session
      -- The names of the browser and the system; never the whole of what the browser says of itself.
      add column device text check (device <> '' and length(device) <= 80);
  `);
}

export async function down(db: Knex): Promise<void> {
  await db.raw('alter table session drop column device');
}
