/** The whole life of a group on a phone: made, joined, handed on and dissolved; with axe on every page and state. */
import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { buildApp, listen } from '../support/app.ts';
import { bringAxe, violations } from '../support/axe.ts';
import { openPage } from '../support/browser.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';
import { phone } from './support.ts';

describe('the life of a group, on a phone', () => {
  let db: Knex;
  let url: string;
  let close: () => Promise<void>;
  const opened: Page[] = [];

  before(async () => {
    ({ db } = await freshDatabase());
    ({ url, close } = await listen(buildApp(db)));
  });
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.context().close();
  });
  after(() => close());

  async function open(path: string, cookie?: string, more: BrowserContextOptions = phone()): Promise<Page> {
    const page = await openPage({ baseURL: url, reducedMotion: 'reduce', ...more });
    const [name = '', value = ''] = cookie?.split('=') ?? [];
    if (cookie) await page.context().addCookies([{ name, value, url }]);
    opened.push(page);
    if (more.javaScriptEnabled !== false) await bringAxe(page);
    await page.goto(path);
    return page;
  }

  /** Nothing that axe finds, and nothing wider than the screen. */
  async function sound(page: Page): Promise<void> {
    await page.waitForLoadState('load');
    assert.deepEqual(await violations(page), [], page.url());
    const [wide, screen] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    assert.ok((wide ?? 0) <= (screen ?? 0), `${page.url()} is ${wide} wide`);
  }
  const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click();
  const follow = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).click();
  const told = (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor();
  const linkTo = async (email: string, part: string) => {
    const { body } = await db('letter').where({ recipient: email }).orderBy('id', 'desc').first();
    return new RegExp(`/${part}/[\\w-]{43}`).exec(body)?.[0] ?? '';
  };

  it('is made, joined by letter, given keys, handed on and dissolved', async () => {
    const amara = await open('/account', (await signIn(db, 'amara@hall.example')).cookie);
    await sound(amara);
    await follow(amara, 'Add a group');
    await sound(amara);
    await press(amara, 'Add the group');
    await amara.getByRole('link', { name: 'Enter the name of the group' }).waitFor();
    await sound(amara);
    await amara.getByLabel('Name of the group').fill('Bryn Hall Friends');
    await amara.getByLabel('Community group').check();
    await amara.getByLabel('Website').fill('https://bryn.example');
    await press(amara, 'Add the group');
    await told(amara, 'The group is here now');
    await sound(amara);
    const manage = new URL(amara.url()).pathname;
    const group = manage.replace('/manage', '');

    await follow(amara, 'Members and invitations');
    await sound(amara);
    await press(amara, 'Send the invitation');
    await amara.getByRole('link', { name: 'Choose what they can do' }).waitFor();
    await sound(amara);
    await amara.getByLabel('Their email address').fill('ben@hall.example');
    await amara.getByRole('radio', { name: 'Editor' }).check();
    await press(amara, 'Send the invitation');
    await told(amara, 'The letter is on its way.');
    await sound(amara);

    // In another browser, by somebody who is new here.
    const ben = await open(await linkTo('ben@hall.example', 'invitations'));
    await sound(ben);
    await press(ben, 'Accept the invitation');
    await told(ben, 'You are a member now.');
    await sound(ben);
    await follow(ben, 'Members and invitations');
    await sound(ben);
    assert.equal(await ben.getByLabel('Their email address').count(), 0);

    await amara.goto(`${manage}/members`);
    await press(amara, 'Remove: ben@hall.example');
    await amara.getByRole('heading', { name: 'Remove ben@hall.example from the group?' }).waitFor();
    await sound(amara);
    await follow(amara, 'No, go back');
    // What is chosen in one form stays when another comes back with what is wrong.
    await amara.locator('form .mh-kept--foot').first().waitFor({ state: 'attached' });
    await amara.locator('#to').selectOption({ label: 'ben@hall.example' });
    await amara.locator('form:has(#email) button').click();
    await amara.getByRole('alert').waitFor();
    assert.notEqual(await amara.locator('#to').inputValue(), '');
    await press(amara, 'Make a steward: ben@hall.example');
    await told(amara, 'The role is changed.');
    await amara.goto(`${manage}/about`);
    await sound(amara);
    await ben.goto(`${manage}/about`);
    await ben.getByLabel('About the group').fill('We share a hall.');
    await press(ben, 'Save');
    await told(ben, 'Saved.');
    await amara.getByLabel('About the group').fill('We look after a hall.');
    await press(amara, 'Save');
    await amara.getByRole('heading', { name: 'Somebody changed this first' }).waitFor();
    await sound(amara);
    await amara.getByLabel('What you typed').check();
    await press(amara, 'Save');
    await told(amara, 'Saved.');

    const id = Number(/\d+$/.exec(group)?.[0]);
    const { id: venue } = await addVenue(db, { organisationId: id });
    await amara.goto(`${manage}/keys`);
    await sound(amara);
    await press(amara, 'Make the key');
    await amara.getByRole('link', { name: 'Choose what the key may do' }).waitFor();
    await sound(amara);
    await amara.getByLabel('What is it for?').fill('Our website');
    await amara.getByLabel('Read your places').check();
    await press(amara, 'Make the key');
    const key = await amara.locator('code').innerText();
    await sound(amara);
    const ask = () =>
      fetch(`${url}/api/v1/venues/${venue}/record`, { headers: { Authorization: `Bearer ${key}` } });
    assert.equal((await ask()).status, 200);
    await amara.goto(`${manage}/keys`);
    await press(amara, 'Revoke: Our website');
    await told(amara, 'The key opens nothing any more.');
    assert.equal((await ask()).status, 401);

    const trust = await addOrganisation(db, { name: 'The Broadwater Trust' });
    const eve = await open(
      '/account',
      (await signIn(db, 'eve@trust.example', { [trust]: 'steward' })).cookie,
    );
    const { id: other } = await addVenue(db, { organisationId: id, name: 'Bryn Chapel' });
    await amara.goto(`/venues/bryn-chapel-${other}/manage`);
    await follow(amara, 'Hand this place on');
    await sound(amara);
    await amara.getByLabel('Which group takes it over?').fill('Nobody');
    await press(amara, 'Offer it');
    await amara.getByRole('link', { name: 'There is no other group' }).waitFor();
    await sound(amara);
    await amara.getByLabel('Which group takes it over?').fill('The Broadwater Trust');
    await press(amara, 'Offer it');
    await told(amara, 'Offered.');
    await sound(amara);
    await follow(eve, 'The Broadwater Trust');
    await sound(eve);
    await press(eve, 'Accept: Bryn Chapel');
    await told(eve, 'Your group holds this place now.');

    await amara.goto(`${manage}/record`);
    await amara.getByText('revoked a key: Our website').waitFor();
    await sound(amara);
    await amara.goto(`/venues/broadwater-hall-${venue}`);
    await follow(amara, 'Bryn Hall Friends');
    await amara.getByText('We look after a hall.').waitFor();
    await sound(amara);

    await amara.goto(`${manage}/dissolve`);
    await sound(amara);
    await press(amara, 'Go on');
    await amara.getByRole('link', { name: 'choose what becomes of this place' }).waitFor();
    await sound(amara);
    await amara.getByLabel('Give it up').check();
    await amara.getByLabel('The name of the group').check();
    await press(amara, 'Go on');
    await amara.getByRole('heading', { name: 'Are you sure?' }).waitFor();
    await sound(amara);
    await press(amara, 'Dissolve the group now');
    await amara.waitForURL('**/account');
    const answer = await amara.goto(group);
    assert.equal(answer?.status(), 410);
    await amara.getByText('Bryn Hall Friends is dissolved.').waitFor();
    await sound(amara);
    await ben.goto(manage);
    await ben.getByText('Page not found').first().waitFor();
  });

  it('lets people look after their own account', async () => {
    const page = await open('/account/you', (await signIn(db, 'old@hall.example')).cookie);
    await sound(page);
    await press(page, 'Send the letter');
    await page.getByRole('link', { name: 'Enter an email address' }).waitFor();
    await sound(page);
    await page.getByLabel('Your new address').fill('new@hall.example');
    await press(page, 'Send the letter');
    await told(page, 'Two letters are on their way');
    await sound(page);
    const elsewhere = await open(await linkTo('new@hall.example', 'account/email'));
    await sound(elsewhere);
    await press(elsewhere, 'Change my address');
    await told(elsewhere, 'Your address is changed.');
    await sound(elsewhere);
    await page.goto('/account/you');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      follow(page, 'Download your data (JSON)'),
    ]);
    assert.equal(file.suggestedFilename(), 'moothall-about-me.json');
    await follow(page, 'Delete your account');
    await sound(page);
    await press(page, 'Delete my account now');
    await page.getByRole('link', { name: 'Tick the box' }).waitFor();
    await sound(page);
    await page.getByLabel('Yes, delete my account').check();
    await press(page, 'Delete my account now');
    await page.waitForURL(`${url}/`);
    assert.equal(await db('person').where({ email: 'new@hall.example' }).first(), undefined);
  });

  it('goes by keyboard, and without JavaScript', async () => {
    const { cookie } = await signIn(db, 'keys@hall.example');
    const page = await open('/organisations/new', cookie, { viewport: { width: 1280, height: 900 } });
    await page.getByLabel('Name of the group').focus();
    await page.keyboard.type('Keyboard Friends');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    for (let tabs = 0; tabs < 3; tabs += 1) await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await told(page, 'The group is here now');
    const plain = await open(new URL(page.url()).pathname, cookie, { ...phone(), javaScriptEnabled: false });
    await follow(plain, 'Members and invitations');
    await plain.getByLabel('Their email address').fill('joe@hall.example');
    await plain.getByRole('radio', { name: 'Editor' }).check();
    await press(plain, 'Send the invitation');
    await told(plain, 'The letter is on its way.');
    const joe = await open(await linkTo('joe@hall.example', 'invitations'), undefined, {
      ...phone(),
      javaScriptEnabled: false,
    });
    await press(joe, 'Accept the invitation');
    await told(joe, 'You are a member now.');
    await follow(joe, 'Members and invitations');
    await press(joe, 'Leave this group');
    await press(joe, 'Yes, leave');
    await joe.waitForURL('**/account?done=left');
    await told(joe, 'You have left the group.');
    await joe.getByText('You are not in a group yet.').waitFor();
  });

  it('speaks Welsh and Arabic, and fits', async () => {
    const us = await addOrganisation(db, { name: 'Ffrindiau Neuadd' });
    const { cookie } = await signIn(db, 'gwen@hall.example', { [us]: 'steward' });
    await signIn(db, 'ben@hall.example', { [us]: 'editor' });
    const { id } = await addVenue(db, { organisationId: us });
    const { slug } = await db('organisation').where({ id: us }).first('slug');
    for (const locale of ['cy', 'ar']) {
      const page = await open(`/${locale}/account`, cookie);
      const parts = [
        '',
        '/manage',
        '/manage/about',
        '/manage/members',
        '/manage/keys',
        '/manage/record',
        '/manage/dissolve',
      ];
      for (const path of [
        ...parts.map((part) => `/organisations/${slug}-${us}${part}`),
        `/venues/broadwater-hall-${id}/manage/handover`,
        '/organisations/new',
        '/account/you',
        '/account/delete',
      ]) {
        await page.goto(`/${locale}${path}`);
        await sound(page);
      }
    }
  });
});
