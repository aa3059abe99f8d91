/** The search page, as it answers. */
import type { Page } from 'playwright-core';
import { rare } from './places.ts';
import { isNarrow, type State, type Width } from './state.ts';

/** It answers without being loaded again. */
export const awake = (page: Page): Promise<void> => page.locator('#q[role=combobox]').waitFor();

/** Where there is no room beside the list, the map is chosen. */
export const withMap = (query: string) => (_world: unknown, width: Width) =>
  isNarrow(width) ? `${query}${query.includes('?') ? '&' : '?'}view=map` : query;

export async function mapDrawn(page: Page): Promise<void> {
  await awake(page);
  await page.locator('.mh-map .leaflet-container[aria-busy=false]').waitFor();
  await page.locator('.mh-map .leaflet-marker-pane .leaflet-marker-icon').first().waitFor();
}

const listed = async (page: Page, _world: unknown, width: Width) =>
  isNarrow(width) ? awake(page) : mapDrawn(page);

/** On a phone they are folded away. */
export async function showFilters(page: Page): Promise<void> {
  const button = page.locator('.mh-search__edit');
  if (await button.isVisible()) await button.click();
  await page.locator('#people').waitFor();
}

const tool = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

const base = { page: '/' } as const;
const onMap = (query: string) => ({ ...base, path: withMap(query) });
const at = (path: string) => ({ ...base, path: () => path });

export const searchStates: State[] = [
  { name: 'search', ...at('/'), reach: listed, sees: '.mh-results__list .mh-card__name' },
  {
    name: 'search-results',
    ...at('/?q=hall&people=40&amenity=kitchen'),
    reach: listed,
    sees: '.mh-chips .mh-chip',
  },
  {
    name: 'search-sentence',
    ...at('/?q=room+for+40+with+kitchen+near+SW17+8'),
    reach: listed,
    sees: '.mh-chip__read',
  },
  {
    name: 'search-needs',
    ...at('/?people=30&profile=wheelchair&access=hearing_loop'),
    reach: listed,
    sees: '.mh-chips .mh-chip',
  },
  {
    name: 'search-might-fit',
    ...at('/?people=30&access=hearing_loop&match=possible'),
    reach: listed,
    sees: '.mh-results__might',
  },
  ...(['Access needs', 'Kind of place', 'Day and time', 'Where'] as const).map(
    (label): State => ({
      name: `search-filter-${label.toLowerCase().replaceAll(' ', '-')}`,
      ...at('/?q=hall&access=lift'),
      reach: async (page, world, width) => {
        await listed(page, world, width);
        await showFilters(page);
        const filter = page.locator('.mh-filter', { has: page.locator('summary', { hasText: label }) });
        if ((await filter.getAttribute('open')) === null) await filter.locator('summary').click();
      },
      sees: (page) => page.locator('.mh-filter[open]', { hasText: label }).locator('.mh-filter__panel'),
    }),
  ),
  {
    name: 'search-nothing-found',
    ...at('/?q=hall&people=9000&access=changing_places'),
    reach: awake,
    sees: '.mh-empty',
  },
  {
    name: 'search-fault-in-question',
    ...at('/?q=hall&people=0&openAt=xyz'),
    status: 400,
    reach: awake,
    mayFail: /people=0/,
    sees: '.mh-problem',
  },
  {
    name: 'search-second-page',
    ...at('/?q=hall'),
    reach: async (page, world, width) => {
      await awake(page);
      await page.locator('.mh-paging [rel=next]').click();
      await page.waitForURL(/cursor=/);
      await page.locator('.mh-results[aria-busy=false]').waitFor();
      await listed(page, world, width);
    },
    sees: '.mh-paging a:not([rel])',
  },
  {
    name: 'search-suggestions',
    ...at('/'),
    reach: async (page) => {
      await awake(page);
      await page.locator('#q').pressSequentially('toot');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
    },
    sees: '[role=option][aria-selected=true]',
  },
  { name: 'map-clusters', ...onMap('/'), reach: mapDrawn, sees: '.leaflet-marker-pane .leaflet-marker-icon' },
  { name: 'map-signs', ...onMap(`/?q=${rare}`), reach: mapDrawn, sees: '.mh-pin' },
  {
    name: 'map-needs',
    ...base,
    path: async (world, width) => {
      const { id } = await world.db('area_slug').where({ slug: 'tooting-bec-ward' }).first('area_id as id');
      return withMap(`/?within=${id}&access=step_free_entrance&match=possible`)(world, width);
    },
    reach: mapDrawn,
    sees: '.leaflet-marker-pane .leaflet-marker-icon',
  },
  {
    name: 'map-popup',
    ...onMap(`/?q=${rare}`),
    reach: async (page) => {
      await mapDrawn(page);
      await page.locator('.mh-pin--about').press('Enter');
    },
    sees: '.leaflet-popup a',
  },
  {
    name: 'map-moved',
    ...onMap('/?q=hall'),
    reach: async (page) => {
      await mapDrawn(page);
      await tool(page, 'Zoom in').click();
    },
    sees: '.mh-map__here',
  },
  {
    name: 'map-areas',
    ...onMap('/?q=hall'),
    reach: async (page) => {
      await mapDrawn(page);
      await tool(page, 'Show areas').click();
      await page.locator('.mh-area').first().focus();
      await page.keyboard.press('Enter');
    },
    sees: '.mh-popup__button',
  },
  {
    name: 'map-drawing',
    ...onMap('/?q=hall'),
    reach: async (page) => {
      await mapDrawn(page);
      await tool(page, 'Draw an area').click();
      for (const key of ['Enter', 'ArrowRight', 'Enter', 'ArrowDown', 'Enter'])
        await page.keyboard.press(key);
      await page.locator('path.mh-draw-corner').nth(2).waitFor({ state: 'attached' });
    },
    sees: 'path.mh-draw-corner',
  },
  {
    name: 'map-drawn-area',
    ...onMap('/?polygon=-0.175,51.425;-0.155,51.425;-0.15,51.437;-0.17,51.438;-0.175,51.425'),
    reach: mapDrawn,
    sees: 'path.mh-shape',
  },
  {
    name: 'map-walk',
    ...onMap('/?near=-0.165,51.43'),
    reach: async (page) => {
      await mapDrawn(page);
      await tool(page, '10 minutes’ walk').click();
      await page.waitForURL(/radius=577/);
      await mapDrawn(page);
    },
    sees: 'path.mh-shape',
  },
  {
    name: 'map-locate-refused',
    ...onMap('/?q=hall'),
    options: { permissions: [] },
    reach: async (page) => {
      await mapDrawn(page);
      await tool(page, 'Locate me').click();
    },
    sees: (page) => page.locator('.mh-map__told', { hasText: 'did not share where you are' }),
  },
];
