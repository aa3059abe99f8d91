/**
 * npm run bench: how fast the register is, as ratios between shapes that take turns on this very machine.
 *
 *   npm run bench -- [--rows 1000000] [--seed 1] [--rounds 5] [--seconds 4] [--data DIR] [--pgbench FILE]
 *
 * The rows are kept in DIR and used again by the next run; without --data they are in the system's temporary folder.
 * With DATABASE_URL, databases called moothall_bench_… are made on that server instead.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { arch, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startEmbedded } from '../server/database/embedded.ts';
import { facetsAndTotals } from './counts.ts';
import { fullAnswer, lists50 } from './http.ts';
import { cityLists, densestBox, nearest } from './lists.ts';
import { openRegister, type Register } from './load.ts';
import { findPgbench, sizes } from './machine.ts';
import { countryClusters, tileSizes } from './maps.ts';
import { isHeld, type Result, resultTable, say, shown } from './measure.ts';
import { bareStatements } from './pgbench.ts';
import { run } from './service.ts';
import { writes } from './writes.ts';

const USUAL_ROWS = 1_000_000;

const { values: given } = parseArgs({
  options: {
    rows: { type: 'string', default: String(USUAL_ROWS) },
    seed: { type: 'string', default: '1' },
    rounds: { type: 'string', default: '5' },
    seconds: { type: 'string', default: '4' },
    data: { type: 'string', default: join(tmpdir(), 'moothall-bench') },
    pgbench: { type: 'string' },
  },
});
const number = (name: 'rows' | 'seed' | 'rounds' | 'seconds') => {
  const value = Number(given[name]);
  if (!Number.isInteger(value) || value < 1) throw new Error(`--${name} must be a whole number above 0`);
  return value;
};
const [rows, seed, rounds, seconds] = [number('rows'), number('seed'), number('rounds'), number('seconds')];

/** A server with room for such a register; the service itself starts the same one with PostgreSQL's small defaults. */
const settings = {
  shared_buffers: '2GB',
  maintenance_work_mem: '1GB',
  max_wal_size: '8GB',
  wal_level: 'minimal',
  max_wal_senders: '0',
};

async function measure(register: Register, small: Register | undefined): Promise<void> {
  const results: Result[] = [];
  const notes: string[] = [];
  const step = async (title: string, work: () => Promise<Result | Result[]>) => {
    say(`\n${title}`);
    const found = [await work()].flat();
    results.push(...found);
    for (const each of found) say(`  ${each.number}: ${shown(each.ratio.median)}  ${each.note ?? ''}`);
  };
  await step('lists of cities', () => cityLists(register, rounds));
  if (small) await step('the densest box', () => densestBox(register, small, rounds).then((each) => [each]));
  await step('nearest', () => nearest(register, 300));
  await step('facets and totals', () => facetsAndTotals(register, rounds));
  await step('clusters', () => countryClusters(register, rounds));

  const env = { DATABASE_URL: register.url };
  const [service, plain] = [await run('server/main.ts', env), await run('bench/plain.ts', env)];
  const bare = await bareStatements(register, await findPgbench(given.pgbench));
  try {
    notes.push(`service ready on this register after ${shown(service.started)} s`);
    notes.push(`memory of the service when started: ${shown(await service.memory())} MB`);
    await step('map tiles', () => tileSizes(service.url));
    await step('HTTP', () => lists50({ service, plain, bare }, rounds, seconds));
    notes.push(...(await fullAnswer(service, seconds)));
    notes.push(`memory of the service after all this: ${shown(await service.memory())} MB`);
  } finally {
    await Promise.all([service.stop(), plain.stop(), bare.close()]);
  }
  await step('writes', async () => {
    const { result, importRate } = await writes(register, rounds, seconds);
    notes.push(`import of new venues through the register’s own door: ${shown(importRate)} a second`);
    return result;
  });
  notes.push(...(await sizes(register.db)));
  const order = results.sort((a, b) => a.number.localeCompare(b.number));
  say(`\n${rows} venues, seed ${seed}, ${rounds} rounds; median ratio (lowest–highest of the rounds)\n`);
  say(resultTable(order));
  say(`\nFor information:\n${notes.map((note) => `- ${note}`).join('\n')}`);
  const missed = order.filter((each) => !isHeld(each)).map((each) => each.number);
  say(missed.length === 0 ? '\nEvery ratio is held.' : `\nMissed: ${missed.join(', ')}.`);
}

/** From an empty folder to a service that answers. */
async function firstStart(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'moothall-first-'));
  try {
    const env = { DATA_DIR: folder, DATABASE_URL: '' };
    const first = await run('server/main.ts', env);
    await first.stop();
    const again = await run('server/main.ts', env);
    const memory = await again.memory();
    await again.stop();
    return `first start in an empty folder ${shown(first.started)} s, next start ${shown(again.started)} s, ${shown(memory)} MB`;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

say(`${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${arch()}`);
say(await firstStart());
const server = process.env.DATABASE_URL
  ? undefined
  : await startEmbedded(given.data, { log: (line) => say(line), settings });
const opened: Register[] = [];
try {
  const open = async (size: number) => {
    const register = await openRegister(server?.url ?? process.env.DATABASE_URL ?? '', size, seed, say);
    opened.push(register);
    say(
      `${size} venues ${register.loaded ? `loaded in ${Math.round(register.loaded)} s` : 'were there already'}`,
    );
    return register;
  };
  const register = await open(rows);
  await measure(register, rows > USUAL_ROWS ? await open(USUAL_ROWS) : undefined);
} finally {
  for (const { db } of opened) await db.destroy();
  await server?.stop();
}
