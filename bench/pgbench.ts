/** The bare statement: pgbench sends what the service sends, with as many clients; without pgbench, a loop of pg does. */
import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pg from 'pg';
import type { Statement } from '../server/database/read.ts';
import { pageStatement, shapeFor } from '../server/search/list.ts';
import type { Register } from './load.ts';
import { say } from './measure.ts';
import { cityPlaces, LIST_SIZE, needs, townPlaces } from './questions.ts';
import { CLIENTS } from './service.ts';

export interface Bare {
  name: string;
  /** Statements a second over so many seconds. */
  run(seconds: number): Promise<number>;
  close(): Promise<void>;
}

const execute = promisify(execFile);

/** The statements of the lists that are asked over HTTP, as the service itself would shape them. */
async function statements({ db }: Register): Promise<Statement[]> {
  return Promise.all(
    [...townPlaces, ...cityPlaces].map(async ({ box }) => {
      const query = { filters: { ...needs, box }, sort: 'updated', limit: LIST_SIZE } as const;
      return pageStatement(query, await shapeFor(db, query));
    }),
  );
}

/** As many clients as are asking over HTTP. */
export async function bareStatements(register: Register, pgbench: string | undefined): Promise<Bare> {
  const asked = await statements(register);
  if (pgbench) return throughPgbench(pgbench, register, asked);
  say('  no pgbench was found (PATH, or --pgbench FILE): a loop of node-pg stands in for it in ratio 1');
  return throughLoop(register, asked);
}

async function throughPgbench(pgbench: string, { url }: Register, asked: Statement[]): Promise<Bare> {
  const folder = await mkdtemp(join(tmpdir(), 'moothall-pgbench-'));
  const files = asked.map((_, at) => join(folder, `${at}.sql`));
  const variables: string[] = [];
  for (const [at, { text, values }] of asked.entries()) {
    // pgbench binds :names as the driver binds $1; one line, as it ends a statement at the semicolon.
    const named = text.replace(/\$(\d+)/g, (_, number) => `:v${at}_${number}`).replace(/\s+/g, ' ');
    await writeFile(files[at] ?? '', `${named};\n`);
    for (const [number, value] of values.entries()) variables.push('-D', `v${at}_${number + 1}=${value}`);
  }
  const options = 'options=-c%20jit%3Doff%20-c%20max_parallel_workers_per_gather%3D0';
  const target = `${url}${url.includes('?') ? '&' : '?'}${options}`;
  const scripts = files.flatMap((file) => ['-f', file]);
  return {
    name: 'pgbench',
    async run(seconds) {
      const argv = ['-n', '-M', 'prepared', '-c', String(CLIENTS), '-j', '1', '-T', String(seconds)];
      const { stdout } = await execute(pgbench, [...argv, ...variables, ...scripts, target]);
      const failed = /number of failed transactions: (\d+)/.exec(stdout)?.[1] ?? '0';
      if (failed !== '0') throw new Error(`pgbench: ${failed} statements failed`);
      return Number(/tps = ([\d.]+)/.exec(stdout)?.[1]);
    },
    close: () => rm(folder, { recursive: true }),
  };
}

async function throughLoop({ url }: Register, asked: Statement[]): Promise<Bare> {
  const clients = Array.from({ length: CLIENTS }, () => new pg.Client({ connectionString: url }));
  for (const client of clients) {
    await client.connect();
    await client.query('set jit = off; set max_parallel_workers_per_gather = 0');
  }
  return {
    name: 'a loop of node-pg',
    async run(seconds) {
      const until = performance.now() + 1000 * seconds;
      let done = 0;
      const loop = async (client: pg.Client) => {
        while (performance.now() < until) {
          const at = done++ % asked.length;
          await client.query({ name: `list${at}`, ...(asked[at] ?? { text: '', values: [] }) });
        }
      };
      await Promise.all(clients.map(loop));
      return done / seconds;
    },
    async close() {
      await Promise.all(clients.map((client) => client.end()));
    },
  };
}
