import assert from 'node:assert/strict';
import type supertest from 'supertest';
import { markOf } from '../../server/facts/confirm.ts';
import { useService } from '../support/app.ts';
import { addVenue, fact, space, TODAY } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

const yes = markOf({ value: 'yes' });

describe('the page on which facts are kept true', () => {
  const service = useService();
  let id: number;
  let path: string;
  let hall: number;
  let amara: string;
  let joe: string;

  beforeEach(async () => {
    const us = await addOrganisation(service.db);
    ({ id } = await addVenue(service.db, {
      organisationId: us,
      facts: [
        fact('hearing_loop', 'yes', { observedOn: '2024-05-01' }),
        fact('wifi', 'yes', { observedOn: '2020-03-01' }),
        fact('door_clear_width', 90, { observedOn: '2024-06-01' }),
        fact('automatic_door', 'yes', { observedOn: '2023-06-01' }),
        fact('piano', 'yes'),
      ],
      spaces: [space('Main hall', {}, { facts: [fact('stage', 'yes', { observedOn: '2019-01-01' })] })],
    }));
    path = `/venues/broadwater-hall-${id}/still-true`;
    amara = (await signIn(service.db, 'amara@hall.example', { [us]: 'steward' })).cookie;
    joe = (await signIn(service.db, 'joe@hall.example', { [us]: 'editor' })).cookie;
    hall = (await read()).spaces[0].id;
  });

  const browser = (request: supertest.Test, cookie = amara) =>
    request.set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin', Cookie: cookie });
  const get = (query = '', cookie = amara) => browser(service.request.get(path + query), cookie);
  const post = (fields: Record<string, string | string[]>, cookie = amara) =>
    browser(service.request.post(path), cookie).type('form').send(fields);
  const read = async () => (await service.request.get(`/api/v1/venues/${id}`).expect(200)).body;
  const stated = async (key: string) =>
    (await read()).facts.find((each: { key: string }) => each.key === key);

  it('shows every fact with its age, the oldest first', async () => {
    const { text, headers } = await get().expect(200);
    const places = [
      `fact-${hall}-stage`,
      'fact-wifi',
      'fact-automatic_door',
      'fact-door_clear_width',
      'fact-hearing_loop',
      'fact-piano',
    ].map((each) => text.indexOf(`id="${each}"`));
    assert.ok(places.every((place) => place > 0));
    assert.match(text, /mh-age--old[^>]*>Old/);
    assert.match(text, /mh-age--fresh/);
    assert.equal(headers['cache-control'], 'private, no-store');
    assert.ok(text.indexOf(`id="fact-${hall}-stage"`) < text.indexOf('id="fact-hearing_loop"'));
    const manage = await browser(service.request.get(path.replace('still-true', 'manage'))).expect(200);
    assert.match(manage.text, /5 facts are getting old/);
  });

  it('confirms one fact in one tap, keeps the place on the page, and leads to undoing it', async () => {
    const { headers } = await post({ how: 'visited', still: `hearing_loop~${yes}` }).expect(303);
    const { pathname, searchParams, hash } = new URL(headers.location ?? '', 'http://localhost');
    assert.equal(pathname, path);
    assert.equal(hash, '#done');
    assert.equal(searchParams.get('how'), 'visited');
    const { observedOn, method } = await stated('hearing_loop');
    assert.deepEqual([observedOn, method], [TODAY, 'visited']);
    const { text } = await get(headers.location?.slice(path.length).replace('#done', '')).expect(200);
    assert.match(text, /Kept fresh: 1 fact is still true\./);
    assert.ok(text.indexOf('id="done"') > text.indexOf('id="topic-senses"'), 'said where it was done');
    // By its button, one comes to where the next fact is: here, at the end of the topic.
    const next = await get(`${headers.location?.slice(path.length).replace('#done', '')}&before=end`);
    assert.ok(next.text.indexOf('id="done"') > next.text.indexOf('id="fact-hearing_loop"'));
    const undo = `/venues/broadwater-hall-${id}/manage/history/${searchParams.get('undo')}`;
    assert.ok(text.includes(`href="${undo}"`));
    await browser(service.request.get(undo)).expect(200);
  });

  it('confirms a whole group once it was asked', async () => {
    const asked = await get('?all=getting_in').expect(200);
    assert.match(asked.text, /Yes, all 2 are still true/);
    const facts = [...asked.text.matchAll(/name="fact" value="([^"]+)"/g)].map(([, ref = '']) => ref);
    assert.equal(facts.length, 2);
    await post({ how: 'told', all: 'getting_in', fact: facts }).expect(303);
    for (const key of ['automatic_door', 'door_clear_width'])
      assert.equal((await stated(key)).observedOn, TODAY);
    assert.equal((await stated('wifi')).observedOn, '2020-03-01');
  });

  it('takes away what is not known any more', async () => {
    await post({ unknown: `wifi~${yes}` }).expect(303);
    assert.equal(await stated('wifi'), undefined);
    await post({ unknown: `${hall}-stage~${yes}` }).expect(303);
    assert.deepEqual((await read()).spaces[0].facts, []);
  });

  it('changes what is no longer true, where it stands', async () => {
    const { text } = await get('?change=door_clear_width').expect(200);
    assert.match(text, /name="value"[^>]*value="90"/);
    const base = { change: 'door_clear_width', base_value: '90', base_note: '' };
    const wrong = await post({ ...base, value: 'wide', note: 'By the garden', how: 'told' }).expect(400);
    assert.match(wrong.text, /Enter a whole number/);
    assert.match(wrong.text, /value="wide"/);
    assert.match(wrong.text, /value="By the garden"/);
    await post({ ...base, value: '82', note: 'By the garden', how: 'told' }).expect(303);
    const { value, note, method, observedOn } = await stated('door_clear_width');
    assert.deepEqual([value, note, method, observedOn], [82, 'By the garden', 'told', TODAY]);
  });

  it('asks anew what is true, with the old answer not chosen, and takes nothing chosen for no answer', async () => {
    const { text } = await get('?change=hearing_loop').expect(200);
    assert.match(text, /What is true now\?/);
    assert.doesNotMatch(text, /name="value"[^>]*checked/);
    assert.equal([...text.matchAll(/How do you know\?/g)].length, 1);
    const base = { change: 'hearing_loop', base_value: 'yes', base_note: '' };
    const none = await post({ ...base, note: 'In front', how: 'told' }).expect(400);
    assert.match(none.text, /Choose what is true now/);
    assert.match(none.text, /value="In front"/);
    assert.doesNotMatch(none.text, /name="value"[^>]*checked/);
    assert.equal((await stated('hearing_loop')).value, 'yes');
  });

  it('shows both sides when two change one fact at once, and keeps what only one changed', async () => {
    const base = { change: 'hearing_loop', base_value: 'yes', base_note: '' };
    await post({ ...base, value: 'no', note: '', how: 'told' }, joe).expect(303);
    const clash = await post({ ...base, value: 'partial', note: 'Front row', how: 'told' }).expect(412);
    assert.match(clash.text, /Somebody changed this first/);
    assert.match(clash.text, /name="choose_value"/);
    assert.match(clash.text, /value="Front row"/);
    assert.equal((await stated('hearing_loop')).value, 'no', 'nothing is overwritten');
    const again = {
      ...base,
      base_value: 'no',
      value: 'partial',
      note: 'Front row',
      clash: 'value',
      how: 'told',
    };
    await post({ ...again, choose_value: 'mine' }).expect(303);
    const { value, note } = await stated('hearing_loop');
    assert.deepEqual([value, note], ['partial', 'Front row']);
  });

  it('confirms nothing that says something else by now', async () => {
    await post({ change: 'wifi', base_value: 'yes', base_note: '', value: 'no', how: 'told' }, joe).expect(
      303,
    );
    const { text } = await post({ still: `wifi~${yes}` }).expect(412);
    assert.match(text, /Somebody changed this just now/);
    assert.match((await post({ unknown: `wifi~${yes}` }).expect(412)).text, /href="#fact-wifi"/);
    assert.equal((await stated('wifi')).value, 'no');
    const both = await post({ all: 'equipment', fact: [`wifi~${yes}`, `${hall}-stage~${yes}`] }).expect(303);
    assert.match(both.headers.location ?? '', /count=1&left=1/);
  });

  it('keeps what was typed over the end of a session, and confirms nothing on the way back', async () => {
    const typed = { change: 'wifi', base_value: 'yes', base_note: '', value: 'partial', note: 'In the café' };
    const sent = await browser(service.request.post(path), 'moothall=over')
      .type('form')
      .send(typed)
      .expect(303);
    const next = new URL(sent.headers.location ?? '', 'http://localhost').searchParams.get('next') ?? '';
    const { text } = await browser(service.request.get(next)).expect(200);
    assert.match(text, /value="In the café"/);
    const tap = await browser(service.request.post(path), 'moothall=over')
      .type('form')
      .send({ still: `automatic_door~${yes}` });
    const back = new URL(tap.headers.location ?? '', 'http://localhost').searchParams.get('next') ?? '';
    assert.match((await browser(service.request.get(back)).expect(200)).text, /Tap once more/);
    assert.equal((await stated('automatic_door')).observedOn, '2023-06-01');
  });

  it('is for members, and speaks their language', async () => {
    const { cookie } = await signIn(service.db, 'sam@else.example');
    await get('', cookie).expect(403);
    for (const [locale, words] of [
      ['cy', 'Yn dal yn wir'],
      ['ar', 'ما زال صحيحًا'],
    ])
      assert.ok(
        (await browser(service.request.get(`/${locale}${path}`)).expect(200)).text.includes(words ?? ''),
      );
  });
});
