import assert from 'node:assert/strict';
import type supertest from 'supertest';
import { penceIn } from '../../client/logic/terms-form.ts';
import { useService } from '../support/app.ts';
import { addVenue } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

describe('house terms, by pages', () => {
  const service = useService();
  let path: string;
  let amara: string;
  let joe: string;
  let venueId: number;

  beforeEach(async () => {
    const us = await addOrganisation(service.db);
    venueId = (await addVenue(service.db, { organisationId: us })).id;
    path = `/venues/broadwater-hall-${venueId}`;
    const first = await signIn(service.db, 'amara@hall.example', { [us]: 'steward' });
    await service.db('person').where({ id: first.id }).update({ name: 'Amara' });
    amara = first.cookie;
    joe = (await signIn(service.db, 'joe@hall.example', { [us]: 'steward' })).cookie;
  });

  const browser = (request: supertest.Test, cookie = amara) =>
    request.set({ Accept: 'text/html', 'Sec-Fetch-Site': 'same-origin', Cookie: cookie });
  const post = (fields: Record<string, string | string[]>, cookie = amara) =>
    browser(service.request.post(`${path}/terms`), cookie)
      .type('form')
      .send({ do: 'save', ...fields });
  const stated = async () => (await service.request.get(`/api/v1/venues/${venueId}/terms`)).body;
  const whole = {
    version: '0',
    rate_own_group: ['', 'free'],
    rate_charity: ['£12.50', 'hour'],
    deposit: '50',
    notice: '14',
    days: ['7'],
    uses: ['gambling'],
    otherUses: 'Fireworks\r\n\r\nFilm crews',
    alcohol: 'not',
    keys: 'opened',
    text: 'Leave it as you found it.',
  };

  it('are a step of a draft: saved, they lead on', async () => {
    await service.db('venue').where({ id: venueId }).update({ status: 'draft' });
    const { text } = await browser(service.request.get(`${path}/terms`)).expect(200);
    assert.match(text, /value="next"[^>]*>Save and go on</);
    const { headers } = await post({ ...whole, do: 'next' }).expect(303);
    assert.equal(headers.location, `${path}/edit/services`);
    assert.match((await browser(service.request.get(`${path}/terms`))).text, /Leave it as you found it\./);
  });

  it('are unknown on the page of the place until they are stated, and then read as sentences', async () => {
    const before = await service.request.get(path).expect(200);
    assert.match(before.text, /No terms are stated here yet. That does not mean there are none/);
    const saved = await post(whole).expect(303);
    assert.equal(saved.headers.location, `${path}/terms?done=saved`);
    const { text } = await service.request.get(path).expect(200);
    for (const sentence of [
      'The house’s own group: free',
      'Charities: £12.50 an hour',
      'Deposit: £50.',
      'Ask at least 14 days before.',
      'Not offered on: Sunday.',
      'Not hosted here: gambling, Fireworks and Film crews.',
      'Alcohol is not allowed.',
      'Somebody opens the door for you.',
      'Leave it as you found it.',
    ])
      assert.ok(text.includes(sentence), sentence);
    assert.ok(!text.includes('Not stated, so ask'));
    assert.match(
      text,
      /No price is stated for: community groups, public bodies and businesses\. Ask what it costs\./,
    );
    const welsh = await service.request.get(`/cy${path}`).expect(200);
    assert.match(welsh.text, /Elusennau: £12\.50 yr awr/);
    const arabic = await service.request.get(`/ar${path}`).expect(200);
    assert.match(arabic.text, /الجمعيات الخيرية: .*12\.50/);
  });

  it('say what they leave open, and escape what was typed', async () => {
    await post({ version: '0', alcohol: 'ask', text: '<script>alert(1)</script>' }).expect(303);
    const { text } = await service.request.get(path);
    assert.match(text, /Not stated, so ask: what it costs, a deposit, .* and how to get in\./);
    assert.ok(!text.includes('<script>alert') && text.includes('&lt;script>alert'));
  });

  it('can be looked at before they are saved', async () => {
    const { text } = await post({ ...whole, do: 'preview' }).expect(200);
    assert.match(text, /This is how it will read/);
    assert.match(text, /It is not saved yet\./);
    assert.match(text, /<button[^>]*form="terms-form"[^>]*value="save"/);
    assert.match(text, /Deposit: £50\./);
    assert.match(text, /name="deposit"[^>]*value="50"/);
    assert.equal((await stated()).version, 0);
  });

  it('show what is wrong beside its field, with everything typed still there', async () => {
    const { text } = await post({
      ...whole,
      rate_charity: ['12', ''],
      rate_community: ['much', 'day'],
      deposit: '-1',
      notice: 'soon',
    }).expect(400);
    for (const [id, sentence] of [
      ['rate_charity', 'Charities: say what the price is for'],
      ['rate_community', 'Community groups: enter an amount'],
      ['deposit', 'Enter the deposit as an amount'],
      ['notice', 'Enter the days as a whole number'],
    ]) {
      assert.match(text, new RegExp(`href="#${id}"[^>]*>${sentence}`));
      assert.match(text, new RegExp(`id="${id}-error"`));
    }
    assert.match(text, /value="soon"/);
    assert.match(text, /Film crews/);
    assert.equal((await stated()).version, 0);
  });

  it('keep what two people change at once, where it does not clash, and say so', async () => {
    await post(whole).expect(303);
    await post({ ...whole, version: '1', deposit: '80' }, amara).expect(303);
    const saved = await post({ ...whole, version: '1', notice: '7' }, joe).expect(303);
    assert.equal(saved.headers.location, `${path}/terms?done=saved&theirs=deposit`);
    const { terms, version } = await stated();
    assert.deepEqual([version, terms.deposit.amount, terms.noticeDays], [3, 8000, 7]);
    const { text } = await browser(service.request.get(saved.headers.location ?? ''), joe).expect(200);
    assert.match(text, /Amara changed this in the meantime, and it is kept too: Deposit, in pounds\./);
  });

  it('show both where it clashes, choose neither, and take what the person chooses', async () => {
    await post(whole).expect(303);
    await post({
      ...whole,
      version: '1',
      deposit: '80',
      alcohol: 'allowed',
      rate_charity: ['90', 'day'],
    }).expect(303);
    const mine = {
      ...whole,
      version: '1',
      deposit: '60',
      alcohol: 'ask',
      rate_charity: ['', 'free'],
      notice: '7',
    };
    const clash = await post(mine, joe).expect(412);
    assert.match(clash.text, /What Amara saved, \d+ \w+ \d{4}/);
    for (const name of ['deposit', 'alcohol', 'rate_charity']) {
      assert.match(clash.text, new RegExp(`href="#choose_${name}"`));
      assert.match(clash.text, new RegExp(`type="hidden" name="clash" value="${name}"`));
    }
    assert.match(clash.text, /£80/);
    assert.match(clash.text, /£60/);
    assert.match(clash.text, /£90 a day/);
    assert.match(clash.text, /name="version" value="2"/);
    const radios = clash.text.match(/<input[^>]*name="choose_[^>]*>/g) ?? [];
    assert.equal(radios.length, 6);
    assert.ok(radios.every((each) => !/\bchecked\b/.test(each)));
    assert.equal((await stated()).version, 2);

    const again = { ...mine, version: '2', clash: ['deposit', 'alcohol', 'rate_charity'] };
    const half = await post({ ...again, choose_deposit: 'theirs', choose_alcohol: 'mine' }, joe).expect(400);
    assert.match(half.text, /href="#choose_rate_charity"/);
    assert.equal((await stated()).version, 2);
    await post(
      { ...again, choose_deposit: 'theirs', choose_alcohol: 'mine', choose_rate_charity: 'mine' },
      joe,
    ).expect(303);
    const { version, terms } = await stated();
    assert.equal(version, 3);
    assert.deepEqual(
      [terms.deposit.amount, terms.alcohol, terms.noticeDays, terms.rates[1].per],
      [8000, 'ask', 7, 'free'],
    );
  });

  it('stay readable in every version', async () => {
    await post(whole).expect(303);
    await post({ version: '1', alcohol: 'allowed' }).expect(303);
    const { text } = await service.request.get(path);
    assert.match(text, new RegExp(`href="${path}/terms/1">The terms before these`));
    const old = await service.request.get(`${path}/terms/1`).expect(200);
    assert.match(old.text, /These terms are from before/);
    assert.match(old.text, /Charities: £12\.50 an hour/);
    assert.match(old.text, /Version 1\./);
    await service.request.get(`${path}/terms/9`).expect(404);
  });

  it('of before can be stated again', async () => {
    await post(whole).expect(303);
    await post({ version: '1', alcohol: 'allowed' }).expect(303);
    const history = await browser(service.request.get(`${path}/manage/history`)).expect(200);
    assert.match(history.text, new RegExp(`href="${path}/terms\\?from=1"`));
    assert.doesNotMatch(history.text, /terms\?from=2/);
    const { text } = await browser(service.request.get(`${path}/terms?from=1`)).expect(200);
    assert.match(text, /name="version" value="2"/);
    assert.match(text, /name="deposit"[^>]*value="50"/);
    await post({ ...whole, version: '2' }).expect(303);
    const { version, terms } = await stated();
    assert.deepEqual([version, terms.deposit.amount], [3, 5000]);
    const open = await service.request.get(`${path}/history`).expect(200);
    assert.doesNotMatch(open.text, /State these again/);
  });

  it('are kept when the session is over', async () => {
    const sent = await post(whole, '').expect(303);
    const next = decodeURIComponent((sent.headers.location ?? '').split('next=')[1] ?? '');
    const { text } = await browser(service.request.get(next)).expect(200);
    assert.match(text, /name="deposit"[^>]*value="50"/);
    assert.match(text, /Film crews/);
  });

  it('read amounts as people write them', () => {
    assert.deepEqual(
      ['10', '£10', '10.5', '1,000.25', '0', '', 'ten', '1.234', '-1', '1,00', '99999999'].map(penceIn),
      [1000, 1000, 1050, 100_025, 0, undefined, undefined, undefined, undefined, undefined, undefined],
    );
  });
});
