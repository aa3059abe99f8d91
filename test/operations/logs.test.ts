/** What is written down about people who use the register: that somebody asked, never who or what. */
import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import { pino } from 'pino';
import supertest from 'supertest';
import { createApp } from '../../server/app.ts';
import { connect } from '../../server/database/open.ts';
import { readAssets } from '../../server/pages/assets.ts';
import { OPERATOR_TOKEN, publicDir, testConfig } from '../support/app.ts';
import { freshDatabase, poolSettings } from '../support/database.ts';
import { newVenue } from '../support/factories.ts';

/** The app with a log that is kept, at the most talkative level there is. */
function listening(db: Knex) {
  const lines: string[] = [];
  const log = pino({ level: 'trace', base: null }, { write: (line) => lines.push(line) });
  const config = testConfig({ trustProxy: 1 });
  const { express } = createApp({ db, config, log, assets: readAssets(publicDir), publicDir });
  return { request: supertest(express), lines };
}

const address = '203.0.113.77';
const secret = 'Hedwig-Geheimnis';
const phone = '020 7946 0958';
const wrongToken = 'a-token-that-was-guessed-by-somebody';
const fromSomebody = {
  'X-Forwarded-For': address,
  'User-Agent': `${secret}-browser`,
  Referer: `http://localhost:3000/?q=${secret}`,
  Cookie: `session=${secret}`,
};
const telling = new RegExp(
  [
    address,
    secret,
    phone,
    phone.slice(4),
    wrongToken,
    OPERATOR_TOKEN,
    '127\\.0\\.0\\.1',
    'Bearer',
    '\\?',
  ].join('|'),
  'i',
);

const secretVenue = newVenue({
  name: `Hall of ${secret}`,
  description: `Ring ${phone}`,
  contacts: [{ kind: 'phone', value: phone, name: secret, public: false }],
});

describe('logs', () => {
  let db: Knex;
  let url: string;
  before(async () => {
    ({ db, url } = await freshDatabase());
  });

  it('has one line a request, with its id, route, status and time', async () => {
    const { request, lines } = listening(db);
    const first = await request.get('/api/v1/venues').expect(200);
    const given = await request.get('/api/v1/venues/7').set('X-Request-Id', 'balancer-0007').expect(404);
    assert.equal(given.headers['x-request-id'], 'balancer-0007');
    const odd = await request.get('/healthz').set('X-Request-Id', `"} ${secret}`).expect(200);
    const [one, two, three] = lines.map((line) => JSON.parse(line));
    assert.equal(lines.length, 3);
    assert.equal(one.request, first.headers['x-request-id']);
    assert.match(one.request, /^[0-9a-f-]{36}$/);
    assert.deepEqual([one.method, one.route, one.status], ['GET', '/api/v1/venues', 200]);
    assert.ok(one.ms > 0 && one.ms < 10_000);
    assert.deepEqual([two.request, two.route, two.status], ['balancer-0007', '/api/v1/venues/:id', 404]);
    assert.equal(three.request, odd.headers['x-request-id']);
    assert.doesNotMatch(lines.join(''), telling);
  });

  it('keeps no query, body, token, name or address, whether a request succeeds or fails', async () => {
    const { request, lines } = listening(db);
    const get = (path: string) => request.get(path).set(fromSomebody);
    await get(`/?q=${secret}`).expect(200);
    await get(`/api/v1/venues?q=${secret}&near=-0.16,51.42&radius=500`).expect(200);
    await get(`/api/v1/venues?wrong=${secret}`).expect(400);
    await get(`/api/v1/suggest?q=${secret}`).expect(200);
    await get(`/venues/${secret}-999`).expect(404);
    await get(`/${secret}`).expect(404);
    await get('/api/v1/venues').set('Authorization', `Bearer ${wrongToken}`).expect(401);
    const post = () => request.post('/api/v1/venues').set(fromSomebody);
    await post().send(secretVenue).expect(401);
    const operator = { Authorization: `Bearer ${OPERATOR_TOKEN}` };
    await post().set(operator).send(secretVenue).expect(201);
    await post()
      .set(operator)
      .send({ ...secretVenue, kind: secret })
      .expect(400);
    await post().set(operator).type('json').send(`{"name": "${secret}`).expect(400);
    await post().set(operator).type('text').send(secret).expect(415);
    await post()
      .set(operator)
      .type('json')
      .send(`"${secret.repeat(90_000)}"`)
      .expect(413);
    assert.equal(lines.length, 13);
    assert.doesNotMatch(lines.join(''), telling);
  });

  it('says what went wrong inside without the values it went wrong with', async () => {
    const impatient = connect(url, { ...poolSettings, statementTimeout: 100 });
    const { request, lines } = listening(impatient);
    const write = () =>
      request
        .post('/api/v1/venues')
        .set(fromSomebody)
        .auth(OPERATOR_TOKEN, { type: 'bearer' })
        .send(secretVenue);
    await db.transaction(async (held) => {
      await held.raw('lock table contact in access exclusive mode');
      await write().expect(503);
    });
    // Faults of our own, as a bug would make them: the database's words about them name the values.
    await db.raw('alter table contact add constraint never check (false) not valid');
    const refused = await write();
    await db.raw('alter table contact drop constraint never');
    await db('contact').delete();
    await db.raw('alter table contact add column lacking int not null');
    const broken = await write().expect(500);
    await db.raw('alter table contact drop column lacking');
    await db.raw(`create function shout() returns trigger language plpgsql as
      $$ begin perform new.value::int; return new; end $$`);
    await db.raw('create trigger shouts before insert on contact for each row execute function shout()');
    await write().expect(500);
    await db.raw('drop trigger shouts on contact');
    assert.ok(refused.status >= 400);
    assert.doesNotMatch(refused.text + broken.text, telling);
    const faults = lines.map((line) => JSON.parse(line)).filter(({ error }) => error);
    assert.ok(faults.length >= 3);
    for (const { error, request: id } of faults) {
      assert.match(id, /^[0-9a-f-]{36}$/);
      assert.match(error.code, /^[0-9A-Z]{5}$/);
      assert.match(
        error.message,
        /^(delete from|insert into) "contact" .*\$1/,
        'which statement is what a developer needs',
      );
    }
    assert.doesNotMatch(lines.join(''), telling);
    await impatient.destroy();
  });
});
