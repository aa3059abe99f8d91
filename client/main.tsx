/** Wakes the page that the server sent: same data, same component. A page that is only HTML is left alone. */
import { type ComponentType, hydrate } from 'preact';
import { LanguageContext } from './language/context.tsx';
import { loadLanguage } from './language/load.ts';
import type { LivePage } from './language/messages.ts';
import type { PageData } from './pages/data.ts';

type Loader = () => Promise<ComponentType<{ data: never }>>;

const loaders: Record<LivePage, Loader> = {
  search: async () => (await import('./pages/search.tsx')).SearchPage,
  shortlist: async () => (await import('./pages/shortlist.tsx')).ShortlistPage,
  venue: async () => (await import('./pages/venue.tsx')).VenuePage,
};

const root = document.getElementById('app');
const json = document.getElementById('page-data')?.textContent;
if (root && json) {
  // Only live pages send their data.
  const data = JSON.parse(json) as PageData & { page: LivePage };
  const { locale } = data.settings;
  const [Page, language] = await Promise.all([
    loaders[data.page]() as Promise<ComponentType<{ data: PageData }>>,
    loadLanguage(locale, data.page),
  ]);
  // A slow phone answers its user between what the scripts do at first and the waking of the page.
  await new Promise((wake) => setTimeout(wake));
  hydrate(
    <LanguageContext.Provider value={language}>
      <Page data={data} />
    </LanguageContext.Provider>,
    root,
  );
}
