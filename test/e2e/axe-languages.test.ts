/** In Welsh and in Arabic axe finds no more than in English: every page people choose by, awake. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { localePath } from '../../client/language/locales.ts';
import { bringAxe, violations } from '../support/axe.ts';
import { awake, idOf, mapDrawn, open, rare, type Site, useSite } from './support.ts';

const four = (site: Site) => [site.exact, site.approximate, site.hidden, site.rich].map(idOf).join();
const found = async (page: Page) => {
  await awake(page);
  await mapDrawn(page);
  await page.locator('.mh-map__status:not(:empty)').waitFor();
};
const opened = async (page: Page) => {
  await found(page);
  await page.locator('.mh-pin--about').press('Enter');
  await page.locator('.leaflet-popup a:focus').waitFor();
};
const placed = async (page: Page) => {
  await page.locator('button.mh-keep').first().waitFor();
  await page.locator('#visit').scrollIntoViewIfNeeded();
  await page.locator('.mh-place .leaflet-container').waitFor();
};
const listed = (page: Page) => page.locator('.mh-short button').first().waitFor();

type Reach = (page: Page) => Promise<unknown>;
const pages: [what: string, path: (site: Site) => string, reach?: Reach][] = [
  ['search', () => '/', found],
  ['results', () => '/?q=hall&people=40&access=step_free_entrance', found],
  ['a popup on the map', () => `/?q=${rare}`, opened],
  ['nothing found', () => '/?q=hall&people=9000&access=changing_places', awake],
  ['a venue', (site) => `${site.rich}?people=40&access=hearing_loop`, placed],
  ['a comparison of four', (site) => `/compare?ids=${four(site)}`],
  ['a shortlist', (site) => `/shortlist?ids=${four(site)}`, listed],
  ['an empty shortlist', () => '/shortlist'],
  ['the areas', () => '/areas'],
  ['a ward', () => '/areas/tooting-bec-ward'],
  ['a borough', () => '/areas/wandsworth-borough'],
];

describe('axe finds nothing in another language', () => {
  const site = useSite();

  for (const locale of ['cy', 'ar'] as const)
    for (const [what, path, reach] of pages)
      it(`${locale}: ${what}`, async () => {
        const address = localePath(locale, path(site));
        const page = await open(site, address, { prepare: bringAxe });
        await reach?.(page);
        assert.equal(await page.evaluate(() => document.documentElement.lang), locale);
        assert.deepEqual(await violations(page), []);
      });
});
