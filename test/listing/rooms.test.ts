/** Rooms among each other: added, copied, moved, taken away, joined; and what is asked of one. */
import assert from 'node:assert/strict';
import { addVenue } from '../support/factories.ts';
import { fieldsIn, useDesk } from './desk.ts';

describe('the rooms of a listing', () => {
  const desk = useDesk();
  const { send, see, venue, roomId } = desk;
  const names = async () => (await venue()).spaces?.map(({ name }) => name);
  const room = async (name: string) => (await venue()).spaces?.find((each) => each.name === name);

  it('keep all that is said of one', async () => {
    await send('edit/rooms', {
      name: 'Garden',
      setting: 'outdoor',
      floor: '-1',
      floorArea: '120.5',
      description: 'Under the plane tree',
      people_standing: '100',
      most_standing: '150',
      condition_standing: 'When it is dry',
      next: 'another',
    }).expect(303);
    const { id: _id, ...garden } = (await room('Garden')) ?? {};
    assert.deepEqual(garden, {
      name: 'Garden',
      setting: 'outdoor',
      floor: -1,
      floorArea: 120.5,
      description: 'Under the plane tree',
      capacities: [{ layout: 'standing', comfortable: 100, legalMaximum: 150, condition: 'When it is dry' }],
      facts: [],
    });
  });

  it('are copied with their answers, which nobody has seen yet', async () => {
    const hall = await roomId('Main hall');
    await send(`edit/rooms/${hall}/access`, { version: '1', seen: 'yes', fact_hearing_loop: 'yes' });
    await send('edit/rooms', { do: `copy-${hall}` }).expect(303);
    await send('edit/rooms', { do: `copy-${hall}` }).expect(303);
    assert.deepEqual(await names(), ['Main hall', 'Main hall 3', 'Main hall 2', 'Snug']);
    const copy = await room('Main hall 2');
    assert.deepEqual(copy?.capacities, [{ layout: 'theatre', comfortable: 80 }]);
    assert.deepEqual(
      copy?.facts?.map(({ key, method }) => [key, method]),
      [['hearing_loop', 'told']],
    );
    assert.equal((await room('Main hall'))?.facts?.[0]?.method, 'visited');
  });

  it('are moved up and down, no further than the ends, and taken away so that it can be undone', async () => {
    const snug = await roomId('Snug');
    await send('edit/rooms', { do: `up-${snug}` }).expect(303);
    await send('edit/rooms', { do: `up-${snug}` }).expect(303);
    assert.deepEqual(await names(), ['Snug', 'Main hall']);
    const { text } = await see('manage/history').expect(200);
    assert.match(text, /The order of the rooms was changed\./);
    assert.doesNotMatch(text, /manage\/history\/2"/, 'there is nothing to undo of an order');
    await send('edit/rooms', { do: `down-${snug}` }).expect(303);
    assert.deepEqual(await names(), ['Main hall', 'Snug']);
    const { headers } = await send('edit/rooms', { do: `remove-${snug}` }).expect(303);
    assert.equal(headers.location, `${desk.path}/edit/rooms?done=removed`);
    assert.deepEqual(await names(), ['Main hall']);
    const { version } = await desk.service.db('venue').where({ id: desk.id }).first('version');
    await send(`manage/history/${version}`, { against: String(version) }).expect(303);
    assert.deepEqual(await names(), ['Main hall', 'Snug']);
    await send('edit/rooms', { do: 'up-2000000000' }).expect(303);
  });

  it('come back with everything typed of a new one when a button does something to another', async () => {
    const snug = await roomId('Snug');
    const { headers } = await send('edit/rooms', {
      do: `up-${snug}`,
      name: 'Attic',
      people_cabaret: '12',
    }).expect(303);
    const form = fieldsIn((await see(headers.location?.slice(desk.path.length + 1) ?? '').expect(200)).text);
    assert.deepEqual([form.name, form.people_cabaret], [['Attic'], ['12']]);
    assert.deepEqual(await names(), ['Snug', 'Main hall']);
  });

  it('are joined by their ids, follow a new name, and come apart when a part is gone', async () => {
    const [hall, snug] = [await roomId('Main hall'), await roomId('Snug')];
    const one = await send('edit/rooms', { name: 'Whole floor', joins: String(hall) }).expect(400);
    assert.match(one.text, /href="#joins"/);
    await send('edit/rooms', { name: 'Whole floor', joins: [String(hall), String(snug)] }).expect(303);
    await send(`edit/rooms/${snug}`, { version: '2', name: 'Cosy', people_boardroom: '8' }).expect(303);
    assert.deepEqual((await room('Whole floor'))?.joins, ['Main hall', 'Cosy']);
    await send('edit/rooms', { do: `remove-${hall}` }).expect(303);
    assert.equal((await room('Whole floor'))?.joins, undefined);
  });

  it('say what is wrong beside its field', async () => {
    const { text } = await send('edit/rooms', {
      name: 'Snug',
      floor: 'ground',
      floorArea: '0',
      people_theatre: '50',
      most_theatre: '40',
      condition_banquet: 'Only when dry',
    }).expect(400);
    for (const field of ['name', 'floor', 'floorArea', 'most_theatre', 'people_banquet'])
      assert.match(text, new RegExp(`href="#${field}"`), field);
    assert.match(text, /value="ground"/);
    assert.match(text, /Only when dry/);
  });

  it('are the work of editors too, and of nobody else', async () => {
    await send('edit/rooms', { name: 'Attic' }, desk.editor).expect(303);
    await send('edit/rooms', { name: 'Cellar' }, '').expect(303);
    assert.deepEqual(await names(), ['Main hall', 'Snug', 'Attic']);
  });
});

describe('GET /api/v1/venues/similar', () => {
  const desk = useDesk();
  const ask = (query: object) => desk.service.request.get('/api/v1/venues/similar').query(query);

  it('names places near that are called alike, and tells of no draft and no hidden place', async () => {
    const at = { lon: -0.168, lat: 51.4275 };
    assert.deepEqual((await ask({ name: 'Quillfeather Hall', ...at }).expect(200)).body, { items: [] });
    const shown = await addVenue(desk.service.db, { name: 'The Quillfeather Hall' });
    await addVenue(desk.service.db, {
      name: 'Quillfeather House',
      location: { ...at, precision: 'hidden' },
    });
    const { body } = await ask({ name: 'Quillfeather Hall', ...at }).expect(200);
    assert.deepEqual(body.items, [
      { id: shown.id, slug: 'the-quillfeather-hall', name: 'The Quillfeather Hall' },
    ]);
    assert.deepEqual((await ask({ name: 'Quillfeather Hall', lon: -0.2, lat: 51.4275 })).body.items, []);
    await ask({ name: 'Quillfeather Hall', lon: 200, lat: 51 }).expect(400);
    await ask(at).expect(400);
  });
});
