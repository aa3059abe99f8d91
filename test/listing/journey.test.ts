import assert from 'node:assert/strict';
import type { Test } from 'supertest';
import { getRecord } from '../../server/venues/read.ts';
import { useService } from '../support/app.ts';
import { addVenue } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

const place = {
  name: 'Quillfeather Hall',
  kind: 'community_hall',
  newGroup: 'Quillfeather Friends',
  street: '1 Quill Road',
  town: 'London',
  postcode: 'SW17 8ZZ',
  point: '51.4275, -0.168',
};

describe('listing a place', () => {
  const service = useService();
  let cookie: string;
  beforeEach(async () => {
    ({ cookie } = await signIn(service.db, 'amara@hall.example'));
  });
  const as = (request: Test, who = cookie) =>
    request.set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin', Cookie: who });
  const send = (path: string, form: object, who = cookie) =>
    as(service.request.post(path), who).type('form').send(form);
  const see = (path: string, who = cookie) => as(service.request.get(path), who);
  const versionIn = (html: string) => /name="version" value="(\d+)"/.exec(html)?.[1] ?? '';
  const begin = async (form: object = place) => {
    const answer = await send('/list', form).expect(303);
    const id = Number(/^\/venues\/(\d+)\/edit\/rooms$/.exec(answer.headers.location ?? '')?.[1]);
    return { id, path: `/venues/quillfeather-hall-${id}` };
  };

  it('goes from nothing to a published place in three forms, and says what may come next', async () => {
    const { id, path } = await begin();
    await see(path).expect(404);
    const rooms = await see(`${path}/edit/rooms`).expect(200);
    assert.match(rooms.text, /Step 2 of 12/);
    const saved = await send(`${path}/edit/rooms`, {
      version: versionIn(rooms.text),
      name: 'Main hall',
      people_theatre: '80',
      next: 'publish',
    }).expect(303);
    assert.equal(saved.headers.location, `${path}/edit/publish`);
    const publish = await see(`${path}/edit/publish`).expect(200);
    const done = await send(`${path}/edit/publish`, { version: versionIn(publish.text) }).expect(303);
    assert.equal(done.headers.location, `${path}/manage/published`);
    const { text } = await see(`${path}/manage/published`).expect(200);
    assert.match(text, /Quillfeather Hall is in the register/);
    assert.match(text, new RegExp(`href="${path}/edit/access"`));
    await service.request.get(path).set('Sec-Fetch-Site', 'same-origin').expect(200);
    const { body } = await service.request.get(`/api/v1/venues/${id}`).expect(200);
    assert.equal(body.organisation.name, 'Quillfeather Friends');
  });

  it('goes through every step in its order, and keeps what is said in each', async () => {
    const { id, path } = await begin();
    await send(`${path}/edit/rooms`, {
      name: 'Main hall',
      people_theatre: '80',
      floor: '0',
      next: 'another',
    }).expect(303);
    const answer = await send(`${path}/edit/rooms`, { name: 'Snug', people_boardroom: '8' }).expect(303);
    const way: string[] = [answer.headers.location ?? ''];
    const typed: Record<string, object> = {
      getting_in: { seen: 'yes', fact_step_free_entrance: 'yes' },
      arriving: { seen: 'yes', fact_blue_badge_bays: '2' },
      eating: { fact_kitchen: 'partial', note_kitchen: 'Kettle only' },
    };
    while (/\/edit\/(?!publish)/.test(way.at(-1) ?? '')) {
      const at = way.at(-1) ?? '';
      await see(at).expect(200);
      const form =
        typed[at.split(/[/?]/).find((part) => part in typed) ?? ''] ??
        (/precision/.test(at) ? { precision: 'exact' } : {});
      const about = /about/.test(at) ? { name: 'Quillfeather Hall', kind: 'community_hall' } : {};
      const { headers } = await send(at.replace(/\?.*/, ''), { version: '99', ...about, ...form }).expect(
        303,
      );
      way.push(headers.location ?? '');
    }
    assert.deepEqual(
      way.map((each) => each.slice(path.length).split('?')[0]),
      [
        ...['/edit/about', '/edit/access/arriving', '/edit/access/getting_in', '/edit/access/moving_around'],
        ...['/edit/access/toilets', '/edit/access/senses', '/edit/access/people', '/edit/facilities/eating'],
        ...['/edit/facilities/equipment', '/edit/facilities/comfort', '/edit/facilities/outside'],
        ...['/edit/hours', '/edit/contacts', '/edit/precision', '/terms'],
      ],
    );
    const { venue } = await getRecord(service.db, id);
    assert.deepEqual(
      venue.facts?.map(({ key, value, method, note }) => [key, value, method, note]),
      [
        ['blue_badge_bays', 2, 'visited', undefined],
        ['kitchen', 'partial', 'told', 'Kettle only'],
        ['step_free_entrance', 'yes', 'visited', undefined],
      ],
    );
    assert.deepEqual(
      venue.spaces?.map(({ name, floor, capacities }) => [name, floor, capacities]),
      [
        ['Main hall', 0, [{ layout: 'theatre', comfortable: 80 }]],
        ['Snug', undefined, [{ layout: 'boardroom', comfortable: 8 }]],
      ],
    );
    // The journey leads through the pages of terms and photos, and on from them.
    assert.match((await see(`${path}/terms`).expect(200)).text, new RegExp(`href="${path}/edit/services"`));
    const { headers } = await send(`${path}/edit/services`, { version: '99', services: 'ask_first' }).expect(
      303,
    );
    assert.equal(headers.location, `${path}/photos`);
    assert.match((await see(`${path}/photos`).expect(200)).text, new RegExp(`href="${path}/edit/publish"`));
  });

  it('keeps what an answer was known by when it stays, and forgets what is not known any more', async () => {
    const { id, path } = await begin();
    const moving = `${path}/edit/access/moving_around`;
    await send(moving, { version: '1', seen: 'yes', fact_lift: 'yes', fact_evacuation_plan: 'no' }).expect(
      303,
    );
    await send(moving, { version: '2', fact_lift: 'yes', fact_high_contrast_edges: 'no' }).expect(303);
    const { venue } = await getRecord(service.db, id);
    assert.deepEqual(
      venue.facts?.map(({ key, method }) => [key, method]),
      [
        ['high_contrast_edges', 'told'],
        ['lift', 'visited'],
      ],
    );
  });

  it('says what is missing beside its field, with everything typed', async () => {
    const { text } = await send('/list', {
      ...place,
      name: '',
      kind: 'castle',
      point: 'here',
      newGroup: '',
    }).expect(400);
    assert.match(text, /<title>Error: List a place/, 'heard before anything else of the page');
    for (const field of ['name', 'kind', 'point', 'newGroup'])
      assert.match(text, new RegExp(`href="#${field}"`));
    assert.match(text, /value="1 Quill Road"/);
    assert.match(text, /value="here"/);
    assert.equal(await service.db('venue').first('id'), undefined);
    const { path } = await begin();
    const rooms = await send(`${path}/edit/rooms`, { name: '', people_theatre: 'many' }).expect(400);
    assert.match(rooms.text, /href="#people_theatre">Theatre: enter how many people/);
    assert.match(rooms.text, /href="#name">Enter what the room is called</);
    assert.match(rooms.text, /value="many"/);
    const bays = await send(`${path}/edit/access/arriving`, {
      version: '1',
      fact_blue_badge_bays: 'two',
    }).expect(400);
    assert.match(bays.text, /href="#fact_blue_badge_bays">Blue Badge bays: enter how many/);
  });

  it('drops no name of a new group without a word when a group of one’s own is chosen', async () => {
    const own = await addOrganisation(service.db, { name: 'Bryn Hall Friends' });
    const member = await signIn(service.db, 'bryn@hall.example', { [own]: 'steward' });
    const both = { ...place, organisationId: String(own) };
    const { text } = await send('/list', both, member.cookie).expect(400);
    assert.match(text, /href="#newGroup">You chose a group of yours and named a new one/);
    assert.match(text, /value="Quillfeather Friends"/);
    await send('/list', { ...both, newGroup: '' }, member.cookie).expect(303);
  });

  it('asks whether it is one that is here already, and tells of no draft', async () => {
    const { id } = await addVenue(service.db, {
      name: 'Quillfeather Hall',
      location: { lon: -0.1681, lat: 51.4275, precision: 'exact' },
    });
    const { text } = await send('/list', place).expect(400);
    assert.match(text, new RegExp(`/venues/quillfeather-hall-${id}/claim`));
    const other = await begin({ ...place, another: 'yes' });
    await service.db('venue').where({ id }).delete();
    assert.ok(other.id);
    // The draft that has just been made stands at the same point, and is nobody else's to know of.
    const stranger = await signIn(service.db, 'joe@elsewhere.example');
    await send('/list', place, stranger.cookie).expect(303);
  });

  it('finds the point of a postcode, and says when it does not know it', async () => {
    await service.db('place').insert({
      name: 'SW17 8ZZ',
      folded: 'sw17 8zz',
      area: 'London',
      kind: 'postcode',
      lon: -0.16,
      lat: 51.43,
    });
    const { id } = await begin({ ...place, point: '', postcode: 'sw17 8zz' });
    const { venue } = await getRecord(service.db, id);
    assert.deepEqual(venue.location, { lon: -0.16, lat: 51.43, precision: 'exact' });
    // A district is not where a door is, though the gazetteer may call it a postcode.
    for (const district of ['SW17', 'SW17 8']) {
      await service.db('place').insert({
        name: district,
        folded: district.toLowerCase(),
        area: 'London',
        kind: 'postcode',
        lon: -0.16,
        lat: 51.43,
      });
      const answer = await send('/list', { ...place, point: '', postcode: district }).expect(400);
      assert.match(answer.text, /We do not know this postcode/);
    }
    const { text } = await send('/list', { ...place, point: '', postcode: 'ZZ1 1ZZ' }).expect(400);
    assert.match(text, /We do not know this postcode/);
  });

  it('publishes for stewards only, and only what has a room', async () => {
    const us = await addOrganisation(service.db);
    const editor = await signIn(service.db, 'editor@us.example', { [us]: 'editor' });
    const steward = await signIn(service.db, 'steward@us.example', { [us]: 'steward' });
    const { id } = await addVenue(service.db, {
      organisationId: us,
      status: 'draft',
      name: 'Quillfeather Hall',
    });
    const path = `/venues/quillfeather-hall-${id}`;
    const { text } = await send(`${path}/edit/publish`, { version: '1' }, steward.cookie).expect(400);
    assert.match(text, /href="#noRoom">Add at least one room/);
    assert.match(text, new RegExp(`id="noRoom" href="${path}/edit/rooms"`));
    // What nobody has said yet is not done, and the page has no link to itself.
    assert.match(text, /How exactly the place is shown<\/a><span class="mh-steps__state">Exactly</);
    assert.match(text, /Regular services<\/a><span class="mh-steps__state">Ask us first</);
    assert.match(text, /<span aria-current="step">Publish<\/span>/);
    await send(`${path}/edit/rooms`, { version: '1', name: 'Hall' }, editor.cookie).expect(303);
    await send(`${path}/edit/publish`, { version: '2' }, editor.cookie).expect(403);
    await send(`${path}/edit/publish`, { version: '2' }, steward.cookie).expect(303);
    const stranger = await signIn(service.db, 'stranger@them.example');
    await see(`${path}/edit/rooms`, stranger.cookie).expect(403);
  });
});
