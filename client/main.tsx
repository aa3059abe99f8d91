/** Wakes the page that the server sent: same data, same component. A page that is only HTML is left alone. */
import { type ComponentType, hydrate } from 'preact';
import type { PageData, PageName } from './pages/data.ts';

type Loader = () => Promise<ComponentType<{ data: never }>>;

const loaders: Partial<Record<PageName, Loader>> = {
  search: async () => (await import('./pages/search.tsx')).SearchPage,
  venue: async () => (await import('./pages/venue.tsx')).VenuePage,
};

const root = document.getElementById('app');
const json = document.getElementById('page-data')?.textContent;
if (root && json) {
  const data = JSON.parse(json) as PageData;
  const Page = (await loaders[data.page]?.()) as ComponentType<{ data: PageData }> | undefined;
  if (Page) hydrate(<Page data={data} />, root);
}
