/** What a client sends twice, because it did not hear the answer, is done once. */
import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import supertest from 'supertest';
import { sweep } from '../../server/sweep.ts';
import { buildApp, listen } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { newVenue } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

const KEY = '0b7c6f1e-8a52-4c0d-9a5b-6d2f5b1f0c11';

describe('sending something twice', () => {
  let db: Knex;
  let url: string;
  let close: () => Promise<void>;
  let us: number;
  let amara: string;
  let joe: string;
  before(async () => {
    ({ db } = await freshDatabase());
    ({ url, close } = await listen(buildApp(db)));
    us = await addOrganisation(db);
    amara = (await signIn(db, 'amara@hall.example', { [us]: 'steward' })).cookie;
    joe = (await signIn(db, 'joe@hall.example', { [us]: 'editor' })).cookie;
  });
  after(() => close());
  beforeEach(async () => {
    await db('venue').delete();
    await db('sent_once').delete();
  });

  const post = (key: string | undefined, name: string, cookie = amara) => {
    const { status: _published, ...venue } = newVenue({ name, organisationId: us });
    const request = supertest(url)
      .post('/api/v1/venues')
      .set({ Cookie: cookie, 'Sec-Fetch-Site': 'same-origin' });
    return (key ? request.set('Idempotency-Key', key) : request).send(venue);
  };
  const names = async () => (await db('venue').orderBy('id').pluck('name')) as string[];

  it('is answered as the first time, also at the very same moment, and done once', async () => {
    const answers = await Promise.all([1, 2, 3, 4].map(() => post(KEY, 'Barn')));
    const [first] = answers;
    for (const { status, body, headers } of [...answers, await post(KEY, 'Barn')])
      assert.deepEqual(
        [status, body, headers.etag, headers.location],
        [201, first?.body, first?.headers.etag, first?.headers.location],
      );
    assert.deepEqual(await names(), ['Barn']);
  });

  it('without a key, or with a new one, is done twice', async () => {
    await post(undefined, 'Barn').expect(201);
    await post(undefined, 'Barn').expect(201);
    await post(KEY, 'Barn').expect(201);
    await post(`${KEY}-2`, 'Barn').expect(201);
    assert.equal((await names()).length, 4);
  });

  it('is not taken for what another person, or another address, sends under the same key', async () => {
    await post(KEY, 'Barn').expect(201);
    await post(KEY, 'Barn', joe).expect(201);
    assert.equal((await names()).length, 2);
  });

  it('with something else under the same key is refused', async () => {
    await post(KEY, 'Barn').expect(201);
    const { body } = await post(KEY, 'Hall').expect(422);
    assert.equal(body.type, '/api/docs#problem-key-reused');
    const { body: short } = await post('short', 'Hall').expect(400);
    assert.equal(short.errors[0].parameter, 'Idempotency-Key');
    assert.deepEqual(await names(), ['Barn']);
  });

  it('after a failure is done, for the failure was not', async () => {
    await post(KEY, '').expect(400);
    await post(KEY, 'Barn').expect(201);
    assert.deepEqual(await names(), ['Barn']);
  });

  it('keeps no answer that tells of a person: what they do to their account can be done again', async () => {
    const change = () =>
      supertest(url)
        .patch('/api/v1/me')
        .set({ Cookie: amara, 'Sec-Fetch-Site': 'same-origin', 'Idempotency-Key': KEY })
        .send({ reminders: true })
        .expect(200);
    assert.deepEqual((await change()).body, (await change()).body);
    assert.deepEqual(await db('sent_once').select(), []);
  });

  it('is forgotten after three days', async () => {
    await post(KEY, 'Barn').expect(201);
    await sweep(db);
    assert.equal((await db('sent_once')).length, 1);
    await db('sent_once').update({ sent_at: db.raw(`now() - interval '73 hours'`) });
    await sweep(db);
    assert.equal((await db('sent_once')).length, 0);
  });

  describe('as a form', () => {
    const begin = (headers: Record<string, string>, more: Record<string, string> = {}) =>
      supertest(url)
        .post('/list')
        .set({ Cookie: amara, 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html', ...headers })
        .type('form')
        .send({
          name: 'Barn',
          kind: 'community_hall',
          point: '51.4275, -0.168',
          organisationId: String(us),
          ...more,
        });

    it('begins one listing, and says where it leads to whoever asks only that', async () => {
      const first = await begin({ 'Idempotency-Key': KEY, Prefer: 'return=minimal' }).expect(204);
      assert.match(first.headers.location ?? '', /^\/venues\/\d+\/edit\/rooms$/);
      const second = await begin({ 'Idempotency-Key': KEY }).expect(303);
      assert.equal(second.headers.location, first.headers.location);
      assert.deepEqual(await names(), ['Barn']);
    });

    it('that had a fault is looked at again', async () => {
      await begin({ 'Idempotency-Key': KEY }, { name: '' }).expect(400);
      await begin({ 'Idempotency-Key': KEY }).expect(303);
      assert.deepEqual(await names(), ['Barn']);
    });

    it('of somebody who is signed out says where to sign in, and keeps nothing for whoever comes next', async () => {
      const answer = await begin({ Cookie: '', Prefer: 'return=minimal' }).expect(401);
      assert.equal(answer.headers.location, '/sign-in?next=%2Flist');
      assert.equal((await db('kept_form')).length, 0);
      const plain = await begin({ Cookie: '' }).expect(303);
      assert.match(plain.headers.location ?? '', /kept%3D/);
    });
  });
});
