/** The languages of the pages. English stands at the root of the site; each other has a folder of its own: /cy/about. */

export const locales = ['en', 'cy', 'ar'] as const;
export type Locale = (typeof locales)[number];

interface About {
  /** What the language calls itself. */
  name: string;
  /** BCP 47, for `lang`. */
  tag: string;
  dir: 'ltr' | 'rtl';
  /** It is written with letters, such as ŵ, that are in the wide part of the font. */
  isWide?: boolean;
}

export const aboutLocale: Record<Locale, About> = {
  en: { name: 'English', tag: 'en-GB', dir: 'ltr' },
  cy: { name: 'Cymraeg', tag: 'cy', dir: 'ltr', isWide: true },
  ar: { name: 'العربية', tag: 'ar', dir: 'rtl' },
};

export const defaultLocale: Locale = 'en';

/** The language of a path, and the path without it: '/cy/about' is ['cy', '/about']. */
export function splitPath(path: string): [locale: Locale, path: string] {
  const [, folder = ''] = /^\/([a-z]{2})(?=\/|$|\?)/.exec(path) ?? [];
  const locale = locales.find((each) => each === folder && each !== defaultLocale);
  if (!locale) return [defaultLocale, path];
  const rest = path.slice(folder.length + 1);
  return [locale, rest.startsWith('/') ? rest : `/${rest}`];
}

/** The same page in a language: ('cy', '/about') is '/cy/about'. */
export const localePath = (locale: Locale, path: string): string =>
  locale === defaultLocale ? path : `/${locale}${path === '/' ? '' : path.replace(/^\/(?=\?)/, '')}`;
