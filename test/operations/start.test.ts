/** Starts that cannot work end with one sentence, and without a trace of program code. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serversBelow } from '../database/embedded-support.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue } from '../support/factories.ts';
import { killServices, spawnService, startService } from './spawned-service.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('starting', () => {
  afterEach(killServices);

  async function refusal(env: Record<string, string>, ...args: string[]): Promise<string> {
    const { ended, lines } = spawnService({ LOG_LEVEL: 'silent', ...env }, ...args);
    assert.equal((await ended).code, 1);
    return lines.join('\n');
  }

  it('says that the port is taken, and what to do', async () => {
    const { url } = await freshDatabase();
    const other = createServer().listen(0);
    const { port } = other.address() as AddressInfo;
    assert.equal(
      await refusal({ DATABASE_URL: url, PORT: String(port) }),
      `Port ${port} is taken. Stop what uses it, or set PORT to another number.`,
    );
    other.close();
  });

  it('says what is wrong with the configuration', async () => {
    assert.equal(
      await refusal({ PORT: 'http', TRUST_PROXY: 'maybe' }),
      'Moothall cannot start:\n  PORT is "http"; it must be a whole number from 0 to 65535\n  TRUST_PROXY is "maybe"; it must be on, off, or how many proxies there are, 1 to 9',
    );
  });

  it('says that the database cannot be reached, without the password', async () => {
    const words = await refusal({ DATABASE_URL: 'postgres://moothall:hunter2@127.0.0.1:1/moothall' });
    assert.match(words, /^The database cannot be reached: .*ECONNREFUSED.* Check DATABASE_URL/);
    assert.doesNotMatch(words, /hunter2|\n/);
  });

  it('does not touch the database of a newer Moothall', async () => {
    const { db, url } = await freshDatabase();
    await db('knex_migrations').insert({ name: '9999_of_tomorrow', batch: 9, migration_time: new Date() });
    assert.match(
      await refusal({ DATABASE_URL: url }),
      /^This database belongs to a newer Moothall \(it has the step 9999_of_tomorrow\)\. [^\n]+$/,
    );
  });

  it('does not add the demo to a register that has venues of its own', async () => {
    const { db, url } = await freshDatabase();
    await addVenue(db);
    assert.match(
      await refusal({ DATABASE_URL: url }, '--demo'),
      /^This register holds venues of its own, so the fictional demo is not added\. [^\n]+$/,
    );
  });

  it('leaves no database running behind when it is stopped while it fills the demo', async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'moothall-start-'));
    const { process: child, lines, ended } = spawnService({ DATA_DIR: dataDir }, '--demo');
    while (!lines.some((line) => line.includes('Filling the register'))) await pause(10);
    assert.equal(serversBelow(dataDir).length > 0, true);
    child.kill('SIGINT');
    assert.equal((await ended).code, 1);
    for (let tries = 0; serversBelow(dataDir).length > 0; tries++) {
      assert.ok(tries < 200, 'a server is still there');
      await pause(25);
    }
    await rm(dataDir, { recursive: true, force: true });
  });

  it('comes up on an empty database, migrated by itself, and several at once do not clash', async () => {
    const { db, url } = await freshDatabase();
    await db.raw('drop schema public cascade; create schema public');
    const nodes = await Promise.all([1, 2].map(() => startService({ DATABASE_URL: url })));
    for (const { url: address } of nodes)
      assert.deepEqual(await (await fetch(`${address}/readyz`)).json(), { status: 'ready' });
  });
});
