/** The language in which somebody is written to: the one they last used here, when we speak it. */
import { defaultLocale, type Locale, locales } from '../../client/language/locales.ts';

export const readerLocale = (known: string | undefined): Locale =>
  locales.find((each) => each === known) ?? defaultLocale;
