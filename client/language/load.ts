/** A language in the browser: a module for each part, made by the build from `messages/`, fetched beside the part’s own. */
import { createLanguage, type Language } from './language.ts';
import type { Locale } from './locales.ts';
import type { LivePage, Messages, Part } from './messages.ts';

type Loader = () => Promise<{ default: Messages }>;

/** The script of the desk pages loads its own (`desk/words.ts`). */
type LoadedPart = Exclude<Part, 'desk'>;

const loaders: Record<Locale, Record<LoadedPart, Loader>> = {
  en: {
    map: () => import('virtual:messages/en/map'),
    pin: () => import('virtual:messages/en/pin'),
    planMap: () => import('virtual:messages/en/planMap'),
    search: () => import('virtual:messages/en/search'),
    shortlist: () => import('virtual:messages/en/shortlist'),
    venue: () => import('virtual:messages/en/venue'),
  },
  cy: {
    map: () => import('virtual:messages/cy/map'),
    pin: () => import('virtual:messages/cy/pin'),
    planMap: () => import('virtual:messages/cy/planMap'),
    search: () => import('virtual:messages/cy/search'),
    shortlist: () => import('virtual:messages/cy/shortlist'),
    venue: () => import('virtual:messages/cy/venue'),
  },
  ar: {
    map: () => import('virtual:messages/ar/map'),
    pin: () => import('virtual:messages/ar/pin'),
    planMap: () => import('virtual:messages/ar/planMap'),
    search: () => import('virtual:messages/ar/search'),
    shortlist: () => import('virtual:messages/ar/shortlist'),
    venue: () => import('virtual:messages/ar/venue'),
  },
};

export const loadLanguage = (locale: Locale, page: LivePage): Promise<Language> => loadPart(locale, page);

/** For a part that stands by itself. */
export async function loadPart(locale: Locale, part: LoadedPart): Promise<Language> {
  return createLanguage(locale, (await loaders[locale][part]()).default);
}

/** The language of a page, with what the map says. */
export async function withMap(language: Language): Promise<Language> {
  return language.and((await loaders[language.locale].map()).default);
}
