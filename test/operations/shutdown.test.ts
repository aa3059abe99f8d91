/** Stopping drops nobody who is being answered, and keeps nobody waiting who asks twice. */
import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { Agent, get } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { connect } from '../../server/database/open.ts';
import { freshDatabase, poolSettings } from '../support/database.ts';
import { addVenue, newVenue } from '../support/factories.ts';
import { killServices, type Service, startService } from './spawned-service.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

async function until(answer: () => Promise<boolean> | boolean): Promise<void> {
  for (let tries = 0; !(await answer()); tries++) {
    if (tries > 200) throw new Error('it did not happen');
    await pause(25);
  }
}

const somebodyWaits = (db: Knex) => async (): Promise<boolean> => {
  const { rows } = await db.raw(
    `select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`,
  );
  return rows.length > 0;
};

const refuses = (url: string) => async (): Promise<boolean> =>
  fetch(`${url}/healthz`).then(
    () => false,
    (error) => /ECONNREFUSED/.test(String(error.cause)),
  );

/** Asks as browsers and proxies do, keeping the connection for the next request. */
function asks(url: string, agent: Agent): Promise<{ status: number | undefined; body: string }> {
  return new Promise((done, fail) => {
    get(url, { agent }, (answer) => {
      let body = '';
      answer.on('data', (chunk) => {
        body += chunk;
      });
      answer.on('end', () => done({ status: answer.statusCode, body }));
      answer.on('error', fail);
    }).on('error', fail);
  });
}

describe('stopping', () => {
  const folders: string[] = [];
  const pools: Knex[] = [];
  let held: Knex.Transaction | undefined;
  const giveBack = async () => {
    await held?.rollback();
    held = undefined;
  };
  /** Takes the venues away from everybody, so that who asks for them waits. */
  async function lockVenues(db: Knex): Promise<void> {
    held = await db.transaction();
    await held.raw('lock table venue, venue_search in access exclusive mode');
  }
  afterEach(async () => {
    await giveBack();
    for (const pool of pools.splice(0)) await pool.destroy();
    await killServices();
    for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true, maxRetries: 9 });
  });

  /** A service with one venue, a second way into its database, and a request that waits for the venue. */
  async function waiting(kind: 'embedded' | 'server', env: Record<string, string> = {}) {
    let service: Service & Awaited<ReturnType<typeof startService>>;
    let db: Knex;
    if (kind === 'embedded') {
      const dataDir = await mkdtemp(join(tmpdir(), 'moothall-stop-'));
      folders.push(dataDir);
      service = await startService({ DATA_DIR: dataDir, ...env });
      const socket = encodeURIComponent(join(dataDir, 'postgres'));
      db = connect(`postgres://moothall@localhost/moothall?host=${socket}&port=5432`, poolSettings);
      pools.push(db);
    } else {
      const fresh = await freshDatabase();
      db = fresh.db;
      service = await startService({ DATABASE_URL: fresh.url, ...env });
    }
    const description = 'A long answer.'.repeat(500);
    const { id } = await addVenue(db, newVenue({ description }));
    await lockVenues(db);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    const answer = asks(`${service.url}/api/v1/venues/${id}`, agent);
    answer.catch(() => undefined);
    await until(somebodyWaits(db));
    return { ...service, answer, agent, description };
  }

  for (const [kind, signal] of [
    ['server', 'SIGTERM'],
    ['embedded', 'SIGINT'],
  ] as const)
    it(`finishes requests in flight on ${signal}, refuses new ones, and ends with 0 (${kind} database)`, async () => {
      const { url, process: child, answer, description, ended, lines, agent } = await waiting(kind);
      child.kill(signal);
      await until(refuses(url));
      assert.equal(child.exitCode, null, 'it waits for the request');
      await giveBack();
      const { status, body } = await answer;
      assert.equal(status, 200);
      assert.equal(JSON.parse(body).description, description);
      const answered = Date.now();
      assert.deepEqual(await ended, { code: 0, signal: null });
      assert.ok(Date.now() - answered < 2000, 'an idle connection that is kept open does not hold it up');
      assert.match(lines.join('\n'), new RegExp(`${signal}: finishing the requests in flight`));
      agent.destroy();
      if (kind === 'embedded') {
        const [dataDir = ''] = folders;
        assert.ok(
          !(await readdir(join(dataDir, 'postgres'))).includes('postmaster.pid'),
          'its database stopped too',
        );
      }
    });

  it('does not wait any longer at the second signal', async () => {
    const { process: child, url, answer, ended } = await waiting('server');
    child.kill('SIGTERM');
    await until(refuses(url));
    const began = Date.now();
    child.kill('SIGTERM');
    await assert.rejects(answer, /socket hang up|ECONNRESET/);
    assert.equal((await ended).code, 1);
    assert.ok(Date.now() - began < 3000, `it took ${Date.now() - began} ms`);
  });

  it('waits no longer than SHUTDOWN_TIMEOUT_MS', async () => {
    const { process: child, answer, ended } = await waiting('server', { SHUTDOWN_TIMEOUT_MS: '500' });
    const began = Date.now();
    child.kill('SIGTERM');
    await assert.rejects(answer, /socket hang up|ECONNRESET/);
    assert.equal((await ended).code, 1);
    const took = Date.now() - began;
    assert.ok(took >= 450 && took < 4000, `it took ${took} ms`);
  });
});
