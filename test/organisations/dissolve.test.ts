/** What happens when an organisation is dissolved: each consequence that its page tells. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { insertClaim, insertContest } from '../../server/claims/repository.ts';
import { saveTerms } from '../../server/terms/repository.ts';
import { actorOf } from '../../server/venues/held.ts';
import { buildApp, useService } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue } from '../support/factories.ts';
import { addOrganisation, type SignedIn, signIn } from '../support/people.ts';

const WORDS = 'Us have looked after this hall since 1962.';

describe('dissolving an organisation', () => {
  const service = useService();
  let us: number;
  let steward: SignedIn;
  let kept: number;
  let hidden: number;
  let draft: number;
  beforeEach(async () => {
    const { db } = service;
    us = await addOrganisation(db, { name: 'Us of Old' });
    steward = await signIn(db, 'amara@us.example', { [us]: 'steward' });
    await signIn(db, 'ben@us.example', { [us]: 'editor' });
    const actor = await actorOf(
      db,
      { kind: 'person', ...steward, email: '', operator: false, memberships: [] },
      us,
    );
    const contacts = [
      { kind: 'phone' as const, value: '020 7946 0002', public: true, name: 'Amara' },
      { kind: 'email' as const, value: 'amara@private.example', public: false },
      { kind: 'website' as const, value: 'https://hall.example', public: true, name: 'Amara' },
    ];
    kept = (await addVenue(db, { name: 'Kept Hall', organisationId: us, contacts }, actor)).id;
    await saveTerms(db, actor, kept, { text: 'Leave it as you found it.' });
    const location = { lon: -0.168, lat: 51.4275, precision: 'hidden' as const };
    hidden = (await addVenue(db, { name: 'Hidden Hall', organisationId: us, location }, actor)).id;
    draft = (await addVenue(db, { name: 'Draft Hall', organisationId: us, status: 'draft' }, actor)).id;
  });
  const path = () => `/api/v1/organisations/${us}`;
  const dissolve = (body: object, match = '*') =>
    service.request.post(`${path()}/dissolve`).set({ Cookie: steward.cookie, 'If-Match': match }).send(body);
  const choice = (name: 'keep' | 'forget' = 'keep') => ({ release: [kept], withdraw: [hidden, draft], name });

  it('asks of each place what becomes of it; one that is not shown exactly can only be withdrawn', async () => {
    const open = await dissolve({ release: [kept], withdraw: [hidden], name: 'keep' }).expect(409);
    assert.match(open.body.detail, /Draft Hall/);
    const both = await dissolve({ ...choice(), withdraw: [kept, hidden, draft] }).expect(409);
    assert.match(both.body.detail, /Kept Hall/);
    const shown = await dissolve({ release: [kept, hidden, draft], name: 'keep' }).expect(409);
    assert.match(shown.body.detail, /Withdraw instead: Draft Hall.*Hidden Hall/);
    await service.request.post(`${path()}/dissolve`).set('Cookie', steward.cookie).send(choice()).expect(428);
    await dissolve(choice(), '"99"').expect(412);
    await service.request.get(path()).expect(200);
  });

  it('gives places up or withdraws them, and takes people’s numbers out', async () => {
    await dissolve(choice()).expect(204);
    const { body, text } = await service.request.get(`/api/v1/venues/${kept}`).expect(200);
    assert.equal(body.organisation, undefined);
    assert.deepEqual(body.contacts, [{ kind: 'website', value: 'https://hall.example', public: true }]);
    assert.ok(!/Amara|7946/.test(text));
    for (const id of [hidden, draft]) await service.request.get(`/api/v1/venues/${id}`).expect(404);
    assert.deepEqual(
      await service.db('venue').whereIn('id', [kept, hidden, draft]).orderBy('id').pluck('status'),
      ['published', 'withdrawn', 'withdrawn'],
    );
    const rest = JSON.stringify([await service.db('contact'), await service.db('change')]);
    assert.ok(!/7946|private\.example/.test(rest), 'also not in the histories');
    // Another group can claim it, and reads no private word of before.
    const them = await addOrganisation(service.db, { name: 'Them' });
    const other = await signIn(service.db, 'eve@them.example', { [them]: 'steward' });
    await service.request
      .post(`/api/v1/venues/${kept}/claims`)
      .set('Cookie', other.cookie)
      .send({ organisationId: them, declaration: WORDS, maySpeak: true })
      .expect(201);
  });

  it('ends members, keys, invitations, offers and contests, and writes to each member', async () => {
    const { db } = service;
    const key = (
      await service.request
        .post(`${path()}/keys`)
        .set('Cookie', steward.cookie)
        .send({ name: 'Key', scopes: ['venues:read'] })
    ).body.key;
    await service.request
      .post(`${path()}/invitations`)
      .set('Cookie', steward.cookie)
      .send({ email: 'joe@us.example', role: 'editor' })
      .expect(201);
    const token = /invitations\/([\w-]{43})/.exec((await db('letter').first()).body)?.[1];
    const them = await addOrganisation(db, { name: 'Them' });
    const other = await signIn(db, 'eve@them.example', { [them]: 'steward' });
    const offers = [
      [kept, steward, them],
      [(await addVenue(db, { organisationId: them })).id, other, us],
    ] as const;
    for (const [id, who, organisationId] of offers)
      await service.request
        .post(`/api/v1/venues/${id}/handovers`)
        .set('Cookie', who.cookie)
        .send({ organisationId })
        .expect(201);
    const { id: third } = await addVenue(db, { organisationId: them });
    const claimId = await insertClaim(db, { venueId: third, organisationId: them, evidence: 'email' });
    await insertContest(db, { claimId, organisationId: us, personId: steward.id, words: WORDS });
    await db('letter').delete();
    await dissolve(choice()).expect(204);
    assert.deepEqual(await db('member').where({ organisation_id: us }), []);
    assert.deepEqual(await db('handover'), []);
    await service.request.get('/api/v1/venues').set('Authorization', `Bearer ${key}`).expect(401);
    await service.request.post('/api/v1/invitations/accept').send({ token }).expect(410);
    assert.equal((await db('contest').first()).state, 'withdrawn');
    assert.deepEqual(await db('letter').orderBy('recipient').pluck('recipient'), [
      'amara@us.example',
      'ben@us.example',
    ]);
    for (const part of ['members', 'audit', 'keys', 'invitations', 'handovers'])
      await service.request.get(`${path()}/${part}`).set('Cookie', steward.cookie).expect(404);
    await service.request.get('/api/v1/me').set('Cookie', steward.cookie).expect(200);
  });

  it('says so where it was, and keeps its name in histories, without who did what', async () => {
    await dissolve(choice()).expect(204);
    const { body } = await service.request.get(path()).expect(410);
    assert.match(body.detail, /^Us of Old is dissolved/);
    const history = await service.request.get(`/api/v1/venues/${kept}/history`).expect(200);
    assert.ok(history.body.items.every(({ actor }: { actor: string }) => actor === 'Us of Old'));
    assert.deepEqual(await service.db('change_author'), []);
    assert.deepEqual(await service.db('terms_author'), []);
    assert.deepEqual(
      (await service.db('audit_entry').where({ organisation_id: us })).map(({ action }) => action),
      ['organisation.dissolve'],
    );
    assert.equal((await service.db('organisation').where({ id: us }).first()).about, null);
  });

  it('becomes a former group in all that is public of its past, where it so chooses', async () => {
    const { db } = service;
    await insertClaim(db, { venueId: kept, organisationId: us, evidence: 'declaration', declaration: WORDS });
    await db('hiding').insert({
      venue_id: kept,
      reason: 'It shows where a refuge is.',
      reply: WORDS,
      replied_at: db.fn.now(),
      restored_at: db.fn.now(),
    });
    const other = await addOrganisation(db, { name: 'Them' });
    await db('merger').insert({
      from_id: draft,
      into_id: kept,
      from_group: other,
      into_group: us,
      reason: 'They are one and the same place.',
      into_answer: 'objects',
      into_words: WORDS,
    });
    await dissolve(choice('forget')).expect(204);
    assert.ok(!JSON.stringify([await db('hiding'), await db('merger')]).includes(WORDS));
    const texts = [];
    for (const place of [
      path(),
      ...['', '/history', '/claims', '/terms'].map((part) => `/api/v1/venues/${kept}${part}`),
    ])
      texts.push((await service.request.get(place)).text);
    for (const place of [
      `/venues/kept-hall-${kept}`,
      `/venues/kept-hall-${kept}/history`,
      `/organisations/us-of-old-${us}`,
    ])
      texts.push(
        (await service.request.get(place).set('Accept', 'text/html')).text.replaceAll(/us-of-old/g, ''),
      );
    for (const text of texts) assert.doesNotMatch(text, /Us of Old|us-of-old|since 1962/);
    assert.match(texts.join(), /a former group/);
  });

  it('leaves alone what others did before and after, in their own name', async () => {
    const { db } = service;
    const them = await addOrganisation(db, { name: 'Them' });
    const other = await signIn(db, 'eve@them.example', { [them]: 'steward' });
    const visitor = { kind: 'person' as const, id: other.id, email: '', operator: false, memberships: [] };
    const { id } = await addVenue(db, { organisationId: them }, await actorOf(db, visitor, them));
    const made = await service.request
      .post(`/api/v1/venues/${id}/handovers`)
      .set('Cookie', other.cookie)
      .send({ organisationId: us });
    await service.request
      .post(`/api/v1/handovers/${made.body.id}/accept`)
      .set('Cookie', steward.cookie)
      .expect(204);
    await dissolve({ ...choice('forget'), release: [kept, id] }).expect(204);
    const actors = await db('change').where({ venue_id: id }).orderBy('version').pluck('actor');
    assert.deepEqual(actors, ['Them', 'a former group', 'a former group']);
    assert.deepEqual(await db('change_author').pluck('person_id'), [other.id]);
  });

  it('lets nobody alter what is recorded in any other way', async () => {
    const change = service.db('change').where({ venue_id: kept });
    for (const wrong of [
      { actor: 'Somebody else' },
      { edits: '[]' },
      { at: '2020-01-01' },
      { action: 'changed' },
    ]) {
      await service.db.raw('savepoint before_it');
      await assert.rejects(change.clone().update(wrong), /never altered/);
      await service.db.raw('rollback to savepoint before_it');
    }
  });

  it('takes on nothing in the very moment in which it ends', async () => {
    const { db } = await freshDatabase();
    const app = supertest(buildApp(db).express);
    for (let turn = 0; turn < 4; turn += 1) {
      const group = await addOrganisation(db, { name: `Group ${turn}` });
      const { cookie } = await signIn(db, `amara${turn}@us.example`, { [group]: 'steward' });
      const { id } = await addVenue(db);
      const [, claimed] = await Promise.all([
        app
          .post(`/api/v1/organisations/${group}/dissolve`)
          .set({ Cookie: cookie, 'If-Match': '*' })
          .send({ name: 'keep' }),
        app
          .post(`/api/v1/venues/${id}/claims`)
          .set('Cookie', cookie)
          .send({ organisationId: group, declaration: WORDS, maySpeak: true }),
      ]);
      assert.ok([201, 403, 404, 409].includes(claimed.status), String(claimed.status));
      const rows = await db('venue as v')
        .join('organisation as o', 'o.id', 'v.organisation_id')
        .whereNotNull('o.dissolved_at');
      assert.deepEqual(rows, []);
    }
  });
});
