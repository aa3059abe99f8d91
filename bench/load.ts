/**
 * A database with so many generated venues: made once for each number of rows and seed, and kept. Search rows are
 * written by the service's own functions; two processes share the work, and indexes are built when all rows are in.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { migrate } from '../server/database/migrate.ts';
import { connect } from '../server/database/open.ts';
import { drainAll } from '../server/search/upkeep.ts';
import { multiply } from './multiply.ts';
import { wideTable } from './wide.ts';

export interface Register {
  db: Knex;
  url: string;
  rows: number;
  /** Seconds that loading took, or undefined when it was there already. */
  loaded?: number;
}

export const pool = { databasePool: 10, databaseWait: 10_000, statementTimeout: 0 };

/** Where venues go to rest: their tables, in the order in which indexes are taken off and put back. */
const tables = ['venue', 'space', 'capacity', 'venue_search', 'space_search', 'search_word'];
const LOADERS = 2;
/** So many venues are made one by one; more are copies of them, each moved to a place of its own. */
const GENERATED = 1_000_000;

/** What the rows depend on: when any of it changes, they are made again. */
async function fingerprint(): Promise<string> {
  const files = ['migrations/0001_register.ts', 'migrations/0002_search.ts', 'server/search/document.ts'];
  const own = ['bench/generate.ts', 'bench/facts.ts', 'bench/words.ts', 'bench/towns.ts', 'bench/wide.ts'];
  const hash = createHash('sha256');
  for (const file of [...files, ...own]) hash.update(await readFile(join(import.meta.dirname, '..', file)));
  return hash.digest('hex').slice(0, 16);
}

const nameOf = (rows: number, seed: number) => `moothall_bench_${rows}_${seed}`;

/** Opens the register, after loading it where it is not there or is not the same any more. */
export async function openRegister(
  server: string,
  rows: number,
  seed: number,
  say: (line: string) => void,
): Promise<Register> {
  const name = nameOf(rows, seed);
  const url = new URL(server);
  url.pathname = `/${name}`;
  const print = await fingerprint();
  const started = Date.now();
  const admin = connect(server, { ...pool, databasePool: 1 });
  try {
    const found = await admin.raw('select from pg_database where datname = ?', [name]);
    if (found.rowCount === 1) {
      const db = connect(url.href, pool);
      if (await isLoaded(db, print)) return { db, url: url.href, rows };
      await db.destroy();
      say(`${name} is not whole, or was made otherwise; it is made again`);
      await admin.raw(`drop database ${name} with (force)`);
    }
    if (rows > GENERATED) {
      // A large register begins as a copy of the million.
      await (await openRegister(server, GENERATED, seed, say)).db.destroy();
      await admin.raw(`create database ${name} template ${nameOf(GENERATED, seed)} strategy file_copy`);
    } else {
      await admin.raw(`create database ${name}`);
    }
  } finally {
    await admin.destroy();
  }
  const db = connect(url.href, pool);
  if (rows <= GENERATED) await migrate(db);
  await db.raw('drop table if exists bench.loaded');
  await fill(db, url.href, rows, seed, say);
  await db.raw('create table bench.loaded (fingerprint text)');
  await db.raw('insert into bench.loaded values (?)', [print]);
  return { db, url: url.href, rows, loaded: (Date.now() - started) / 1000 };
}

async function isLoaded(db: Knex, print: string): Promise<boolean> {
  const { rows } = await db.raw(`select to_regclass('bench.loaded') is not null as there`);
  if (!rows[0].there) return false;
  const loaded = await db.raw('select from bench.loaded where fingerprint = ?', [print]);
  return loaded.rowCount === 1;
}

async function fill(
  db: Knex,
  url: string,
  rows: number,
  seed: number,
  say: (line: string) => void,
): Promise<void> {
  const { rows: indexes } = await db.raw(
    `select i.indexrelid::regclass::text as name, pg_get_indexdef(i.indexrelid) as definition from pg_index i
     where i.indrelid = any(?::regclass[]) and not exists (select from pg_constraint c where c.conindid = i.indexrelid)`,
    [tables],
  );
  for (const { name } of indexes) await db.raw(`drop index ${name}`);
  if (rows > GENERATED) {
    await db.raw('drop index bench.wide_place');
    await multiply(db, GENERATED, rows, say);
  } else {
    await db.raw(wideTable);
    const part = Math.ceil(rows / LOADERS);
    const loaders = Array.from({ length: LOADERS }, (_, at) =>
      runLoader(url, seed, at * part, Math.min(rows, (at + 1) * part)),
    );
    await Promise.all(loaders);
  }
  say('rows are in; building indexes');
  for (const { definition } of indexes) await db.raw(definition);
  await db.raw('create index wide_place on bench.wide using gist (pt)');
  say('counting the map’s cells');
  await drainAll(db);
  for (const table of ['venue', 'space']) {
    const next = `(select greatest(max(id), :rows) from ${table})`;
    await db.raw(`select setval(pg_get_serial_sequence(:table, 'id'), ${next})`, { table, rows });
  }
  say('vacuum analyze');
  await db.raw('vacuum (analyze)');
  await db.raw('checkpoint').catch(() => undefined);
}

async function runLoader(url: string, seed: number, from: number, to: number): Promise<void> {
  const script = join(import.meta.dirname, 'load-part.ts');
  const argv = ['--import', 'tsx', script, url, String(seed), String(from), String(to)];
  const child = spawn(process.execPath, argv, { stdio: 'inherit' });
  const [code] = await once(child, 'exit');
  if (code !== 0) throw new Error(`loading venues ${from} to ${to} failed`);
}
