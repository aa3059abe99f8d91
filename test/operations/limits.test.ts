/** What happens when there is too much: of requests, of bytes, of time. */
import assert from 'node:assert/strict';
import { request as httpRequest } from 'node:http';
import type { Knex } from 'knex';
import { pino } from 'pino';
import supertest from 'supertest';
import { createApp } from '../../server/app.ts';
import { connect } from '../../server/database/open.ts';
import { readAssets } from '../../server/pages/assets.ts';
import { buildApp, listen, OPERATOR_TOKEN, publicDir, testConfig } from '../support/app.ts';
import { freshDatabase, poolSettings } from '../support/database.ts';
import { newVenue } from '../support/factories.ts';

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

describe('limits', () => {
  let db: Knex;
  let url: string;
  before(async () => {
    ({ db, url } = await freshDatabase());
  });

  /** Runs `work` while nobody can read venues. */
  const whileLocked = (work: () => Promise<void>) =>
    db.transaction(async (held) => {
      await held.raw('lock table venue, venue_search in access exclusive mode');
      await work();
    });

  it('answers 503 with Retry-After when every connection is taken, and recovers', async () => {
    const pool = connect(url, { ...poolSettings, databasePool: 2, databaseWait: 200 });
    const request = supertest(buildApp(pool).express);
    const sleeping = [1, 2].map(() => pool.raw('select pg_sleep(1.5)').then(() => 'slept'));
    await pause(100);
    const began = Date.now();
    const busy = await request.get('/api/v1/venues').expect(503);
    assert.ok(Date.now() - began < 1200, 'it does not wait for a connection longer than it was told');
    assert.match(busy.headers['content-type'] ?? '', /^application\/problem\+json/);
    assert.ok(Number(busy.headers['retry-after']) >= 1);
    assert.equal(busy.headers['cache-control'], 'no-store');
    assert.equal(busy.body.type, '/api/docs#problem-busy');
    assert.equal(busy.body.status, 503);
    assert.match(busy.body.detail, /Try again in \d+ seconds/);
    const page = await request.get('/').set('Accept', 'text/html').expect(503);
    assert.match(page.text, /<h1[^>]*>[^<]*Busy/);
    await request
      .post('/api/v1/venues')
      .auth(OPERATOR_TOKEN, { type: 'bearer' })
      .send(newVenue())
      .expect(503);
    await request.get('/healthz').expect(200);
    assert.deepEqual(await Promise.all(sleeping), ['slept', 'slept']);
    await request.get('/api/v1/venues').expect(200);
    await pool.destroy();
  });

  it('refuses a body over BODY_LIMIT with 413, and takes one just under it', async () => {
    const request = supertest(buildApp(db, { bodyLimit: '2kb' }).express);
    const post = (description: string) =>
      request.post('/api/v1/venues').auth(OPERATOR_TOKEN, { type: 'bearer' }).send(newVenue({ description }));
    const tooLarge = await post('x'.repeat(3000)).expect(413);
    assert.match(tooLarge.headers['content-type'] ?? '', /^application\/problem\+json/);
    assert.match(tooLarge.body.detail, /larger than 2048 bytes/);
    await post('x'.repeat(1000)).expect(201);
  });

  it('refuses a body that does not say its length and grows over the limit', async () => {
    const service = await listen(buildApp(db, { bodyLimit: '2kb' }));
    const status = await new Promise<number | undefined>((done, fail) => {
      const headers = { 'Content-Type': 'application/json', Authorization: `Bearer ${OPERATOR_TOKEN}` };
      const sent = httpRequest(`${service.url}/api/v1/venues`, { method: 'POST', headers }, (answer) =>
        done(answer.statusCode),
      );
      sent.on('error', fail);
      for (let part = 0; part < 50; part++) sent.write(' '.repeat(100));
      sent.end();
    });
    assert.equal(status, 413);
    await service.close();
  });

  it('tells a request that takes too long, once, and the late answer harms nothing', async () => {
    const lines: string[] = [];
    const log = pino({ level: 'trace', base: null }, { write: (line) => lines.push(line) });
    const config = testConfig({ requestTimeout: 300 });
    const app = createApp({ db, config, log, assets: readAssets(publicDir), publicDir });
    const request = supertest(app.express);
    await whileLocked(async () => {
      const began = Date.now();
      const late = await request.get('/api/v1/venues').expect(503);
      assert.ok(Date.now() - began < 2000);
      assert.equal(late.body.type, '/api/docs#problem-busy');
      assert.ok(Number(late.headers['retry-after']) >= 1);
    });
    // Now the statement goes on, and its answer finds nobody waiting.
    await pause(300);
    await request.get('/api/v1/venues').expect(200);
    const said = lines.map((line) => JSON.parse(line)).map(({ msg, status }) => [msg, status]);
    assert.deepEqual(said, [
      ['request', 503],
      ['request', 200],
    ]);
  });

  it('does not keep a write that was told it took too long', async () => {
    const app = buildApp(db, { requestTimeout: 300 });
    const request = supertest(app.express);
    const before = Number((await db('venue').count('* as n').first())?.n);
    await whileLocked(async () => {
      const name = 'Hall of Patience';
      const write = request.post('/api/v1/venues').auth(OPERATOR_TOKEN, { type: 'bearer' });
      await write.send(newVenue({ name })).expect(503);
    });
    await pause(300);
    const after = Number((await db('venue').count('* as n').first())?.n);
    assert.equal(after, before, 'a write that was answered "busy" is not kept');
  });

  it('ends a statement that runs longer than DATABASE_STATEMENT_TIMEOUT_MS', async () => {
    const impatient = connect(url, { ...poolSettings, statementTimeout: 150 });
    const request = supertest(buildApp(impatient).express);
    await whileLocked(async () => {
      const busy = await request.get('/api/v1/venues').expect(503);
      assert.ok(Number(busy.headers['retry-after']) >= 1);
    });
    await request.get('/api/v1/venues').expect(200);
    await impatient.destroy();
  });
});

describe('connections', () => {
  const namesOn = (db: Knex) =>
    db.raw('select count(*)::int as n from pg_prepared_statements').then(({ rows }) => rows[0].n);

  it('are set up for short statements in UTC, and bounded', async () => {
    const { url } = await freshDatabase();
    const db = connect(url, { ...poolSettings, databasePool: 3, statementTimeout: 4321 });
    const setting = async (name: string) => (await db.raw(`show ${name}`)).rows[0];
    assert.deepEqual(await setting('statement_timeout'), { statement_timeout: '4321ms' });
    assert.deepEqual(await setting('timezone'), { TimeZone: 'UTC' });
    assert.deepEqual(await setting('max_parallel_workers_per_gather'), {
      max_parallel_workers_per_gather: '0',
    });
    await Promise.all(Array.from({ length: 12 }, () => db.raw('select pg_sleep(0.05)')));
    assert.equal(db.client.pool.numUsed() + db.client.pool.numFree(), 3);
    await db.destroy();
  });

  for (const preparedStatements of [true, false])
    it(`${preparedStatements ? 'name' : 'do not name'} their statements with DATABASE_PREPARED_STATEMENTS ${preparedStatements ? 'on' : 'off'}`, async () => {
      const { url } = await freshDatabase();
      const db = connect(url, { ...poolSettings, databasePool: 1, preparedStatements });
      await supertest(buildApp(db).express).get('/api/v1/venues?q=hall').expect(200);
      assert.equal((await namesOn(db)) > 0, preparedStatements);
      await db.destroy();
    });
});
