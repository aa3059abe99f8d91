import assert from 'node:assert/strict';
import type supertest from 'supertest';
import { useService } from '../support/app.ts';
import { addVenue, fact, space, TODAY } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

describe('corrections, by pages', () => {
  const service = useService();
  let id: number;
  let path: string;
  let hall: number;
  let amara: string;

  beforeEach(async () => {
    const us = await addOrganisation(service.db);
    ({ id } = await addVenue(service.db, {
      organisationId: us,
      facts: [fact('hearing_loop', 'yes', { observedOn: '2024-05-01' }), fact('bus_stop_near', 'yes')],
      spaces: [space('Main hall', { theatre: 80 }, { facts: [fact('stage', 'yes')] })],
    }));
    path = `/venues/broadwater-hall-${id}`;
    amara = (await signIn(service.db, 'amara@hall.example', { [us]: 'editor' })).cookie;
    hall = (await service.db('space').where({ venue_id: id }).first('id')).id;
  });

  const browser = (request: supertest.Test, cookie = '') =>
    request.set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin', ...(cookie && { Cookie: cookie }) });
  const get = (where: string, cookie = '') => browser(service.request.get(path + where), cookie);
  const post = (where: string, fields: object, cookie = '') =>
    browser(service.request.post(path + where), cookie)
      .type('form')
      .send(fields);
  const suggestion = {
    about: 'fact-hearing_loop',
    website: '',
    value: 'no',
    words: 'The box is gone.',
    method: 'visited',
    seenOn: '2025-03-04',
    name: 'Ruth',
    email: 'ruth@visitor.example',
  };
  const idIn = (text: string) => /name="id" value="(v\d+)"/.exec(text)?.[1] ?? '';
  const versionIn = (text: string) => /name="version" value="(\d+)"/.exec(text)?.[1] ?? '';

  it('lead from the page of a place to all that can be wrong with it', async () => {
    assert.match((await get('').expect(200)).text, /href="[^"]*\/suggest">Is something wrong here\?/);
    const { text, headers } = await get('/suggest').expect(200);
    assert.equal(headers['cache-control'], 'no-store');
    assert.match(text, /name="robots" content="noindex"/);
    for (const [value, label] of [
      ['fact-hearing_loop', 'Hearing loop: yes'],
      ['fact-lift', 'Lift: not known yet'],
      [`fact-${hall}-stage`, 'Main hall, Stage: yes'],
      [`people-${hall}-theatre`, 'Main hall, Theatre: 80 people'],
      ['closed', 'It is closed for good'],
      ['fact-bus_stop_near', 'Bus stop within 150 m: yes'],
    ])
      assert.ok(text.includes(`<option value="${value}">${label}</option>`), label);
    await service.db('venue').where({ id }).update({ precision: 'approximate' });
    assert.doesNotMatch((await get('/suggest').expect(200)).text, /bus_stop_near/);
    await get('/suggest?about=fact-bus_stop_near').expect(200);
    await service.db('venue').where({ id }).update({ status: 'withdrawn' });
    await get('/suggest').expect(404);
    await post('/suggest', suggestion).expect(404);
  });

  it('ask what is right, and keep what was typed beside what is wrong with it', async () => {
    const form = await get('/suggest?about=fact-hearing_loop').expect(200);
    assert.match(form.text, /The page says now: .*hearing loop/i);
    const wrong = { ...suggestion, value: '', method: '', seenOn: '2999-01-01', email: 'ruth' };
    const { text } = await post('/suggest', wrong).expect(400);
    let before = 0;
    // In the order of the fields.
    for (const sentence of [
      'Give an answer that differs',
      'Say how you know',
      'not one that is still to come',
      'Enter an email address',
    ]) {
      const at = text.indexOf(sentence);
      assert.ok(at > before, sentence);
      before = at;
    }
    for (const typed of ['The box is gone.', 'value="Ruth"', 'value="ruth"', 'value="2999-01-01"'])
      assert.ok(text.includes(typed), typed);
    assert.match(
      (await post('/suggest', { ...suggestion, value: 'yes' }).expect(400)).text,
      /answer that differs from the page/,
    );
    assert.match(
      (await post('/suggest', { ...suggestion, about: 'nothing' }).expect(400)).text,
      /Choose what it is about/,
    );
    assert.equal(await service.db('correction').first('id'), undefined);
  });

  it('are kept without an account, and thanked', async () => {
    const { headers } = await post('/suggest', suggestion).expect(303);
    assert.equal(headers.location, `${path}/suggest?done=yes`);
    assert.match((await get('/suggest?done=yes').expect(200)).text, /Thank you\. Those who look after/);
    const { about, key, value, locale } = await service.db('correction').first();
    assert.deepEqual([about, key, value, locale], ['fact', 'hearing_loop', 'no', 'en']);
    await post('/suggest', { about: `people-${hall}-theatre`, value: '60', method: 'told' }).expect(303);
    const last = await service.db('correction').orderBy('id', 'desc').first('value', 'space_id', 'seen_on');
    assert.deepEqual(last, { value: 60, space_id: hall, seen_on: TODAY });
  });

  it('of a program that fills in everything are thanked, and not kept', async () => {
    await post('/suggest', { ...suggestion, website: 'https://spam.example' }).expect(303);
    assert.equal(await service.db('correction').first('id'), undefined);
  });

  it('are accepted in one tap, credited, and can be undone', async () => {
    await post('/suggest', suggestion).expect(303);
    const manage = await get('/manage', amara).expect(200);
    assert.match(manage.text, /1 suggestion to answer/);
    const account = await browser(service.request.get('/account'), amara).expect(200);
    assert.ok(account.text.includes(`href="${path}/corrections"`));
    const { text } = await get('/corrections', amara).expect(200);
    for (const said of [
      'The box is gone.',
      'Ruth, was there on 4 March 2025',
      'Hearing loop',
      'Accept: this is right',
    ])
      assert.ok(text.includes(said), said);
    assert.doesNotMatch(text, /ruth@/);
    const accepted = await post(
      '/corrections',
      { id: idIn(text), version: versionIn(text), do: 'accept' },
      amara,
    ).expect(303);
    const { pathname, searchParams } = new URL(accepted.headers.location ?? '', 'http://localhost');
    assert.deepEqual([pathname, searchParams.get('done')], [`${path}/corrections`, 'accepted']);
    const done = await get(`/corrections?${searchParams}`, amara).expect(200);
    assert.match(done.text, /Accepted\. Everybody sees it now\./);
    assert.match(done.text, /No suggestions to answer/);
    await get(`/manage/history/${searchParams.get('undo')}`, amara).expect(200);
    const history = await get('/history').expect(200);
    assert.match(history.text, /After a suggestion by Ruth\./);
    assert.doesNotMatch(history.text, /The box is gone/);
  });

  it('are declined in one tap, with a reason for who waits for one', async () => {
    await post('/suggest', suggestion).expect(303);
    await post('/suggest', { about: 'hours', words: 'Open on Sundays.', method: 'told' }).expect(303);
    const { text } = await get('/corrections', amara).expect(200);
    assert.equal(text.match(/Why not\?/g)?.length, 1, 'only who left an address reads a reason');
    const tooLong = await post(
      '/corrections',
      { id: idIn(text), do: 'decline', reason: 'x'.repeat(301) },
      amara,
    ).expect(400);
    assert.match(tooLong.text, /longer than 300/);
    assert.ok(tooLong.text.includes('x'.repeat(301)));
    await post('/corrections', { id: idIn(text), do: 'decline', reason: 'We tried it.' }, amara).expect(303);
    const { body } = await service.db('letter').where({ recipient: 'ruth@visitor.example' }).first('body');
    assert.match(body, /What they say: We tried it\./);
    const rest = await get('/corrections', amara).expect(200);
    assert.match(rest.text, /Accept: I have seen to it/);
    const [, byHand = ''] = /href="([^"]+)">Change it by hand/.exec(rest.text) ?? [];
    assert.equal(byHand, `${path}/edit/hours`);
    await browser(service.request.get(byHand), amara).expect(200);
    await post(
      '/corrections',
      { id: idIn(rest.text), version: versionIn(rest.text), do: 'accept' },
      amara,
    ).expect(303);
    assert.doesNotMatch((await get('/history').expect(200)).text, /Sundays/);
  });

  it('are not accepted on a page that is out of date, nor twice', async () => {
    await post('/suggest', suggestion).expect(303);
    const { text } = await get('/corrections', amara).expect(200);
    const sent = { id: idIn(text), version: versionIn(text), do: 'accept' };
    await service.request
      .patch(`/api/v1/venues/${id}`)
      .set({ Cookie: amara, 'If-Match': '*' })
      .send({ description: 'New.' })
      .expect(200);
    assert.match((await post('/corrections', sent, amara).expect(412)).text, /changed just now/);
    const again = versionIn((await get('/corrections', amara)).text);
    await post('/corrections', { ...sent, version: again }, amara).expect(303);
    assert.match(
      (await post('/corrections', { ...sent, version: again }, amara).expect(404)).text,
      /answered this already/,
    );
  });

  it('are for members; a place that nobody holds is for operators, from their own page', async () => {
    await get('/corrections').expect(303);
    const stranger = (await signIn(service.db, 'sam@else.example')).cookie;
    await get('/corrections', stranger).expect(403);
    const { id: free } = await addVenue(service.db, { name: 'Free Hall' });
    await browser(service.request.post(`/venues/free-hall-${free}/suggest`))
      .type('form')
      .send({ about: 'closed', words: 'It is gone.', method: 'visited' })
      .expect(303);
    const operator = await signIn(service.db, 'op@register.example');
    await service.db('person').where({ id: operator.id }).update({ operator: true });
    const queue = await browser(service.request.get('/operator'), operator.cookie).expect(200);
    assert.ok(queue.text.includes(`href="/venues/free-hall-${free}/corrections"`));
    const page = await browser(service.request.get(`/venues/free-hall-${free}/corrections`), operator.cookie);
    assert.match(page.text, /It is gone\./);
    assert.ok(page.text.includes(`class="govuk-back-link" href="/venues/free-hall-${free}"`));
  });

  it('speak Welsh and Arabic, and answer in the language they were made in', async () => {
    for (const [locale, words] of [
      ['cy', 'Awgrymu cywiriad'],
      ['ar', 'اقتراح تصحيح'],
    ]) {
      const page = await browser(
        service.request.get(`/${locale}${path}/suggest?about=fact-${hall}-stage`),
      ).expect(200);
      assert.ok(page.text.includes(words ?? ''));
    }
    await browser(service.request.post(`/cy${path}/suggest`))
      .type('form')
      .send(suggestion)
      .expect(303);
    const { text } = await get('/corrections', amara).expect(200);
    await post('/corrections', { id: idIn(text), version: versionIn(text), do: 'accept' }, amara).expect(303);
    const { subject } = await service
      .db('letter')
      .where({ recipient: 'ruth@visitor.example' })
      .first('subject');
    assert.match(subject, /Derbyniwyd eich awgrym/);
  });
});
