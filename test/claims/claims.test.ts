import assert from 'node:assert/strict';
import supertest from 'supertest';
import type { Actor } from '../../server/venues/record.ts';
import { saveVenue } from '../../server/venues/repository.ts';
import { buildApp, useService } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue, fact } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

const WORDS = 'We have looked after this hall since 1962.';
const importer: Actor = { name: 'A data set', kind: 'import', rank: 'import', source: 'set' };

describe('claiming', () => {
  const service = useService();
  const addSource = () =>
    service
      .db('source')
      .insert({ id: 'set', name: 'A data set', licence: 'Open', attribution: 'Those who made it' });
  const website = { kind: 'website' as const, value: 'https://www.hall.example/', public: true };
  const post = (path: string, cookie: string, body?: object) =>
    service.request
      .post(path)
      .set('Cookie', cookie)
      .send(body ?? {});

  it('gives a group a place that nobody holds, at once, on its published word', async () => {
    const { id } = await addVenue(service.db);
    const us = await addOrganisation(service.db);
    const { cookie } = await signIn(service.db, 'amara@mail.example', { [us]: 'steward' });
    const claim = { organisationId: us, declaration: WORDS, maySpeak: true };
    await post(`/api/v1/venues/${id}/claims`, cookie, claim).expect(201);
    const { body: venue } = await service.request.get(`/api/v1/venues/${id}`).expect(200);
    assert.deepEqual([venue.organisation.id, venue.organisation.name], [us, 'Tooting Neighbours']);
    const { body } = await service.request.get(`/api/v1/venues/${id}/claims`).expect(200);
    const [made] = body.items;
    assert.equal(made.evidence, 'declaration');
    assert.equal(made.declaration, WORDS);
    assert.equal(made.state, 'standing');
    assert.equal(Math.round((Date.parse(made.contestableUntil) - Date.parse(made.madeAt)) / 86_400_000), 14);
    assert.ok(!JSON.stringify(body).includes('amara'), 'people are not named');
    const { body: history } = await service.request.get(`/api/v1/venues/${id}/history`);
    assert.equal(history.items[0].actor, 'Tooting Neighbours');
    assert.deepEqual(history.items[0].edits, [{ path: '/organisationId', after: us }]);
    const letter = await service.db('letter').first();
    assert.equal(letter.recipient, 'amara@mail.example');
    assert.match(letter.subject, /Your group now holds Broadwater Hall/);
  });

  it('asks for no words from somebody at the place’s own domain', async () => {
    const { id } = await addVenue(service.db, { contacts: [website] });
    const us = await addOrganisation(service.db);
    const { cookie } = await signIn(service.db, 'amara@hall.example', { [us]: 'steward' });
    const claim = { organisationId: us, declaration: WORDS };
    await post(`/api/v1/venues/${id}/claims`, cookie, claim).expect(201);
    const { body } = await service.request.get(`/api/v1/venues/${id}/claims`);
    assert.equal(body.items[0].evidence, 'email');
    assert.equal('declaration' in body.items[0], false);
  });

  it('asks others for words, and that they may speak', async () => {
    const { id } = await addVenue(service.db, { contacts: [website] });
    const us = await addOrganisation(service.db);
    const { cookie } = await signIn(service.db, 'amara@elsewhere.example', { [us]: 'steward' });
    const claim = (more: object) =>
      post(`/api/v1/venues/${id}/claims`, cookie, { organisationId: us, ...more });
    const silent = await claim({ maySpeak: true }).expect(400);
    assert.equal(silent.body.errors[0].pointer, '#/declaration');
    const unsure = await claim({ declaration: WORDS }).expect(400);
    assert.equal(unsure.body.errors[0].pointer, '#/maySpeak');
    await claim({ declaration: 'Too short', maySpeak: true }).expect(400);
    await claim({ declaration: 'x'.repeat(1001), maySpeak: true }).expect(400);
    const { body } = await service.request.get(`/api/v1/venues/${id}/claims`);
    assert.deepEqual(body.items, []);
  });

  it('takes only a steward’s word, for a group that is not dissolved', async () => {
    const { id } = await addVenue(service.db);
    const us = await addOrganisation(service.db);
    const them = await addOrganisation(service.db, { name: 'Them' });
    const { cookie } = await signIn(service.db, 'amara@mail.example', { [us]: 'editor' });
    const claim = (organisationId: number) =>
      post(`/api/v1/venues/${id}/claims`, cookie, { organisationId, declaration: WORDS, maySpeak: true });
    await claim(us).expect(403);
    await claim(them).expect(403);
    await signIn(service.db, 'amara@mail.example', { [us]: 'steward' });
    await service.db('organisation').where({ id: us }).update({ dissolved_at: service.db.fn.now() });
    await claim(us).expect(404);
  });

  it('tells nobody of a place that is not published, nor opens one that does not show where it is', async () => {
    const us = await addOrganisation(service.db);
    const { cookie } = await signIn(service.db, 'amara@hall.example', { [us]: 'steward' });
    const claim = { organisationId: us, declaration: WORDS, maySpeak: true };
    const draft = await addVenue(service.db, { status: 'draft' });
    await post(`/api/v1/venues/${draft.id}/claims`, cookie, claim).expect(404);
    await service.request.get(`/api/v1/venues/${draft.id}/claims`).expect(404);
    const location = { lon: -0.168, lat: 51.4275, precision: 'hidden' as const };
    const hidden = await addVenue(service.db, { location });
    const { body } = await post(`/api/v1/venues/${hidden.id}/claims`, cookie, claim).expect(409);
    assert.match(body.detail, /its own published domain/);
    const known = await addVenue(service.db, { location, contacts: [website] });
    await post(`/api/v1/venues/${known.id}/claims`, cookie, claim).expect(201);
  });

  it('makes what the group says outrank what data sets say', async () => {
    await addSource();
    const { id } = await addVenue(
      service.db,
      { facts: [fact('wifi', 'no', { method: 'imported' })] },
      importer,
    );
    const us = await addOrganisation(service.db);
    const { cookie } = await signIn(service.db, 'amara@mail.example', { [us]: 'steward' });
    const claim = { organisationId: us, declaration: WORDS, maySpeak: true };
    await post(`/api/v1/venues/${id}/claims`, cookie, claim).expect(201);
    await service.request
      .patch(`/api/v1/venues/${id}`)
      .set({ Cookie: cookie, 'If-Match': '*' })
      .send({ facts: [fact('wifi', 'yes')] })
      .expect(200);
    await saveVenue(service.db, importer, id, { facts: [fact('wifi', 'no', { method: 'imported' })] });
    const { body } = await service.request.get(`/api/v1/venues/${id}`);
    assert.equal(body.facts[0].value, 'yes');
    assert.equal(body.organisation.id, us);
  });

  it('gives a place up without handing on its private contacts', async () => {
    const us = await addOrganisation(service.db);
    const phone = { kind: 'phone' as const, value: '020 7946 0001', public: false };
    const { id } = await addVenue(service.db, { organisationId: us, contacts: [website, phone] });
    const { cookie } = await signIn(service.db, 'amara@mail.example', { [us]: 'steward' });
    await post(`/api/v1/venues/${id}/release`, cookie).expect(204);
    const { body } = await service.request.get(`/api/v1/venues/${id}`).expect(200);
    assert.equal('organisation' in body, false);
    const kept = await service.db('contact').where({ venue_id: id }).pluck('value');
    assert.deepEqual(kept, [website.value]);
    await post(`/api/v1/venues/${id}/release`, cookie).expect(403);
    const location = { lon: -0.168, lat: 51.4275, precision: 'approximate' as const };
    const them = await addOrganisation(service.db, { name: 'Them' });
    const next = await signIn(service.db, 'next@mail.example', { [them]: 'steward' });
    const claim = { organisationId: them, declaration: WORDS, maySpeak: true };
    await post(`/api/v1/venues/${id}/claims`, next.cookie, claim).expect(201);
    const seen = await service.request.get(`/api/v1/venues/${id}/export`).set('Cookie', next.cookie);
    assert.equal(seen.status, 200);
    assert.ok(!seen.text.includes(phone.value), 'nor in the history');
    for (const version of [2, 3])
      await post(`/api/v1/venues/${id}/revert`, next.cookie, { version }).set('If-Match', '*').expect(403);
    const near = await addVenue(service.db, { organisationId: us, location });
    await post(`/api/v1/venues/${near.id}/release`, cookie).expect(409);
  });

  it('can be claimed again after it was given up', async () => {
    const { id } = await addVenue(service.db);
    const us = await addOrganisation(service.db);
    const { cookie } = await signIn(service.db, 'amara@mail.example', { [us]: 'steward' });
    const claim = { organisationId: us, declaration: WORDS, maySpeak: true };
    await post(`/api/v1/venues/${id}/claims`, cookie, claim).expect(201);
    await post(`/api/v1/venues/${id}/release`, cookie).expect(204);
    await post(`/api/v1/venues/${id}/claims`, cookie, claim).expect(201);
    const { body } = await service.request.get(`/api/v1/venues/${id}/claims?limit=1`);
    assert.equal(body.items[0].state, 'standing');
    const rest = await service.request.get(`/api/v1/venues/${id}/claims?before=${body.next}`);
    assert.deepEqual(
      rest.body.items.map(({ state }: { state: string }) => state),
      ['released'],
    );
  });
});

describe('claiming at once', () => {
  it('lets one of twenty groups hold the place, and leads the others to contesting', async () => {
    const { db } = await freshDatabase();
    const app = buildApp(db).express;
    const { id } = await addVenue(db);
    const groups = await Promise.all(
      Array.from({ length: 20 }, async (_, index) => {
        const organisationId = await addOrganisation(db, { name: `Group ${index}` });
        const email = `steward${index}@group.example`;
        return { organisationId, ...(await signIn(db, email, { [organisationId]: 'steward' })) };
      }),
    );
    const answers = await Promise.all(
      groups.map(({ organisationId, cookie }) =>
        supertest(app)
          .post(`/api/v1/venues/${id}/claims`)
          .set('Cookie', cookie)
          .send({ organisationId, declaration: WORDS, maySpeak: true }),
      ),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [201, ...Array(19).fill(409)]);
    for (const { body } of answers.filter(({ status }) => status === 409))
      assert.match(body.detail, /contest its claim/);
    const winner = groups[answers.findIndex(({ status }) => status === 201)];
    const venue = await db('venue').where({ id }).first();
    assert.equal(venue.organisation_id, winner?.organisationId);
    const claims = await db('claim').where({ venue_id: id });
    assert.deepEqual(
      claims.map(({ organisation_id, state }) => [organisation_id, state]),
      [[winner?.organisationId, 'standing']],
    );
    assert.equal((await db('letter').select()).length, 1);
    await assert.rejects(
      db('claim').insert({
        venue_id: id,
        organisation_id: groups[0]?.organisationId,
        evidence: 'email',
        contestable_until: db.fn.now(),
      }),
      /claim_standing/,
    );
  });
});
