/** What languages are called in the language of the page. Made here, because browsers know fewer of them. */
import type { Language } from '../../client/language/language.ts';

function languageName({ tag }: Language, of: string): string | undefined {
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
