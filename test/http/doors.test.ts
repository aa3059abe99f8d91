/** Ways in that a stranger might try: another site's forms, many addresses, letters counted twice, words that never end. */
import assert from 'node:assert/strict';
import supertest from 'supertest';
import { networkOf } from '../../server/http/rate.ts';
import { postFault } from '../../server/mail/post.ts';
import { buildApp, useService } from '../support/app.ts';
import { addVenue } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

const elsewhere = { 'Sec-Fetch-Site': 'cross-site', Origin: 'https://elsewhere.example' };
const here = { 'Sec-Fetch-Site': 'same-origin' };

describe('doors', () => {
  const service = useService();
  const letters = async () => Number((await service.db('letter').count({ count: '*' }))[0]?.count);

  it('let no other site sign somebody in as a person of its own', async () => {
    await service.request.post('/api/v1/sign-ins').send({ email: 'mallory@elsewhere.example' }).expect(202);
    const { body } = (await service.db('letter').first()) as { body: string };
    const path = /\/sign-in\/[\w-]{43}/.exec(body)?.[0] ?? '';
    const refused = await service.request.post(path).set(elsewhere).expect(403);
    assert.equal(refused.headers['set-cookie'], undefined);
    await service.request.post(path).set({ Origin: 'https://elsewhere.example' }).expect(403);
    for (const form of ['/sign-in', '/sign-in/code', '/sign-out'])
      await service.request.post(form).type('form').send({ email: 'a@b.example' }).set(elsewhere).expect(403);
    assert.equal(await letters(), 1);
    const answer = await service.request.post(path).set(here).expect(303);
    assert.match(String(answer.headers['set-cookie']), /^moothall=/);
  });

  it('leave the open API to other sites’ scripts', async () => {
    await service.request
      .post('/api/v1/fit')
      .set(elsewhere)
      .send({ near: [-0.1, 51], venues: [1] })
      .expect(200);
  });

  it('count letters to an address, in whatever way a form names it', async () => {
    const ask = (body: string) => service.request.post('/sign-in').set(here).type('form').send(body);
    for (let count = 0; count < 5; count += 1) await ask('email=amara%40hall.example&email=x').expect(303);
    await ask('email=amara%40hall.example&email=y').expect(429);
    await ask('email=Amara%40hall.example').expect(429);
    assert.equal(await letters(), 5);
  });

  it('take the addresses that one household has for one', async () => {
    assert.equal(networkOf('2001:db8:1:2:3:4:5:6'), '2001:db8:1:2');
    assert.equal(networkOf('2001:0db8:0001:0002::1'), '2001:db8:1:2');
    assert.equal(networkOf('2001:db8::1'), '2001:db8:0:0');
    assert.equal(networkOf('::1'), '0:0:0:0');
    assert.equal(networkOf('203.0.113.7'), '203.0.113.7');
    assert.equal(networkOf('::ffff:203.0.113.7'), '::ffff:203.0.113.7');
    const { id } = await addVenue(service.db);
    const behind = supertest(buildApp(service.db, { trustProxy: 1 }).express);
    const report = (forwarded: string) =>
      behind
        .post(`/api/v1/venues/${id}/reports`)
        .set('X-Forwarded-For', forwarded)
        .send({ kind: 'other', words: 'Something is not right here.' });
    for (let count = 1; count <= 10; count += 1) await report(`2001:db8:1:2::${count}`).expect(202);
    await report('2001:db8:1:2::11').expect(429);
    // What was sent along is the sender's own word; the last is our proxy's.
    await report('198.51.100.1, 2001:db8:1:2::12').expect(429);
    await report('2001:db8:1:3::1').expect(202);
  });

  it('keep no more of what strangers type than a household does in an hour', async () => {
    const { id } = await addVenue(service.db);
    const send = () =>
      service.request
        .post(`/venues/${id}/terms`)
        .set({ ...here, Accept: 'text/html' })
        .type('form')
        .send({ text: 'No shoes, please.' });
    for (let count = 0; count < 60; count += 1) await send().expect(303);
    await send().expect(429);
    assert.equal((await service.db('kept_form').select()).length, 60);
  });

  it('send on to addresses in every script', async () => {
    const us = await addOrganisation(service.db);
    const { cookie } = await signIn(service.db, 'a@hall.example', { [us]: 'steward' });
    const { id } = await addVenue(service.db, { organisationId: us });
    const answer = await service.request
      .post(`/venues/${encodeURIComponent('łódź')}-${id}/terms`)
      .set({ ...here, Cookie: cookie })
      .type('form')
      .send({ text: 'No shoes, please.', version: '0' })
      .expect(303);
    assert.match(answer.headers.location ?? '', /^\/venues\/%C5%82%C3%B3d%C5%BA-\d+\/terms\?done=saved$/);
  });

  it('tell a log that a letter did not leave, and not to whom', () => {
    const said = postFault(
      Object.assign(new Error('all recipients were rejected: 550 <amara@hall.example> unknown'), {
        code: 'EENVELOPE',
        command: 'RCPT TO',
        responseCode: 550,
        rejected: ['amara@hall.example'],
      }),
    );
    assert.equal(said.message, 'The mail server did not take a letter (EENVELOPE, RCPT TO, 550).');
    assert.match(postFault('amara@hall.example').message, /no reason/);
  });

  it('let one person add five groups a day, by whatever page', async () => {
    const { cookie } = await signIn(service.db);
    const { id } = await addVenue(service.db);
    const add = (name: string) =>
      service.request
        .post('/api/v1/organisations')
        .set({ ...here, Cookie: cookie })
        .send({ name, kind: 'community' });
    for (const name of ['A', 'B', 'C', 'D', 'E']) await add(name).expect(201);
    await service.request
      .post(`/venues/${id}/claim`)
      .set({ ...here, Cookie: cookie, Accept: 'text/html' })
      .type('form')
      .send({
        do: 'claim',
        organisationId: 'new',
        newGroup: 'F',
        words: 'We have run it since 1962.',
        maySpeak: 'yes',
      })
      .expect(429);
    assert.equal((await service.db('organisation').select()).length, 5);
  });
});
