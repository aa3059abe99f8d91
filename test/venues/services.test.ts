/** The holder's word on regular services: theirs alone, in the open, and part of the listing in every way. */
import assert from 'node:assert/strict';
import { mergeVenues } from '../../server/operator/merge.ts';
import { recordAt } from '../../server/venues/at.ts';
import { heldName } from '../../server/venues/held.ts';
import type { Actor } from '../../server/venues/record.ts';
import { saveVenue } from '../../server/venues/repository.ts';
import { loadRecords } from '../../server/venues/rows.ts';
import type { Services } from '../../server/venues/schema.ts';
import { servicesOf } from '../../server/venues/services.ts';
import { useService } from '../support/app.ts';
import { addVenue, holder } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

const upTo3: Services = { consent: 'agreed', sessionsPerWeek: 3 };

describe('what a holder says of regular services', () => {
  const service = useService();
  let us: number;
  let id: number;
  let steward: string;
  let editor: string;
  beforeEach(async () => {
    us = await addOrganisation(service.db);
    ({ id } = await addVenue(service.db, { organisationId: us }));
    steward = (await signIn(service.db, 'amara@hall.example', { [us]: 'steward' })).cookie;
    editor = (await signIn(service.db, 'joe@hall.example', { [us]: 'editor' })).cookie;
  });

  const patch = (body: object, { cookie = steward, tag = '*' } = {}) =>
    service.request.patch(`/api/v1/venues/${id}`).set({ Cookie: cookie, 'If-Match': tag }).send(body);
  const shown = async () => (await service.request.get(`/api/v1/venues/${id}`).expect(200)).body;
  const page = async (language = '') =>
    (
      await service.request
        .get(`${language}/venues/broadwater-hall-${id}`)
        .set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin' })
        .expect(200)
    ).text;
  const now = async () => (await servicesOf(service.db, [id])).get(id);

  it('is that they are asked first, until they say something else', async () => {
    const { version, services } = await shown();
    assert.deepEqual(services, { consent: 'ask_first' });
    const { body } = await patch({ services: { consent: 'ask_first' } }).expect(200);
    assert.deepEqual([body.outcome, body.version], ['unchanged', version]);
    const { body: record } = await service.request
      .get(`/api/v1/venues/${id}/record`)
      .set('Cookie', steward)
      .expect(200);
    assert.deepEqual(record.services, { consent: 'ask_first' });
    const { body: history } = await service.request.get(`/api/v1/venues/${id}/history`).expect(200);
    assert.doesNotMatch(JSON.stringify(history), /services/);
    assert.doesNotMatch(await page(), /regular services/);
    const [none] = await loadRecords(service.db, [id]);
    assert.equal(none?.stated.services, undefined);
  });

  it('is said against a version, read by everybody, and part of the history', async () => {
    const { headers } = await service.request.get(`/api/v1/venues/${id}`);
    await service.request
      .patch(`/api/v1/venues/${id}`)
      .set('Cookie', steward)
      .send({ services: upTo3 })
      .expect(428);
    await patch({ services: upTo3 }, { tag: headers.etag }).expect(200);
    await patch({ services: { consent: 'declined' } }, { tag: headers.etag }).expect(412);
    assert.deepEqual((await shown()).services, upTo3);
    assert.match(
      await page(),
      /may be proposed for regular services, such as a weekly clinic: up to 3 sessions/,
    );
    assert.match(await page('/cy'), /hyd at 3 sesiwn yr wythnos/);
    assert.match(await page('/ar'), /3 جلسات في الأسبوع/);
    await patch({ services: { consent: 'agreed', sessionsPerWeek: 1 } }).expect(200);
    assert.match(await page(), /up to 1 session a week/);
    await patch({ services: { consent: 'declined' } }).expect(200);
    assert.match(await page(), /nobody proposes this place for regular services/);
    const changes = await service.request
      .get(`/venues/broadwater-hall-${id}/history`)
      .set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin' })
      .expect(200);
    const lines = changes.text.replace(/<[^>]+>|[\u2066-\u2069]/g, ' ').replace(/\s+/g, ' ');
    const what = 'May be proposed for regular services';
    assert.ok(lines.includes(`${what} Before: ask us first After: yes, up to 3 sessions a week`), lines);
    assert.ok(lines.includes(`${what} Before: yes, up to 1 session a week After: no`), lines);
  });

  it('is sound: a number goes with a yes, within bounds, told where it stands', async () => {
    const faulty = async (services: object, pointer: string) => {
      const { body, headers } = await patch({ services }).expect(400);
      assert.match(headers['content-type'] ?? '', /problem\+json/);
      assert.deepEqual(
        body.errors.map((each: { pointer: string }) => each.pointer),
        [pointer],
      );
      return body.detail as string;
    };
    for (const consent of ['ask_first', 'declined'])
      assert.equal(
        await faulty({ consent, sessionsPerWeek: 2 }, '#/services/sessionsPerWeek'),
        'How many sessions a week is said only where services are agreed to.',
      );
    for (const sessionsPerWeek of [0, 101, 1.5])
      await faulty({ consent: 'agreed', sessionsPerWeek }, '#/services/sessionsPerWeek');
    await faulty({ consent: 'maybe' }, '#/services/consent');
    await faulty({}, '#/services/consent');
    assert.deepEqual(await now(), { consent: 'ask_first' });
  });

  it('is for stewards: editors and keys send it back, and do not change it', async () => {
    await patch({ services: upTo3 }).expect(200);
    const { body } = await patch({ services: { consent: 'declined' } }, { cookie: editor }).expect(403);
    assert.match(body.detail, /Only a steward .* may be proposed for services/);
    await patch({ services: { ...upTo3, sessionsPerWeek: 4 } }, { cookie: editor }).expect(403);
    await patch({ services: upTo3, description: 'Warm' }, { cookie: editor }).expect(200);
    const { body: key } = await service.request
      .post(`/api/v1/organisations/${us}/keys`)
      .set('Cookie', steward)
      .send({ name: 'Sync', scopes: ['venues:write'] })
      .expect(201);
    const keyed = { Authorization: `Bearer ${key.key}` };
    await service.request
      .patch(`/api/v1/venues/${id}`)
      .set({ ...keyed, 'If-Match': '*' })
      .send({ services: { consent: 'declined' } })
      .expect(403);
    const added = {
      name: 'Annexe',
      kind: 'community_hall',
      location: { lon: 0, lat: 51, precision: 'exact' },
    };
    const add = (services: Services, by: Record<string, string>) =>
      service.request
        .post('/api/v1/venues')
        .set(by)
        .send({ ...added, organisationId: us, services });
    await add(upTo3, keyed).expect(403);
    await add(upTo3, { Cookie: editor }).expect(403);
    await add({ consent: 'ask_first' }, { Cookie: editor }).expect(201);
    await add(upTo3, { Cookie: steward }).expect(201);
    assert.deepEqual(await now(), upTo3);
  });

  it('is nobody’s where nobody holds the place, and no data set’s', async () => {
    const unclaimed = await addVenue(service.db);
    for (const services of [upTo3, { consent: 'declined' as const }])
      await assert.rejects(
        saveVenue(service.db, holder, unclaimed.id, { services }),
        /Nobody holds this place, so nobody can agree or decline for it/,
      );
    const importer: Actor = { name: 'import:osm', kind: 'import', rank: 'import' };
    const { outcome, suggestions } = await saveVenue(service.db, importer, id, { services: upTo3 });
    assert.deepEqual([outcome, suggestions], ['unchanged', []]);
  });

  it('ends when the place goes to another group, and goes along when two listings become one', async () => {
    await patch({ services: upTo3 }).expect(200);
    const next = await addOrganisation(service.db, { name: 'Next' });
    await saveVenue(service.db, holder, id, { organisationId: next });
    assert.deepEqual(await now(), { consent: 'ask_first' });
    await saveVenue(service.db, holder, id, { services: { consent: 'declined' } });
    const twin = await addVenue(service.db, { name: 'Broadwater Hall again' });
    const merging = { from: id, into: twin.id, visitor: { kind: 'operator' as const } };
    await mergeVenues(service.db, merging, () => ({ subject: 's', text: 't' }));
    const [kept] = await loadRecords(service.db, [twin.id]);
    assert.deepEqual([kept?.organisationId, kept?.services], [next, { consent: 'declined' }]);
    await saveVenue(service.db, holder, twin.id, { organisationId: null });
    assert.deepEqual((await servicesOf(service.db, [twin.id])).get(twin.id), { consent: 'ask_first' });
  });

  it('is undone as any change is, by a steward', async () => {
    await patch({ description: 'Warm' }).expect(200);
    const { body } = await patch({ services: upTo3 }).expect(200);
    const { body: again } = await patch({ services: { consent: 'agreed' } }).expect(200);
    const undo = (version: number, cookie: string) =>
      service.request
        .post(`/api/v1/venues/${id}/revert`)
        .set({ Cookie: cookie, 'If-Match': '*' })
        .send({ version });
    await undo(again.version, editor).expect(403);
    await undo(again.version, steward).expect(200);
    assert.deepEqual(await now(), upTo3);
    const { body: undone } = await undo(body.version, steward).expect(200);
    assert.deepEqual([undone.undone, await now()], [['/services'], { consent: 'ask_first' }]);
    const [record] = await loadRecords(service.db, [id]);
    assert.ok(record);
    const at = async (version: number) => (await recordAt(service.db, record, version)).services;
    assert.deepEqual(
      [await at(1), await at(body.version), await at(again.version)],
      [{ consent: 'ask_first' }, upTo3, { consent: 'agreed' }],
    );
  });

  it('is in every list that is taken away, for what is shown', async () => {
    await patch({ services: upTo3 }).expect(200);
    await addVenue(service.db, { name: 'Silent Hall' });
    const draft = { organisationId: us, name: 'Draft Hall', status: 'draft' as const };
    await addVenue(service.db, { ...draft, services: { consent: 'declined' } });
    const list = (type: string) => service.request.get('/api/v1/venues').set('Accept', type).expect(200);
    const { text } = await list('text/csv');
    assert.match(text, /,holder,services,sessions_per_week,updated_at\r\n/);
    assert.match(text, /Broadwater Hall,.*,Tooting Neighbours,agreed,3,/);
    assert.match(text, /Silent Hall,.*,ask_first,,/);
    assert.doesNotMatch(text, /declined/);
    const { body: items } = await list('application/json');
    const said = items.items.map(({ name, services }: { name: string; services?: Services }) => [
      name,
      services,
    ]);
    assert.deepEqual(said.sort(), [
      ['Broadwater Hall', upTo3],
      ['Silent Hall', undefined],
    ]);
    const { body: map } = await list('application/geo+json');
    assert.ok(JSON.stringify(map).includes('"services":{"consent":"agreed","sessionsPerWeek":3}'));
    const { body: whole } = await service.request
      .get(`/api/v1/venues/${id}/export`)
      .set('Cookie', steward)
      .expect(200);
    assert.deepEqual(whole.venue.services, upTo3);
    assert.match(JSON.stringify(whole.history), /"\/services"/);
    const { slug } = await heldName(service.db, id);
    const sheet = await service.request
      .get(`/venues/${slug}-${id}/manage/print`)
      .set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin', Cookie: steward })
      .expect(200);
    assert.match(sheet.text, /yes, up to 3 sessions a week/);
  });

  it('was never public while the listing was a draft', async () => {
    const draft = await addVenue(service.db, {
      organisationId: us,
      status: 'draft',
      services: { consent: 'declined' },
    });
    await saveVenue(service.db, holder, draft.id, { services: upTo3 });
    await saveVenue(service.db, holder, draft.id, { status: 'published' });
    const { body } = await service.request.get(`/api/v1/venues/${draft.id}/history`).expect(200);
    assert.doesNotMatch(JSON.stringify(body), /declined|agreed/);
    assert.deepEqual((await service.request.get(`/api/v1/venues/${draft.id}`)).body.services, upTo3);
  });
});
