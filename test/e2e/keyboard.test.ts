/** Everything with the keyboard alone. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { answered, awake, filter, has, mapDrawn, markers, open, rare, total, useSite } from './support.ts';
import { type Stop, unfit, walk } from './walk.ts';

const focused = (page: Page) => page.locator(':focus');
const reach = async (page: Page, what: RegExp): Promise<Stop> => {
  const found = (await walk(page, (stop) => what.test(`${stop.what} ${stop.name}`))).at(-1);
  assert.match(`${found?.what} ${found?.name}`, what);
  return found as Stop;
};

describe('with the keyboard', () => {
  const site = useSite();

  it('a walk through the search page meets everything, in order, named, in view and plain to see', async () => {
    const page = await open(site, '/?q=hall&access=step_free_entrance&people=40');
    await awake(page);
    await mapDrawn(page);
    const stops = await walk(page);
    assert.deepEqual(unfit(stops), []);
    const order = [
      'Skip to main content',
      'Moothall',
      'What are you looking for?',
      'Show results',
      'People',
      'Layout',
      'Kind of place',
      'Access needs, 1 chosen',
      'Order',
      'Remove: 40 people',
      'Next page',
      'Skip the map',
      'Zoom in',
      'OpenAPI document',
    ];
    const places = order.map((name) => stops.findIndex((stop) => stop.name === name));
    assert.deepEqual(
      order.filter((_, index) => places[index] === -1),
      [],
    );
    const met = places.filter((place) => place !== -1);
    assert.deepEqual(
      met,
      [...met].sort((a, b) => a - b),
    );
    assert.equal(
      stops.filter(({ what }) => /mh-(pin|cluster)/.test(what)).length,
      await markers(page).count(),
    );
    assert.equal(stops.filter(({ what }) => what.includes('leaflet-tile')).length, 0);
  });

  it('a walk through a venue meets everything, and back again', async () => {
    for (const path of [site.rich, site.approximate, site.hidden]) {
      const page = await open(site, path);
      if (path !== site.hidden) {
        await page.locator('#visit').scrollIntoViewIfNeeded();
        await page.locator('.mh-place .leaflet-container').waitFor();
      }
      const there = await walk(page);
      assert.deepEqual(unfit(there), []);
      const back = await walk(page, ({ name }) => name === 'Skip to main content', 'Shift+Tab');
      assert.deepEqual(
        back.map(({ what }) => what).reverse(),
        there.map(({ what }) => what),
      );
    }
  });

  it('the focus shows where colours are forced, too', async () => {
    const page = await open(site, '/?q=hall&people=40', { forcedColors: 'active' });
    await awake(page);
    await mapDrawn(page);
    const stops = await walk(page);
    const bare = stops.filter(({ outlined }) => !outlined).map(({ what }) => what);
    assert.deepEqual(bare, []);
  });

  it('the skip link leads past the header', async () => {
    const page = await open(site, '/');
    await awake(page);
    await page.keyboard.press('Tab');
    assert.equal(await focused(page).innerText(), 'Skip to main content');
    await page.keyboard.press('Enter');
    assert.equal(await focused(page).getAttribute('id'), 'main');
    await page.keyboard.press('Tab');
    assert.equal(await focused(page).getAttribute('id'), 'q');
  });

  it('suggestions open, move, close and choose by keys', async () => {
    const page = await open(site, '/');
    await awake(page);
    const box = page.getByRole('combobox', { name: 'What are you looking for?' });
    const options = page.getByRole('listbox', { name: 'Suggestions' }).getByRole('option');
    const active = async () => {
      const id = await box.getAttribute('aria-activedescendant');
      return id ? page.locator(`#${id}[aria-selected=true] span`).first().innerText() : undefined;
    };
    await reach(page, /^input#q/);
    await page.keyboard.type('toot');
    await options.first().waitFor();
    assert.equal(await box.getAttribute('aria-expanded'), 'true');
    const labels = await options.locator('span:first-child').allInnerTexts();
    assert.equal(labels[0], 'Tooting');
    await page.keyboard.press('ArrowDown');
    assert.equal(await active(), 'Tooting');
    await page.keyboard.press('ArrowDown');
    assert.equal(await active(), labels[1]);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    assert.equal(await active(), labels.at(-1), 'goes round');
    await page.keyboard.press('Escape');
    await options.first().waitFor({ state: 'hidden' });
    assert.equal(await box.getAttribute('aria-expanded'), 'false');
    assert.equal(await box.inputValue(), 'toot', 'Esc takes no letter away');
    assert.equal(await focused(page).getAttribute('id'), 'q');

    await page.keyboard.press('ArrowDown');
    assert.equal(await active(), 'Tooting', 'the arrow opens it again');
    await page.keyboard.press('Enter');
    await answered(page, (url) => url.searchParams.get('q') === 'near Tooting');
    assert.equal(await box.inputValue(), 'near Tooting');
    assert.equal(await focused(page).getAttribute('id'), 'results');

    await box.focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('kehillat');
    await options.first().waitFor();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/venues/kehillat-etz-rimon-*');
  });

  it('leaving the box closes the suggestions', async () => {
    const page = await open(site, '/');
    await awake(page);
    await page.locator('#q').focus();
    await page.keyboard.type('toot');
    const list = page.getByRole('listbox');
    await list.waitFor();
    await page.keyboard.press('Tab');
    await list.waitFor({ state: 'hidden' });
    assert.equal(await focused(page).innerText(), 'Show results');
  });

  it('filters open with Enter, answer to Space, and keep the focus', async () => {
    const page = await open(site, '/?q=hall');
    await awake(page);
    const before = await total(page);
    await reach(page, /Access needs/);
    await page.keyboard.press('Enter');
    await filter(page, 'Access needs').locator('.mh-filter__panel').waitFor();
    const stop = await reach(page, /access-step_free_entrance/);
    assert.match(stop.name, /^Step-free entrance \(\d+\)/);
    await page.keyboard.press('Space');
    await answered(page, has('access', 'step_free_entrance'));
    assert.ok((await total(page)) < before);
    assert.equal(await focused(page).getAttribute('id'), 'access-step_free_entrance');
    assert.deepEqual(unfit(await walk(page, ({ name }) => name === 'Show results')), []);
    await page.keyboard.press('Enter');
    await page.locator('#results:focus').waitFor();
  });

  it('a marker opens with Enter or Space, its popup takes the focus, and Esc gives it back', async () => {
    const page = await open(site, `/?q=${rare}`);
    await awake(page);
    await mapDrawn(page);
    await page.locator('.mh-pin').first().waitFor();
    for (const key of ['Enter', 'Space']) {
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.locator('#results').focus();
      const stop = await reach(page, /mh-pin/);
      assert.match(stop.name, /Quillfeather (exact|approximate) hall, Community hall/);
      const marker = await focused(page).elementHandle();
      await page.keyboard.press(key);
      const link = page.locator('.leaflet-popup a.mh-popup__name:focus');
      await link.waitFor();
      assert.ok(stop.name.startsWith(await link.innerText()));
      await page.keyboard.press('Escape');
      await page.locator('.leaflet-popup').waitFor({ state: 'detached' });
      assert.equal(await marker?.evaluate((element) => element === document.activeElement), true);
    }
    await page.keyboard.press('Enter');
    const onward = await walk(page);
    assert.ok(
      onward.some(({ name }) => name === 'OpenAPI document'),
      'an open popup is no trap',
    );
    await page.locator('.leaflet-popup a.mh-popup__name').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL('**/venues/quillfeather-*');
  });

  it('the map itself can be skipped, and moves with the arrows', async () => {
    const page = await open(site, '/');
    await awake(page);
    await mapDrawn(page);
    await page.locator('#results').focus();
    await reach(page, /Skip the map/);
    await page.keyboard.press('Enter');
    const after = await walk(page);
    assert.equal(after[0]?.name, 'About Moothall and its sources');
    await page.locator('.mh-map .leaflet-container').focus();
    await page.keyboard.press('ArrowRight');
    await page.getByRole('button', { name: 'Search this area' }).waitFor();
  });
});
