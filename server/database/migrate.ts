/** Brings the database up to date at every start: migrations under an advisory lock, then the closed lists. */
import type { Knex } from 'knex';
import { migrationSource } from '../../migrations/index.ts';
import { accessBits, amenityBits, kindNumbers } from '../search/bits.ts';
import { facts, layouts } from '../vocabulary.ts';

/** Any constant will do as long as every node uses the same one. */
const MIGRATION_LOCK = 6_668_425;

/** Safe to call from many nodes at once: the first migrates, the others wait. */
export async function migrate(db: Knex): Promise<void> {
  await db.transaction(async (transaction) => {
    await transaction.raw('set local statement_timeout = 0');
    await transaction.raw('select pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
    // The lock above is the only one needed; knex's own is a row that a killed process leaves behind.
    await transaction.migrate.latest({ migrationSource, disableTransactions: true });
    await fillLists(transaction);
  });
}

/** How many migrations are still to run; 0 when the database is current. */
export async function pendingMigrations(db: Knex): Promise<number> {
  const [, pending] = await db.migrate.list({ migrationSource });
  return pending.length;
}

/** Takes the last step back. For a developer's hand, never at start. */
export async function rollBack(db: Knex): Promise<void> {
  await db.migrate.down({ migrationSource });
}

async function fillLists(db: Knex): Promise<void> {
  await db('kind')
    .insert(kindNumbers.map((key, number) => ({ key, number })))
    .onConflict('key')
    .ignore();
  await db('layout')
    .insert(layouts.map(({ key }) => ({ key })))
    .onConflict('key')
    .ignore();
  await db('fact_entry')
    .insert(
      facts.map((entry) => ({
        key: entry.key,
        fact_group: entry.group,
        bit: (entry.group === 'access' ? accessBits : amenityBits).indexOf(entry.key),
        value_kind: entry.value,
        scope: entry.scope,
      })),
    )
    .onConflict('key')
    .ignore();
}
