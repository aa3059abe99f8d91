/** A page is drawn in two steps on a slow line: what is seen first, then the rest; and nothing moves when the font comes. */
import assert from 'node:assert/strict';
import type { Page, Route } from 'playwright-core';
import { answered, awake, cards, has, open, phone, useSite } from './support.ts';

const footer = (page: Page) => page.getByRole('contentinfo');
const isLoading = (page: Page) => page.evaluate(() => document.readyState === 'loading');

/** Keeps what the address names until it is let go. */
function hold() {
  let free = (_how: (route: Route) => Promise<void>): void => undefined;
  const freed = new Promise<(route: Route) => Promise<void>>((resolve) => {
    free = resolve;
  });
  return {
    prepare: (address: RegExp) => (page: Page) =>
      page.route(address, async (route) => (await freed)(route).catch(() => undefined)),
    letGo: () => free((route) => route.continue()),
    fail: () => free((route) => route.abort()),
  };
}

const sheet = /\/assets\/first-view\.css$/;
const font = /\.woff2$/;

describe('the first view of a page', () => {
  const site = useSite();

  /** Opens without waiting for the whole page, which goes without what is held. */
  async function begin(path: string, options = {}, what = sheet) {
    const held = hold();
    const page = await open(site, 'about:blank', { ...options, prepare: held.prepare(what), mayFail: what });
    await page.goto(path, { waitUntil: 'commit' });
    return { page, held };
  }

  for (const [how, options] of [
    ['with scripts', {}],
    ['without', { javaScriptEnabled: false }],
    ['on a phone', phone()],
  ] as const)
    it(`has two cards of a search, then all, ${how}`, async () => {
      const { page, held } = await begin('/?q=hall', options);
      await cards(page).nth(1).waitFor();
      assert.equal(await cards(page).count(), 2);
      assert.equal(await footer(page).count(), 0);
      held.letGo();
      await footer(page).waitFor();
      assert.equal(await cards(page).count(), 20);
    });

  for (const [what, path, seen, later] of [
    ['the rooms of a venue, then what is known of it', () => site.rich, '#rooms', '#access'],
    ['the numbers of an area, then its list', () => '/areas/tooting-bec-ward', '.mh-area__head', '#places'],
  ] as const)
    it(`has ${what}`, async () => {
      const { page, held } = await begin(path());
      await page.locator(seen).waitFor();
      assert.equal(await page.locator(later).count(), 0);
      held.letGo();
      await page.locator(later).waitFor();
      await footer(page).waitFor();
    });

  it('has no end in a list that the browser asked for', async () => {
    const page = await open(site, '/?q=hall');
    await awake(page);
    const ends = page.locator('link[href$="first-view.css"]');
    assert.equal(await ends.count(), 1);
    await page.fill('#q', 'church');
    await page.press('#q', 'Enter');
    await answered(page, has('q', 'church'));
    assert.equal(await ends.count(), 0);
  });

  it('is followed by the rest all the same where it cannot be ended', async () => {
    const { page, held } = await begin('/?q=hall');
    await cards(page).nth(1).waitFor();
    assert.equal(await isLoading(page), true);
    held.fail();
    await awake(page);
    assert.equal(await cards(page).count(), 20);
  });

  it('does not move when the font comes late', async () => {
    const { page, held } = await begin('/?q=hall', { javaScriptEnabled: false }, font);
    await footer(page).waitFor();
    const places = () =>
      page
        .locator('h1, summary, .mh-card, .mh-tag')
        .evaluateAll((all) => all.map((each) => JSON.stringify(each.getBoundingClientRect())));
    const before = await places();
    held.letGo();
    await page.waitForLoadState('load');
    // Whatever it would have moved is drawn by then.
    await page.evaluate(() => document.fonts.ready);
    assert.deepEqual(await places(), before);
  });
});
