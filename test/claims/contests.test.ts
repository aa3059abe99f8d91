import assert from 'node:assert/strict';
import supertest from 'supertest';
import { startPost } from '../../server/mail/post.ts';
import { buildApp, OPERATOR_TOKEN, testConfig, useService } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue } from '../support/factories.ts';
import { type MailSink, startMailSink } from '../support/mail.ts';
import { addOrganisation, signIn } from '../support/people.ts';

const WORDS = 'We have looked after this hall since 1962.';
const OTHERS = 'The trust has held the lease for twenty years.';
const REASON = 'The lease was shown to us, and names the trust.';
const token = { Authorization: `Bearer ${OPERATOR_TOKEN}` };

describe('contesting a claim', () => {
  const service = useService();
  let venueId: number;
  let us: number;
  let them: number;
  let ours: string;
  let theirs: string;
  let claimId: number;

  const send = (path: string, headers: Record<string, string>, body: object) =>
    service.request.post(`/api/v1${path}`).set(headers).send(body);
  const claims = async () =>
    (await service.request.get(`/api/v1/venues/${venueId}/claims`).expect(200)).body.items;
  const contest = (body: object = { organisationId: them, words: OTHERS }) =>
    send(`/claims/${claimId}/contests`, { Cookie: theirs }, body);

  beforeEach(async () => {
    venueId = (await addVenue(service.db)).id;
    us = await addOrganisation(service.db, { name: 'Us' });
    them = await addOrganisation(service.db, { name: 'Them' });
    ours = (await signIn(service.db, 'steward@us.example', { [us]: 'steward' })).cookie;
    theirs = (await signIn(service.db, 'steward@them.example', { [them]: 'steward' })).cookie;
    const made = await send(
      `/venues/${venueId}/claims`,
      { Cookie: ours },
      { organisationId: us, declaration: WORDS, maySpeak: true },
    ).expect(201);
    claimId = made.body.id;
    await service.db('letter').delete();
  });

  it('publishes what both sides say, and tells the holder', async () => {
    const { body } = await contest().expect(201);
    await send(`/contests/${body.id}/words`, { Cookie: ours }, { words: WORDS }).expect(204);
    const [claim] = await claims();
    assert.deepEqual(
      claim.contests[0].words.map(({ side, words }: { side: string; words: string }) => [side, words]),
      [
        ['contester', OTHERS],
        ['holder', WORDS],
      ],
    );
    assert.equal(claim.contests[0].organisation.name, 'Them');
    assert.ok(!/@|steward/.test(JSON.stringify(claim)), 'people are not named');
    assert.deepEqual(await service.db('letter').pluck('recipient'), ['steward@us.example']);
  });

  it('is for another group, once, within 14 days', async () => {
    await contest({ organisationId: us, words: OTHERS }).expect(403);
    await send(`/claims/${claimId}/contests`, { Cookie: ours }, { organisationId: us, words: OTHERS }).expect(
      409,
    );
    await contest({ organisationId: them, words: 'No.' }).expect(400);
    await service.db.raw('savepoint before');
    await contest().expect(201);
    await contest().expect(409);
    await service.db.raw('rollback to savepoint before');
    await service.db('claim').update({ contestable_until: service.db.raw(`now() - interval '1 second'`) });
    const { body } = await contest().expect(409);
    assert.match(body.detail, /14 days/);
  });

  it('can be taken back, by those whose it is', async () => {
    const { body } = await contest().expect(201);
    await service.request.delete(`/api/v1/contests/${body.id}`).set('Cookie', ours).expect(403);
    await service.request.delete(`/api/v1/contests/${body.id}`).set('Cookie', theirs).expect(204);
    await service.request.delete(`/api/v1/contests/${body.id}`).set('Cookie', theirs).expect(409);
    assert.equal((await claims())[0].contests[0].state, 'withdrawn');
  });

  it('is decided by an operator, who says why: the claim stands', async () => {
    const { body } = await contest().expect(201);
    const decide = (headers: Record<string, string>) =>
      send(`/operator/contests/${body.id}/decision`, headers, { decision: 'upheld', reason: REASON });
    await decide({ Cookie: ours }).expect(403);
    await decide({ Cookie: theirs }).expect(403);
    await send(`/contests/${body.id}/words`, token, { words: 'Who pays for the heating here?' }).expect(204);
    await decide(token).expect(204);
    await decide(token).expect(409);
    const [claim] = await claims();
    assert.equal(claim.state, 'standing');
    assert.equal(claim.contests[0].state, 'upheld');
    assert.equal(claim.contests[0].reason, REASON);
    assert.equal(claim.contests[0].words[1].side, 'operator');
    await send(`/contests/${body.id}/words`, { Cookie: ours }, { words: WORDS }).expect(409);
  });

  it('gives the place to the group that contests when the claim is overturned', async () => {
    const { body } = await contest().expect(201);
    const phone = { kind: 'phone', value: '020 7946 0001', public: false };
    await service.request
      .patch(`/api/v1/venues/${venueId}`)
      .set({ Cookie: ours, 'If-Match': '*' })
      .send({ contacts: [phone] })
      .expect(200);
    const decision = { decision: 'overturned', reason: REASON };
    await send(`/operator/contests/${body.id}/decision`, token, decision).expect(204);
    const [now, before] = await claims();
    assert.deepEqual([now.state, now.evidence, now.organisation.id], ['standing', 'decision', them]);
    assert.deepEqual([before.state, before.contests[0].state], ['overturned', 'overturned']);
    const record = await service.request
      .get(`/api/v1/venues/${venueId}/record`)
      .set('Cookie', theirs)
      .expect(200);
    assert.ok(!record.text.includes(phone.value), 'private contacts stay with the group they are of');
    await service.request.get(`/api/v1/venues/${venueId}/record`).set('Cookie', ours).expect(403);
  });

  it('is not decided by an operator who is of one side', async () => {
    const { body } = await contest().expect(201);
    await service.db('person').where({ email: 'steward@us.example' }).update({ operator: true });
    const decision = { decision: 'upheld', reason: REASON };
    await send(`/operator/contests/${body.id}/decision`, { Cookie: ours }, decision).expect(403);
  });
});

describe('letters about a contest', () => {
  let sink: MailSink;
  before(async () => {
    sink = await startMailSink();
  });
  after(() => sink.close());

  it('reach both groups over SMTP', async () => {
    const { db } = await freshDatabase();
    const request = supertest(buildApp(db).express);
    const { id } = await addVenue(db);
    const us = await addOrganisation(db, { name: 'Us' });
    const them = await addOrganisation(db, { name: 'Them' });
    const ours = await signIn(db, 'steward@us.example', { [us]: 'steward' });
    const theirs = await signIn(db, 'steward@them.example', { [them]: 'steward' });
    const claim = await request
      .post(`/api/v1/venues/${id}/claims`)
      .set('Cookie', ours.cookie)
      .send({ organisationId: us, declaration: WORDS, maySpeak: true })
      .expect(201);
    const contest = await request
      .post(`/api/v1/claims/${claim.body.id}/contests`)
      .set('Cookie', theirs.cookie)
      .send({ organisationId: them, words: OTHERS })
      .expect(201);
    await request
      .post(`/api/v1/operator/contests/${contest.body.id}/decision`)
      .set(token)
      .send({ decision: 'upheld', reason: REASON })
      .expect(204);
    const post = startPost(db, testConfig({ smtpUrl: sink.url }), (error) => assert.fail(String(error)));
    await post.flush();
    await post.stop();
    const sent = sink.letters.map(({ to, subject }) => [[to].flat()[0]?.text, subject]);
    assert.deepEqual(sent, [
      ['steward@us.example', 'Your group now holds Broadwater Hall'],
      ['steward@us.example', 'Another group contests your claim: Broadwater Hall'],
      ['steward@them.example', 'Decided: the claim stands: Broadwater Hall'],
      ['steward@us.example', 'Decided: the claim stands: Broadwater Hall'],
    ]);
    assert.match(sink.letters[2]?.text ?? '', new RegExp(`${REASON}[^]*/venues/broadwater-hall-${id}/claim`));
  });
});
