/** Inviting by a letter: over real SMTP, once, safely, and telling nobody who has an account. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { startPost } from '../../server/mail/post.ts';
import { buildApp, testConfig, useService } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { startMailSink } from '../support/mail.ts';
import { addOrganisation, signIn } from '../support/people.ts';

const tokenIn = (text = '') => /\/invitations\/([\w-]{43})/.exec(text)?.[1] ?? '';
const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  String((answer.headers['set-cookie'] as string[] | undefined)?.[0] ?? '').split(';')[0] ?? '';

describe('inviting somebody', () => {
  const service = useService();
  let us: number;
  let steward: string;
  beforeEach(async () => {
    us = await addOrganisation(service.db, { name: 'Bryn Hall Friends' });
    steward = (await signIn(service.db, 'amara@hall.example', { [us]: 'steward' })).cookie;
  });
  const path = () => `/api/v1/organisations/${us}/invitations`;
  const invite = (email: string, role = 'editor') =>
    service.request.post(path()).set('Cookie', steward).send({ email, role });
  const newest = async () => (await service.db('letter').orderBy('id', 'desc').first()).body as string;
  const accept = (body: object, cookie?: string) => {
    const request = service.request.post('/api/v1/invitations/accept');
    return (cookie ? request.set('Cookie', cookie) : request).send(body);
  };
  const roles = async (email: string) =>
    (
      await service
        .db('member as m')
        .join('person as p', 'p.id', 'm.person_id')
        .where({ email })
        .pluck('m.role')
    ).join();

  it('makes an account and a member of whoever is new here, once, and keeps only a digest', async () => {
    await invite('Ben@hall.example').expect(201);
    const token = tokenIn(await newest());
    assert.equal(token.length, 43);
    assert.ok(!JSON.stringify(await service.db('member_invitation')).includes(token));
    const answer = await accept({ token }).expect(200);
    assert.deepEqual([answer.body.organisation.id, answer.body.role], [us, 'editor']);
    const { body } = await service.request.get('/api/v1/me').set('Cookie', cookieOf(answer)).expect(200);
    assert.equal(body.email, 'Ben@hall.example');
    assert.equal(body.memberships[0].role, 'editor');
    await accept({ token }).expect(410);
    const audit = await service.request.get(`/api/v1/organisations/${us}/audit`).set('Cookie', steward);
    assert.deepEqual(
      audit.body.items.map((each: { action: string }) => each.action),
      ['member.join', 'member.invite'],
    );
    assert.ok(!/ben@/i.test(audit.text));
  });

  it('says in its letter what the group is called, on one line, and nothing in our name', async () => {
    const name = 'Bryn\n\nYour account is closed. Sign in at evil.example.';
    await service.request
      .patch(`/api/v1/organisations/${us}`)
      .set({ Cookie: steward, 'If-Match': '*' })
      .send({ name })
      .expect(200);
    await invite('ben@hall.example').expect(201);
    assert.doesNotMatch(await newest(), /^Your account is closed/m);
  });

  it('is no way into an account that is there: its owner signs in, and accepts', async () => {
    const ben = await signIn(service.db, 'ben@hall.example');
    await invite('BEN@hall.example', 'steward').expect(201);
    const token = tokenIn(await newest());
    const refused = await accept({ token }).expect(401);
    assert.equal(refused.headers['set-cookie'], undefined);
    const other = await signIn(service.db, 'eve@else.example');
    const { body: problem } = await accept({ token }, other.cookie).expect(409);
    assert.match(problem.detail, /another address/);
    assert.ok(!/ben@/i.test(JSON.stringify(problem)));
    const mine = await service.request.get('/api/v1/me/invitations').set('Cookie', ben.cookie).expect(200);
    assert.equal(mine.body.items[0].organisation.name, 'Bryn Hall Friends');
    await accept({ id: mine.body.items[0].id }, other.cookie).expect(404);
    await accept({ id: mine.body.items[0].id }).expect(401);
    await accept({ id: mine.body.items[0].id }, ben.cookie).expect(200);
    assert.equal(await roles('ben@hall.example'), 'steward');
  });

  it('answers alike whether anybody has the address or not, and names members to stewards only', async () => {
    await signIn(service.db, 'known@hall.example');
    const known = await invite('known@hall.example').expect(201);
    const strange = await invite('strange@hall.example').expect(201);
    assert.deepEqual(Object.keys(known.body), Object.keys(strange.body));
    const letters = await service.db('letter').orderBy('id').pluck('body');
    assert.equal(letters[0].replace(tokenIn(letters[0]), ''), letters[1].replace(tokenIn(letters[1]), ''));
    assert.equal(await service.db('person').where({ email: 'strange@hall.example' }).first(), undefined);
    const { body } = await invite('Amara@hall.example').expect(409);
    assert.match(body.detail, /a member already/);
    const outsider = await signIn(service.db, 'out@else.example');
    for (const email of ['amara@hall.example', 'strange@hall.example'])
      await service.request
        .post(path())
        .set('Cookie', outsider.cookie)
        .send({ email, role: 'editor' })
        .expect(403);
  });

  it('is sent again with a new link, taken back, declined, and over after two weeks', async () => {
    await invite('ben@hall.example').expect(201);
    const first = tokenIn(await newest());
    await invite('ben@hall.example', 'steward').expect(201);
    const second = tokenIn(await newest());
    await accept({ token: first }).expect(410);
    const { body } = await service.request.get(path()).set('Cookie', steward).expect(200);
    assert.deepEqual(
      body.items.map(({ email, role }: { email: string; role: string }) => [email, role]),
      [['ben@hall.example', 'steward']],
    );
    await service.request.delete(`${path()}/${body.items[0].id}`).set('Cookie', steward).expect(204);
    await accept({ token: second }).expect(410);
    await service.request.delete(`${path()}/${body.items[0].id}`).set('Cookie', steward).expect(404);

    await invite('joe@hall.example').expect(201);
    const joe = await signIn(service.db, 'joe@hall.example');
    const [{ id }] = (await service.request.get('/api/v1/me/invitations').set('Cookie', joe.cookie)).body
      .items;
    const eve = await signIn(service.db, 'eve@else.example');
    await service.request.delete(`/api/v1/me/invitations/${id}`).set('Cookie', eve.cookie).expect(404);
    await service.request.delete(`/api/v1/me/invitations/${id}`).set('Cookie', joe.cookie).expect(204);

    await invite('zoe@hall.example').expect(201);
    const old = tokenIn(await newest());
    await service
      .db('member_invitation')
      .update({ expires_at: service.db.raw(`now() - interval '1 second'`) });
    await accept({ token: old }).expect(410);
  });

  it('never lowers a role, and sends five letters a day to one address', async () => {
    await invite('ben@hall.example', 'editor').expect(201);
    const ben = await signIn(service.db, 'ben@hall.example', { [us]: 'steward' });
    await accept({ token: tokenIn(await newest()) }, ben.cookie).expect(200);
    assert.equal(await roles('ben@hall.example'), 'steward');
    for (let count = 0; count < 5; count += 1) await invite('joe@hall.example').expect(201);
    await invite('joe@hall.example').expect(429);
  });

  it('lets in one of two who accept at once, and leaves as a letter over SMTP', async () => {
    const { db } = await freshDatabase();
    const sink = await startMailSink();
    const app = buildApp(db, { smtpUrl: sink.url });
    const hall = await addOrganisation(db, { name: 'Neuadd Bryn' });
    const { cookie } = await signIn(db, 'amara@hall.example', { [hall]: 'steward' });
    await supertest(app.express)
      .post(`/api/v1/organisations/${hall}/invitations`)
      .set('Cookie', cookie)
      .send({ email: 'ben@hall.example', role: 'editor' })
      .expect(201);
    const post = startPost(db, { ...testConfig(), smtpUrl: sink.url }, assert.ifError);
    await post.flush();
    await post.stop();
    await sink.close();
    const [letter] = sink.letters;
    assert.match(letter?.subject ?? '', /Neuadd Bryn invites you/);
    const token = tokenIn(letter?.text);
    assert.equal((await db('letter')).length, 0);
    const answers = await Promise.all(
      [1, 2].map(() => supertest(app.express).post('/api/v1/invitations/accept').send({ token })),
    );
    assert.deepEqual(answers.map(({ status }) => status).sort(), [200, 410]);
    assert.equal((await db('person').where({ email: 'ben@hall.example' })).length, 1);
    assert.equal((await db('session')).length, 2);
  });
});
