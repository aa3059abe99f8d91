/** A change that undoes another says which. */
import type { Knex } from 'knex';

export async function up(db: Knex): Promise<void> {
  await db.raw('alter table change add column undoes integer check (undoes between 1 and version - 1)');
}

export async function down(db: Knex): Promise<void> {
  await db.raw('alter table change drop column undoes');
}
