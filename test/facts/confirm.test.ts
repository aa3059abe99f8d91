import assert from 'node:assert/strict';
import { confirmFacts, markOf } from '../../server/facts/confirm.ts';
import type { Actor } from '../../server/venues/record.ts';
import type { NewFact } from '../../server/venues/schema.ts';
import { useService } from '../support/app.ts';
import { addVenue, fact, holder, space, TODAY } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

const old = { observedOn: '2024-05-01', observedBy: 'Ruth' };

describe('facts that are still true', () => {
  const service = useService();
  let us: number;
  let id: number;
  let hall: number;
  let cookie: string;

  beforeEach(async () => {
    us = await addOrganisation(service.db);
    ({ id } = await addVenue(service.db, {
      organisationId: us,
      facts: [
        fact('hearing_loop', 'yes', { ...old, note: 'In the front rows' }),
        fact('wifi', 'yes', { ...old, method: 'told' }),
        fact('automatic_door', 'no', old),
      ],
      spaces: [
        space('Main hall', { theatre: 80 }, { facts: [fact('stage', 'yes', old)] }),
        space('Snug', {}, { facts: [fact('stage', 'no', old)] }),
      ],
    }));
    ({ cookie } = await signIn(service.db, 'amara@hall.example', { [us]: 'editor' }));
    hall = (await read()).spaces[0].id;
  });

  const read = async () => (await service.request.get(`/api/v1/venues/${id}`).expect(200)).body;
  const confirm = (body: object, version = '*') =>
    service.request
      .post(`/api/v1/venues/${id}/facts/confirm`)
      .set({ Cookie: cookie, 'If-Match': version })
      .send(body);
  const stated = (venue: { facts: (NewFact & { age: object })[] }, key: string) =>
    venue.facts.find((each) => each.key === key);

  it('are as recent as the day on which somebody says so, and say what they said', async () => {
    const before = await read();
    const facts = [{ key: 'hearing_loop' }, { key: 'stage', spaceId: hall }];
    const { body } = await confirm({ facts, method: 'visited' }, `"${before.version}"`).expect(200);
    assert.deepEqual(body, {
      id,
      version: before.version + 1,
      outcome: 'updated',
      confirmed: facts,
      left: [],
    });
    const after = await read();
    assert.deepEqual(stated(after, 'hearing_loop'), {
      key: 'hearing_loop',
      value: 'yes',
      note: 'In the front rows',
      method: 'visited',
      observedOn: TODAY,
      age: { days: 0, state: 'fresh' },
    });
    assert.equal(after.spaces[0].facts[0].observedOn, TODAY);
    // Everything else is as it was.
    const rest = ({ version: _v, updatedAt: _u, facts: _f, spaces: _s, ...venue }: typeof after) => venue;
    assert.deepEqual(rest(after), rest(before));
    for (const key of ['wifi', 'automatic_door']) assert.deepEqual(stated(after, key), stated(before, key));
    assert.deepEqual(after.spaces[1], before.spaces[1]);
  });

  it('are one change in the history, and can be undone', async () => {
    const { body } = await confirm({
      facts: [{ key: 'wifi' }, { key: 'automatic_door' }],
      method: 'told',
      observedOn: '2025-01-31',
    }).expect(200);
    const { body: history } = await service.request.get(`/api/v1/venues/${id}/history?limit=1`).expect(200);
    assert.deepEqual(
      history.items[0].edits.map(({ path }: { path: string }) => path),
      ['/facts/automatic_door', '/facts/wifi'],
    );
    await service.request
      .post(`/api/v1/venues/${id}/revert`)
      .set({ Cookie: cookie, 'If-Match': `"${body.version}"` })
      .send({ version: body.version })
      .expect(200);
    const before = stated(await read(), 'automatic_door');
    assert.deepEqual([before?.observedOn, before?.method], ['2024-05-01', 'visited']);
  });

  it('are left where nothing is stated, or where the same or more is known', async () => {
    await confirm({ facts: [{ key: 'automatic_door' }], method: 'visited' }).expect(200);
    const facts = [{ key: 'automatic_door' }, { key: 'lift' }, { key: 'stage', spaceId: hall + 100_000 }];
    const { body } = await confirm({ facts, method: 'told' }).expect(200);
    assert.equal(body.outcome, 'unchanged');
    assert.deepEqual(
      body.left.map(({ reason }: { reason: string }) => reason),
      ['newer', 'gone', 'gone'],
    );
    assert.equal(stated(await read(), 'automatic_door')?.method, 'visited', 'seen on that day stays seen');
  });

  it('are what was seen: what says something else by now is not confirmed', async () => {
    const facts = [
      { key: 'wifi', mark: markOf({ value: 'yes' }) },
      { key: 'automatic_door', mark: markOf({ value: 'yes' }) },
      { key: 'hearing_loop', mark: markOf({ value: 'yes' }) },
    ];
    const { confirmed, left } = await confirmFacts(service.db, holder, id, facts, { method: 'told' });
    assert.deepEqual(confirmed, [{ key: 'wifi' }]);
    assert.deepEqual(left, [
      { key: 'automatic_door', reason: 'changed' },
      { key: 'hearing_loop', reason: 'changed' },
    ]);
  });

  it('are not confirmed over the word of somebody who counts for more', async () => {
    const visitor: Actor = { name: 'visitor', kind: 'member', rank: 'visit' };
    const made = await confirmFacts(service.db, visitor, id, [{ key: 'wifi' }], { method: 'visited' });
    assert.deepEqual([made.outcome, made.confirmed], ['unchanged', []]);
    assert.deepEqual(made.left, [{ key: 'wifi', reason: 'outranked' }]);
  });

  it('need the version that they were read from', async () => {
    const body = { facts: [{ key: 'wifi' }], method: 'told' };
    await service.request
      .post(`/api/v1/venues/${id}/facts/confirm`)
      .set('Cookie', cookie)
      .send(body)
      .expect(428);
    await confirm(body, '"99"').expect(412);
  });

  it('are not confirmed for a day that is to come, nor as imported, nor as what is no fact', async () => {
    const facts = [{ key: 'wifi' }];
    await confirm({ facts, method: 'told', observedOn: '2999-01-01' }).expect(400);
    await confirm({ facts, method: 'imported' }).expect(400);
    await confirm({ facts: [], method: 'told' }).expect(400);
    await confirm({ facts: [{ key: 'nothing' }], method: 'told' }).expect(400);
  });
});
