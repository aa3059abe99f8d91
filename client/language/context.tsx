/** The language of the page, for every component on it. */
import { type ComponentChildren, createContext, Fragment, type VNode } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from './language.ts';
import { aboutLocale } from './locales.ts';

export const LanguageContext = createContext<Language | undefined>(undefined);

export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('a page is rendered in a language');
  return language;
}

/** Marks words that are English on every page, such as those of the API, so that they are read and laid out as English. */
export const inEnglish = ({ locale }: Language): { lang?: string; dir?: 'ltr' } =>
  locale === 'en' ? {} : { lang: aboutLocale.en.tag, dir: 'ltr' };

interface RichProps {
  /** A message that marks some of its words: 'Read <a>the terms</a> first.' */
  text: string;
  tags: Record<string, (children: ComponentChildren) => VNode>;
}

/** Elements inside a sentence, so that a translator sees the whole sentence. Marks do not nest. */
export function Rich({ text, tags }: RichProps) {
  const parts = text.split(/<(\w+)>(.*?)<\/\1>/);
  const children = parts.map((part, index) => {
    if (index % 3 === 0) return part;
    if (index % 3 === 2) return null;
    // What somebody typed may look like a mark, and even like one that every object has: it stays as it is.
    const inner = parts[index + 1];
    const said = Object.hasOwn(tags, part) ? tags[part]?.(inner) : `<${part}>${inner}</${part}>`;
    return <Fragment key={index}>{said}</Fragment>;
  });
  return <>{children}</>;
}
