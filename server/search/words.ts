/**
 * The words of the register in PostgreSQL’s own text forms. One tokeniser makes the words of the index and of the
 * question, so that the database’s language settings never decide what is found.
 */
import { isUnspaced, runs, stem } from './fold.ts';
import { longestPhrase, stopWords, synonyms } from './word-groups.ts';

export { fold, foldedSlug, stem, tokens } from './fold.ts';
export { closest } from './spelling.ts';
export { wordGroups } from './word-groups.ts';

export interface WeightedText {
  text: string;
  weight: 'A' | 'B' | 'C' | 'D';
}

const quoted = (word: string) => `'${word.replace(/['\\]/g, '$&$&')}'`;

/* PostgreSQL’s limits, with room to spare in the whole (1 MB). */
const lastPosition = 16383;
const mostPositions = 255;
const mostBytes = 700_000;

/**
 * A literal castable to `tsvector`: each word as written and as its stem, at one position. Fields are a position
 * apart, so that no phrase runs from one into the next.
 */
export function indexVector(fields: readonly WeightedText[]): string {
  const lexemes = new Map<string, string[]>();
  let position = 0;
  let bytes = 0;
  for (const { text, weight } of fields) {
    for (const word of runs(text).flat()) {
      if (++position > lastPosition || bytes > mostBytes) return write(lexemes);
      for (const lexeme of new Set([word, stem(word)])) {
        const places = lexemes.get(lexeme) ?? [];
        if (places.length === 0) {
          lexemes.set(lexeme, places);
          bytes += 3 * lexeme.length + 8;
        }
        if (places.length < mostPositions) places.push(`${position}${weight}`);
        bytes += 2;
      }
    }
    position += 1;
  }
  return write(lexemes);
}

const write = (lexemes: ReadonlyMap<string, string[]>) =>
  [...lexemes].map(([lexeme, places]) => `${quoted(lexeme)}:${places.join(',')}`).join(' ');

/** The distinct words as written, from which misspellings are corrected. */
export const plainWords = (fields: readonly Pick<WeightedText, 'text'>[]): string[] => [
  ...new Set(fields.flatMap(({ text }) => runs(text).flat()).filter((word) => !isUnspaced(word))),
];

/** A part of a question: a phrase to be found as it stands, or one word that may be met by its like. */
type Part = { phrase: string[] } | { word: string };

const mostParts = 40;

/** Double quotes hold a phrase together; without a partner they are nothing. */
const parts = (q: string): Part[] =>
  q
    .replace(/[“”„«»＂]/g, '"')
    .split('"')
    .flatMap((text, index, all): Part[] => {
      if (index % 2 === 1 && index < all.length - 1) return [{ phrase: runs(text).flat() }];
      return runs(text).map((run) =>
        run.length > 1 || isUnspaced(run[0] ?? '') ? { phrase: run } : { word: run[0] ?? '' },
      );
    })
    .filter((part) => ('phrase' in part ? part.phrase.length > 0 : part.word !== ''))
    .slice(0, mostParts);

/** Only stop words? Then they are what is looked for. */
function asked(q: string): Part[] {
  const all = parts(q);
  const telling = all.filter((part) => !('word' in part && stopWords.has(part.word)));
  return telling.length > 0 ? telling : all;
}

const mayBeMisspelt = (word: string) =>
  word.length > 2 && !/\p{N}/u.test(word) && synonyms([word]).length === 0;

/** The words of a question that are worth looking up among `plainWords`. */
export const correctableWords = (q: string): string[] => [
  ...new Set(asked(q).flatMap((part) => ('word' in part && mayBeMisspelt(part.word) ? [part.word] : []))),
];

const anyOf = (nodes: readonly string[]) => {
  const distinct = [...new Set(nodes)];
  return distinct.length === 1 ? (distinct[0] ?? '') : `(${distinct.join(' | ')})`;
};
const likes = (word: string) => [quoted(word), quoted(stem(word))];
const phraseOf = (words: readonly string[]) => {
  const nodes = words.map((word) => anyOf(likes(word)));
  return nodes.length === 1 ? (nodes[0] ?? '') : `(${nodes.join(' <-> ')})`;
};
const likesOf = (member: string) => {
  const words = member.split(' ');
  return words.length === 1 ? likes(member) : [phraseOf(words)];
};

/**
 * The question as text castable to `tsquery`, or null when there are no words. Every word must be met: by itself,
 * its stem, a word that means the same, or a correction. `correct` holds the words that the register does not know,
 * with what they may have meant; those, and the last word, also match as beginnings.
 */
export function queryTree(q: string, correct: ReadonlyMap<string, readonly string[]>): string | null {
  const all = asked(q);
  const nodes: string[] = [];
  for (let at = 0; at < all.length; ) {
    const part = all[at];
    if (part === undefined) break;
    if ('phrase' in part) {
      const [only] = part.phrase;
      const alone = part.phrase.length === 1 && only !== undefined && isUnspaced(only);
      nodes.push(alone ? `${quoted(only)}:*` : phraseOf(part.phrase));
      at += 1;
      continue;
    }
    const { words, meanings } = longestMeaning(all, at);
    at += words.length;
    const each = words.map((word, index) => {
      const last = at === all.length && index === words.length - 1;
      return one(word, last, correct.get(word), words.length === 1 ? meanings : []);
    });
    nodes.push(
      each.length === 1 ? (each[0] ?? '') : anyOf([`(${each.join(' & ')})`, ...meanings.flatMap(likesOf)]),
    );
  }
  return nodes.length === 0 ? null : nodes.join(' & ');
}

/** The longest row of words from here that the word groups know, or the one word that stands here. */
function longestMeaning(all: readonly Part[], at: number): { words: string[]; meanings: string[] } {
  const words = all.slice(at, at + longestPhrase).map((part) => ('word' in part ? part.word : null));
  const end = words.indexOf(null);
  const row = words.slice(0, end === -1 ? undefined : end).filter((word) => word !== null);
  for (let length = row.length; length > 1; length--) {
    const meanings = synonyms(row.slice(0, length));
    if (meanings.length > 0) return { words: row.slice(0, length), meanings };
  }
  return { words: row.slice(0, 1), meanings: synonyms(row.slice(0, 1)) };
}

function one(
  word: string,
  last: boolean,
  corrections: readonly string[] | undefined,
  meanings: readonly string[],
): string {
  const beginning = last
    ? word.length > 1 && /\P{N}/u.test(word)
    : corrections !== undefined && mayBeMisspelt(word);
  return anyOf([
    ...(beginning ? [`${quoted(word)}:*`] : []),
    ...likes(word),
    ...meanings.flatMap(likesOf),
    ...(corrections ?? []).flatMap((each) => runs(each).map(phraseOf)),
  ]);
}
