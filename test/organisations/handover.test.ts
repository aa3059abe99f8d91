/** Handing on: a venue by the consent of both, and stewardship in one go. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { insertClaim } from '../../server/claims/repository.ts';
import { buildApp, useService } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue } from '../support/factories.ts';
import { addOrganisation, type SignedIn, signIn } from '../support/people.ts';

describe('handing a venue on', () => {
  const service = useService();
  let us: number;
  let them: number;
  let giver: SignedIn;
  let taker: SignedIn;
  beforeEach(async () => {
    us = await addOrganisation(service.db, { name: 'Us' });
    them = await addOrganisation(service.db, { name: 'Them' });
    giver = await signIn(service.db, 'giver@us.example', { [us]: 'steward' });
    taker = await signIn(service.db, 'taker@them.example', { [them]: 'steward' });
  });
  const offer = (id: number, organisationId = them, who = giver) =>
    service.request.post(`/api/v1/venues/${id}/handovers`).set('Cookie', who.cookie).send({ organisationId });
  const accept = (id: number, who = taker) =>
    service.request.post(`/api/v1/handovers/${id}/accept`).set('Cookie', who.cookie);
  const holderOf = async (id: number) => (await service.db('venue').where({ id }).first()).organisation_id;
  const letters = () => service.db('letter').orderBy('id').select('recipient', 'subject');

  it('needs both sides; private contacts and history stay with the giver', async () => {
    const { id } = await addVenue(service.db, {
      organisationId: us,
      contacts: [
        { kind: 'phone', value: '020 7946 0000', public: false },
        { kind: 'website', value: 'https://hall.example', public: true },
      ],
    });
    await service.request
      .patch(`/api/v1/venues/${id}`)
      .set({ Cookie: giver.cookie, 'If-Match': '*' })
      .send({ contacts: [{ kind: 'phone', value: '020 7946 0001', public: false }] })
      .expect(200);
    await service.db('person').where({ id: taker.id }).update({ locale: 'cy' });
    const made = (await offer(id).expect(201)).body;
    assert.equal(await holderOf(id), us);
    await offer(id).expect(409);
    await accept(made.id, giver).expect(403);
    const seen = await service.request
      .get(`/api/v1/organisations/${them}/handovers`)
      .set('Cookie', taker.cookie);
    assert.deepEqual(
      seen.body.items.map((each: { id: number }) => each.id),
      [made.id],
    );
    await accept(made.id).expect(204);
    assert.equal(await holderOf(id), them);
    await accept(made.id).expect(404);
    for (const path of [
      `/api/v1/venues/${id}/record`,
      `/api/v1/venues/${id}/export`,
      `/venues/x-${id}/manage/history`,
    ]) {
      const { text } = await service.request.get(path).set('Cookie', taker.cookie).expect(200);
      assert.ok(!text.includes('7946'), path);
      await service.request.get(path).set('Cookie', giver.cookie).expect(403);
    }
    assert.deepEqual(
      (await letters()).map(({ recipient, subject }) => [recipient, subject.split(':')[0]]),
      [
        // In the language of who reads it.
        ['taker@them.example', 'Cynigir lle i’ch grŵp'],
        ['giver@us.example', 'Handed on'],
      ],
    );
    for (const organisation of [us, them])
      assert.ok(
        await service
          .db('audit_entry')
          .where({ organisation_id: organisation, action: 'venue.handed_on' })
          .first(),
      );
  });

  it('is taken back, declined, and over after two weeks', async () => {
    const { id } = await addVenue(service.db, { organisationId: us });
    const end = (offerId: number, who: SignedIn) =>
      service.request.delete(`/api/v1/handovers/${offerId}`).set('Cookie', who.cookie);
    const first = (await offer(id).expect(201)).body.id;
    await end(first, giver).expect(204);
    await accept(first).expect(404);
    const second = (await offer(id).expect(201)).body.id;
    await end(second, taker).expect(204);
    assert.match((await letters()).at(-1)?.subject, /^Declined/);
    const third = (await offer(id).expect(201)).body.id;
    await service.db('handover').update({ expires_at: service.db.raw(`now() - interval '1 second'`) });
    await accept(third).expect(410);
    assert.equal(await holderOf(id), us);
    await offer(id).expect(201);
  });

  it('does not take a claim out of the reach of those who may contest it', async () => {
    const { id } = await addVenue(service.db, { organisationId: us });
    const claimId = await insertClaim(service.db, { venueId: id, organisationId: us, evidence: 'email' });
    assert.match((await offer(id).expect(409)).body.detail, /can still contest/);
    await service.db('claim').where({ id: claimId }).update({ contestable_until: '2020-01-01' });
    const made = (await offer(id).expect(201)).body;
    await accept(made.id).expect(204);
    assert.equal((await service.db('claim').where({ id: claimId }).first()).state, 'released');
  });

  it('is refused to nobody, to oneself, and to those who are dissolved', async () => {
    const { id } = await addVenue(service.db, { organisationId: us });
    await offer(id, 999_999).expect(404);
    await offer(id, us).expect(409);
    await service.db('organisation').where({ id: them }).update({ dissolved_at: service.db.fn.now() });
    await offer(id).expect(404);
  });

  it('happens once, when the offer is accepted and taken back at once', async () => {
    const { db } = await freshDatabase();
    const app = supertest(buildApp(db).express);
    const [one, two] = [
      await addOrganisation(db, { name: 'One' }),
      await addOrganisation(db, { name: 'Two' }),
    ];
    const people = [
      await signIn(db, 'one@one.example', { [one]: 'steward' }),
      await signIn(db, 'two@two.example', { [two]: 'steward' }),
    ] as const;
    const { id } = await addVenue(db, { organisationId: one });
    const made = await app
      .post(`/api/v1/venues/${id}/handovers`)
      .set('Cookie', people[0].cookie)
      .send({ organisationId: two });
    const answers = await Promise.all([
      app.post(`/api/v1/handovers/${made.body.id}/accept`).set('Cookie', people[1].cookie),
      app.post(`/api/v1/handovers/${made.body.id}/accept`).set('Cookie', people[1].cookie),
      app.delete(`/api/v1/handovers/${made.body.id}`).set('Cookie', people[0].cookie),
    ]);
    assert.equal(answers.filter(({ status }) => status === 204).length, 1);
    assert.ok(answers.every(({ status }) => [204, 404, 410].includes(status)));
  });
});

describe('handing stewardship on', () => {
  const service = useService();

  it('makes one a steward and the other an editor, or lets them leave, in one go', async () => {
    const us = await addOrganisation(service.db);
    const amara = await signIn(service.db, 'amara@hall.example', { [us]: 'steward' });
    const ben = await signIn(service.db, 'ben@hall.example', { [us]: 'editor' });
    const handOn = (who: SignedIn, body: object) =>
      service.request.post(`/api/v1/organisations/${us}/stewardship`).set('Cookie', who.cookie).send(body);
    const roles = async () =>
      Object.fromEntries(
        (await service.db('member').where({ organisation_id: us })).map((m) => [m.person_id, m.role]),
      );
    await handOn(amara, { person: 999_999 }).expect(404);
    await handOn(amara, { person: amara.id }).expect(409);
    await handOn(ben, { person: amara.id }).expect(403);
    await handOn(amara, { person: ben.id }).expect(204);
    assert.deepEqual(await roles(), { [amara.id]: 'editor', [ben.id]: 'steward' });
    await handOn(ben, { person: amara.id, leave: true }).expect(204);
    assert.deepEqual(await roles(), { [amara.id]: 'steward' });
  });

  it('keeps a steward when the last leaves while the other is made an editor', async () => {
    const { db } = await freshDatabase();
    const app = supertest(buildApp(db).express);
    for (let turn = 0; turn < 5; turn += 1) {
      const us = await addOrganisation(db);
      const amara = await signIn(db, `amara${turn}@hall.example`, { [us]: 'steward' });
      const ben = await signIn(db, `ben${turn}@hall.example`, { [us]: 'steward' });
      const path = `/api/v1/organisations/${us}/members`;
      const answers = await Promise.all([
        app.delete(`${path}/${amara.id}`).set('Cookie', amara.cookie),
        app.patch(`${path}/${ben.id}`).set('Cookie', ben.cookie).send({ role: 'editor' }),
        app.delete('/api/v1/me').set('Cookie', ben.cookie),
      ]);
      assert.ok(
        answers.every(({ status }) => [204, 404, 409].includes(status)),
        answers.map(({ status }) => status).join(),
      );
      const left = await db('member').where({ organisation_id: us, role: 'steward' });
      assert.ok(left.length >= 1, 'nobody answers for the group');
    }
  });
});
