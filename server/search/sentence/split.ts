/** A question as words that know where they stood, so that any of them can be taken out again. */
import { fold } from '../fold.ts';

export interface Word {
  /** Folded; empty for a quoted part, which is never interpreted. */
  word: string;
  quoted: boolean;
  start: number;
  end: number;
  /** What stood between the word before and this one. */
  gap: string;
}

const pieces = new RegExp(
  [
    '"[^"]*"',
    String.raw`\d{1,2}[.:]\d\d(?:[ap]m|y[bhp])?(?![\p{L}\p{N}])`,
    String.raw`\d{1,3}(?:,\d{3})+(?![\p{L}\p{N}])`,
    String.raw`\d{1,6}\+`,
    String.raw`ل\u0640?(?=\p{Nd})`, // “for” as Arabic attaches it to a number
    String.raw`\d+\.\d+(?:km|mi|miles?|m)?(?![\p{L}\p{N}])`,
    String.raw`[\p{L}\p{N}][\p{L}\p{M}\p{N}'’‘ʼ]*`,
  ].join('|'),
  'giu',
);

const latinDigit = (digit: string) => String((digit.codePointAt(0) ?? 0) - 0x660);
/** Few write the vowel marks of Arabic, and nobody needs them to ask. */
const vowelMarks = /(?<=\p{Script=Arabic})\p{M}+/gu;

export function split(q: string): Word[] {
  const words: Word[] = [];
  let last = 0;
  for (const found of q.replace(/[“”„«»＂]/g, '"').matchAll(pieces)) {
    const [text] = found;
    const quoted = text.startsWith('"');
    const end = found.index + text.length;
    words.push({
      word: quoted
        ? ''
        : fold(text.replaceAll(',', '').replace(/[٠-٩]/g, latinDigit)).replace(vowelMarks, ''),
      quoted,
      start: found.index,
      end,
      gap: q.slice(last, found.index),
    });
    last = end;
  }
  return words;
}

/** May these words belong to one phrase? Commas and full stops part them, hyphens and slashes do not. */
export const joined = (gap: string): boolean => /^[\s\-‐‑–/]*$/.test(gap);

/** The folded words from `at`, as many as stand together, at most `most`. */
export function rowAt(words: readonly Word[], at: number, most: number): string[] {
  const row: string[] = [];
  for (let index = at; index < words.length && row.length < most; index++) {
    const word = words[index];
    if (word === undefined || word.quoted || (index > at && !joined(word.gap))) break;
    row.push(word.word);
  }
  return row;
}

/** Does one of these phrases stand here? How many words long is the longest that does? */
export function phraseAt(words: readonly Word[], at: number, phrases: ReadonlySet<string>, most = 3): number {
  const row = rowAt(words, at, most);
  for (let length = row.length; length > 0; length--)
    if (phrases.has(row.slice(0, length).join(' '))) return length;
  return 0;
}

/** The question with only these words, spaced as they were. */
export function textOf(q: string, words: readonly Word[], keep: (index: number) => boolean): string {
  let text = '';
  let before = -2;
  for (const [index, { start, end, gap }] of words.entries()) {
    if (!keep(index)) continue;
    if (text !== '') text += before === index - 1 ? gap : ' ';
    text += q.slice(start, end);
    before = index;
  }
  return text;
}
