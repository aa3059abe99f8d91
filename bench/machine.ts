/** What is on this machine, and what the register takes of it. */
import { access, constants, readdir } from 'node:fs/promises';
import { arch, cpus, totalmem } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Knex } from 'knex';

/** What kind of machine this is. */
export const machine = (): string =>
  `${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, ${arch()}, Node ${process.version}`;

/** The pgbench that was named, or the one on PATH, or one where Debian keeps it. */
export async function findPgbench(named: string | undefined): Promise<string | undefined> {
  const debian = '/usr/lib/postgresql';
  const versions = await readdir(debian).catch(() => []);
  const folders = [
    ...(process.env.PATH ?? '').split(delimiter),
    ...versions.sort((a, b) => Number(b) - Number(a)).map((version) => join(debian, version, 'bin')),
  ];
  for (const file of named ? [named] : folders.map((folder) => join(folder, 'pgbench'))) {
    const runs = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (runs) return file;
  }
  if (named) throw new Error(`${named} cannot be run`);
  return undefined;
}

/** Sizes of what search reads, and of the whole database. */
export async function sizes(db: Knex): Promise<string[]> {
  const { rows } = await db.raw(`
    select c.relname as name, pg_size_pretty(pg_table_size(c.oid)) as heap, pg_size_pretty(pg_indexes_size(c.oid)) as indexes
    from pg_class c where c.oid = any(array['venue_search', 'space_search', 'search_word', 'rollup', 'bench.wide']::regclass[])
    order by pg_total_relation_size(c.oid) desc`);
  const { rows: whole } = await db.raw(
    'select version(), pg_size_pretty(pg_database_size(current_database())) as size',
  );
  return [
    ...rows.map(
      ({ name, heap, indexes }: Record<string, string>) => `${name}: rows ${heap}, indexes ${indexes}`,
    ),
    `the database with everything, the wide table too: ${whole[0].size}; ${whole[0].version.split(' on ')[0]}`,
  ];
}
