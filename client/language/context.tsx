/** The language of the page, for every component on it. */
import { type ComponentChildren, createContext, Fragment, type VNode } from 'preact';
import { useContext } from 'preact/hooks';
import type { Language } from './language.ts';

export const LanguageContext = createContext<Language | undefined>(undefined);

export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('a page is rendered in a language');
  return language;
}

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
    if (index % 3 === 1)
      return <Fragment key={index}>{tags[part]?.(parts[index + 1]) ?? parts[index + 1]}</Fragment>;
    return null;
  });
  return <>{children}</>;
}
