/** The page of a venue. */
import type { Page } from 'playwright-core';
import { isNarrow, type State, type Width } from './state.ts';
import type { World } from './world.ts';

const placed = async (page: Page) => {
  await page.locator('#visit').scrollIntoViewIfNeeded();
  await page.locator('.mh-place .leaflet-container').waitFor();
  await page.evaluate(() => scrollTo(0, 0));
};

const base = { page: '/venues/:slug', sees: '.mh-venue__name' } as const;
const of = (which: keyof World['places'], query = '') => ({
  ...base,
  path: (world: World) => world.places[which] + query,
});

export const venueStates: State[] = [
  { name: 'venue', ...of('rich'), reach: placed },
  {
    name: 'venue-fits',
    ...of('exact', '?people=70&layout=theatre&access=step_free_entrance'),
    reach: placed,
    sees: '.mh-fit--yes',
  },
  {
    name: 'venue-might-fit',
    ...of('exact', '?people=40&access=step_free_entrance,hearing_loop&amenity=kitchen'),
    reach: placed,
    sees: '.mh-fit--ask',
  },
  {
    name: 'venue-does-not-fit',
    ...of('exact', '?people=40&access=lift'),
    reach: placed,
    sees: '.mh-fit--no',
  },
  {
    name: 'venue-approximate',
    ...of('approximate'),
    reach: placed,
    sees: '.mh-place path.mh-about',
  },
  { name: 'venue-hidden-place', ...of('secret') },
  { name: 'venue-unclaimed', ...of('unclaimed'), reach: placed },
  { name: 'venue-many-photos', ...of('pictured'), reach: placed, sees: '.mh-photos__row' },
  { name: 'venue-without-photos', ...of('exact'), reach: placed },
  { name: 'venue-old-facts', ...of('old'), reach: placed, sees: '.mh-old, .mh-fact--old, .mh-venue__name' },
  {
    name: 'venue-tiles-blocked',
    ...of('exact'),
    withoutTiles: true,
    reach: async (page) => {
      await placed(page);
      await page.locator('#visit').scrollIntoViewIfNeeded();
      await page.locator('.mh-place path.mh-line').first().waitFor();
      await page.evaluate(() => scrollTo(0, 0));
    },
    sees: (page) => page.getByText('The map pictures could not load.'),
  },
  {
    name: 'venue-kept',
    ...of('exact'),
    reach: async (page) => {
      await page.locator('.mh-venue__head ~ .mh-actions .mh-keep[aria-pressed=false]').click();
    },
    sees: '.mh-shortlist-link__count',
  },
  { name: 'venue-no-script', ...of('rich'), options: { javaScriptEnabled: false } },
  {
    name: 'venue-withdrawn',
    page: 'error',
    path: ({ places }) => places.withdrawn,
    status: 404,
    sees: 'main h1',
  },
  { name: 'venue-notice', page: '/venues/:slug', path: ({ places }) => places.noticed, sees: '.mh-said' },
  ...(['cy', 'ar'] as const).flatMap((locale): State[] => [
    {
      name: `venue-${locale}`,
      ...base,
      path: ({ places }) => `/${locale}${places.rich}?people=40&access=hearing_loop`,
      reach: placed,
      sees: '.mh-fit',
    },
    {
      name: `search-${locale}`,
      page: '/',
      path: () => `/${locale}/?q=hall&people=40&access=step_free_entrance`,
      reach: async (page, _world, width: Width) => {
        await page.locator('#q[role=combobox]').waitFor();
        if (!isNarrow(width))
          await page.locator('.leaflet-marker-pane .leaflet-marker-icon').first().waitFor();
      },
      sees: '.mh-chips .mh-chip',
    },
    {
      name: `map-${locale}`,
      page: '/',
      path: (_world, width) => `/${locale}/?q=hall${isNarrow(width) ? '&view=map' : ''}`,
      reach: (page) => page.locator('.leaflet-marker-pane .leaflet-marker-icon').first().waitFor(),
      sees: '.leaflet-marker-pane .leaflet-marker-icon',
    },
  ]),
];
