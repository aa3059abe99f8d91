/** Letters at six and twelve months, over a real mail server, by two nodes, with a clock that is moved. */
import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import type { ParsedMail } from 'mailparser';
import supertest from 'supertest';
import { tellOfCorrections } from '../../server/corrections/tell.ts';
import { type Post, startPost } from '../../server/mail/post.ts';
import { correctionLetters } from '../../server/pages/correction-letters.ts';
import { reminderLetter } from '../../server/pages/reminder-letter.ts';
import { confirmByLink } from '../../server/reminders/link.ts';
import { sendReminders, sweepReminders } from '../../server/reminders/send.ts';
import { sweep } from '../../server/sweep.ts';
import { buildApp, testConfig } from '../support/app.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue, fact, space } from '../support/factories.ts';
import { type MailSink, startMailSink } from '../support/mail.ts';
import { addOrganisation, signIn } from '../support/people.ts';

const publicUrl = 'http://localhost:3000';
const DAY = 86_400_000;
/** Half a year ago and a week: the links of letters that are written then are good on the service's own clock. */
const START = new Date(Date.now() - 190 * DAY).toISOString().slice(0, 10);
const dayAfter = (days: number) => new Date(Date.parse(START) + days * DAY).toISOString().slice(0, 10);

describe('reminders', () => {
  let db: Knex;
  let sink: MailSink;
  let post: Post;
  let request: ReturnType<typeof supertest>;
  let us: number;
  let id: number;
  let steward: number;

  beforeEach(async () => {
    ({ db } = await freshDatabase());
    sink = await startMailSink();
    post = startPost(db, testConfig({ smtpUrl: sink.url }), assert.ifError);
    request = supertest(buildApp(db).express);
    us = await addOrganisation(db);
    const seen = { observedOn: START };
    ({ id } = await addVenue(db, {
      organisationId: us,
      facts: [fact('hearing_loop', 'yes', seen), fact('wifi', 'yes', { observedOn: dayAfter(120) })],
      spaces: [space('Main hall', {}, { facts: [fact('stage', 'yes', seen)] })],
    }));
    ({ id: steward } = await signIn(db, 'amara@hall.example', { [us]: 'steward' }));
    await signIn(db, 'joe@hall.example', { [us]: 'editor' });
  });
  afterEach(async () => {
    await post.stop();
    await sink.close();
  });

  const remind = (days: number) =>
    sendReminders(db, { letter: reminderLetter(publicUrl), publicUrl, today: dayAfter(days) });
  /** What has arrived since it was last asked. */
  async function arrived(): Promise<ParsedMail[]> {
    await post.flush();
    return sink.letters.splice(0);
  }
  const to = (letter: ParsedMail | undefined) =>
    (Array.isArray(letter?.to) ? letter.to[0] : letter?.to)?.text;
  const linkIn = (letter: ParsedMail | undefined, path: string) =>
    new RegExp(`${publicUrl}((?:/\\w\\w)?/${path}/[\\w-]{43})`).exec(letter?.text ?? '')?.[1] ?? '';
  const read = async () => (await request.get(`/api/v1/venues/${id}`).expect(200)).body;

  it('come at six and at twelve months, to the stewards, and then no more', async () => {
    assert.equal(await remind(182), 0);
    assert.equal(await remind(183), 1);
    const [letter, ...others] = await arrived();
    assert.deepEqual([to(letter), others.length], ['amara@hall.example', 0]);
    assert.equal(letter?.subject, 'Is it still true? Broadwater Hall');
    assert.match(letter?.text ?? '', /Broadwater Hall: 2 facts are getting old/);
    assert.ok(letter?.text?.includes(`${publicUrl}/venues/broadwater-hall-${id}/still-true`));
    assert.equal(await remind(183), 0, 'a second turn on the same day');
    // The Wi-Fi comes of age meanwhile, and waits: never more than once in half a year.
    assert.equal(await remind(310), 0);
    assert.equal(await remind(366), 1);
    assert.match((await arrived())[0]?.text ?? '', /3 facts are getting old/);
    for (const days of [367, 500, 548]) assert.equal(await remind(days), 0, String(days));
    // At twelve months of the Wi-Fi.
    assert.equal(await remind(549), 1);
    for (const days of [800, 1200, 3000]) assert.equal(await remind(days), 0, String(days));
  });

  it('are one letter to one person, with all their places, in the language they last signed in with', async () => {
    const them = await addOrganisation(db, { name: 'Chapel Road' });
    await addVenue(db, {
      name: 'Chapel',
      organisationId: them,
      facts: [fact('lift', 'no', { observedOn: START })],
    });
    await addVenue(db, {
      name: 'Draft',
      status: 'draft',
      organisationId: us,
      facts: [fact('lift', 'no', { observedOn: START })],
    });
    await addVenue(db, { name: 'Nobody’s', facts: [fact('lift', 'no', { observedOn: START })] });
    await signIn(db, 'amara@hall.example', { [them]: 'steward' });
    const asked = await request
      .post('/cy/sign-in')
      .type('form')
      .send({ email: 'amara@hall.example' })
      .expect(303);
    assert.match(asked.headers.location ?? '', /^\/cy\/sign-in\/code/);
    const [invitation] = await arrived();
    await request.post(linkIn(invitation, 'sign-in')).expect(303);
    assert.equal(await remind(200), 1);
    const [letter, ...others] = await arrived();
    assert.equal(others.length, 0);
    assert.match(letter?.subject ?? '', /Ydy hyn yn dal yn wir\? 2 o’ch lleoedd/);
    assert.ok(letter?.text?.includes('Chapel') && letter.text.includes('Broadwater Hall'));
    assert.doesNotMatch(letter?.text ?? '', /Draft|Nobody/);
    assert.match(linkIn(letter, 'still-true'), /^\/cy\//);
  });

  it('are confirmed by a button, once, and only what was old and has not changed since', async () => {
    await remind(183);
    const [letter] = await arrived();
    const link = linkIn(letter, 'still-true');
    // Somebody changes one of the two before the letter is read.
    const { cookie } = await signIn(db, 'joe@hall.example');
    const { spaces } = (await request.get(`/api/v1/venues/${id}/record`).set('Cookie', cookie)).body;
    spaces[0].facts[0].value = 'no';
    await request
      .patch(`/api/v1/venues/${id}`)
      .set({ Cookie: cookie, 'If-Match': '*' })
      .send({ spaces })
      .expect(200);
    for (let look = 0; look < 3; look += 1) {
      const page = await request.get(link).expect(200);
      assert.match(page.text, /Yes, nothing has changed/);
      assert.match(page.text, /hearing loop/i);
      assert.doesNotMatch(page.text, /stage|Wi-Fi/);
      assert.equal(page.headers['cache-control'], 'no-store');
    }
    const before = await read();
    const both = await Promise.all([request.post(link), request.post(link)]);
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 410]);
    const after = await read();
    assert.equal(after.version, before.version + 1);
    const observed = (venue: typeof after, key: string) =>
      venue.facts.find((each: { key: string }) => each.key === key).observedOn;
    assert.notEqual(observed(after, 'hearing_loop'), START);
    assert.equal(observed(after, 'wifi'), dayAfter(120));
    assert.equal(after.spaces[0].facts[0].observedOn, START);
    await request.get(link).expect(410);
    const history = (await request.get(`/api/v1/venues/${id}/history?limit=1`)).body.items[0];
    assert.equal(history.actor, 'Tooting Neighbours');
    assert.deepEqual(
      await db('reminder_letter')
        .whereRaw('confirm_hash = ?', [Buffer.from(link)])
        .select('id'),
      [],
    );
  });

  it('lead nowhere after sixty days, nor for who has left the group, nor when the place has another holder', async () => {
    await remind(183);
    const [letter] = await arrived();
    const token = linkIn(letter, 'still-true').split('/').at(-1) ?? '';
    await assert.rejects(confirmByLink(db, token, dayAfter(183 + 61)), /too old/);
    const other = await addOrganisation(db, { name: 'Others' });
    await db('venue').where({ id }).update({ organisation_id: other });
    assert.equal(await confirmByLink(db, token, dayAfter(184)), 0);
    assert.equal((await read()).facts[0].observedOn, START);
    await sweepReminders(db, dayAfter(183 + 800));
    assert.equal(await db('reminder_letter').first('id'), undefined);
  });

  it('stop by one click of a mail program, without a session, and can be turned on again', async () => {
    await remind(183);
    const [letter] = await arrived();
    const list = letter?.headers.get('list') as {
      unsubscribe?: { url: string };
      'unsubscribe-post'?: { name: string };
    };
    const stop = linkIn(letter, 'quiet');
    assert.equal(list.unsubscribe?.url, publicUrl + stop);
    assert.match(JSON.stringify(list), /List-Unsubscribe=One-Click|One-Click/);
    const page = await request.get(stop).expect(200);
    assert.match(page.text, /Stop these letters/);
    assert.equal(
      (await db('person').where({ id: steward }).first('reminders')).reminders,
      true,
      'looking stops nothing',
    );
    // As RFC 8058 has it: a form of either kind, from nowhere, and an answer that leads nowhere.
    await request.post(stop).type('form').send({ 'List-Unsubscribe': 'One-Click' }).expect(200);
    await request.post(stop).field('List-Unsubscribe', 'One-Click').expect(200);
    assert.equal(await remind(366), 0);
    const { cookie } = await signIn(db, 'amara@hall.example');
    const browser = { Cookie: cookie, 'Sec-Fetch-Site': 'same-origin', Accept: 'text/html' };
    const account = await request.get('/account').set(browser).expect(200);
    assert.match(account.text, /We do not write to you about keeping your places true/);
    await request.post('/account').set(browser).type('form').send({ reminders: 'on' }).expect(303);
    assert.equal(await remind(366), 1);
    const me = await request.patch('/api/v1/me').set('Cookie', cookie).send({ reminders: false }).expect(200);
    assert.equal(me.body.reminders, false);
    await request.post('/quiet/nothing').expect(410);
  });

  it('go to editors where no steward can be reached, until one signs in again', async () => {
    await db('person').where({ id: steward }).update({ unreachable_since: db.fn.now() });
    assert.equal(await remind(183), 1);
    assert.equal(to((await arrived())[0]), 'joe@hall.example');
    await request.post('/api/v1/sign-ins').send({ email: 'amara@hall.example' }).expect(202);
    await request
      .post('/api/v1/session')
      .send({
        token: linkIn((await arrived())[0], 'sign-in')
          .split('/')
          .at(-1),
      })
      .expect(200);
    assert.equal(await remind(366), 1);
    assert.equal(to((await arrived())[0]), 'amara@hall.example');
  });

  it('know an address to which nothing can be sent', async () => {
    await post.stop();
    const since = async () =>
      (await db('person').where({ id: steward }).first('unreachable_since')).unreachable_since;
    const fail = async () => {
      await db('letter').insert({ recipient: 'AMARA@hall.example', subject: 'x', body: 'x', tries: 7 });
      const failing = startPost(db, testConfig({ smtpUrl: sink.url }), () => undefined);
      await failing.flush();
      await failing.stop();
      assert.equal(await db('letter').first('id'), undefined);
    };
    sink.refuse = true;
    await fail();
    assert.equal(await since(), null, 'a mail server that is out of order says nothing of an address');
    sink.refuse = false;
    sink.refuseAddress = true;
    await fail();
    assert.ok(await since());
  });

  it('are written once, however many nodes there are', async () => {
    for (let each = 0; each < 20; each += 1) {
      const group = await addOrganisation(db, { name: `Group ${each}` });
      await addVenue(db, { organisationId: group, facts: [fact('lift', 'no', { observedOn: START })] });
      await signIn(db, `steward${each}@hall.example`, { [group]: 'steward' });
    }
    const turns = await Promise.all(Array.from({ length: 6 }, () => remind(190)));
    assert.equal(
      turns.reduce((sum, each) => sum + each, 0),
      21,
    );
    const nodes = [1, 2].map(() => startPost(db, testConfig({ smtpUrl: sink.url }), assert.ifError));
    await Promise.all(nodes.map((node) => node.flush()));
    await Promise.all(nodes.map((node) => node.stop()));
    const letters = await arrived();
    assert.equal(letters.length, 21);
    assert.equal(new Set(letters.map(to)).size, 21);
  });

  it('are written in the next turn when the first came to nothing', async () => {
    const failing = () => {
      throw new Error('no words');
    };
    await assert.rejects(sendReminders(db, { letter: failing, publicUrl, today: dayAfter(183) }), /no words/);
    assert.deepEqual(
      [await db('reminder').first('venue_id'), await db('letter').first('id')],
      [undefined, undefined],
    );
    assert.equal(await remind(184), 1);
  });

  it('are answered from an older phone, which names the site of a form by its Origin alone', async () => {
    await remind(183);
    const [letter] = await arrived();
    for (const path of ['still-true', 'quiet']) {
      const link = linkIn(letter, path);
      const { headers } = await request.get(link).expect(200);
      // As the Fetch standard has it: a form of a page that sends no referrer comes from no site.
      const Origin = headers['referrer-policy'] === 'no-referrer' ? 'null' : publicUrl;
      await request.post(link).set({ Origin }).expect(200);
      assert.match(headers['referrer-policy'] ?? '', /^(same-origin|no-referrer)$/, 'told to no other site');
    }
  });

  it('are no reason, when they come to nothing, to keep others back', async () => {
    const words = 'The door is at the side now.';
    await request
      .post(`/api/v1/venues/${id}/corrections`)
      .send({ about: 'other', words, method: 'told' })
      .expect(202);
    const reminder = () => {
      throw new Error('no words');
    };
    await assert.rejects(
      sweep(db, { publicUrl, reminder, corrections: correctionLetters(publicUrl) }),
      /no words/,
    );
    assert.deepEqual(
      (await arrived()).map(({ subject }) => subject),
      ['A suggestion waits for you'],
    );
  });

  it('tell at most once a day that suggestions wait, once to each person, in one turn of many nodes', async () => {
    const suggest = (words: string) =>
      request
        .post(`/api/v1/venues/${id}/corrections`)
        .send({ about: 'other', words, method: 'told' })
        .expect(202);
    const tell = (hours: number) =>
      tellOfCorrections(db, {
        letters: correctionLetters(publicUrl),
        publicUrl,
        now: new Date(Date.now() + hours * 3_600_000),
      });
    assert.equal(await tell(0), 0);
    await suggest('The door is at the side now.');
    await suggest('The bell is broken, Ruth says.');
    const turns = await Promise.all([tell(1), tell(1), tell(1)]);
    assert.equal(
      turns.reduce((sum, each) => sum + each, 0),
      1,
    );
    const [letter] = await arrived();
    assert.equal(letter?.subject, '2 suggestions wait for you');
    assert.ok(letter?.text?.includes(`${publicUrl}/venues/broadwater-hall-${id}/corrections`));
    assert.doesNotMatch(letter?.text ?? '', /bell|Ruth/, 'what was said is read on the page only');
    assert.equal(await tell(48), 0, 'nothing new');
    await db('correction').update({ made_at: db.raw(`now() + interval '2 hours'`) });
    assert.equal(await tell(3), 0, 'something new, on the same day');
    assert.equal(await tell(26), 1);
    await request.post(linkIn((await arrived())[0], 'quiet')).expect(200);
    await db('correction').update({ made_at: db.raw(`now() + interval '80 hours'`) });
    assert.equal(await tell(100), 0, 'quiet');
  });
});
