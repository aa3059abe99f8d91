import assert from 'node:assert/strict';
import type supertest from 'supertest';
import type { VenueChange } from '../../server/venues/schema.ts';
import { useService } from '../support/app.ts';
import { addVenue, fact, space } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

describe('the changes of a place, by pages', () => {
  const service = useService();
  let id: number;
  let path: string;
  let amara: string;
  let joe: string;
  let version: number;

  beforeEach(async () => {
    const us = await addOrganisation(service.db);
    ({ id, version } = await addVenue(service.db, {
      organisationId: us,
      spaces: [space('Main hall', { theatre: 80 })],
      contacts: [{ kind: 'phone', value: '020 7946 0000', public: false }],
    }));
    path = `/venues/broadwater-hall-${id}`;
    const first = await signIn(service.db, 'amara@hall.example', { [us]: 'steward' });
    await service.db('person').where({ id: first.id }).update({ name: 'Amara' });
    amara = first.cookie;
    joe = (await signIn(service.db, 'joe@hall.example', { [us]: 'editor' })).cookie;
  });

  const browser = (request: supertest.Test, cookie = amara) =>
    request.set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin', Cookie: cookie });
  const plain = (text: string) => text.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ');
  const get = (address: string, cookie = amara) => browser(service.request.get(address), cookie);
  const post = (address: string, against: number, cookie = amara) =>
    browser(service.request.post(address), cookie)
      .type('form')
      .send({ against: String(against) });
  const change = async (change: VenueChange, cookie = amara) => {
    const { body } = await service.request
      .patch(`/api/v1/venues/${id}`)
      .set({ Cookie: cookie, 'If-Match': `"${version}"` })
      .send(change)
      .expect(200);
    version = body.version;
    return version;
  };

  it('are sentences, and never pointers', async () => {
    await change({ facts: [fact('hearing_loop', 'yes', { method: 'told', observedOn: '2026-03-03' })] });
    await change({
      name: 'Broad Hall',
      status: 'published',
      openingHours: { osm: 'Mo 09:00-17:00' },
      address: { street: '1 Hall Road', town: 'London' },
    });
    const { spaces } = (await service.request.get(`/api/v1/venues/${id}/record`).set('Cookie', amara)).body;
    await change({
      spaces: [
        { ...spaces[0], capacities: [{ layout: 'theatre', comfortable: 90, legalMaximum: 100 }], floor: 1 },
        space('Snug', { boardroom: 8 }),
      ],
    });
    const { text, headers } = await service.request.get(`${path}/history`).expect(200);
    for (const sentence of [
      'Hearing loop Before: not known After: yes, told 3 March 2026',
      'Name Before: Broadwater Hall After: Broad Hall',
      'Opening hours Before: left empty After: Monday 9am to 5pm',
      'Address Before: left empty After: 1 Hall Road, London',
      'Main hall, Theatre Before: 80 people After: 90 people, at most 100 by law',
      'Main hall, Floor Before: left empty After: First floor',
      'Room added: Snug',
      'Snug, Boardroom 8 people',
      'The listing was begun.',
      'Tooting Neighbours',
    ])
      assert.ok(plain(text).includes(sentence), sentence);
    assert.doesNotMatch(text, /\/spaces\/|&quot;|observedOn|undefined|\[object/);
    assert.doesNotMatch(text, /Undo this|Amara/);
    assert.match(String(headers['cache-control']), /public/);
    await service.request.get(`/cy${path}/history`).expect(200);
    await service.request.get(`/ar${path}/history`).expect(200);
  });

  it('withhold from the public what members see', async () => {
    await change({
      contacts: [{ kind: 'phone', value: '020 7946 0999', public: false }],
      location: { lon: -0.15, lat: 51.43, precision: 'hidden' },
    });
    const { text } = await service.request.get(`${path}/history`).expect(200);
    assert.doesNotMatch(text, /7946|51\.4/);
    assert.match(text, /Contacts: changed \(not shown\)/);
    const own = await get(`${path}/manage/history`, joe).expect(200);
    assert.match(
      plain(own.text),
      /Before: Phone 020 7946 0000 \(private\) After: Phone 020 7946 0999 \(private\)/,
    );
    assert.match(own.text, /Amara, Tooting Neighbours/);
    assert.equal(own.headers['cache-control'], 'private, no-store');
    assert.match(own.text, /<meta name="robots" content="noindex">/);
    await service.db('venue').where({ id }).update({ status: 'withdrawn' });
    await service.request.get(`${path}/history`).expect(404);
    await get(`${path}/manage/history`).expect(200);
  });

  it('come in pages', async () => {
    for (let each = 0; each < 22; each += 1) await change({ description: `Text ${each}` });
    const first = await service.request.get(`${path}/history`).expect(200);
    assert.ok(first.text.includes('Text 21') && !first.text.includes('Text 0 '));
    const older = /href="([^"]*\?before=\d+)"/.exec(first.text)?.[1] ?? '';
    const second = await service.request.get(older).expect(200);
    assert.match(second.text, /The listing was begun/);
  });

  it('are undone in two taps, and put back in one', async () => {
    const wrong = await change({ description: 'Wrong' });
    const list = await get(`${path}/manage/history`).expect(200);
    assert.match(list.text, new RegExp(`href="${path}/manage/history/${wrong}"`));
    assert.doesNotMatch(list.text, new RegExp(`href="${path}/manage/history/1"`));
    const look = await get(`${path}/manage/history/${wrong}`).expect(200);
    assert.match(plain(look.text), /Description Before: Wrong After: left empty/);
    assert.match(
      plain(look.text),
      /Undo this change to Broadwater Hall\? Made on .* by Amara, Tooting Neighbours\./,
    );
    assert.match(look.text, new RegExp(`name="against" value="${wrong}"`));
    const sent = await post(`${path}/manage/history/${wrong}`, wrong).expect(303);
    assert.equal(sent.headers.location, `${path}/manage/history?undone=${wrong + 1}`);
    const done = await get(sent.headers.location ?? '').expect(200);
    assert.match(done.text, /Undone\. The place is as it was before\./);
    assert.match(done.text, new RegExp(`This undid change ${wrong}\\.`));
    assert.match(done.text, new RegExp(`action="${path}/manage/history/${wrong + 1}"`));
    await post(`${path}/manage/history/${wrong + 1}`, wrong + 1).expect(303);
    const { body } = await service.request.get(`/api/v1/venues/${id}`);
    assert.equal(body.description, 'Wrong');
  });

  it('are shown again when somebody was first, and say what is left', async () => {
    const first = await change({ description: 'First', facts: [fact('lift', 'yes')] });
    await change({ description: 'Second' });
    const { text } = await post(`${path}/manage/history/${first}`, first).expect(412);
    assert.match(text, /Somebody changed this place just now/);
    assert.match(text, /Changed again since, so these stay as they are[\s\S]*Description/);
    const sent = await post(`${path}/manage/history/${first}`, version).expect(303);
    assert.match(sent.headers.location ?? '', /&left=1$/);
    const nothing = await post(`${path}/manage/history/${first}`, version + 1).expect(409);
    assert.match(nothing.text, /nothing left of it to undo/);
    assert.match((await get(`${path}/manage/history/1`).expect(200)).text, /This is how the listing began/);
  });

  it('stay when a room would come back under a name that is taken', async () => {
    const { spaces } = (await service.request.get(`/api/v1/venues/${id}/record`).set('Cookie', amara)).body;
    const gone = await change({ spaces: [] });
    await change({ spaces: [space('Main hall', { theatre: 5 })] });
    const { text } = await post(`${path}/manage/history/${gone}`, version).expect(409);
    assert.match(text, /no longer fits with the rest/);
    assert.equal(spaces.length, 1);
  });

  it('can be undone by editors where they are their own', async () => {
    const theirs = await change({ description: 'By Amara' });
    const own = await change({ description: 'By Joe' }, joe);
    const { text } = await get(`${path}/manage/history`, joe).expect(200);
    assert.match(text, new RegExp(`/manage/history/${own}"`));
    assert.doesNotMatch(text, new RegExp(`/manage/history/${theirs}"`));
    await get(`${path}/manage/history/${theirs}`, joe).expect(403);
    await post(`${path}/manage/history/${theirs}`, version, joe).expect(403);
    await post(`${path}/manage/history/${own}`, version, joe).expect(303);
  });
});
