/** On a phone: a wrong edit is undone in two taps, a listing goes on paper, and what two people typed at once is chosen. */
import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import type { Page } from 'playwright-core';
import { buildApp, listen } from '../support/app.ts';
import { bringAxe, violations } from '../support/axe.ts';
import { openPage } from '../support/browser.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue, fact, space } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';
import { phone, sent } from './support.ts';

describe('the holder’s way back', () => {
  let db: Knex;
  let url: string;
  let close: () => Promise<void>;
  let id: number;
  let path: string;
  let cookie: string;
  const opened: Page[] = [];

  before(async () => {
    ({ db } = await freshDatabase());
    const us = await addOrganisation(db);
    ({ id } = await addVenue(db, {
      organisationId: us,
      facts: [fact('hearing_loop', 'yes')],
      spaces: [space('Main hall', { theatre: 80 })],
      contacts: [{ kind: 'phone', value: '020 7946 0000', public: false }],
    }));
    path = `/venues/broadwater-hall-${id}`;
    ({ cookie } = await signIn(db, 'amara@hall.example', { [us]: 'steward' }));
    ({ url, close } = await listen(buildApp(db)));
  });
  afterEach(async () => {
    for (const page of opened.splice(0)) await page.context().close();
  });
  after(() => close());

  async function open(address: string, more: object = {}): Promise<Page> {
    const page = await openPage({ baseURL: url, reducedMotion: 'reduce', ...phone(), ...more });
    const [name = '', value = ''] = cookie.split('=');
    await page.context().addCookies([{ name, value, url }]);
    opened.push(page);
    await bringAxe(page);
    await page.goto(address);
    return page;
  }
  const send = (change: object) =>
    fetch(`${url}/api/v1/venues/${id}`, {
      method: 'PATCH',
      headers: { Cookie: cookie, 'If-Match': '*', 'Content-Type': 'application/json' },
      body: JSON.stringify(change),
    });
  const loop = async () =>
    (
      (await (await fetch(`${url}/api/v1/venues/${id}`)).json()) as {
        facts: { key: string; value: string }[];
      }
    ).facts.find(({ key }) => key === 'hearing_loop')?.value;

  for (const javaScriptEnabled of [true, false])
    it(`undoes a wrong edit in two taps, and puts it back in one, ${javaScriptEnabled ? 'with' : 'without'} script`, async () => {
      assert.equal((await send({ facts: [fact('hearing_loop', 'no')] })).status, 200);
      assert.equal(await loop(), 'no');
      const page = await open(`${path}/manage/history`, { javaScriptEnabled });
      await page
        .getByRole('listitem')
        .filter({ hasText: /Hearing loop\s*Before: yes/ })
        .first()
        .waitFor();
      let taps = 0;
      const tap = async (name: string) => {
        taps += 1;
        await page
          .getByRole(/^(Undo|Open)/.test(name) ? 'link' : 'button', { name })
          .first()
          .tap();
      };
      await tap('Undo the change of');
      await tap('Yes, undo it');
      await page.getByRole('status').getByText('Undone.').waitFor();
      assert.equal(taps, 2);
      assert.equal(await loop(), 'yes');
      await sent(page, () => tap('Put it back'));
      await page.getByRole('status').getByText('Undone.').waitFor();
      assert.equal(await loop(), 'no');
      await send({ facts: [fact('hearing_loop', 'yes')] });
    });

  it('goes on paper and into one file', async () => {
    const page = await open(`${path}/manage/print`);
    await page.getByText('020 7946 0000').waitFor();
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Take everything away' }).tap();
    assert.equal((await waiting).suggestedFilename(), `venue-${id}.json`);
    await page.emulateMedia({ media: 'print' });
    assert.ok(await page.getByText('020 7946 0000').isVisible());
    assert.ok(!(await page.getByRole('link', { name: 'Take everything away' }).isVisible()));
  });

  it('shows both versions of house terms, and takes the one that is chosen', async () => {
    const mine = await open(`${path}/terms`);
    const theirs = await open(`${path}/terms`);
    await theirs.getByLabel('Deposit, in pounds').fill('80');
    await theirs.getByRole('button', { name: 'Save the terms' }).tap();
    await theirs.getByRole('status').waitFor();
    await mine.getByLabel('Deposit, in pounds').fill('50');
    await mine.getByLabel('Businesses: what the price is for').selectOption('hour');
    await mine.getByLabel('Businesses: how much, in pounds').fill('40');
    await mine.getByRole('button', { name: 'Save the terms' }).tap();
    await mine.getByRole('heading', { name: 'Somebody changed this first' }).waitFor();
    assert.equal(
      await mine.getByRole('radio', { checked: true }).and(mine.locator('[name^=choose]')).count(),
      0,
    );
    assert.equal(await mine.getByLabel('Businesses: how much, in pounds').inputValue(), '40');
    await mine.waitForLoadState();
    assert.deepEqual(await violations(mine), []);
    await mine.getByLabel('What you typed').check();
    await mine.getByRole('button', { name: 'Save the terms' }).tap();
    await mine.getByRole('status').getByText('Saved.').waitFor();
    await mine.getByRole('link', { name: 'See it on the page' }).tap();
    await mine.getByText('Deposit: £50.').waitFor();
    await mine.getByText('Businesses: £40 an hour').waitFor();
  });

  for (const locale of ['', '/cy', '/ar'])
    it(`is clean to axe${locale && `, ${locale}`}`, async () => {
      for (const address of [
        `${path}/history`,
        `${path}/manage/history`,
        `${path}/manage/history/2`,
        `${path}/manage/listing`,
        `${path}/manage/print`,
        `${path}/terms`,
        `${path}/terms/1`,
      ]) {
        const page = await open(locale + address);
        assert.deepEqual(await violations(page), [], locale + address);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${locale}${address} is ${wide} too wide`);
      }
    });
});
