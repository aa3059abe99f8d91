/**
 * One migrated database for a whole test run: on the server of DATABASE_URL, or on an embedded one in a temporary
 * folder. Each run has a database of its own, dropped at the end.
 */
import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { startEmbedded } from '../../server/database/embedded.ts';
import { migrate } from '../../server/database/migrate.ts';
import { connect } from '../../server/database/open.ts';

export const poolSettings = { databasePool: 8, databaseWait: 5000, statementTimeout: 60_000 };

export interface TestDatabase {
  db: Knex;
  url: string;
}

let serverUrl: Promise<string> | undefined;
let shared: Promise<TestDatabase> | undefined;
const closing: (() => Promise<unknown>)[] = [];

/** A server to make databases on. */
export function testServer(): Promise<string> {
  serverUrl ??= (async () => {
    if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
    const folder = await mkdtemp(join(tmpdir(), 'moothall-test-'));
    const server = await startEmbedded(folder);
    closing.unshift(async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    });
    return server.url;
  })();
  return serverUrl;
}

/** A new, migrated database of its own, for tests that commit. Dropped when the run ends. */
export async function freshDatabase(): Promise<TestDatabase> {
  const server = await testServer();
  const name = `moothall_test_${randomBytes(6).toString('hex')}`;
  const admin = connect(server, { ...poolSettings, databasePool: 1 });
  await admin.raw(`create database ${name}`);
  await admin.destroy();
  const url = new URL(server);
  url.pathname = `/${name}`;
  const db = connect(url.href, poolSettings);
  await migrate(db);
  closing.unshift(async () => {
    await db.destroy();
    const again = connect(server, { ...poolSettings, databasePool: 1 });
    await again.raw(`drop database if exists ${name} with (force)`);
    await again.destroy();
  });
  return { db, url: url.href };
}

/** The database that tests share; each test works in a transaction that is rolled back. */
export function testDatabase(): Promise<TestDatabase> {
  shared ??= freshDatabase();
  return shared;
}

export async function closeDatabases(): Promise<void> {
  for (const close of closing.splice(0)) await close();
}
