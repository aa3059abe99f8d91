/** A walk round a building with no signal: the page of the check is there, what is answered waits, and arrives once. */
import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import type { Page } from 'playwright-core';
import { saveVenue } from '../../server/venues/repository.ts';
import { buildApp, listen } from '../support/app.ts';
import { bringAxe, violations } from '../support/axe.ts';
import { openPage } from '../support/browser.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue, fact, holder, space } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';
import { phone, sent } from './support.ts';
import { unfit, walk } from './walk.ts';

const old = { observedOn: '2025-01-01' };

describe('a check with no signal', () => {
  let db: Knex;
  let url: string;
  let close: () => Promise<void>;
  let us: number;
  let id: number;
  let path: string;
  const pages: Page[] = [];
  before(async () => {
    ({ db } = await freshDatabase());
    ({ url, close } = await listen(buildApp(db)));
    us = await addOrganisation(db);
  });
  after(() => close());
  beforeEach(async () => {
    ({ id } = await addVenue(db, {
      organisationId: us,
      facts: [
        fact('step_free_entrance', 'yes', old),
        fact('lift', 'no', old),
        fact('door_clear_width', 86, old),
      ],
      spaces: [space('Main hall', {}, { facts: [fact('hearing_loop', 'no', old)] })],
    }));
    path = `/venues/broadwater-hall-${id}/check`;
  });
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
  });

  async function become(page: Page, email: string): Promise<void> {
    const { cookie } = await signIn(db, email, { [us]: 'editor' });
    const [name = '', value = ''] = cookie.split('=');
    await page.context().addCookies([{ name, value, url }]);
  }
  const copies = (page: Page) =>
    page.evaluate(async () => {
      const names = (await caches.keys()).filter((name) => name.startsWith('moothall-copies-'));
      const all = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return all.flat().map((request) => new URL(request.url).pathname);
    });
  /** Opened once with a line, as one does before one sets out. */
  async function open(email = 'amara@hall.example'): Promise<Page> {
    const page = await openPage({ baseURL: url, reducedMotion: 'reduce', ...phone() });
    pages.push(page);
    await bringAxe(page);
    await become(page, email);
    await page.goto(path);
    await kept(page);
    return page;
  }
  async function kept(page: Page): Promise<void> {
    await page.evaluate(() => navigator.serviceWorker.ready);
    while (!(await copies(page)).includes(path))
      await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  const offline = (page: Page, is: boolean) => page.context().setOffline(is);
  const answer = (page: Page, question: string, name: string) =>
    page
      .getByRole('group', { name: question, exact: true })
      .getByRole('radio', { name })
      .first()
      .check({ force: true });
  const said = (page: Page, text: string | RegExp) =>
    page.getByRole('status').filter({ hasText: text }).first().waitFor();
  const send = (page: Page) => page.getByRole('button', { name: 'Send what you saw' }).press('Enter');
  async function stated(): Promise<Record<string, string>> {
    const facts = await db('fact').where({ venue_id: id }).orderBy('key');
    return Object.fromEntries(
      facts.map((each) => [
        each.key,
        [each.answer ?? Number(each.number), each.observed_by ?? 'nobody'].join(' '),
      ]),
    );
  }
  const stood = {
    door_clear_width: '86 nobody',
    hearing_loop: 'no nobody',
    lift: 'no nobody',
    step_free_entrance: 'yes nobody',
  };
  /** Three answers, of the place and of a room. */
  async function walkRound(page: Page): Promise<void> {
    await page.getByLabel('Who looked?').fill('Amara and Joe');
    await answer(page, 'Step-free entrance', 'Yes, as stated');
    await page.getByLabel('Still 86 cm').check({ force: true });
    await page.getByText('Main hall').click();
    await page.locator('[name$=_hearing_loop][value=yes]').last().check({ force: true });
    await said(page, '3 answers kept on this phone');
  }
  const seen = {
    door_clear_width: '86 Amara and Joe',
    hearing_loop: 'yes Amara and Joe',
    lift: 'no nobody',
    step_free_entrance: 'yes Amara and Joe',
  };
  async function sound(page: Page): Promise<void> {
    assert.deepEqual(await violations(page), []);
    const wide = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    assert.ok(wide <= 0, `${wide} too wide`);
  }

  it('opens without a line, keeps what is answered over a restart, and sends it once', async () => {
    const page = await open();
    await sound(page);
    await offline(page, true);
    await page.goto(path);
    await said(page, 'This is the copy that your phone keeps');
    await walkRound(page);
    await sound(page);
    await send(page);
    await said(page, '3 answers waiting');
    await sound(page);
    assert.deepEqual(await stated(), stood);
    // The phone is switched off and on again, with no signal still.
    const again = await page.context().newPage();
    await page.close();
    await again.goto(path);
    await said(again, 'What you typed is still here.');
    await said(again, '3 answers waiting');
    await offline(again, false);
    await again.waitForURL(/done=3/);
    await again.getByText('3 facts are saved as seen on your walk.').waitFor();
    assert.deepEqual(await stated(), seen);
    assert.equal((await db('change').where({ venue_id: id })).length, 2);
  });

  it('is sent from any page of the desk when its own is not opened again', async () => {
    const page = await open();
    await walkRound(page);
    await page.route('**/check', (route) =>
      route.request().method() === 'POST' ? route.abort() : route.continue(),
    );
    await send(page);
    await said(page, '3 answers waiting');
    const next = await page.context().newPage();
    await page.close();
    await next.goto('/account');
    await said(next, 'Sent: Check Broadwater Hall');
    assert.deepEqual(await stated(), seen);
    assert.equal((await db('change').where({ venue_id: id })).length, 2);
  });

  it('comes through a session that is over', async () => {
    const page = await open();
    await offline(page, true);
    await page.goto(path);
    await walkRound(page);
    await send(page);
    await said(page, '3 answers waiting');
    await db('session').delete();
    await offline(page, false);
    await said(page, 'You are signed out. What you typed is kept.');
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
    await become(page, 'amara@hall.example');
    await page.goto(path);
    await page.waitForURL(/done=3/);
    assert.deepEqual(await stated(), seen);
  });

  it('overwrites nobody: what somebody else stated meanwhile is shown beside it, and one chooses', async () => {
    const page = await open();
    await offline(page, true);
    await page.goto(path);
    await walkRound(page);
    await send(page);
    await said(page, '3 answers waiting');
    await saveVenue(db, holder, id, {
      facts: [
        fact('step_free_entrance', 'no', { observedBy: 'Ben' }),
        fact('lift', 'no', old),
        fact('door_clear_width', 86, old),
      ],
    });
    await offline(page, false);
    await page.getByRole('heading', { name: 'Somebody changed this first' }).waitFor();
    await page.getByText('2 facts are saved. Please look at the rest.').waitFor();
    assert.deepEqual(await stated(), { ...seen, step_free_entrance: 'no Ben' });
    await sound(page);
    // The choice is the person’s, also after a reload.
    await page.getByRole('radio', { name: /What you typed/ }).check({ force: true });
    await sent(page, () => send(page));
    await page.getByText('1 fact is saved as seen on your walk.').waitFor();
    assert.deepEqual(await stated(), seen);
  });

  it('shows nobody the copy, or the answers, of somebody else at the same phone', async () => {
    const page = await open();
    await walkRound(page);
    await become(page, 'ben@hall.example');
    await page.goto('/account');
    await page.getByText('ben@hall.example').waitFor();
    await page.locator('form .mh-kept--foot').first().waitFor({ state: 'attached' });
    assert.deepEqual(await copies(page), []);
    await offline(page, true);
    await assert.rejects(page.goto(path));
    await offline(page, false);
    await page.goto(path);
    await kept(page);
    assert.equal(await page.getByLabel('Who looked?').inputValue(), '');
    // Whoever signs out leaves nothing, and what was somebody else’s is theirs when they come back.
    await page.goto('/account');
    await page.locator('form .mh-kept--foot').first().waitFor({ state: 'attached' });
    await page.getByRole('button', { name: 'Sign out', exact: true }).click();
    await page.waitForURL(`${url}/`);
    assert.deepEqual(await copies(page), []);
    assert.equal(
      await page.evaluate(async () => (await navigator.serviceWorker.getRegistrations()).length),
      0,
    );
    await offline(page, true);
    await assert.rejects(page.goto(path));
    await offline(page, false);
    await become(page, 'amara@hall.example');
    await page.goto(path);
    await said(page, 'What you typed is still here.');
    assert.equal(await page.getByLabel('Who looked?').inputValue(), 'Amara and Joe');
  });

  it('is a sheet to print that fits a phone, and is sound there', async () => {
    const page = await open();
    for (const width of [320, 390]) {
      await page.setViewportSize({ width, height: 844 });
      await page.goto(`${path}/print`);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.equal(over, 0, `${width} px`);
      assert.deepEqual(await violations(page), []);
    }
  });

  it('goes by keyboard alone', async () => {
    const page = await open();
    await page.getByLabel('Who looked?').focus();
    const stops = await walk(page, ({ name }) => name === 'Send what you saw');
    assert.deepEqual(unfit(stops), []);
    await page
      .getByRole('group', { name: 'Lift', exact: true })
      .first()
      .getByRole('radio', { name: 'Yes' })
      .focus();
    await page.keyboard.press('Space');
    await said(page, '1 answer kept on this phone');
    const covered = await walk(page, ({ name }) => name === 'Send what you saw');
    assert.deepEqual(unfit(covered), [], 'what is said at the foot covers no field');
    await sent(page, () => page.keyboard.press('Enter'));
    await page.getByText('1 fact is saved as seen on your walk.').waitFor();
    assert.equal((await stated()).lift, 'yes nobody');
  });
});
