/** What the script of a desk page says, in the language of the page: a module of its own, small. */
import type { Locale } from '../language/locales.ts';
import type { MessageKey, Messages, Values } from '../language/messages.ts';

const loaders: Record<Locale, () => Promise<{ default: Messages }>> = {
  en: () => import('virtual:messages/en/desk'),
  cy: () => import('virtual:messages/cy/desk'),
  ar: () => import('virtual:messages/ar/desk'),
};

export type Say = (key: Extract<MessageKey, `keep.${string}`>, values?: Values) => string;

export async function loadWords(locale: Locale): Promise<Say> {
  const { keep } = (await loaders[locale]()).default;
  return (key, values = {}) => {
    const said = (keep as Messages)[key.slice('keep.'.length)];
    return typeof said === 'function' ? said(values) : String(said ?? key);
  };
}
