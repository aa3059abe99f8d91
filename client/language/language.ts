/** One language, with everything a page says in it: messages, words of the vocabulary, numbers, days and addresses. */
import { aboutLocale, type Locale, localePath } from './locales.ts';
import type { Message, MessageKey, Messages, Values, Vocabulary } from './messages.ts';

export interface Language {
  locale: Locale;
  /** BCP 47, for `lang` and `Intl`. */
  tag: string;
  dir: 'ltr' | 'rtl';
  t: (key: MessageKey, values?: Values) => string;
  /** A word of the vocabulary: `word('facts', 'hearing_loop', 'label')`; what it does not know is not said. */
  word: (list: Vocabulary, key: string, part: string, values?: Values) => string | undefined;
  /** The address of a page of ours in this language. */
  href: (path: string) => string;
  /** The same language, with more to say. */
  and: (more: Messages) => Language;
}

function find(messages: Messages, path: readonly string[]): Message | undefined {
  let found: string | Message | Messages | undefined = messages;
  for (const step of path) {
    if (typeof found !== 'object' || !Object.hasOwn(found, step)) return undefined;
    found = found[step];
  }
  const text = found;
  if (typeof text === 'string') return () => text;
  return typeof text === 'function' ? text : undefined;
}

const joined = (some: Messages, more: Messages): Messages => {
  const all = { ...some };
  for (const [name, list] of Object.entries(more))
    all[name] = { ...(all[name] as Messages), ...(list as Messages) };
  return all;
};

/** `messages` may be partial: what a language does not say yet is a fault of its files, and found by their test. */
export function createLanguage(locale: Locale, messages: Messages): Language {
  const { tag, dir } = aboutLocale[locale];
  return {
    locale,
    tag,
    dir,
    t: (key, values = {}) => find(messages, (key as string).split('.'))?.(values) ?? key,
    word: (list, key, part, values = {}) => find(messages, [list, key, part])?.(values),
    href: (path) => localePath(locale, path),
    and: (more) => createLanguage(locale, joined(messages, more)),
  };
}
