import assert from 'node:assert/strict';
import type supertest from 'supertest';
import { useService } from '../support/app.ts';
import { addVenue, fact, space } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

describe('a listing in its members’ hands', () => {
  const service = useService();
  let id: number;
  let path: string;
  let steward: string;
  let editor: string;

  beforeEach(async () => {
    const us = await addOrganisation(service.db);
    ({ id } = await addVenue(service.db, {
      organisationId: us,
      description: 'A hall by the river',
      location: { lon: -0.168, lat: 51.4275, precision: 'hidden' },
      contacts: [{ kind: 'phone', value: '020 7946 0000', name: 'Kay', public: false }],
      tenure: { holder: 'council', interest: 'leasehold' },
      facts: [fact('door_clear_width', 95, { method: 'told', observedOn: '2026-03-03' })],
      spaces: [space('Main hall', { theatre: 80 }, { facts: [fact('piano', 'yes')] }), space('Snug')],
    }));
    path = `/venues/broadwater-hall-${id}`;
    steward = (await signIn(service.db, 'amara@hall.example', { [us]: 'steward' })).cookie;
    editor = (await signIn(service.db, 'joe@hall.example', { [us]: 'editor' })).cookie;
  });

  const browser = (request: supertest.Test, cookie = steward) =>
    request.set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin', Cookie: cookie });
  const tell = (was: string, cookie = steward) =>
    browser(service.request.post(`${path}/manage/listing`), cookie)
      .type('form')
      .send({ was });

  it('is withdrawn and brought back, each as a change', async () => {
    const page = await browser(service.request.get(`${path}/manage/listing`)).expect(200);
    assert.match(page.text, /Withdraw the listing/);
    const sent = await tell('published').expect(303);
    assert.equal(sent.headers.location, `${path}/manage/listing?done=withdrawn`);
    await service.request.get(path).expect(404);
    await service.request.get(`/api/v1/venues/${id}`).expect(404);
    await tell('published').expect(409);
    const back = await browser(service.request.get(sent.headers.location ?? '')).expect(200);
    assert.match(back.text, /Withdrawn\. Nobody but your members/);
    assert.match(back.text, /Bring the listing back/);
    await tell('withdrawn').expect(303);
    await service.request.get(path).expect(200);
    const { text } = await browser(service.request.get(`${path}/manage/history`));
    assert.match(text, /Listing<.*Before: <bdi>Withdrawn<.*After: <bdi>Published</);
    await tell('published', editor).expect(403);
  });

  it('leaves a draft for when it is ready', async () => {
    await service.db('venue').where({ id }).update({ status: 'draft' });
    await tell('draft').expect(409);
    const { text } = await browser(service.request.get(`${path}/manage/listing`)).expect(200);
    assert.match(text, /Not yet\. It is a draft/);
    assert.doesNotMatch(text, /type="submit"/);
  });

  it('is printed whole, private contacts and the hidden place too, for members only', async () => {
    await service
      .db('terms_version')
      .insert({ venue_id: id, version: 1, actor: 'Us', terms: '{"alcohol":"not"}' });
    const { text, headers } = await browser(service.request.get(`${path}/manage/print`), editor).expect(200);
    for (const said of [
      'Phone 020 7946 0000, Kay (private)',
      '51.4275, -0.168, not shown',
      'the council, leasehold',
      '95 cm, told 3 March 2026',
      'A hall by the river',
      'Main hall',
      '80 people',
      'Snug',
      'Alcohol is not allowed.',
    ])
      assert.ok(text.includes(said), said);
    assert.doesNotMatch(text, /undefined|\[object|holder_|\/spaces\//);
    assert.equal(headers['cache-control'], 'private, no-store');
    assert.match(text, /<meta name="robots" content="noindex">/);
    const stranger = (await signIn(service.db, 'stranger@x.example')).cookie;
    await browser(service.request.get(`${path}/manage/print`), stranger).expect(403);
    await browser(service.request.get(`/cy${path}/manage/print`), editor).expect(200);
    await browser(service.request.get(`/ar${path}/manage/print`), editor).expect(200);
  });
});
