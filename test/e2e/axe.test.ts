/** Every page, in every state that these tests know, in light and in dark: axe finds nothing. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { bringAxe, violations, violationsInBothSchemes } from '../support/axe.ts';
import {
  awake,
  filter,
  idOf,
  mapDrawn,
  type Opening,
  open,
  phone,
  rare,
  type Site,
  useSite,
} from './support.ts';

interface State {
  what: string;
  path: (site: Site) => string;
  reach?: (page: Page) => Promise<unknown>;
  options?: Opening;
  /** Rules that do not hold here, with the reason beside them. */
  without?: string[];
}

const at = (path: string) => () => path;
const withMap = async (page: Page) => {
  await awake(page);
  await mapDrawn(page);
  await page.locator('.mh-map__status:not(:empty)').waitFor();
};
const placed = async (page: Page) => {
  await page.locator('#visit').scrollIntoViewIfNeeded();
  await page.locator('.mh-place .leaflet-container').waitFor();
};

const withPopup = async (page: Page) => {
  await withMap(page);
  await page.locator('.mh-pin--about').press('Enter');
  await page.locator('.leaflet-popup a:focus').waitFor();
};
/** Two corners are placed: a side is drawn, and the cross shows where the next would be. */
const drawing = async (page: Page) => {
  await withMap(page);
  await page.getByRole('button', { name: 'Draw an area' }).click();
  await page.keyboard.press('Enter');
  await page.locator('path.mh-draw-corner').waitFor({ state: 'attached' });
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await page.locator('path.mh-draw-corner').nth(1).waitFor({ state: 'attached' });
};
const compareFour = (site: Site) =>
  `/compare?ids=${[site.exact, site.approximate, site.hidden, site.rich].map(idOf)}`;
const allFour = async (page: Page) =>
  assert.equal(await page.locator('.mh-compare thead th a.mh-compare__remove').count(), 4);
/** Awake, it knows that nothing is kept here. */
const emptyShortlist = (page: Page) => page.locator('.mh-no-script').waitFor({ state: 'detached' });

const states: State[] = [
  { what: 'the search page', path: at('/'), reach: withMap },
  { what: 'results', path: at('/?q=hall&people=40&access=step_free_entrance'), reach: withMap },
  { what: 'a sentence, understood', path: at('/?q=room+for+40+with+kitchen+near+SW17+8'), reach: withMap },
  {
    what: 'filters, open',
    path: at('/?q=hall&access=lift'),
    reach: async (page) => {
      await withMap(page);
      for (const label of ['Kind of place', 'Access needs', 'Facilities', 'Day and time', 'Where'])
        await filter(page, label).locator('summary').click();
    },
  },
  {
    what: 'suggestions, open, one chosen',
    path: at('/'),
    reach: async (page) => {
      await awake(page);
      await page.locator('#q').pressSequentially('toot');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
    },
  },
  {
    what: 'a popup on the map',
    path: at(`/?q=${rare}`),
    reach: withPopup,
  },
  {
    what: 'a moved map',
    path: at('/?q=hall'),
    reach: async (page) => {
      await withMap(page);
      await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
      await page.getByRole('button', { name: 'Search this area' }).waitFor();
    },
    // A sign of the map may lie under the button that floats over it; the map can be moved.
    without: ['target-size'],
  },
  {
    what: 'areas on the map, one of them chosen',
    path: at('/?q=hall'),
    reach: async (page) => {
      await withMap(page);
      await page.getByRole('button', { name: 'Show areas' }).click();
      await page.locator('.mh-area').first().focus();
      await page.keyboard.press('Enter');
      await page.locator('.mh-popup__button').waitFor();
    },
    // Signs of the map lie over one another and over areas; the list and the filters say the same.
    without: ['target-size'],
  },
  { what: 'an area that is being drawn', path: at('/?q=hall'), reach: drawing },
  {
    what: 'a walk from a point, on venues that might fit',
    path: at('/?near=-0.165,51.43&radius=577&access=hearing_loop&match=possible'),
    reach: withMap,
  },
  { what: 'nothing found', path: at('/?q=hall&people=9000&access=changing_places'), reach: awake },
  {
    what: 'a fault in the question',
    path: at('/?q=hall&people=0&openAt=xyz'),
    reach: awake,
    options: { mayFail: /people=0/ },
  },
  {
    what: 'no answer',
    path: at('/?q=hall'),
    reach: async (page) => {
      await withMap(page);
      await page.route(/api\/v1\/venues/, (route) => route.abort());
      await filter(page, 'Layout').locator('summary').click();
      await page.locator('#layout-banquet').check();
      await page.getByRole('alert').waitFor();
    },
    options: { mayFail: /api\/v1/ },
  },
  {
    what: 'an answer on its way',
    path: at('/?q=hall'),
    reach: async (page) => {
      await withMap(page);
      await page.route(/api\/v1\/venues/, () => undefined);
      await filter(page, 'Layout').locator('summary').click();
      await page.locator('#layout-banquet').check();
      await page.locator('.mh-results[aria-busy=true]').waitFor();
    },
  },
  { what: 'results on a phone', path: at('/?q=hall&people=40'), reach: awake, options: phone() },
  { what: 'the map on a phone', path: at('/?q=hall&view=map'), reach: withMap, options: phone() },
  { what: 'a venue', path: (site) => site.rich, reach: placed },
  { what: 'a venue on a phone', path: (site) => site.rich, reach: placed, options: phone() },
  { what: 'a venue whose place is approximate', path: (site) => site.approximate, reach: placed },
  { what: 'a venue whose place is hidden', path: (site) => site.hidden },
  { what: 'a comparison of four', path: compareFour, reach: allFour },
  { what: 'a comparison of four on a phone', path: compareFour, reach: allFour, options: phone(320) },
  { what: 'an empty shortlist', path: at('/shortlist'), reach: emptyShortlist },
  {
    what: 'an empty shortlist on a phone',
    path: at('/shortlist'),
    reach: emptyShortlist,
    options: phone(320),
  },
  { what: 'about', path: at('/about') },
  { what: 'the API for people', path: at('/api/docs') },
  { what: 'no such page', path: at('/nowhere'), options: { mayFail: /nowhere/ } },
];

describe('axe finds nothing in', () => {
  const site = useSite();

  for (const { what, path, reach, options, without = [] } of states) {
    it(what, async () => {
      const page = await open(site, path(site), { prepare: bringAxe, ...options });
      await reach?.(page);
      const rules = Object.fromEntries(without.map((rule) => [rule, { enabled: false }]));
      assert.deepEqual(await violationsInBothSchemes(page, { rules }), []);
    });
  }

  const forced: [string, State['path'], State['reach']][] = [
    ['results', at('/?q=hall&people=40'), withMap],
    ['a venue', (of) => of.exact, placed],
    ['a popup on the map', at(`/?q=${rare}`), withPopup],
    ['an area that is being drawn', at('/?q=hall'), drawing],
    ['a comparison of four', compareFour, allFour],
    ['an empty shortlist', at('/shortlist'), emptyShortlist],
  ];
  for (const [what, path, reach] of forced)
    it(`${what}, in forced colours`, async () => {
      const page = await open(site, path(site), { prepare: bringAxe, forcedColors: 'active' });
      await reach?.(page);
      assert.deepEqual(await violations(page), []);
    });

  it('nothing that it would find: it is awake', async () => {
    const page = await open(site, '/about', { prepare: bringAxe });
    await page.locator('main').evaluate((main) => {
      main.innerHTML = '<img src="/favicon.svg"><p class="faint">faint</p>';
      (main.lastChild as HTMLElement).style.color = '#eee';
    });
    const rules = new Set((await violations(page)).map((line) => line.split(':')[0]));
    assert.deepEqual([...rules].sort(), ['color-contrast', 'image-alt', 'page-has-heading-one']);
  });
});
