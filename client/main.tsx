/** Wakes the page that the server sent: same data, same component. A page that is only HTML is left alone. */
import { type ComponentType, hydrate } from 'preact';
import { LanguageContext } from './language/context.tsx';
import { loadLanguage } from './language/load.ts';
import type { PageData, PageName } from './pages/data.ts';

type Loader = () => Promise<ComponentType<{ data: never }>>;

const loaders: Partial<Record<PageName, Loader>> = {
  search: async () => (await import('./pages/search.tsx')).SearchPage,
  shortlist: async () => (await import('./pages/shortlist.tsx')).ShortlistPage,
  venue: async () => (await import('./pages/venue.tsx')).VenuePage,
};

const root = document.getElementById('app');
const json = document.getElementById('page-data')?.textContent;
if (root && json) {
  const data = JSON.parse(json) as PageData;
  const [Page, language] = await Promise.all([
    loaders[data.page]?.() as Promise<ComponentType<{ data: PageData }>> | undefined,
    loadLanguage(data.settings.locale, data.page),
  ]);
  if (Page)
    hydrate(
      <LanguageContext.Provider value={language}>
        <Page data={data} />
      </LanguageContext.Provider>,
      root,
    );
}
