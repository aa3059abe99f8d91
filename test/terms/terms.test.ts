import assert from 'node:assert/strict';
import { useService } from '../support/app.ts';
import { addVenue } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

describe('house terms', () => {
  const service = useService();
  let path: string;
  let steward: string;
  let editor: string;
  let venueId: number;

  beforeEach(async () => {
    const us = await addOrganisation(service.db);
    venueId = (await addVenue(service.db, { organisationId: us })).id;
    path = `/api/v1/venues/${venueId}/terms`;
    steward = (await signIn(service.db, 'amara@hall.example', { [us]: 'steward' })).cookie;
    editor = (await signIn(service.db, 'joe@hall.example', { [us]: 'editor' })).cookie;
  });

  const put = (terms: object, match: string | undefined, cookie = steward) => {
    const request = service.request.put(path).set('Cookie', cookie);
    if (match !== undefined) request.set('If-Match', match);
    return request.send(terms);
  };
  const whole = {
    text: 'Leave it as you found it.\nThe kitchen is halal.',
    alcohol: 'not',
    daysNotOffered: [7, 5],
    usesNotHosted: ['gambling', 'political'],
    otherUsesNotHosted: ['Fireworks'],
    rates: [
      { visitor: 'commercial', per: 'hour', amount: 4000 },
      { visitor: 'own_group', per: 'free' },
    ],
    deposit: { amount: 5000 },
    noticeDays: 14,
    keys: 'opened',
  };

  it('are unknown until they are stated', async () => {
    const { body, headers } = await service.request.get(path).expect(200);
    assert.deepEqual(body, { version: 0 });
    assert.match(String(headers.etag), /^"0-/);
  });

  it('are stated as versions, of which the old ones stay', async () => {
    const { headers: none } = await service.request.get(path);
    const first = await put(whole, String(none.etag)).expect(200);
    assert.deepEqual(first.body, { version: 1, outcome: 'stated' });
    assert.equal(first.headers.etag, '"1"');
    const { body } = await service.request.get(path).expect(200);
    assert.equal(body.statedBy, 'Tooting Neighbours');
    assert.match(body.url, /\/terms\/1$/);
    assert.deepEqual(body.terms, {
      ...whole,
      daysNotOffered: [5, 7],
      usesNotHosted: ['political', 'gambling'],
      rates: [
        { visitor: 'own_group', per: 'free' },
        { visitor: 'commercial', per: 'hour', amount: 4000, currency: 'GBP' },
      ],
      deposit: { amount: 5000, currency: 'GBP' },
    });
    assert.deepEqual((await put(body.terms, '"1"').expect(200)).body, { version: 1, outcome: 'unchanged' });
    await put({ alcohol: 'ask' }, '"1"').expect(200);
    assert.deepEqual((await service.request.get(path)).body.terms, { alcohol: 'ask' });
    assert.deepEqual((await service.request.get(`${path}/1`)).body, body);
    await service.request.get(`${path}/3`).expect(404);
  });

  it('are never written over', async () => {
    await put(whole, undefined).expect(428);
    await put(whole, '"0"').expect(200);
    await put({ alcohol: 'ask' }, '"0"').expect(412);
    await put({ alcohol: 'ask' }, '"1", W/"0"').expect(200);
    for (const change of [
      service.db('terms_version').update({ terms: '{}' }),
      service.db('terms_version').where({ version: 1 }).delete(),
    ]) {
      await service.db.raw('savepoint trial');
      await assert.rejects(change, /never altered/);
      await service.db.raw('rollback to savepoint trial');
    }
    await service.db('venue').where({ id: venueId }).delete();
    assert.deepEqual(await service.db('terms_version').select(), []);
  });

  it('are for stewards to state', async () => {
    await put(whole, '"0"', editor).expect(403);
    await put(whole, '"0"', '').expect(401);
    await put(whole, '"0"', (await signIn(service.db, 'stranger@x.example')).cookie).expect(403);
  });

  it('are as public as their venue', async () => {
    await put(whole, '"0"').expect(200);
    await service.db('venue').where({ id: venueId }).update({ status: 'withdrawn' });
    for (const address of [path, `${path}/1`]) {
      await service.request.get(address).expect(404);
      const { headers } = await service.request.get(address).set('Cookie', editor).expect(200);
      assert.equal(headers['cache-control'], 'private, no-store');
    }
  });

  it('must make sense', async () => {
    for (const wrong of [
      { text: 'x'.repeat(4001) },
      { alcohol: 'yes' },
      { daysNotOffered: [0] },
      { daysNotOffered: [1, 1] },
      { usesNotHosted: ['everything'] },
      { rates: [{ visitor: 'charity', per: 'hour' }] },
      { rates: [{ visitor: 'charity', per: 'free', amount: 0 }] },
      { rates: [{ visitor: 'charity', per: 'hour', amount: -1 }] },
      {
        rates: [
          { visitor: 'charity', per: 'free' },
          { visitor: 'charity', per: 'ask' },
        ],
      },
      { deposit: { amount: 1.5 } },
      { conditions: 'none' },
    ])
      await put(wrong, '"0"').expect(400);
  });
});
