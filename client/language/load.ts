/** A language in the browser: one module, made by the build from `messages/`, fetched beside the page's own. */
import { createLanguage, type Language } from './language.ts';
import type { Locale } from './locales.ts';
import type { Messages } from './messages.ts';

const loaders: Record<Locale, () => Promise<{ default: Messages }>> = {
  en: () => import('virtual:messages/en'),
  cy: () => import('virtual:messages/cy'),
  ar: () => import('virtual:messages/ar'),
};

export async function loadLanguage(locale: Locale): Promise<Language> {
  return createLanguage(locale, (await loaders[locale]()).default);
}
