/** Brings the database up to date at every start: migrations under an advisory lock, then the closed lists. */
import type { Knex } from 'knex';
import { migrationSource } from '../../migrations/index.ts';
import { accessBits, amenityBits, kindNumbers } from '../search/bits.ts';
import { facts, layouts } from '../vocabulary.ts';
import { DatabaseError } from './open.ts';

/** Any constant will do as long as every node uses the same one. */
const MIGRATION_LOCK = 6_668_425;

/** Steps of a newer Moothall are none of ours to judge: while nodes are replaced one by one, both serve. */
const looking = { migrationSource, disableMigrationsListValidation: true };

/** Safe to call from many nodes at once: the first migrates, the others wait. */
export async function migrate(db: Knex): Promise<void> {
  await alone(db, async (transaction) => {
    await refuseNewer(transaction);
    await transaction.migrate.latest({ migrationSource, disableTransactions: true });
    await fillLists(transaction);
  });
}

/** How many migrations are still to run; 0 when the database is current. */
export async function pendingMigrations(db: Knex): Promise<number> {
  const [, pending] = await db.migrate.list(looking);
  return pending.length;
}

/** Takes the last step back. For a developer's hand, never at start. */
export async function rollBack(db: Knex): Promise<void> {
  await alone(db, (transaction) => transaction.migrate.down({ migrationSource, disableTransactions: true }));
}

/** Under our lock, which is the only one needed; knex's own is a row that a killed process would leave behind. */
const alone = (db: Knex, work: (transaction: Knex) => Promise<void>) =>
  db.transaction(async (transaction) => {
    await transaction.raw('set local statement_timeout = 0');
    await transaction.raw('select pg_advisory_xact_lock(?)', [MIGRATION_LOCK]);
    await work(transaction);
  });

async function refuseNewer(db: Knex): Promise<void> {
  const [done]: [{ name: string }[]] = await db.migrate.list(looking);
  const ours = (await migrationSource.getMigrations([])).map(({ name }) => name);
  const [stranger] = done.filter(({ name }) => !ours.includes(name));
  if (stranger)
    throw new DatabaseError(
      `This database belongs to a newer Moothall (it has the step ${stranger.name}). Start that version, or restore a backup from before it.`,
    );
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
