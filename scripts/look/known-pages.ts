/** Which pages the router knows, so that none is forgotten. */
import { readAssets } from '../../server/pages/assets.ts';
import { pageRoutes } from '../../server/pages/routes.ts';
import { openPhotoStore } from '../../server/photos/store.ts';
import { publicDir } from '../../test/support/app.ts';
import type { State } from './state.ts';

/** Files for programs, and what only sends a browser on. */
const noPages = new Set([
  '/robots.txt',
  '/sitemap.xml',
  '/sitemaps/:name',
  '/card.png',
  '/venues/:slug/card.png',
  '/areas/:slug/card.png',
  '/api/openapi.json',
]);

const known = (): string[] => [
  ...new Set(
    pageRoutes(readAssets(publicDir), {}, openPhotoStore({ dataDir: '.', s3: undefined }))
      .filter(({ method, path }) => method === 'get' && !noPages.has(path))
      .map(({ path }) => path),
  ),
];

/** Pages of which there is no state, and states of pages that there are no more. */
export function misses(states: readonly State[]): { forgotten: string[]; gone: string[]; twice: string[] } {
  const pages = known();
  const named = new Set(states.map(({ page }) => page));
  const names = states.map(({ name }) => name);
  return {
    forgotten: pages.filter((page) => !named.has(page)),
    gone: [...named].filter((page) => page !== 'error' && !pages.includes(page)),
    twice: names.filter((name, at) => names.indexOf(name) !== at),
  };
}
