/** A language in the browser: a module for each page, made by the build from `messages/`, fetched beside the page’s own. */
import { createLanguage, type Language } from './language.ts';
import type { Locale } from './locales.ts';
import type { LivePage, Messages } from './messages.ts';

type Loader = () => Promise<{ default: Messages }>;

const loaders: Record<Locale, Record<LivePage, Loader>> = {
  en: {
    search: () => import('virtual:messages/en/search'),
    shortlist: () => import('virtual:messages/en/shortlist'),
    venue: () => import('virtual:messages/en/venue'),
  },
  cy: {
    search: () => import('virtual:messages/cy/search'),
    shortlist: () => import('virtual:messages/cy/shortlist'),
    venue: () => import('virtual:messages/cy/venue'),
  },
  ar: {
    search: () => import('virtual:messages/ar/search'),
    shortlist: () => import('virtual:messages/ar/shortlist'),
    venue: () => import('virtual:messages/ar/venue'),
  },
};

export async function loadLanguage(locale: Locale, page: LivePage): Promise<Language> {
  return createLanguage(locale, (await loaders[locale][page]()).default);
}
