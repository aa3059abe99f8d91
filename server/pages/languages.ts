/** The languages of the pages, ready to speak. Files are read once, when a language is first asked for. */
import { createLanguage, type Language } from '../../client/language/language.ts';
import type { Locale } from '../../client/language/locales.ts';
import { readMessages } from './messages.ts';

const spoken = new Map<Locale, Language>();

export function languageOf(locale: Locale): Language {
  const known = spoken.get(locale);
  if (known) return known;
  const language = createLanguage(locale, readMessages(locale));
  spoken.set(locale, language);
  return language;
}
