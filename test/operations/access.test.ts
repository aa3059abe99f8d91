/**
 * Who may call what. Every endpoint that is mounted is tried as nobody, with a wrong key and as the operator. What
 * stands in `open` is open to everyone; whatever does not is closed, so a new endpoint is opened on purpose or not.
 */
import assert from 'node:assert/strict';
import supertest, { type Test } from 'supertest';
import type { App } from '../../server/app.ts';
import type { Route } from '../../server/http/route.ts';
import { buildApp, OPERATOR_TOKEN } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';

const open = [
  'get /',
  'get /about',
  'get /api/docs',
  'get /api/openapi.json',
  'get /api/v1/areas',
  'get /api/v1/areas/:id',
  'get /api/v1/backdrop',
  'get /api/v1/clusters',
  'get /api/v1/outlines',
  'get /api/v1/suggest',
  'get /api/v1/venues',
  'get /api/v1/venues/:id',
  'get /api/v1/venues/:id/history',
  'get /api/v1/venues/:id/photos',
  'get /api/v1/vocabulary',
  'get /areas',
  'get /areas/:slug',
  'get /areas/:slug/card.png',
  'get /card.png',
  'get /compare',
  'get /healthz',
  'get /metrics',
  'get /photos/:id/:size.:format',
  'get /readyz',
  'get /robots.txt',
  'get /shortlist',
  'get /sitemap.xml',
  'get /sitemaps/:name',
  'get /style',
  'get /venues/:slug',
  'get /venues/:slug/card.png',
  'post /api/v1/fit',
];

const closed = [
  'delete /api/v1/venues/:id/photos/:photo',
  'get /api/v1/venues/:id/record',
  'patch /api/v1/venues/:id',
  'patch /api/v1/venues/:id/photos',
  'patch /api/v1/venues/:id/photos/:photo',
  'post /api/v1/venues',
  'post /api/v1/venues/:id/photos',
];

const nameOf = ({ method, path }: Route) => `${method} ${path}`;

describe('access', () => {
  let app: App;
  before(async () => {
    app = buildApp((await freshDatabase()).db);
  });

  /** A request that gets as far as the handler's own checks, if it gets past the door. */
  function call({ method, path, body }: Route, on: App = app): Test {
    const request = supertest(on.express)[method](path.replace(/:\w+/g, '1'));
    return body ? request.send({}) : request;
  }

  it('knows every endpoint as open or closed', () => {
    assert.deepEqual(app.routes.map(nameOf).sort(), [...open, ...closed].sort());
  });

  it('lets everyone read what is open', async () => {
    for (const route of app.routes.filter((each) => open.includes(nameOf(each)))) {
      const { status } = await call(route);
      assert.ok(status < 500 && status !== 401 && status !== 403, `${nameOf(route)} answered ${status}`);
    }
  });

  it('asks for a key at everything else, and says how to send it', async () => {
    for (const route of app.routes.filter((each) => !open.includes(nameOf(each)))) {
      const answer = await call(route);
      assert.equal(answer.status, 401, nameOf(route));
      assert.equal(answer.headers['www-authenticate'], 'Bearer');
      assert.equal(answer.body.type, '/api/docs#problem-sign-in-needed');
    }
  });

  it('turns a wrong key away everywhere, so that nobody believes it works', async () => {
    for (const route of app.routes)
      for (const key of [
        'wrong',
        `${OPERATOR_TOKEN}x`,
        OPERATOR_TOKEN.slice(0, -1),
        OPERATOR_TOKEN.toUpperCase(),
      ]) {
        const answer = await call(route).set('Authorization', `Bearer ${key}`);
        assert.equal(answer.status, 401, `${nameOf(route)} with ${key}`);
      }
  });

  it('lets the operator in everywhere', async () => {
    for (const route of app.routes) {
      const { status } = await call(route).auth(OPERATOR_TOKEN, { type: 'bearer' });
      assert.ok(status < 500 && status !== 401 && status !== 403, `${nameOf(route)} answered ${status}`);
    }
  });

  it('gives nobody the operator’s place when there is no OPERATOR_TOKEN', async () => {
    const keyless = buildApp((await freshDatabase()).db, { operatorToken: undefined });
    for (const route of keyless.routes.filter((each) => closed.includes(nameOf(each))))
      for (const header of [
        'Bearer undefined',
        'Bearer ',
        `Bearer ${OPERATOR_TOKEN}`,
        'Basic OnVuZGVmaW5lZA==',
      ])
        assert.equal((await call(route, keyless).set('Authorization', header)).status, 401, header);
  });

  it('says the same in the API document', async () => {
    const { body } = await supertest(app.express).get('/api/openapi.json').expect(200);
    for (const route of app.routes.filter((each) => !each.undocumented)) {
      const operation = body.paths[route.path.replace(/:(\w+)/g, '{$1}')][route.method];
      assert.equal('security' in operation, closed.includes(nameOf(route)), nameOf(route));
    }
  });
});
