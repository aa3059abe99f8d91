import assert from 'node:assert/strict';
import { OPERATOR_TOKEN, useService } from '../support/app.ts';
import { addVenue, fact, newVenue, space } from '../support/factories.ts';

const operator = { Authorization: `Bearer ${OPERATOR_TOKEN}` };

describe('GET /api/v1/venues/:id', () => {
  const service = useService();

  it('answers the whole venue with evidence and age, and a strong ETag', async () => {
    const { id } = await addVenue(service.db, {
      facts: [fact('step_free_entrance', 'yes', { observedOn: '2020-01-01', observedBy: 'Two stewards' })],
      spaces: [space('Main hall', { theatre: 60, banquet: 40 })],
      openingHours: { osm: 'Mo-Fr 09:00-21:00' },
    });
    const { body, headers } = await service.request.get(`/api/v1/venues/${id}`).expect(200);
    assert.equal(body.facts[0].age.state, 'old');
    assert.equal(body.facts[0].observedBy, 'Two stewards');
    assert.deepEqual(
      body.spaces[0].capacities.map((each: { layout: string }) => each.layout),
      ['banquet', 'theatre'],
    );
    assert.equal(body.openingHours.weekly.length, 5);
    const etag = headers.etag ?? '';
    assert.match(etag, /^"1-[\w-]{16}"$/);
    await service.request.get(`/api/v1/venues/${id}`).set('If-None-Match', etag).expect(304);
  });

  it('keeps drafts, withdrawn venues and private contacts to itself', async () => {
    const draft = await addVenue(service.db, { status: 'draft' });
    const gone = await addVenue(service.db, { status: 'withdrawn' });
    const open = await addVenue(service.db, {
      contacts: [
        { kind: 'phone', value: '020 7946 0123' },
        { kind: 'website', value: 'https://example.org', public: true },
      ],
    });
    for (const { id } of [draft, gone]) {
      await service.request.get(`/api/v1/venues/${id}`).expect(404);
      await service.request.get(`/api/v1/venues/${id}/history`).expect(404);
      await service.request.get(`/venues/broadwater-hall-${id}`).expect(404);
    }
    const venue = await service.request.get(`/api/v1/venues/${open.id}`).expect(200);
    assert.deepEqual(
      venue.body.contacts.map((each: { kind: string }) => each.kind),
      ['website'],
    );
    const history = await service.request.get(`/api/v1/venues/${open.id}/history`).expect(200);
    assert.ok(!history.text.includes('7946'));
  });
});

describe('writing venues', () => {
  const service = useService();
  const post = (body: object) => service.request.post('/api/v1/venues').set(operator).send(body);

  it('adds, changes, and keeps every change', async () => {
    const added = await post(newVenue({ spaces: [space('Hall', { standing: 90 })] })).expect(201);
    const { id } = added.body;
    const etag = added.headers.etag ?? '';
    await service.request.patch(`/api/v1/venues/${id}`).set(operator).send({ name: 'New name' }).expect(428);
    const changed = await service.request
      .patch(`/api/v1/venues/${id}`)
      .set({ ...operator, 'If-Match': etag })
      .send({ name: 'New name' })
      .expect(200);
    assert.equal(changed.body.version, 2);
    for (const tag of [etag, 'W/"2"', '"abc"', '"1", "7"']) {
      await service.request
        .patch(`/api/v1/venues/${id}`)
        .set({ ...operator, 'If-Match': tag })
        .send({ name: 'Too late' })
        .expect(412);
    }
    const { body } = await service.request.get(`/api/v1/venues/${id}/history`).expect(200);
    assert.deepEqual(body.items[0].edits, [{ path: '/name', before: 'Broadwater Hall', after: 'New name' }]);
    assert.equal(body.items[1].action, 'added');
    const { body: list } = await service.request.get('/api/v1/venues?q=new+name').expect(200);
    assert.deepEqual(
      list.items.map((item: { id: number }) => item.id),
      [id],
    );
  });

  it('does nothing for a change that changes nothing', async () => {
    const { body, headers } = await post(newVenue()).expect(201);
    const same = await service.request
      .patch(`/api/v1/venues/${body.id}`)
      .set({ ...operator, 'If-Match': headers.etag ?? '' })
      .send({ name: newVenue().name })
      .expect(200);
    assert.deepEqual([same.body.version, same.body.outcome], [1, 'unchanged']);
  });

  it('keeps the ids of spaces, and lets two swap their names', async () => {
    const added = await post(
      newVenue({ spaces: [space('A', { theatre: 10 }), space('B', { theatre: 20 })] }),
    );
    const { body: before } = await service.request.get(`/api/v1/venues/${added.body.id}`);
    const [a, b] = before.spaces;
    await service.request
      .patch(`/api/v1/venues/${added.body.id}`)
      .set({ ...operator, 'If-Match': added.headers.etag ?? '' })
      .send({
        spaces: [
          { id: a.id, name: 'B' },
          { id: b.id, name: 'A' },
        ],
      })
      .expect(200);
    const { body: after } = await service.request.get(`/api/v1/venues/${added.body.id}`);
    assert.deepEqual(
      after.spaces.map(({ id, name }: { id: number; name: string }) => [id, name]),
      [
        [a.id, 'B'],
        [b.id, 'A'],
      ],
    );
  });

  it('names every fault at once, with a pointer, and keeps nothing', async () => {
    const { body } = await post({
      ...newVenue(),
      kind: 'castle',
      facts: [{ key: 'step_free_entrance', value: 'maybe', method: 'visited', observedOn: 'yesterday' }],
      spaces: [{ name: 'Hall', capacities: [{ layout: 'theatre', comfortable: 0 }] }],
    }).expect(400);
    const pointers = body.errors.map((error: { pointer: string }) => error.pointer);
    for (const pointer of [
      '#/kind',
      '#/facts/0/value',
      '#/facts/0/observedOn',
      '#/spaces/0/capacities/0/comfortable',
    ]) {
      assert.ok(pointers.includes(pointer), `${pointer} in ${pointers}`);
    }
  });

  it('refuses what no schema can say: scopes, units, the future, joins, legal maxima', async () => {
    const { body } = await post({
      ...newVenue(),
      facts: [
        fact('blackout', 'yes'),
        fact('door_clear_width', 'yes'),
        fact('lift', 'yes', { observedOn: '2999-01-01' }),
      ],
      openingHours: { osm: 'whenever we like' },
      spaces: [
        { name: 'Hall', joins: ['Hall', 'Attic'], facts: [fact('step_free_entrance', 'yes')] },
        { name: 'Hall', capacities: [{ layout: 'theatre', comfortable: 10, legalMaximum: 9 }] },
      ],
    }).expect(400);
    const pointers = body.errors.map((error: { pointer: string }) => error.pointer).sort();
    assert.deepEqual(pointers, [
      '#/facts/0/key',
      '#/facts/1/value',
      '#/facts/2/observedOn',
      '#/openingHours',
      '#/spaces/0/facts/0/key',
      '#/spaces/0/joins',
      '#/spaces/0/joins',
      '#/spaces/1/capacities/0/legalMaximum',
      '#/spaces/1/name',
    ]);
  });

  it('lets constraints decide what only the database can know', async () => {
    const identifiers = [{ scheme: 'uprn', value: '100023336956' }];
    await post(newVenue({ identifiers: [{ scheme: 'uprn', value: '100023336956' }] })).expect(201);
    const { body } = await post({ ...newVenue(), identifiers }).expect(409);
    assert.match(body.detail, /same building/);
    await post({ ...newVenue(), organisationId: 999_999 }).expect(409);
  });
});
