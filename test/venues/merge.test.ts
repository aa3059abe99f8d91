import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import type { Actor } from '../../server/venues/record.ts';
import { saveVenue } from '../../server/venues/repository.ts';
import { loadRecords } from '../../server/venues/rows.ts';
import type { VenueChange } from '../../server/venues/schema.ts';
import { OPERATOR_TOKEN, useService } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue, fact, holder, newVenue, space } from '../support/factories.ts';

const importer: Actor = { name: 'import:osm', kind: 'import', rank: 'import', source: 'osm' };
const osm = {
  id: 'osm',
  name: 'OpenStreetMap',
  licence: 'ODbL',
  attribution: '© OpenStreetMap contributors',
};
const imported = (key: string, value: 'yes' | 'no') => fact(key, value, { method: 'imported' });

describe('a community’s word wins', () => {
  const service = useService();
  beforeEach(() => service.db('source').insert(osm));

  const stated = async (id: number, key: string) =>
    (await loadRecords(service.db, [id]))[0]?.facts.find((each) => each.key === key)?.value;
  const say = (id: number, change: VenueChange, actor = holder) => saveVenue(service.db, actor, id, change);

  it('keeps what the holder said against every later import, and keeps the import beside it', async () => {
    const { id } = await addVenue(service.db, { facts: [imported('lift', 'yes')] }, importer);
    await say(id, { name: 'The people’s name', facts: [imported('lift', 'no')] });
    const { suggestions } = await say(
      id,
      { name: 'The map’s name', facts: [imported('lift', 'yes')] },
      importer,
    );
    assert.equal(await stated(id, 'lift'), 'no');
    assert.deepEqual(suggestions.map(({ path }) => path).sort(), ['/facts/lift', '/name']);
    assert.equal((await service.db('suggestion').where({ venue_id: id })).length, 2);
  });

  it('remembers that the holder took a fact out', async () => {
    const { id } = await addVenue(
      service.db,
      { facts: [imported('lift', 'yes'), imported('kitchen', 'yes')] },
      importer,
    );
    await say(id, { facts: [imported('kitchen', 'yes')] });
    await say(id, { facts: [imported('lift', 'yes'), imported('kitchen', 'no')] }, importer);
    assert.equal(await stated(id, 'lift'), undefined);
    assert.equal(await stated(id, 'kitchen'), 'no');
    await say(id, { facts: [fact('lift', 'partial'), imported('kitchen', 'no')] });
    assert.equal(await stated(id, 'lift'), 'partial');
  });

  it('does not let a new room take the name, and the place, of one that was renamed', async () => {
    const { id } = await addVenue(service.db, { spaces: [space('Hall', { theatre: 60 })] });
    const [old] = (await loadRecords(service.db, [id]))[0]?.spaces ?? [];
    assert.ok(old);
    await say(id, { spaces: [{ id: old.id, name: 'Main hall' }, space('Hall', { theatre: 20 })] });
    const [record] = await loadRecords(service.db, [id]);
    assert.deepEqual(
      record?.spaces.map((each) => [each.name, each.id === old.id, each.capacities.length]),
      [
        ['Main hall', true, 0],
        ['Hall', false, 1],
      ],
    );
  });

  it('refuses ids of spaces that are not the venue’s, or are sent twice', async () => {
    const { id } = await addVenue(service.db, { spaces: [space('Hall')] });
    const [hall] = (await loadRecords(service.db, [id]))[0]?.spaces ?? [];
    const spaces = [
      { id: hall?.id, name: 'A' },
      { id: hall?.id, name: 'B' },
      { id: 999_999, name: 'C' },
    ];
    await assert.rejects(say(id, { spaces }), (error: { errors?: { pointer: string }[] }) => {
      assert.deepEqual(
        error.errors?.map(({ pointer }) => pointer),
        ['#/spaces/1/id', '#/spaces/2/id'],
      );
      return true;
    });
  });

  it('changes nothing when a record is sent back as it was read, whatever its status', async () => {
    const operator = { Authorization: `Bearer ${OPERATOR_TOKEN}` };
    const sent = newVenue({
      status: 'draft',
      location: { lon: -0.168, lat: 51.4275, precision: 'approximate' },
      contacts: [{ kind: 'phone', value: '020 7946 0001' }],
      identifiers: [
        { scheme: 'uprn', value: '7' },
        { scheme: 'charity', value: '12' },
      ],
      openingHours: { osm: 'Mo-Fr 09:00-17:00; PH off' },
      facts: [fact('lift', 'yes')],
      spaces: [space('B', { theatre: 10 }), space('A'), { ...space('Both'), joins: ['A', 'B'] }],
      tenure: { holder: 'faith' },
    });
    const added = await service.request.post('/api/v1/venues').set(operator).send(sent).expect(201);
    const path = added.headers.location ?? '';
    await service.request.get(path).expect(401);
    const read = await service.request.get(path).set(operator).expect(200);
    assert.deepEqual(read.body.location, sent.location);
    const patch = (body: object, tag: string) =>
      service.request
        .patch(path.replace('/record', ''))
        .set({ ...operator, 'If-Match': tag })
        .send(body)
        .expect(200);
    const same = await patch(read.body, read.headers.etag ?? '');
    assert.deepEqual([same.body.outcome, same.body.version], ['unchanged', 1]);
    await patch({ tenure: null, openingHours: null }, '*');
    const { body } = await service.request.get(path).set(operator);
    assert.deepEqual([body.tenure, body.openingHours], [undefined, undefined]);
  });
});

describe('history is of what was public', () => {
  const service = useService();

  it('does not tell what a draft said before it was published', async () => {
    const { id } = await addVenue(service.db, {
      name: 'Secret working name',
      status: 'draft',
      description: 'Not for the world',
    });
    const place = { lon: -0.19, lat: 51.45, precision: 'exact' as const };
    await saveVenue(service.db, holder, id, {
      name: 'Public name',
      status: 'published',
      description: 'Hello',
      location: place,
    });
    const { text, body } = await service.request.get(`/api/v1/venues/${id}/history`).expect(200);
    assert.ok(!text.includes('Secret') && !text.includes('Not for the world') && !text.includes('51.4275'));
    assert.equal(
      body.items[0].edits.find((edit: { path: string }) => edit.path === '/name').after,
      'Public name',
    );
    await saveVenue(service.db, holder, id, { name: 'Newer name' });
    const { body: later } = await service.request.get(`/api/v1/venues/${id}/history?limit=1`);
    assert.deepEqual(later.items[0].edits, [{ path: '/name', before: 'Public name', after: 'Newer name' }]);
  });
});

describe('two writers of one venue', () => {
  it('lose nothing: the second sees what the first has said', async () => {
    const { db } = await freshDatabase();
    await db('source').insert(osm);
    const { id } = await addVenue(db, {});
    const first: Knex.Transaction = await db.transaction();
    await saveVenue(first, holder, id, { facts: [fact('lift', 'no')] });
    const second = db.transaction((transaction) =>
      saveVenue(transaction, importer, id, { description: 'From the map', facts: [imported('lift', 'yes')] }),
    );
    await new Promise((resolve) => setTimeout(resolve, 150));
    await first.commit();
    const { suggestions } = await second;
    const [record] = await loadRecords(db, [id]);
    assert.deepEqual(
      record?.facts.map(({ key, value }) => [key, value]),
      [['lift', 'no']],
    );
    assert.equal(suggestions.length, 1);
  });
});
