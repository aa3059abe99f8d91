/** On a phone: a narrow screen, a finger. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import {
  answered,
  awake,
  cards,
  filter,
  has,
  idOf,
  mapDrawn,
  markers,
  open,
  phone,
  rare,
  total,
  useSite,
} from './support.ts';

/** How far the page can be pushed sideways, and what sticks out. */
const overflow = (page: Page, width: number): Promise<string[]> =>
  page.evaluate((limit) => {
    const wide = document.documentElement.scrollWidth;
    if (wide <= limit && innerWidth <= limit) return [];
    return [...document.querySelectorAll('body *')]
      .filter((each) => each.getBoundingClientRect().right > limit + 0.5)
      .slice(0, 5)
      .map((each) => `${wide}: ${each.tagName} ${each.className} ${each.textContent?.slice(0, 40)}`)
      .concat(`the page is ${wide} wide`);
  }, width);

/** What a finger would miss: less than 24 pixels across or high, and not a link within a sentence. */
const smallTargets = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const small: string[] = [];
    for (const each of document.querySelectorAll<HTMLElement>(
      'a[href], button, input, select, summary, [role=button], [role=option]',
    )) {
      if (!each.checkVisibility({ checkVisibilityCSS: true }) || each.closest('.govuk-skip-link')) continue;
      if (getComputedStyle(each).display === 'inline' && each.parentElement?.textContent !== each.textContent)
        continue;
      const boxes = [each, ...(each instanceof HTMLInputElement ? (each.labels ?? []) : [])].map((part) =>
        part.getBoundingClientRect(),
      );
      const high = Math.max(...boxes.map(({ height }) => height));
      const wide = Math.max(...boxes.map(({ right }) => right)) - Math.min(...boxes.map(({ left }) => left));
      if (high < 23.9 || wide < 23.9)
        small.push(
          `${each.tagName} ${each.className} “${each.textContent?.trim()}” ${Math.round(wide)}×${Math.round(high)}`,
        );
    }
    return small;
  });

const openAll = (page: Page) =>
  page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true;
  });

describe('on a phone', () => {
  const site = useSite();

  for (const width of [320, 390]) {
    it(`nothing is wider than ${width} pixels, and everything can be hit`, async () => {
      const page = await open(site, '/', { ...phone(width), mayFail: /nowhere|people=0/ });
      const paths = [
        '/',
        '/?q=room+for+40+with+a+kitchen+near+SW17+8&access=step_free_entrance',
        '/?people=9000&q=hall',
        '/?people=0&openAt=xyz',
        '/?q=hall&view=map',
        site.rich,
        site.exact,
        site.approximate,
        site.hidden,
        '/about',
        '/api/docs',
        '/nowhere',
      ];
      for (const path of paths) {
        await page.goto(path);
        if (path.startsWith('/?') || path === '/') await awake(page);
        if (path.includes('view=map')) await mapDrawn(page);
        assert.deepEqual(await overflow(page, width), [], path);
        const cut = await page
          .locator('.mh-room .mh-table-frame')
          .evaluateAll((all) => all.filter((each) => each.scrollWidth > each.clientWidth).length);
        assert.equal(cut, 0, `${path}: what a room holds is cut off`);
        await openAll(page);
        assert.deepEqual(await overflow(page, width), [], `${path} with everything open`);
        if (path !== '/api/docs') assert.deepEqual(await smallTargets(page), [], path);
      }
    });
  }

  it('two places are compared side by side, with their names in sight to the last row', async () => {
    const page = await open(site, `/compare?ids=${[site.exact, site.rich].map(idOf)}`, phone());
    const frame = page.locator('.mh-compare-frame');
    assert.deepEqual(await overflow(page, 390), []);
    assert.equal(await frame.evaluate((each) => each.scrollWidth - each.clientWidth), 0);
    await frame.evaluate((each) => each.scrollTo(0, each.scrollHeight));
    const name = page.locator('.mh-compare thead a').first();
    const inFrame = await name.evaluate((each) => {
      const { top } = each.getBoundingClientRect();
      const box = each.closest('.mh-compare-frame')?.getBoundingClientRect();
      return box !== undefined && top >= box.top && top < box.bottom;
    });
    assert.ok(inFrame);
  });

  it('the list and the map take turns, and the address says which', async () => {
    const page = await open(site, '/?q=hall', phone());
    await awake(page);
    assert.equal(await markers(page).count(), 0, 'no map is fetched for a list');
    const count = await total(page);
    await page.getByRole('link', { name: 'Show map' }).tap();
    await answered(page, has('view', 'map'));
    await mapDrawn(page);
    assert.equal(await cards(page).first().isVisible(), false);
    assert.equal(await page.locator('.mh-map').isVisible(), true);
    assert.equal(await total(page), count);

    assert.equal(
      await page.locator('#people').isVisible(),
      false,
      'the filters wait, so that the answer comes first',
    );
    await page.getByRole('button', { name: 'Filters', exact: true }).tap();
    await filter(page, 'Facilities').locator('summary').tap();
    const button = await filter(page, 'Facilities').locator('summary').boundingBox();
    const panel = await filter(page, 'Facilities').locator('.mh-filter__panel').boundingBox();
    const gap = (panel?.y ?? 0) - (button?.y ?? 0) - (button?.height ?? 0);
    assert.ok(gap >= 0 && gap < 16, `the panel is right below its button, not ${gap} away`);
    await page.locator('#amenity-kitchen').tap();
    await answered(page, has('amenity', 'kitchen'));
    assert.equal(new URL(page.url()).searchParams.get('view'), 'map', 'the map stays');
    assert.ok((await total(page)) < count);

    await page.getByRole('link', { name: 'Show list' }).tap();
    await answered(page, (url) => !url.searchParams.has('view'));
    assert.equal(await cards(page).first().isVisible(), true);
    assert.equal(await page.locator('.mh-map').isVisible(), false);
    await page.goBack();
    await page.locator('.mh-map .leaflet-container').waitFor();
    await page.goForward();
    await cards(page).first().waitFor();
  });

  it('a marker opens with a finger, and the popup fits', async () => {
    const page = await open(site, `/?q=${rare}&view=map`, phone(320));
    const popup = page.locator('.leaflet-popup');
    // The one with the more to say first.
    for (const name of ['approximate', 'exact']) {
      await page.reload();
      await awake(page);
      await mapDrawn(page);
      await page.locator(`.mh-pin[aria-label*="${name}"]`).tap();
      await popup.waitFor();
      const box = await popup.boundingBox();
      assert.ok(box && box.x >= 0 && box.x + box.width <= 320, JSON.stringify(box));
    }
    assert.deepEqual(await smallTargets(page), []);
    await popup.getByRole('link').tap();
    await page.waitForURL(`**${site.exact}`);
  });

  it('suggestions fit, and answer to a finger', async () => {
    const page = await open(site, '/', phone(320));
    await awake(page);
    await page.locator('#q').tap();
    await page.keyboard.type('tooting b');
    const option = page.getByRole('option').first();
    await option.waitFor();
    assert.deepEqual(await overflow(page, 320), []);
    assert.deepEqual(await smallTargets(page), []);
    await option.tap();
    await answered(page, (url) => (url.searchParams.get('q') ?? '').includes('Tooting Bec'));
  });

  it('text twice as large still fits', async () => {
    const page = await open(site, '/?q=hall&people=40', { viewport: { width: 640, height: 800 } });
    await awake(page);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = '200%';
    });
    assert.deepEqual(await overflow(page, 640), []);
  });
});
