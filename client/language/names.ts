/**
 * What languages are called in the language of the page, and those that a form offers. For pages that the server makes:
 * browsers know fewer.
 */
import type { Language } from './language.ts';

/**
 * BCP 47, without the page's own: those of these islands, and the main languages of most people in England and Wales
 * (Office for National Statistics, Census 2021, table TS024), with those read in places of worship. Others come by the API.
 */
const offered = [
  ...['cy', 'en', 'ga', 'gd', 'gv', 'kw', 'sco'],
  ...[
    'ak',
    'am',
    'ar',
    'bg',
    'bn',
    'ckb',
    'cs',
    'de',
    'el',
    'es',
    'et',
    'fa',
    'fil',
    'fr',
    'gu',
    'he',
    'hi',
    'hr',
  ],
  ...[
    'hu',
    'hy',
    'ig',
    'it',
    'ja',
    'ko',
    'ku',
    'lt',
    'lv',
    'ml',
    'mr',
    'ne',
    'nl',
    'pa',
    'pl',
    'ps',
    'pt',
    'ro',
    'ru',
  ],
  ...[
    'sa',
    'si',
    'sk',
    'sl',
    'sn',
    'so',
    'sq',
    'sr',
    'sw',
    'syl',
    'ta',
    'te',
    'th',
    'ti',
    'tr',
    'uk',
    'ur',
    'vi',
    'yi',
  ],
  ...['yo', 'yue', 'zh'],
];

export function languageName({ tag }: Language, of: string): string | undefined {
  try {
    return new Intl.DisplayNames([tag], { type: 'language', fallback: 'none' }).of(of);
  } catch {
    return undefined; // not a tag
  }
}

/** By tag; what is not known is not named. */
export const languageNames = (language: Language, tags: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    tags.flatMap((of) => {
      const name = languageName(language, of);
      return name === undefined ? [] : [[of, name]];
    }),
  );

/** In the order of the page's language; with `chosen`, which may be of a script or a place that is not offered. */
export function languageChoices(language: Language, chosen: string): { value: string; label: string }[] {
  const tags = chosen === '' || offered.includes(chosen) ? offered : [...offered, chosen];
  return tags
    .map((value) => ({ value, label: languageName(language, value) ?? value }))
    .sort((a, b) => a.label.localeCompare(b.label, language.tag));
}
