/** What the register holds of a person: told whole, taken away, deleted; and their address and devices. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { startPost } from '../../server/mail/post.ts';
import { deviceOf } from '../../server/people/device.ts';
import { notHeld, personalData } from '../../server/people/personal-data.ts';
import { buildApp, testConfig, useService } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue } from '../support/factories.ts';
import { startMailSink } from '../support/mail.ts';
import { addOrganisation, signIn } from '../support/people.ts';

const tokenIn = (text = '') => /\/account\/email\/([\w-]{43})/.exec(text)?.[1] ?? '';

describe('a person’s own data', () => {
  const service = useService();
  const patch = (id: number, cookie: string, body: object) =>
    service.request
      .patch(`/api/v1/venues/${id}`)
      .set({ Cookie: cookie, 'If-Match': '*' })
      .send(body)
      .expect(200);

  it('has every place of the schema that leads to a person, by number or by address', async () => {
    const { rows } = await service.db.raw(`
      select c.conrelid::regclass::text || '.' || a.attname as place from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
        where c.contype = 'f' and c.confrelid = 'person'::regclass
      union select table_name || '.' || column_name from information_schema.columns
        where table_schema = 'public' and column_name ~ 'email|recipient|reply_to'`);
    const places = rows.map(({ place }: { place: string }) => place).sort();
    assert.deepEqual(
      places.filter((place: string) => !notHeld.includes(place.split('.')[0] ?? '')),
      personalData.map(({ table, column }) => `${table}.${column}`).sort(),
      'decide about each: what of it is told, and what becomes of it (server/people/personal-data.ts)',
    );
  });

  it('becomes of it what is stated, when the person goes', async () => {
    const { rows } = await service.db.raw(`
      select c.conrelid::regclass::text || '.' || a.attname as place, c.confdeltype as rule from pg_constraint c
        join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
        where c.contype = 'f' and c.confrelid = 'person'::regclass`);
    const rules = { c: 'deleted', n: 'kept without them' } as Record<string, string>;
    for (const { place, rule } of rows)
      assert.equal(
        personalData.find(({ table, column }) => `${table}.${column}` === place)?.afterwards,
        rules[rule],
        place,
      );
  });

  it('is one JSON with all of it, and no secret, nor anything of others', async () => {
    const { db } = service;
    const us = await addOrganisation(db);
    const { cookie } = await signIn(db, 'amara@hall.example', { [us]: 'steward' });
    await signIn(db, 'ben@hall.example', { [us]: 'editor' });
    await service.request.patch('/api/v1/me').set('Cookie', cookie).send({ name: 'Amara' }).expect(200);
    const { id } = await addVenue(db, { organisationId: us });
    await patch(id, cookie, { contacts: [{ kind: 'phone', value: '020 7946 0003', public: false }] });
    await service.request
      .post(`/api/v1/organisations/${us}/invitations`)
      .set('Cookie', cookie)
      .send({ email: 'joe@hall.example', role: 'editor' })
      .expect(201);
    await service.request.post('/api/v1/sign-ins').send({ email: 'amara@hall.example' }).expect(202);
    const { body, text, headers } = await service.request
      .get('/api/v1/me/export')
      .set('Cookie', cookie)
      .expect(200);
    assert.match(headers['content-disposition'] ?? '', /^attachment; filename="moothall-about-me.json"/);
    assert.equal(headers['cache-control'], 'private, no-store');
    assert.deepEqual(
      Object.keys(body).sort(),
      ['exportedAt', ...personalData.map(({ part }) => part)].sort(),
    );
    assert.equal(body.you[0].email, 'amara@hall.example');
    assert.equal(body.you[0].name, 'Amara');
    assert.deepEqual(
      [body.sessions, body.memberships, body.changes, body.invitationsMade, body.lettersWaiting].map(
        (p) => p.length,
      ),
      [1, 1, 1, 1, 1],
    );
    assert.deepEqual([body.changes[0].venueId, body.changes[0].version], [id, 2]);
    assert.ok(!/ben@|joe@|7946|hash|sign-in\//.test(text));
  });

  it('is deleted on request; what they changed stays without them', async () => {
    const { db } = service;
    const us = await addOrganisation(db, { name: 'Bryn Hall Friends' });
    const amara = await signIn(db, 'amara@hall.example', { [us]: 'steward' });
    const { id } = await addVenue(db, { organisationId: us });
    await patch(id, amara.cookie, { description: 'A hall for all.' });
    await service.request.post('/api/v1/sign-ins').send({ email: 'amara@hall.example' });
    const suggestion = { about: 'name', value: 'Bryn Hall', method: 'told', name: 'Amara B.' };
    await service.request
      .post(`/api/v1/venues/${id}/corrections`)
      .send({ ...suggestion, email: 'Amara@hall.example' })
      .expect(202);
    const leave = () => service.request.delete('/api/v1/me').set('Cookie', amara.cookie);
    const { body } = await leave().expect(409);
    assert.match(body.detail, /only steward of: Bryn Hall Friends\. Hand your stewardship on/);
    await signIn(db, 'ben@hall.example', { [us]: 'steward' });
    await leave().expect(204);
    await service.request.get('/api/v1/me').set('Cookie', amara.cookie).expect(401);
    assert.equal((await service.request.get(`/api/v1/venues/${id}`)).body.description, 'A hall for all.');
    for (const { table, column, by } of personalData) {
      const left = await db(table).where(column, by === 'id' ? amara.id : 'amara@hall.example');
      // The last letter, which is deleted when it has left.
      assert.equal(left.length, table === 'letter' ? 1 : 0, `${table}.${column}`);
    }
    assert.match((await db('letter').first()).subject, /is deleted/);
    assert.deepEqual(await db('correction').select('named', 'value'), [{ named: null, value: 'Bryn Hall' }]);
  });
});

describe('another address', () => {
  const service = useService();
  const ask = (cookie: string, email: string) =>
    service.request.post('/api/v1/me/email').set('Cookie', cookie).send({ email });
  const confirm = (token: string) => service.request.post('/api/v1/me/email/confirm').send({ token });

  it('is confirmed by a letter to it, once, and the old one is told, over SMTP', async () => {
    const { db } = await freshDatabase();
    const app = supertest(buildApp(db).express);
    const { cookie } = await signIn(db, 'old@hall.example');
    const now = async () => (await app.get('/api/v1/me').set('Cookie', cookie)).body.email;
    const answer = (token: string) => app.post('/api/v1/me/email/confirm').send({ token });
    await app.post('/api/v1/me/email').set('Cookie', cookie).send({ email: 'new@hall.example' }).expect(202);
    const sink = await startMailSink();
    const post = startPost(db, { ...testConfig(), smtpUrl: sink.url }, assert.ifError);
    await post.flush();
    const to = (letter: (typeof sink.letters)[number]) => [letter.to].flat()[0]?.text;
    assert.deepEqual(sink.letters.map(to).sort(), ['new@hall.example', 'old@hall.example']);
    const toOld = sink.letters.find((letter) => to(letter) === 'old@hall.example');
    assert.ok(!/new@/.test(toOld?.text ?? '') && tokenIn(toOld?.text) === '');
    const token = tokenIn(sink.letters.find((letter) => to(letter) === 'new@hall.example')?.text);
    // The old one had been given up; the new one is read, as its link shows.
    await db('person').update({ unreachable_since: db.fn.now() });
    assert.ok(!JSON.stringify(await db('email_change')).includes(token));
    assert.equal(await now(), 'old@hall.example');
    await answer(token).expect(204);
    await answer(token).expect(410);
    assert.equal(await now(), 'new@hall.example');
    assert.equal((await db('person').first('unreachable_since')).unreachable_since, null);
    await post.flush();
    await post.stop();
    await sink.close();
    const [last] = sink.letters.slice(-1);
    assert.equal(last && to(last), 'old@hall.example');
    assert.match(last?.subject ?? '', /is changed/);
  });

  it('tells nobody who has an account: the letter does, and changes nothing', async () => {
    const { cookie } = await signIn(service.db, 'old@hall.example');
    await signIn(service.db, 'ben@hall.example');
    const taken = await ask(cookie, 'BEN@hall.example').expect(202);
    const letters = await service.db('letter').orderBy('id');
    assert.match(letters[0].body, /belongs to an account already/);
    assert.equal(tokenIn(letters[0].body), '');
    const free = await ask(cookie, 'free@hall.example').expect(202);
    assert.deepEqual(taken.body, free.body);
  });

  it('is forgotten on request, and over after a day', async () => {
    const { cookie } = await signIn(service.db, 'old@hall.example');
    const newest = async () =>
      tokenIn(
        (await service.db('letter').where({ recipient: 'new@hall.example' }).orderBy('id', 'desc').first())
          .body,
      );
    await ask(cookie, 'new@hall.example').expect(202);
    await service.request.delete('/api/v1/me/email').set('Cookie', cookie).expect(204);
    await confirm(await newest()).expect(410);
    await ask(cookie, 'new@hall.example').expect(202);
    await service.db('email_change').update({ expires_at: service.db.raw(`now() - interval '1 second'`) });
    await confirm(await newest()).expect(410);
    await ask(cookie, 'old@hall.example').expect(409);
  });
});

describe('where one is signed in', () => {
  const service = useService();

  it('is listed, without what opens it', async () => {
    const { cookie } = await signIn(service.db, 'amara@hall.example');
    await signIn(service.db, 'amara@hall.example');
    await signIn(service.db, 'ben@hall.example');
    const { body, text } = await service.request.get('/api/v1/sessions').set('Cookie', cookie).expect(200);
    assert.equal(body.items.length, 2);
    assert.equal(body.items.filter(({ isThis }: { isThis: boolean }) => isThis).length, 1);
    assert.deepEqual(Object.keys(body.items[0]).sort(), ['expiresAt', 'isThis', 'lastSeen', 'since']);
    assert.ok(!text.includes(cookie.split('=')[1] ?? ''));
  });

  it('is told with the names of the browser and the system that signed in', async () => {
    const agent = 'Mozilla/5.0 (Android 13; Mobile; rv:109.0) Gecko/117.0 Firefox/117.0';
    const { body: asked } = await service.request.post('/api/v1/sign-ins').send({ email: 'c@hall.example' });
    const letter = await service.db('letter').orderBy('id', 'desc').first();
    const code = /\d{4} \d{4}/.exec(letter.body)?.[0];
    const opened = await service.request
      .post('/api/v1/session')
      .set('User-Agent', agent)
      .send({ id: asked.id, code })
      .expect(200);
    const cookie = String(opened.get('Set-Cookie')?.[0]).split(';')[0] ?? '';
    const { body } = await service.request.get('/api/v1/sessions').set('Cookie', cookie).expect(200);
    assert.equal(body.items[0].device, 'Firefox, Android');
  });

  const agents: Record<string, string | undefined> = {
    'Mozilla/5.0 (iPhone; CPU iPhone OS 12_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/12.1.2 Mobile/15E148 Safari/604.1':
      'Safari, iOS',
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0.0.0 Safari/537.36 Edg/130.0.0.0':
      'Microsoft Edge, Windows',
    '()': undefined,
    '': undefined,
    [`${'x'.repeat(4000)}/1 (y)`]: 'x'.repeat(80),
  };
  for (const [agent, device] of Object.entries(agents))
    it(`names ${agent.slice(0, 30) || 'nothing'} ${device?.slice(0, 30) ?? 'not at all'}`, () =>
      assert.equal(deviceOf({ headers: { 'user-agent': agent } }), device));
});
