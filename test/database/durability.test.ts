/**
 * What was acknowledged is kept: the service is killed at a random moment while many people write, alone and together
 * with its database server, and started again. A normal run does one short round; the full proof is
 *
 *   DURABILITY_ROUNDS=10 DURABILITY_WRITES=1000 npx mocha --spec test/database/durability.test.ts
 */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { killServices, startService } from '../operations/spawned-service.ts';
import { newVenue } from '../support/factories.ts';
import { serversBelow } from './embedded-support.ts';

const ROUNDS = Number(process.env.DURABILITY_ROUNDS ?? 1);
const WRITES = Number(process.env.DURABILITY_WRITES ?? 100);
const WRITERS = 8;
const OPERATOR_TOKEN = 'a-token-for-tests-that-is-long-enough';

type Service = Awaited<ReturnType<typeof startService>>;
type Kept = Map<number, string>;

/** A connection's process may have ended by itself in this instant. */
function killNow(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

const start = (dataDir: string) => startService({ DATA_DIR: dataDir, OPERATOR_TOKEN });

/** Adds a venue; answers its id when the service says that it is added, and nothing when it dies. */
async function write(url: string, name: string): Promise<number | undefined> {
  try {
    const answer = await fetch(`${url}/api/v1/venues`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${OPERATOR_TOKEN}` },
      body: JSON.stringify(newVenue({ name, spaces: [{ name: 'Hall', capacities: [] }] })),
    });
    const { id }: { id: number } = await answer.json();
    return answer.status === 201 ? id : undefined;
  } catch {
    return undefined;
  }
}

/** Many people write at once until `most` are acknowledged or the service is gone; calls `at` at the given count. */
async function writeMany(url: string, most: number, kept: Kept, moment = -1, at = () => {}): Promise<void> {
  let acknowledged = 0;
  let asked = 0;
  const writer = async () => {
    while (asked < most) {
      asked++;
      const name = `Hall ${kept.size} of ${process.hrtime.bigint()}`;
      const id = await write(url, name);
      if (id === undefined) return;
      kept.set(id, name);
      acknowledged++;
      if (acknowledged === moment) setTimeout(at, Math.random() * 10);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, writer));
}

/** The acknowledged writes that the API does not give back as they were. */
async function missing(url: string, kept: Kept): Promise<string[]> {
  const lost: string[] = [];
  const left = [...kept];
  const reader = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      const [id, name] = next;
      const answer = await fetch(`${url}/api/v1/venues/${id}`);
      const venue: { name?: string; spaces?: unknown[] } = await answer.json();
      if (answer.status !== 200 || venue.name !== name || venue.spaces?.length !== 1) lost.push(name);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, reader));
  return lost;
}

describe('durability', () => {
  let dataDir: string;
  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'moothall-kept-'));
  });
  afterEach(async () => {
    await killServices();
    for (const pid of serversBelow(dataDir)) killNow(pid);
    await rm(dataDir, { recursive: true, force: true, maxRetries: 9, retryDelay: 50 });
  });

  const killings: Record<string, (service: Service) => void> = {
    'the service': ({ process: child }) => child.kill('SIGKILL'),
    'the service and its database server with every process of it': ({ process: child }) => {
      const servers = serversBelow(dataDir);
      assert.ok(servers.length > WRITERS / 2, 'the server and the connections that write');
      for (const pid of servers) killNow(pid);
      child.kill('SIGKILL');
    },
  };

  for (const [killed, kill] of Object.entries(killings))
    it(`keeps every acknowledged write when ${killed} is killed (${ROUNDS} × ${WRITES} writes)`, async function () {
      this.timeout(60_000 + ROUNDS * (30_000 + WRITES * 100));
      if (process.platform !== 'linux') this.skip();
      const kept: Kept = new Map();
      let service = await start(dataDir);
      let slowest = 0;
      for (let round = 1; round <= ROUNDS; round++) {
        const dying = service;
        const moment = 1 + Math.floor(Math.random() * WRITES * 0.8);
        const before = kept.size;
        await writeMany(dying.url, WRITES, kept, moment, () => kill(dying));
        assert.equal((await dying.ended).signal, 'SIGKILL');
        const atKill = kept.size - before;
        assert.ok(atKill >= moment && atKill < WRITES, 'it was killed in the middle');
        const began = Date.now();
        service = await start(dataDir);
        slowest = Math.max(slowest, Date.now() - began);
        assert.deepEqual(await missing(service.url, kept), [], `round ${round}, killed after ${atKill}`);
        await writeMany(service.url, WRITES - atKill, kept);
        assert.equal(kept.size - before, WRITES);
      }
      service.process.kill('SIGTERM');
      assert.equal((await service.ended).code, 0);
      service = await start(dataDir);
      assert.deepEqual(await missing(service.url, kept), []);
      console.log(
        `      ${ROUNDS} of ${ROUNDS}: ${kept.size} acknowledged writes, none lost; slowest start ${slowest} ms`,
      );
    });

  it('leaves PostgreSQL’s own care for the disk switched on', async () => {
    await start(dataDir);
    const client = new pg.Client({ host: join(dataDir, 'postgres'), user: 'moothall', database: 'moothall' });
    await client.connect();
    for (const name of ['fsync', 'synchronous_commit', 'full_page_writes'])
      assert.deepEqual((await client.query(`show ${name}`)).rows, [{ [name]: 'on' }]);
    await client.end();
  });
});
