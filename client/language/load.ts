/** A language in the browser: modules made by the build from `messages/`, fetched beside the page's own. */
import { createLanguage, type Language } from './language.ts';
import type { Locale } from './locales.ts';
import { factPages, type Messages } from './messages.ts';

type Loader = () => Promise<{ default: Messages }>;

const words: Record<Locale, Loader> = {
  en: () => import('virtual:messages/en'),
  cy: () => import('virtual:messages/cy'),
  ar: () => import('virtual:messages/ar'),
};

/** What the facts say: a third of a language, and only some pages say it. */
const sentences: Record<Locale, Loader> = {
  en: () => import('virtual:messages/en/facts'),
  cy: () => import('virtual:messages/cy/facts'),
  ar: () => import('virtual:messages/ar/facts'),
};

const merged = (some: Messages, more: Messages): Messages => {
  const both = { ...some };
  for (const [key, value] of Object.entries(more)) {
    const there = both[key];
    both[key] = typeof there === 'object' && typeof value === 'object' ? merged(there, value) : value;
  }
  return both;
};

export async function loadLanguage(locale: Locale, page: string): Promise<Language> {
  const loaders = [words[locale], ...(factPages.includes(page) ? [sentences[locale]] : [])];
  const parts = await Promise.all(loaders.map((load) => load()));
  return createLanguage(locale, parts.map((part) => part.default).reduce(merged));
}
