/** What load balancers and monitors ask. */
import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import supertest from 'supertest';
import { rollBack } from '../../server/database/migrate.ts';
import { connect } from '../../server/database/open.ts';
import { buildApp, useService } from '../support/app.ts';
import { freshDatabase, poolSettings } from '../support/database.ts';
import { addVenue } from '../support/factories.ts';

const asks = (db: Knex) => supertest(buildApp(db).express);

describe('health', () => {
  const service = useService();

  it('is alive and ready, and no cache may say so later', async () => {
    const alive = await service.request.get('/healthz').expect(200, { status: 'alive' });
    assert.equal(alive.headers['cache-control'], 'no-store');
    const ready = await service.request.get('/readyz').expect(200, { status: 'ready' });
    assert.equal(ready.headers['cache-control'], 'no-store');
  });

  it('is not ready while a migration is pending, and alive all the same', async () => {
    const { db } = await freshDatabase();
    await rollBack(db);
    const answer = await asks(db).get('/readyz').expect(503);
    assert.deepEqual(answer.body, { status: 'migrations pending', pending: 1 });
    assert.ok(Number(answer.headers['retry-after']) > 0);
    await asks(db).get('/healthz').expect(200);
  });

  it('stays ready when a newer Moothall has migrated the database, as while nodes are replaced one by one', async () => {
    const { db } = await freshDatabase();
    await db('knex_migrations').insert({ name: '9999_of_tomorrow', batch: 9, migration_time: new Date() });
    await asks(db).get('/readyz').expect(200, { status: 'ready' });
  });

  it('is not ready without the database, says nothing about where it was, and is alive all the same', async () => {
    const db = connect('postgres://moothall:secret-word@127.0.0.1:1/moothall', poolSettings);
    const answer = await asks(db).get('/readyz').expect(503, { status: 'database unreachable' });
    assert.ok(Number(answer.headers['retry-after']) > 0);
    await asks(db).get('/healthz').expect(200);
    const list = await asks(db).get('/api/v1/venues').expect(503);
    assert.match(list.headers['content-type'] ?? '', /^application\/problem\+json/);
    assert.doesNotMatch(list.text, /secret-word|127\.0\.0\.1/);
    await db.destroy();
  });
});

describe('metrics', () => {
  it('counts requests by route, never by address, and shows the pool', async () => {
    const { db } = await freshDatabase();
    const { id } = await addVenue(db, { name: 'Hall of the Quiet Metric' });
    const request = asks(db);
    await request.get(`/api/v1/venues/${id}`).expect(200);
    await request.get(`/api/v1/venues/${id}`).set('Accept', 'text/plain').expect(200);
    await request.get('/api/v1/venues?q=jane.doe@example.org&near=-0.16,51.42').expect(200);
    await request.get('/venues/jane-doe-of-hereford-road').expect(404);
    await request.get('/jane-doe').expect(404);
    const { text, headers } = await request.get('/metrics').expect(200);
    assert.match(headers['content-type'] ?? '', /^text\/plain/);
    const counted = (labels: string) =>
      text.includes(`http_request_duration_seconds_count{${labels}}`) &&
      Number(text.split(`http_request_duration_seconds_count{${labels}} `)[1]?.split('\n')[0]);
    assert.equal(counted('method="GET",route="/api/v1/venues/:id",status="200"'), 2);
    assert.equal(counted('method="GET",route="/api/v1/venues",status="200"'), 1);
    assert.equal(counted('method="GET",route="/venues/:slug",status="404"'), 1);
    assert.equal(counted('method="GET",route="none",status="404"'), 1);
    assert.match(
      text,
      /http_request_duration_seconds_bucket\{le="0.5",method="GET",route="\/api\/v1\/venues"/,
    );
    assert.match(text, /database_connections\{state="used"\} \d/);
    assert.match(text, /process_resident_memory_bytes/);
    assert.doesNotMatch(text, /jane|hereford|Quiet|51\.42|127\.0\.0\.1|venues\/\d/i);
  });
});
