/**
 * npm run migrate [-- up|down|status]: migrations by hand, on the database that the service would use. `up` is what
 * every start does anyway; `down` takes the last step back with the data it held; `status` only looks.
 */
import type { Knex } from 'knex';
import { migrationSource } from '../../migrations/index.ts';
import { ConfigError, readConfig } from '../config.ts';
import { EmbeddedDatabaseError } from './embedded.ts';
import { migrate, rollBack } from './migrate.ts';
import { DatabaseError, openDatabase } from './open.ts';

type Migration = Parameters<typeof migrationSource.getMigrationName>[0];

class UsageError extends Error {}

async function stepNames(db: Knex): Promise<{ done: string[]; pending: string[] }> {
  const [done, pending]: [{ name: string }[], Migration[]] = await db.migrate.list({ migrationSource });
  return {
    done: done.map(({ name }) => name),
    pending: pending.map((each) => migrationSource.getMigrationName(each)),
  };
}

const commands: Record<string, (db: Knex) => Promise<void>> = {
  async up(db) {
    const { pending } = await stepNames(db);
    await migrate(db);
    console.log(pending.length === 0 ? 'Nothing to do.' : pending.map((name) => `done ${name}`).join('\n'));
  },
  async down(db) {
    const last = (await stepNames(db)).done.at(-1);
    if (last !== undefined) await rollBack(db);
    console.log(last === undefined ? 'Nothing to take back.' : `taken back ${last}`);
  },
  async status(db) {
    const { done, pending } = await stepNames(db);
    for (const name of done) console.log(`done    ${name}`);
    for (const name of pending) console.log(`pending ${name}`);
  },
};

async function run([name = 'up', ...rest]: string[]): Promise<void> {
  const command = commands[name];
  if (!command || rest.length > 0)
    throw new UsageError(
      'npm run migrate -- up      run the steps that are pending\n' +
        'npm run migrate -- down    take the last step back, with the data it held\n' +
        'npm run migrate -- status  list the steps',
    );
  const database = await openDatabase(readConfig(), (line) => console.error(line));
  try {
    await command(database.knex);
  } finally {
    await database.close();
  }
}

run(process.argv.slice(2)).catch((error: unknown) => {
  const forPeople =
    error instanceof UsageError ||
    error instanceof ConfigError ||
    error instanceof DatabaseError ||
    error instanceof EmbeddedDatabaseError;
  console.error(forPeople ? error.message : error);
  process.exit(1);
});
