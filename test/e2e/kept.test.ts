/** Nothing typed is lost: on the pages on which people work, when the line breaks, the tab is gone or the session is over. */
import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import type { Page } from 'playwright-core';
import { saveTerms } from '../../server/terms/repository.ts';
import { buildApp, listen } from '../support/app.ts';
import { openPage } from '../support/browser.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue, holder } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';
import { phone } from './support.ts';

describe('what is typed', () => {
  let db: Knex;
  let url: string;
  let close: () => Promise<void>;
  let us: number;
  const pages: Page[] = [];
  before(async () => {
    ({ db } = await freshDatabase());
    ({ url, close } = await listen(buildApp(db)));
    us = await addOrganisation(db);
  });
  after(() => close());
  beforeEach(() => db('venue').delete());
  afterEach(async () => {
    for (const page of pages.splice(0)) await page.context().close();
  });

  async function become(page: Page, email: string): Promise<void> {
    const { cookie } = await signIn(db, email, { [us]: 'steward' });
    const [name = '', value = ''] = cookie.split('=');
    await page.context().addCookies([{ name, value, url }]);
  }
  async function open(path: string, prepare?: (page: Page) => Promise<unknown>): Promise<Page> {
    const page = await openPage({ baseURL: url, reducedMotion: 'reduce', ...phone() });
    pages.push(page);
    await become(page, 'amara@hall.example');
    await prepare?.(page);
    await page.goto(path);
    await awake(page);
    return page;
  }
  /** The script has put its places for words into every form. */
  const awake = (page: Page) => page.locator('form .mh-kept--foot').first().waitFor({ state: 'attached' });
  const name = (page: Page) => page.getByLabel('What is the place called?');
  const press = (page: Page, label: string) => page.getByRole('button', { name: label, exact: true }).click();
  const said = (page: Page, text: string | RegExp) =>
    page.getByRole('status').filter({ hasText: text }).waitFor();
  const still = 'What you typed is still here.';
  const records = (page: Page): Promise<{ person: string; state: string; fields: [string, string][] }[]> =>
    page.evaluate(
      () =>
        new Promise((resolve, reject) => {
          const request = indexedDB.open('moothall-desk', 1);
          request.onerror = () => reject(request.error);
          request.onsuccess = () => {
            const all = request.result.transaction('kept').objectStore('kept').getAll();
            all.onsuccess = () => resolve(all.result);
          };
        }),
    );
  async function until(
    page: Page,
    holds: (found: Awaited<ReturnType<typeof records>>) => boolean,
  ): Promise<void> {
    while (!holds(await records(page))) await page.evaluate(() => new Promise(requestAnimationFrame));
  }
  const has = (value: string) => (found: Awaited<ReturnType<typeof records>>) =>
    found.some(({ fields }) => fields.some(([, each]) => each === value));

  async function fill(page: Page, called = 'Barn'): Promise<void> {
    await name(page).fill(called);
    await page.getByLabel('What kind of place is it?').selectOption('community_hall');
    await page.getByLabel('Or its point on the map').fill('51.4275, -0.168');
    await page.getByRole('radio', { name: 'Tooting Neighbours' }).check({ force: true });
    await until(page, has('51.4275, -0.168'));
  }
  const listed = () => db('venue').pluck('name') as Promise<string[]>;
  const rooms = (page: Page) => page.getByRole('heading', { name: 'Rooms', exact: true }).waitFor();

  it('is back after the page is loaded again, and one can start afresh', async () => {
    const page = await open('/list');
    await fill(page);
    await page.reload();
    await said(page, still);
    assert.equal(await name(page).inputValue(), 'Barn');
    assert.equal(await page.getByLabel('What kind of place is it?').inputValue(), 'community_hall');
    // The same page in another language is the same form.
    await page.goto('/cy/list');
    await page.getByRole('status').filter({ hasText: 'yma o hyd' }).waitFor();
    assert.equal(await page.locator('#name').inputValue(), 'Barn');
    await page.goto('/list');
    await press(page, 'Start afresh');
    assert.equal(await name(page).inputValue(), '');
    await until(page, (found) => found.length === 0);
    await page.reload();
    await awake(page);
    assert.equal(await name(page).inputValue(), '');
    assert.equal(await page.getByText(still).count(), 0);
  });

  it('is kept also where it was typed before the script was there', async () => {
    let held: (() => void) | undefined;
    const page = await openPage({ baseURL: url, reducedMotion: 'reduce', ...phone() });
    pages.push(page);
    await become(page, 'amara@hall.example');
    const late = new Promise<void>((resolve) => {
      held = resolve;
    });
    await page.route('**/assets/desk-script*.js', async (route) => {
      await late;
      await route.continue();
    });
    await page.goto('/list', { waitUntil: 'commit' });
    await name(page).fill('Early barn');
    held?.();
    await awake(page);
    await until(page, has('Early barn'));
    await page.unroute('**/assets/desk-script*.js');
    await page.reload();
    await said(page, still);
    assert.equal(await name(page).inputValue(), 'Early barn');
  });

  it('is back in a new tab when the old one was lost, and is gone when it is saved', async () => {
    const lost = await open('/list');
    await fill(lost);
    const page = await lost.context().newPage();
    await lost.close();
    await page.goto('/list');
    await said(page, still);
    await press(page, 'Save and go on');
    await rooms(page);
    assert.deepEqual(await listed(), ['Barn']);
    await until(page, (found) => found.length === 0);
    await page.goto('/list');
    await awake(page);
    assert.equal(await name(page).inputValue(), '');
  });

  it('makes one place of two tabs that send the same', async () => {
    const one = await open('/list');
    await fill(one);
    const two = await one.context().newPage();
    await two.goto('/list');
    await said(two, still);
    await press(two, 'Save and go on');
    await rooms(two);
    await press(one, 'Save and go on');
    await rooms(one);
    assert.equal(one.url(), two.url());
    assert.deepEqual(await listed(), ['Barn']);
  });

  it('waits for the line, twice, and is sent once', async () => {
    const page = await open('/list');
    await fill(page);
    const context = page.context();
    await context.setOffline(true);
    await press(page, 'Save and go on');
    await said(page, 'No connection. What you typed is kept.');
    assert.equal(await name(page).inputValue(), 'Barn');
    // Nothing is sent by itself that was touched after it was sent.
    await name(page).fill('Barn of ours');
    await said(page, 'This is not sent yet.');
    await press(page, 'Send again');
    await said(page, 'No connection. What you typed is kept.');
    await context.setOffline(false);
    await rooms(page);
    await awake(page);
    await context.setOffline(true);
    await page.getByLabel('What is the room called?').first().fill('Main hall');
    await press(page, 'Save and go on');
    await said(page, 'No connection. What you typed is kept.');
    const next = page.waitForEvent('framenavigated');
    await context.setOffline(false);
    await next;
    assert.deepEqual(await listed(), ['Barn of ours']);
    assert.deepEqual(await db('space').pluck('name'), ['Main hall']);
  });

  it('is sent once although the answer was lost, and goes on where it led', async () => {
    const page = await open('/list');
    await fill(page);
    let lost = 0;
    await page.route('**/list', async (route) => {
      if (route.request().method() !== 'POST' || lost > 0) return route.continue();
      lost += 1;
      await route.fetch();
      return route.abort();
    });
    await press(page, 'Save and go on');
    await said(page, 'No connection. What you typed is kept.');
    assert.deepEqual(await listed(), ['Barn'], 'it was taken');
    // The phone is restarted meanwhile: what waits is sent as soon as its page is there.
    await page.reload();
    await rooms(page);
    assert.deepEqual([lost, await listed()], [1, ['Barn']]);
  });

  it('comes through signing in again, and is then sent', async () => {
    const page = await open('/list');
    await fill(page);
    await db('session').delete();
    await press(page, 'Save and go on');
    await page.getByRole('heading', { name: 'Sign in', exact: true }).waitFor();
    assert.equal(new URL(page.url()).search, '?next=%2Flist');
    assert.equal((await db('kept_form')).length, 0, 'the server keeps nothing that the browser keeps');
    await become(page, 'amara@hall.example');
    await page.goto('/list');
    await rooms(page);
    assert.deepEqual(await listed(), ['Barn']);
  });

  it('is shown to nobody else at the same phone', async () => {
    const page = await open('/list');
    await fill(page);
    await become(page, 'joe@hall.example');
    await page.goto('/list');
    await awake(page);
    assert.equal(await name(page).inputValue(), '');
    assert.equal(await page.getByText(still).count(), 0);
    await name(page).fill('Joe’s barn');
    await until(page, has('Joe’s barn'));
    // Whoever goes takes what is theirs along, and only that.
    await page.goto('/account');
    await awake(page);
    page.once('dialog', (dialog) => {
      assert.match(dialog.message(), /Something that you typed is not sent yet/);
      return dialog.accept();
    });
    await press(page, 'Sign out');
    await page.waitForURL(`${url}/`);
    assert.ok(!has('Joe’s barn')(await records(page)));
    await become(page, 'amara@hall.example');
    await page.goto('/list');
    await said(page, still);
    assert.equal(await name(page).inputValue(), 'Barn');
  });

  it('says what is wrong beside the field without losing it, and keeps it still', async () => {
    const page = await open('/list');
    await fill(page);
    await page.getByLabel('Or its point on the map').fill('somewhere');
    await press(page, 'Save and go on');
    await page.getByRole('link', { name: /Enter latitude and longitude/ }).waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'govuk-error-summary');
    assert.equal(await name(page).inputValue(), 'Barn');
    await page.goto('/list');
    await said(page, still);
    assert.equal(await page.getByLabel('Or its point on the map').inputValue(), 'somewhere');
  });

  it('puts the focus on what is wrong where the browser itself sent the form, too', async () => {
    const page = await open('/list');
    await page.locator('main form').evaluate((form) => HTMLFormElement.prototype.submit.call(form));
    await page.locator('.govuk-error-summary:focus').waitFor();
  });

  it('keeps what is typed while it is on its way, whatever the answer', async () => {
    const { id } = await addVenue(db, { organisationId: us });
    const page = await open(`/venues/broadwater-hall-${id}/terms`);
    /** Sends, types more before the answer is there, and lets it come. */
    async function sendAndType(path: string, label: string, type: () => Promise<void>): Promise<void> {
      let answer = () => {};
      const typed = new Promise<void>((resolve) => {
        answer = resolve;
      });
      const sent = page.waitForRequest((request) => request.method() === 'POST');
      await page.route(`**${path}`, async (route) => {
        if (route.request().method() === 'POST') await typed;
        await route.continue();
      });
      await press(page, label);
      await sent;
      await type();
      answer();
    }
    await page.getByLabel('Deposit').fill('80');
    await sendAndType('/terms', 'Save the terms', () => page.getByLabel('How many days’ notice').fill('9'));
    await page.waitForURL('**/terms?done=saved');
    await said(page, still);
    assert.equal(await page.getByLabel('How many days’ notice').inputValue(), '9');
    const { terms } = await (await fetch(`${url}/api/v1/venues/${id}/terms`)).json();
    assert.deepEqual([terms.deposit.amount, terms.noticeDays ?? null], [8000, null], 'only what was sent');

    await page.goto('/list');
    await fill(page);
    await page.getByLabel('Or its point on the map').fill('somewhere');
    await sendAndType('/list', 'Save and go on', () => name(page).fill('Barn of ours'));
    await page.getByRole('link', { name: /Enter latitude and longitude/ }).waitFor();
    assert.equal(await name(page).inputValue(), 'Barn of ours');
  });

  it('meets what somebody else changed meanwhile: both are shown, and one chooses', async () => {
    const { id } = await addVenue(db, { organisationId: us });
    await saveTerms(db, holder, id, { deposit: { amount: 5000 }, noticeDays: 7 });
    const page = await open(`/venues/broadwater-hall-${id}/terms`);
    await page.getByLabel('Deposit').fill('80');
    await until(page, has('80'));
    await saveTerms(db, holder, id, { deposit: { amount: 2000 }, noticeDays: 14 });
    await page.reload();
    await said(page, 'Somebody has changed this place since.');
    await page.getByRole('button', { name: 'Save', exact: false }).first().click();
    await page.getByRole('heading', { name: 'Somebody changed this first' }).waitFor();
    await page.getByRole('radio', { name: /What you typed/ }).check({ force: true });
    await page.getByRole('button', { name: 'Save', exact: false }).first().click();
    await page.waitForURL(/done=saved/);
    const { terms } = await (await fetch(`${url}/api/v1/venues/${id}/terms`)).json();
    assert.deepEqual([terms.deposit.amount, terms.noticeDays], [8000, 14]);
  });

  it('is not kept where it is a secret', async () => {
    const page = await open('/sign-in/code?id=abc&email=joe@hall.example');
    await page.getByLabel('The code from the letter').fill('12345678');
    await press(page, 'Sign in now');
    await page.locator('h1', { hasText: /no longer works|Check your email/ }).waitFor();
    assert.deepEqual(await records(page), []);
  });

  for (const [how, forbid] of [
    [
      'is forbidden',
      () =>
        Object.defineProperty(window, 'indexedDB', {
          get() {
            throw new DOMException('denied', 'SecurityError');
          },
        }),
    ],
    [
      'is full',
      () => {
        IDBObjectStore.prototype.put = () => {
          throw new DOMException('full', 'QuotaExceededError');
        };
      },
    ],
  ] as const)
    it(`is sent as ever where the browser’s storage ${how}`, async () => {
      const page = await open('/list', (each) => each.addInitScript(forbid));
      await name(page).fill('Barn');
      await page.getByLabel('What kind of place is it?').selectOption('community_hall');
      await page.getByLabel('Or its point on the map').fill('51.4275, -0.168');
      await page.getByRole('radio', { name: 'Tooting Neighbours' }).check({ force: true });
      await page.context().setOffline(true);
      await press(page, 'Save and go on');
      await said(page, 'What you typed is on this page only, so do not close it.');
      await page.context().setOffline(false);
      await rooms(page);
      assert.deepEqual(await listed(), ['Barn']);
      // Over signing in, the server keeps it, as it does for those without a script.
      await awake(page);
      await page.getByLabel('What is the room called?').first().fill('Main hall');
      await db('session').delete();
      await press(page, 'Save and go on');
      await page.getByText('What you typed is kept: sign in, and it will be there.').waitFor();
      const next = new URL(page.url()).searchParams.get('next') ?? '';
      await become(page, 'amara@hall.example');
      await page.goto(next);
      assert.equal(await page.getByLabel('What is the room called?').first().inputValue(), 'Main hall');
    });

  it('holds nobody back who leaves, but where a file would be lost', async () => {
    const { id } = await addVenue(db, { organisationId: us });
    const page = await open(`/venues/broadwater-hall-${id}/photos`);
    const asked: string[] = [];
    page.on('dialog', (dialog) => {
      asked.push(dialog.type());
      return dialog.accept();
    });
    await page
      .getByLabel('Choose a photo')
      .or(page.locator('#photo'))
      .first()
      .setInputFiles({
        name: 'hall.jpg',
        mimeType: 'image/jpeg',
        buffer: Buffer.from('not yet'),
      });
    await page.mouse.click(5, 5);
    await page.goto('/list');
    assert.deepEqual(asked, ['beforeunload']);
    await awake(page);
    await fill(page);
    await page.goto('/account');
    assert.deepEqual(asked, ['beforeunload']);
  });
});
