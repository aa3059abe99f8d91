/** On a phone: a place is claimed, contested and decided; a listing is reported, hidden, answered for and shown again. */
import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import type { Page } from 'playwright-core';
import { buildApp, listen } from '../support/app.ts';
import { bringAxe, violations } from '../support/axe.ts';
import { openPage } from '../support/browser.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';
import { phone, sent } from './support.ts';

const WORDS = 'We have looked after this hall since 1962.';
const OTHERS = 'The trust has held the lease for twenty years.';
const REASON = 'The lease was shown to us, and names the trust.';

describe('whose a place is, on a phone', () => {
  let db: Knex;
  let url: string;
  let close: () => Promise<void>;
  let us: number;
  let them: number;
  const cookies: Record<string, string> = {};
  const opened: Page[] = [];

  before(async () => {
    ({ db } = await freshDatabase());
    us = await addOrganisation(db, { name: 'Tooting Neighbours' });
    them = await addOrganisation(db, { name: 'The Broadwater Trust' });
    cookies.us = (await signIn(db, 'steward@us.example', { [us]: 'steward' })).cookie;
    cookies.them = (await signIn(db, 'steward@them.example', { [them]: 'steward' })).cookie;
    cookies.operator = (await signIn(db, 'operator@register.example')).cookie;
    await db('person').where({ email: 'operator@register.example' }).update({ operator: true });
    ({ url, close } = await listen(buildApp(db)));
  });
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.context().close();
  });
  after(() => close());

  async function open(path: string, who?: 'us' | 'them' | 'operator' | 'new'): Promise<Page> {
    const page = await openPage({ baseURL: url, reducedMotion: 'reduce', ...phone() });
    const [name = '', value = ''] = (who && cookies[who])?.split('=') ?? [];
    if (who) await page.context().addCookies([{ name, value, url }]);
    opened.push(page);
    await bringAxe(page);
    await page.goto(path);
    return page;
  }

  /** Nothing that axe finds, and nothing wider than the screen. */
  async function sound(page: Page): Promise<void> {
    await page.waitForLoadState();
    assert.deepEqual(await violations(page), [], page.url());
    const [wide, screen] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.documentElement.clientWidth,
    ]);
    assert.ok((wide ?? 0) <= (screen ?? 0), `${page.url()} is ${wide} wide`);
  }
  async function press(page: Page, name: string): Promise<void> {
    const button = page.getByRole('button', { name, exact: true });
    await button.waitFor();
    await sent(page, () => button.tap());
  }
  const told = (page: Page, text: string) => page.getByRole('status').getByText(text).waitFor();

  it('is claimed on a published word, contested by another group, and decided', async () => {
    const { id } = await addVenue(db);
    const path = `/venues/broadwater-hall-${id}`;
    const visitor = await open(path);
    await visitor.getByRole('link', { name: 'Do you run this place?' }).tap();
    await visitor.waitForURL(/\/sign-in\?next=/);
    await visitor.getByRole('heading', { name: 'Sign in to claim Broadwater Hall' }).waitFor();
    await sound(visitor);

    const ours = await open(`${path}/claim`, 'us');
    await sound(ours);
    await press(ours, 'Claim this place');
    await ours
      .getByRole('link', { name: 'Say how your group comes to run this place, in 20 to 1,000 characters' })
      .waitFor();
    await sound(ours);
    await ours.getByLabel('Tooting Neighbours').check();
    await ours.getByLabel('How does your group come to run this place?').fill(WORDS);
    await press(ours, 'Claim this place');
    await ours.getByRole('link', { name: 'Say that you may speak for this group' }).waitFor();
    assert.equal(await ours.getByLabel('How does your group').inputValue(), WORDS, 'nothing typed is lost');
    assert.ok(await ours.getByLabel('Tooting Neighbours').isChecked());
    await ours.getByLabel('I may speak for this group').check();
    await press(ours, 'Claim this place');
    await told(ours, 'Your group holds this place now.');
    await sound(ours);

    await visitor.goto(path);
    await visitor.getByText(WORDS).waitFor();
    await sound(visitor);

    const theirs = await open(`${path}/claim`, 'them');
    await theirs.getByLabel('The Broadwater Trust').check();
    await theirs.getByLabel('Why is the claim wrong?').fill(OTHERS);
    await press(theirs, 'Contest the claim');
    await told(theirs, 'What you said is published below');
    await sound(theirs);
    await visitor.goto(path);
    await visitor.getByText('This is contested.').waitFor();
    await visitor.getByRole('link', { name: 'contested', exact: true }).waitFor();

    const operator = await open('/operator', 'operator');
    await operator.getByText(OTHERS).waitFor();
    await operator.getByText(WORDS).waitFor();
    await sound(operator);
    await press(operator, 'Publish');
    await operator.getByRole('link', { name: 'Broadwater Hall: choose what you decide' }).waitFor();
    await sound(operator);
    await operator.getByLabel('The place goes to the group that contests').check();
    await operator.getByLabel('Why, or what you ask').fill(REASON);
    await press(operator, 'Publish');
    await told(operator, 'Done.');
    await visitor.goto(path);
    await visitor.getByText('An operator of the register decided').waitFor();
    await theirs.goto(`${path}/claim`);
    await theirs.getByLabel('Yes, my group gives this place up').check();
    await press(theirs, 'Give this place up');
    await told(theirs, 'Your group no longer holds this place.');
    await sound(theirs);
  });

  it('is reported, hidden with a reason, answered for, and shown again', async () => {
    const { id } = await addVenue(db, { organisationId: us, name: 'Reported Hall' });
    const path = `/venues/reported-hall-${id}`;
    const visitor = await open(path);
    await visitor.getByRole('link', { name: 'Report this listing' }).tap();
    await press(visitor, 'Send the report');
    await visitor.getByRole('link', { name: 'Choose what is wrong' }).waitFor();
    await sound(visitor);
    await visitor.getByLabel('It shows something private').check();
    await visitor.getByLabel('Tell us more').fill('It tells where somebody lives.');
    await press(visitor, 'Send the report');
    await told(visitor, 'Thank you.');
    await sound(visitor);

    const operator = await open('/operator', 'operator');
    await operator.getByRole('link', { name: 'Reported Hall' }).tap();
    await operator.getByLabel('Why is it hidden?').fill(REASON);
    await sound(operator);
    await press(operator, 'Hide the listing');
    await told(operator, 'Done.');
    await sound(operator);
    await visitor.goto(path);
    await visitor.getByText(REASON).waitFor();
    assert.equal(await visitor.getByText('Reported Hall').count(), 0);
    await sound(visitor);

    const ours = await open(`${path}/reply`, 'us');
    await ours.getByLabel('Your reply').fill(WORDS);
    await press(ours, 'Publish the reply');
    await told(ours, 'Your reply is published.');
    await sound(ours);
    await operator.reload();
    await operator.getByText(WORDS).waitFor();
    await press(operator, 'Show the listing again');
    await told(operator, 'Done.');
    await visitor.goto(path);
    await visitor.getByRole('heading', { name: 'Reported Hall' }).waitFor();
  });

  it('is claimed for a group that is not here yet', async () => {
    const { id } = await addVenue(db, { name: 'New Hall' });
    cookies.new = (await signIn(db, 'new@group.example')).cookie;
    const page = await open(`/venues/new-hall-${id}/claim`, 'new');
    await sound(page);
    await page.getByLabel('How does your group come to run this place?').fill(WORDS);
    await page.getByLabel('I may speak for this group').check();
    await press(page, 'Claim this place');
    await page.getByRole('link', { name: 'Enter the name of the new group' }).waitFor();
    await page.getByLabel('Name of the new group').fill('Friends of New Hall');
    await press(page, 'Claim this place');
    await told(page, 'Your group holds this place now.');
    await page.getByText('This place is held by: Friends of New Hall').waitFor();
  });

  it('speaks Welsh and Arabic', async () => {
    const { id } = await addVenue(db);
    for (const [locale, title] of [
      ['cy', 'Ai chi sy’n rhedeg y lle hwn?'],
      ['ar', 'هل تدير هذا المكان؟'],
    ]) {
      const page = await open(`/${locale}/venues/broadwater-hall-${id}/claim`, 'us');
      await page.getByRole('heading', { name: title }).waitFor();
      await sound(page);
      await page.goto(`/${locale}/venues/broadwater-hall-${id}/report`);
      await sound(page);
    }
  });
});
