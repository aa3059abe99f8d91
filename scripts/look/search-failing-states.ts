/** The search page when something does not come, or comes late. */
import type { Page, Route } from 'playwright-core';
import { awake, mapDrawn, showFilters, withMap } from './search-states.ts';
import { isNarrow, type State } from './state.ts';

const lists = /\/api\/v1\/venues\?/;
const base = { page: '/', path: () => '/?q=hall' } as const;

/** Asks something new while this is in the way of the answer. */
const asksWhile = (answer: (route: Route) => Promise<unknown> | undefined) => async (page: Page) => {
  await awake(page);
  await page.route(lists, answer);
  await showFilters(page);
  await page.fill('#q', 'church hall with kitchen');
  await page.fill('#people', '35');
  await page.press('#people', 'Enter');
};

export const fillStorage = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (let size = 2 ** 22; size >= 1; size = Math.floor(size / 2))
      for (let full = false; !full; )
        try {
          localStorage.setItem(`${localStorage.length}`, 'x'.repeat(size));
        } catch {
          full = true;
        }
  });

export const searchFailingStates: State[] = [
  {
    name: 'search-api-500',
    ...base,
    reach: asksWhile((route) => route.fulfill({ status: 500, contentType: 'text/plain', body: 'oh' })),
    mayFail: lists,
    sees: '.mh-problem [role=alert]',
  },
  {
    name: 'search-offline',
    ...base,
    reach: asksWhile((route) => route.abort()),
    mayFail: lists,
    sees: '.mh-problem [role=alert]',
  },
  {
    // Held for good, as two seconds pass while pictures are taken: it looks the same.
    name: 'search-slow',
    ...base,
    reach: asksWhile(() => undefined),
    sees: '.mh-results--busy',
  },
  {
    name: 'search-storage-full',
    ...base,
    reach: async (page) => {
      await awake(page);
      await fillStorage(page);
      await page.locator('.mh-results__list .mh-keep[aria-pressed=false]').first().click();
    },
    sees: (page) => page.locator('.mh-keep__said', { hasText: 'does not let us keep it' }),
  },
  {
    name: 'map-tiles-blocked',
    page: '/',
    path: withMap('/?q=hall'),
    withoutTiles: true,
    reach: async (page) => {
      await mapDrawn(page);
      await page.locator('.mh-map path.mh-line').first().waitFor();
    },
    sees: '.mh-map__status:not(:empty)',
  },
  {
    name: 'map-does-not-come',
    page: '/',
    path: withMap('/?q=hall'),
    prepare: (page) => page.route(/search-map/, (route) => route.abort()),
    mayFail: /search-map/,
    sees: (page) => page.getByText('The map could not load.'),
  },
  {
    name: 'search-no-script',
    ...base,
    options: { javaScriptEnabled: false },
    reach: async (page, _world, width) => {
      if (!isNarrow(width)) await page.locator('.mh-map__note').waitFor({ state: 'attached' });
    },
    sees: '.mh-results__list .mh-card__name',
  },
];
