/** Photos from a phone, in a real browser: added without script, by keyboard, and shown without anything moving. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { heldAs, jpeg, strangers } from '../photos/pictures.ts';
import { buildApp, listen } from '../support/app.ts';
import { bringAxe, violations } from '../support/axe.ts';
import { openPage } from '../support/browser.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue, fact, space } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

const phone = { viewport: { width: 360, height: 740 } };
const folder = mkdtempSync(join(tmpdir(), 'moothall-e2e-photos-'));
const file = (name: string, bytes: Buffer): string => {
  writeFileSync(join(folder, name), bytes);
  return join(folder, name);
};

describe('photos in a browser', () => {
  let url: string;
  let venue: string;
  let cookie: { name: string; value: string };
  let stop: () => Promise<void>;
  before(async () => {
    const { db } = await freshDatabase();
    const organisationId = await addOrganisation(db);
    const { id } = await addVenue(db, {
      organisationId,
      facts: [fact('step_free_entrance', 'yes')],
      spaces: [space('Hall', { theatre: 60 }), space('Snug')],
    });
    venue = `/venues/broadwater-hall-${id}`;
    const person = await signIn(db, 'amara@hall.example', { [organisationId]: 'editor' });
    const [name = '', value = ''] = person.cookie.split('=');
    cookie = { name, value };
    const service = await listen(buildApp(db, { dataDir: folder }));
    url = service.url;
    stop = service.close;
  });
  after(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function member(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await openPage({ ...phone, ...options });
    await page.context().addCookies([{ ...cookie, url }]);
    return page;
  }
  const summary = (page: Page) => page.locator('.govuk-error-summary li');

  it('are added, described, moved and deleted on a phone without script', async () => {
    const page = await member({ javaScriptEnabled: false });
    await page.goto(`${url}${venue}/photos?fact=step_free_entrance`);
    assert.equal(await page.getByLabel('What it proves').inputValue(), 'step_free_entrance');
    await page.getByRole('button', { name: 'Add this photo' }).click();
    assert.deepEqual(await summary(page).allInnerTexts(), ['Choose a photo', 'Say what the photo shows']);

    await page.getByLabel('What the photo shows').fill('A level door');
    await page
      .getByLabel('The photo', { exact: true })
      .setInputFiles(file('a.jpg', strangers.heic?.[0] ?? Buffer.alloc(0)));
    await page.getByRole('button', { name: 'Add this photo' }).click();
    assert.match((await summary(page).allInnerTexts()).join(), /HEIC/);
    assert.equal(await page.getByLabel('What the photo shows').inputValue(), 'A level door');
    assert.equal(await page.getByLabel('What it proves').inputValue(), 'step_free_entrance');

    for (const [words, bytes] of [
      ['A level door', await heldAs(6)],
      ['The hall in rows', await jpeg(1600, 1200)],
    ] as const) {
      await page.getByLabel('What the photo shows').fill(words);
      await page.getByLabel('The photo', { exact: true }).setInputFiles(file('b.jpg', bytes));
      await page.getByRole('button', { name: 'Add this photo' }).click();
      await page.getByText('The photo is added.').waitFor();
    }
    await page.getByRole('button', { name: 'Move up: The hall in rows' }).click();
    const rows = page.locator('.mh-photo-row');
    const begins = (selector: string) =>
      rows.first().evaluate((row, each) => {
        const words = new Range();
        words.selectNodeContents(row.querySelector(each) ?? row);
        return words.getBoundingClientRect().left;
      }, selector);
    const button = await rows.first().locator('button').boundingBox();
    assert.equal(await begins('a [aria-hidden]'), button?.x, 'a link begins where the buttons do');
    assert.match(await rows.first().innerText(), /The hall in rows/);

    await page.getByRole('link', { name: 'Change: The hall in rows' }).click();
    await page.getByLabel('The room that it shows').selectOption({ label: 'Hall' });
    await page.getByRole('button', { name: 'Save' }).click();
    assert.match(await rows.first().innerText(), /Shows: Hall/);

    await page.goto(url + venue);
    assert.deepEqual(
      await page.locator('.mh-photo img').evaluateAll((all) => all.map((each) => each.getAttribute('alt'))),
      ['The hall in rows', 'A level door'],
    );
    assert.equal(await page.locator('.mh-photo--tall').count(), 0, 'a photo stands upright');
    assert.equal(await page.getByRole('link', { name: 'See the photo: A level door' }).count(), 1);

    await page.goto(`${url}${venue}/photos`);
    await page.getByRole('link', { name: 'Delete: A level door' }).click();
    await page.getByRole('button', { name: 'Yes, delete it' }).click();
    await page.getByText('The photo is deleted.').waitFor();
    assert.equal(await rows.count(), 1);
    await page.context().close();
  });

  it('stand in room that was kept for them: nothing moves when they come', async () => {
    const page = await openPage(phone);
    await page.addInitScript(() => {
      const seen = { shift: 0 };
      Object.assign(globalThis, { seen });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) seen.shift += (entry as unknown as { value: number }).value;
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.route(/\/photos\/.*\.(webp|jpg)$/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 400));
      await route.continue();
    });
    await page.goto(url + venue);
    const image = page.locator('.mh-photo--large img');
    const before = await image.boundingBox();
    await page.waitForFunction(() => document.querySelector<HTMLImageElement>('.mh-photo img')?.complete);
    assert.deepEqual(await image.boundingBox(), before);
    assert.match(await image.evaluate((each) => (each as HTMLImageElement).currentSrc), /\/640\.webp$/);
    const shift = await page.evaluate(
      () => (globalThis as unknown as { seen: { shift: number } }).seen.shift,
    );
    assert.ok(shift < 0.01, `a shift of ${shift}`);
    await page.context().close();
  });

  for (const [name, options] of Object.entries({
    'on a phone': phone,
    'on a wide screen in the dark': { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' as const },
  }))
    it(`axe finds nothing wrong ${name}, in three languages`, async () => {
      const page = await member(options);
      await bringAxe(page);
      await page.goto(`${url}${venue}/photos`);
      const one = new URL((await page.locator('.mh-photo-row a').first().getAttribute('href')) ?? '', url);
      for (const path of [
        venue,
        `/ar${venue}`,
        `${venue}/photos`,
        `/cy${venue}/photos`,
        `/ar${venue}/photos`,
        one.pathname,
        `${one.pathname}/delete`,
      ]) {
        await page.goto(url + path);
        assert.deepEqual(await violations(page), [], path);
        const wider = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(wider, 0, `${path} is wider than its screen`);
      }
      await page.goto(`${url}${venue}/photos`);
      await page.getByRole('button', { name: 'Add this photo' }).click();
      await summary(page).first().waitFor();
      assert.deepEqual(await violations(page), [], 'with faults');
      await page.context().close();
    });
});
