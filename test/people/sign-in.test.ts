import assert from 'node:assert/strict';
import supertest from 'supertest';
import { startPost } from '../../server/mail/post.ts';
import { buildApp, testConfig, useService } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { type MailSink, startMailSink } from '../support/mail.ts';
import { signIn } from '../support/people.ts';

const linkIn = (text = '') => /\/sign-in\/([\w-]{43})/.exec(text)?.[1] ?? '';
const codeIn = (text = '') => /^(\d{4} \d{4})$/m.exec(text)?.[1] ?? '';
const cookieOf = (answer: { headers: Record<string, unknown> }) =>
  String((answer.headers['set-cookie'] as string[] | undefined)?.[0] ?? '');

describe('signing in', () => {
  const service = useService();
  const newest = async () => (await service.db('letter').orderBy('id', 'desc').first()) as { body: string };
  const ask = (email: string) => service.request.post('/api/v1/sign-ins').send({ email });

  it('sends a link that gets in once', async () => {
    await ask('Amara@Hall.example').expect(202);
    const token = linkIn((await newest()).body);
    const answer = await service.request.post('/api/v1/session').send({ token }).expect(200);
    assert.deepEqual(answer.body, {
      email: 'Amara@Hall.example',
      operator: false,
      reminders: true,
      memberships: [],
    });
    assert.match(cookieOf(answer), /^moothall=[\w-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/);
    const cookie = cookieOf(answer).split(';')[0] ?? '';
    await service.request.get('/api/v1/me').set('Cookie', cookie).expect(200);
    const again = await service.request.post('/api/v1/session').send({ token }).expect(410);
    assert.match(again.body.detail, /used, or is too old/);
  });

  it('knows a person by their address, whatever its capitals', async () => {
    const { id } = await signIn(service.db, 'amara@hall.example');
    await ask('AMARA@hall.example').expect(202);
    const token = linkIn((await newest()).body);
    await service.request.post('/api/v1/session').send({ token }).expect(200);
    assert.deepEqual(await service.db('person').pluck('id'), [id]);
  });

  it('takes the code instead, five tries, and never after the link', async () => {
    const { body } = await ask('amara@hall.example').expect(202);
    const code = codeIn((await newest()).body);
    const wrong = code === '0000 0000' ? '11111111' : '00000000';
    const redeem = (typed: string) =>
      service.request.post('/api/v1/session').send({ id: body.id, code: typed });
    for (let tries = 0; tries < 4; tries += 1) {
      const { body: problem } = await redeem(wrong).expect(400);
      assert.equal(problem.errors[0].pointer, '#/code');
    }
    await redeem(code).expect(200);
    await redeem(code).expect(410);
    await service.request
      .post('/api/v1/session')
      .send({ token: linkIn((await service.db('letter').first()).body) })
      .expect(410);
  });

  it('gives a code up after five wrong tries', async () => {
    const { body } = await ask('amara@hall.example');
    const code = codeIn((await newest()).body);
    const redeem = (typed: string) =>
      service.request.post('/api/v1/session').send({ id: body.id, code: typed });
    for (let tries = 0; tries < 5; tries += 1) await redeem('12').expect(400);
    await redeem(code).expect(410);
  });

  it('is over after fifteen minutes', async () => {
    const { body } = await ask('amara@hall.example');
    const letter = await newest();
    await service.db('sign_in').update({ expires_at: service.db.raw(`now() - interval '1 second'`) });
    await service.request
      .post('/api/v1/session')
      .send({ token: linkIn(letter.body) })
      .expect(410);
    await service.request
      .post('/api/v1/session')
      .send({ id: body.id, code: codeIn(letter.body) })
      .expect(410);
  });

  it('answers alike whether anybody has the address or not, and keeps only digests', async () => {
    await signIn(service.db, 'known@hall.example');
    const known = await ask('known@hall.example').expect(202);
    const strange = await ask('strange@hall.example').expect(202);
    assert.deepEqual(Object.keys(known.body), Object.keys(strange.body));
    assert.equal(await service.db('person').where({ email: 'strange@hall.example' }).first(), undefined);
    const secrets = [linkIn((await newest()).body), codeIn((await newest()).body).replace(' ', '')];
    const kept = JSON.stringify(await service.db('sign_in').select());
    for (const secret of secrets) assert.ok(secret.length >= 8 && !kept.includes(secret));
  });

  it('refuses what is no address, and a way out of this site', async () => {
    for (const email of [
      'nobody',
      'a@b',
      'a b@c.de',
      'a@b.cc\nBcc: x@y.zz',
      '"<a@b.cc>',
      `${'a'.repeat(250)}@b.cc`,
    ])
      await ask(email).expect(400);
    for (const next of ['//elsewhere.example', 'https://elsewhere.example', '/\\elsewhere', 'list'])
      await service.request.post('/api/v1/sign-ins').send({ email: 'a@hall.example', next }).expect(400);
    assert.equal((await service.db('letter').select()).length, 0);
  });

  it('sends five letters to one address in a quarter of an hour, whoever asks', async () => {
    for (let letters = 0; letters < 5; letters += 1) await ask('amara@hall.example').expect(202);
    const { body, headers } = await ask(' AMARA@hall.example'.trim()).expect(429);
    assert.match(body.detail, /Try again in 1[45] minutes/);
    assert.ok(Number(headers['retry-after']) > 800);
    await ask('joe@hall.example').expect(202);
  });

  it('says so where no letters can leave', async () => {
    const app = supertest(buildApp(service.db, { smtpUrl: undefined }).express);
    const { body } = await app.post('/api/v1/sign-ins').send({ email: 'a@hall.example' }).expect(503);
    assert.match(body.detail, /cannot send email yet/);
    const page = await app.get('/sign-in').set('Sec-Fetch-Site', 'same-origin').expect(200);
    assert.match(page.text, /cannot send email yet/);
  });

  it('signs out here, and everywhere', async () => {
    const here = await signIn(service.db);
    const there = await signIn(service.db);
    const third = await signIn(service.db);
    const me = (cookie: string) => service.request.get('/api/v1/me').set('Cookie', cookie);
    await service.request.delete('/api/v1/session').set('Cookie', here.cookie).expect(204);
    await me(here.cookie).expect(401);
    await me(there.cookie).expect(200);
    await service.request.delete('/api/v1/sessions').set('Cookie', there.cookie).expect(204);
    await me(third.cookie).expect(401);
  });

  it('gives a new session at sign-in and ends the one before', async () => {
    const before = await signIn(service.db);
    await ask('amara@hall.example');
    const token = linkIn((await newest()).body);
    await service.request.post('/api/v1/session').set('Cookie', before.cookie).send({ token }).expect(200);
    await service.request.get('/api/v1/me').set('Cookie', before.cookie).expect(401);
  });

  it('takes nothing in a person’s name from another site', async () => {
    const { cookie } = await signIn(service.db);
    const send = (headers: Record<string, string>) =>
      service.request
        .patch('/api/v1/me')
        .set({ Cookie: cookie, ...headers })
        .send({ name: 'Amara' });
    await send({ 'Sec-Fetch-Site': 'cross-site' }).expect(403);
    await send({ 'Sec-Fetch-Site': 'same-site' }).expect(403);
    await send({ Origin: 'https://elsewhere.example' }).expect(403);
    await send({ Origin: 'null' }).expect(403);
    await send({ Origin: 'http://localhost:3000' }).expect(200);
    await send({ 'Sec-Fetch-Site': 'same-origin' }).expect(200);
  });

  it('tells no other session apart from none', async () => {
    for (const cookie of ['moothall=', 'moothall=x', `moothall=${'a'.repeat(43)}`])
      await service.request.get('/api/v1/me').set('Cookie', cookie).expect(401);
  });
});

describe('signing in, by pages', () => {
  const service = useService();
  const browser = (request: supertest.Test) =>
    request.set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin' });

  it('comes back to where one was, with what a form held', async () => {
    const sent = await browser(service.request.post('/account'))
      .type('form')
      .send({ name: 'Amara Okafor' })
      .expect(303);
    const signInPath = sent.headers.location ?? '';
    assert.match(signInPath, /^\/sign-in\?next=%2Faccount%3Fkept%3D[\w-]{43}$/);
    const page = await browser(service.request.get(signInPath)).expect(200);
    assert.match(page.text, /What you typed is kept/);
    const next = decodeURIComponent(signInPath.split('next=')[1] ?? '');
    const asked = await browser(service.request.post('/sign-in'))
      .type('form')
      .send({ email: 'a@hall.example', next })
      .expect(303);
    await browser(service.request.get(asked.headers.location ?? '')).expect(200);
    const { body } = await service.db('letter').first();
    const link = linkIn(body);
    // Looking at the link does not use it up, as programs that look through mail do.
    for (let looks = 0; looks < 2; looks += 1)
      await browser(service.request.get(`/sign-in/${link}`)).expect(200);
    const signedIn = await browser(service.request.post(`/sign-in/${link}`)).expect(303);
    assert.equal(signedIn.headers.location, next);
    const cookie = cookieOf(signedIn).split(';')[0] ?? '';
    const account = await browser(service.request.get(next)).set('Cookie', cookie).expect(200);
    assert.match(account.text, /value="Amara Okafor"/);
    await browser(service.request.get(`/sign-in/${link}`)).expect(410);
  });

  it('shows a wrong code and a wrong address beside their fields, with what was typed', async () => {
    const wrong = await browser(service.request.post('/sign-in'))
      .type('form')
      .send({ email: 'nobody' })
      .expect(400);
    assert.match(wrong.text, /href="#email"[^>]*>Enter an email address/);
    assert.match(wrong.text, /value="nobody"/);
    const asked = await browser(service.request.post('/sign-in'))
      .type('form')
      .send({ email: 'a@hall.example' })
      .expect(303);
    const id = new URL(asked.headers.location ?? '', 'http://x').searchParams.get('id');
    const code = await browser(service.request.post('/sign-in/code'))
      .type('form')
      .send({ id, email: 'a@hall.example', code: '1' })
      .expect(400);
    assert.match(code.text, /This is not the code from the letter/);
    const good = codeIn((await service.db('letter').first()).body);
    const done = await browser(service.request.post('/sign-in/code'))
      .type('form')
      .send({ id, email: 'a@hall.example', code: ` ${good} ` })
      .expect(303);
    assert.equal(done.headers.location, '/account');
  });

  it('speaks the reader’s language, in the letter too', async () => {
    await browser(service.request.post('/cy/sign-in'))
      .type('form')
      .send({ email: 'a@hall.example' })
      .expect(303);
    const { subject, body } = await service.db('letter').first();
    assert.match(subject, /^Eich dolen i fewngofnodi/);
    assert.match(body, /http:\/\/localhost:3000\/cy\/sign-in\/[\w-]{43}/);
  });

  it('shows letters to nobody outside the demo', async () => {
    await browser(service.request.get('/outbox')).expect(404);
    const demo = supertest(buildApp(service.db, { demo: true, smtpUrl: undefined }).express);
    await demo.get('/outbox').set('Accept', 'text/html').expect(200);
    const withMail = supertest(buildApp(service.db, { demo: true, smtpUrl: 'smtp://localhost' }).express);
    await withMail.get('/outbox').set('Accept', 'text/html').expect(404);
  });

  it('sends nobody to another site after signing in', async () => {
    const page = await browser(service.request.get('/sign-in?next=//elsewhere.example')).expect(200);
    assert.doesNotMatch(page.text, /name="next"/);
  });
});

describe('letters over SMTP', () => {
  let sink: MailSink;
  before(async () => {
    sink = await startMailSink();
  });
  after(() => sink.close());

  it('leave for a real server, once, and are kept no longer; one link lets one of many in', async () => {
    const { db } = await freshDatabase();
    const app = buildApp(db, { smtpUrl: sink.url });
    await supertest(app.express).post('/api/v1/sign-ins').send({ email: 'amara@hall.example' }).expect(202);
    const posts = [1, 2, 3].map(() => startPost(db, testConfig({ smtpUrl: sink.url }), assert.ifError));
    await Promise.all(posts.map((post) => post.flush()));
    await Promise.all(posts.map((post) => post.stop()));
    assert.equal(sink.letters.length, 1);
    const [letter] = sink.letters;
    assert.match(letter?.subject ?? '', /^Your link to sign in to localhost:3000$/);
    assert.equal((await db('letter').select()).length, 0);
    const token = linkIn(letter?.text);
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => supertest(app.express).post('/api/v1/session').send({ token })),
    );
    assert.equal(tries.filter(({ status }) => status === 200).length, 1);
    assert.equal(tries.filter(({ status }) => status === 410).length, 19);
    assert.equal((await db('session').select()).length, 1);
  });

  it('wait and are tried again when the server refuses them', async () => {
    const { db } = await freshDatabase();
    await supertest(buildApp(db).express)
      .post('/api/v1/sign-ins')
      .send({ email: 'b@hall.example' })
      .expect(202);
    const heard: unknown[] = [];
    const post = startPost(db, testConfig({ smtpUrl: sink.url }), (error) => heard.push(error));
    const before = sink.letters.length;
    sink.refuse = true;
    await post.flush();
    sink.refuse = false;
    assert.equal(heard.length, 1);
    assert.equal((await db('letter').first()).tries, 1);
    // Well past: a row keeps milliseconds, and may round now to a moment that is still to come.
    await db('letter').update({ next_try_at: db.raw(`now() - interval '1 second'`) });
    await post.flush();
    await post.stop();
    assert.equal(sink.letters.length, before + 1);
    assert.equal((await db('letter').select()).length, 0);
  });
});
