/**
 * A small Moothall for the tests: starts the embedded database in the folder named first, says so in one line of
 * JSON, and does what the lines on its standard input say. On SIGINT it finishes a request of 300 ms, then stops.
 */
import { createInterface } from 'node:readline';
import pg from 'pg';
import { type EmbeddedServer, startEmbedded } from '../../server/database/embedded.ts';

const [dataDir = '', settings = '{}'] = process.argv.slice(2);
const say = (words: object) => console.log(JSON.stringify(words));
const lines: string[] = [];

async function query(url: string, sql: string) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function obey(server: EmbeddedServer, line: string) {
  if (line === 'exit') process.exit(3);
  if (line === 'stop') {
    await server.stop();
    say({ stopped: true });
    process.exit(0);
  }
  say({ rows: await query(server.url, line) });
}

const began = performance.now();
try {
  const server = await startEmbedded(dataDir, {
    log: (line) => lines.push(line),
    settings: JSON.parse(settings),
  });
  process.once('SIGINT', async () => {
    say({ rows: await query(server.url, `select pg_sleep(0.3), 'finished' as request`) });
    await obey(server, 'stop');
  });
  say({
    url: server.url,
    adopted: server.adopted,
    milliseconds: Math.round(performance.now() - began),
    lines,
  });
  for await (const line of createInterface({ input: process.stdin })) await obey(server, line);
} catch (error) {
  if (!(error instanceof Error)) throw error;
  say({ error: error.message, name: error.constructor.name, lines });
  process.exit(1);
}
