/**
 * One migrated database for a whole test run: on the server of DATABASE_URL, or on an embedded one in a temporary
 * folder. Each run has a database of its own, which is gone at the end.
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

/** Nothing that tests write need outlive them; what a crash leaves is tried by test/database on servers of its own. */
const unsafe = { fsync: 'off', full_page_writes: 'off' };

/** A server to make databases on. */
export function testServer(): Promise<string> {
  serverUrl ??= (async () => {
    if (process.env.DATABASE_URL) return process.env.DATABASE_URL;
    const folder = await mkdtemp(join(tmpdir(), 'moothall-test-'));
    const server = await startEmbedded(folder, { settings: unsafe });
    closing.unshift(async () => {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    });
    return server.url;
  })();
  return serverUrl;
}

/** Does something on the server itself, where databases are made and dropped. */
async function onServer(work: (admin: Knex) => Promise<unknown>): Promise<void> {
  const admin = connect(await testServer(), { ...poolSettings, databasePool: 1 });
  await work(admin);
  await admin.destroy();
}

const newName = () => `moothall_test_${randomBytes(6).toString('hex')}`;
/** On a server of somebody's; a server of our own goes with all that it has. */
async function drop(name: string): Promise<void> {
  if (process.env.DATABASE_URL)
    await onServer((admin) => admin.raw(`drop database if exists ${name} with (force)`));
}

async function urlOf(name: string): Promise<string> {
  const url = new URL(await testServer());
  url.pathname = `/${name}`;
  return url.href;
}

let migrated: Promise<string> | undefined;

/** Migrated once in a run, and copied from then on: a copy takes a tenth of the time. */
function migratedTemplate(): Promise<string> {
  migrated ??= (async () => {
    const name = newName();
    await onServer((admin) => admin.raw(`create database ${name}`));
    const db = connect(await urlOf(name), poolSettings);
    await migrate(db);
    await db.destroy();
    closing.unshift(() => drop(name));
    return name;
  })();
  return migrated;
}

/** Copies of one template are made one after the other, as PostgreSQL asks. */
let copying: Promise<unknown> = Promise.resolve();

/** A new, migrated database of its own, for tests that commit. */
export async function freshDatabase(): Promise<TestDatabase> {
  const template = await migratedTemplate();
  const name = newName();
  copying = copying.then(() =>
    onServer((admin) => admin.raw(`create database ${name} template ${template}`)),
  );
  await copying;
  const url = await urlOf(name);
  const db = connect(url, poolSettings);
  closing.unshift(async () => {
    await db.destroy();
    await drop(name);
  });
  return { db, url };
}

/** The database that tests share; each test works in a transaction that is rolled back. */
export function testDatabase(): Promise<TestDatabase> {
  shared ??= freshDatabase();
  return shared;
}

export async function closeDatabases(): Promise<void> {
  for (const close of closing.splice(0)) await close();
}
