/** What the words of a question are: phrases of the register, names of kinds, and the glue between them. */
import { accessFacts, amenityFacts, facts, kinds, layouts } from '../../vocabulary.ts';
import { stopWords } from '../word-groups.ts';
import { split } from './split.ts';

export const setOf = (list: string): ReadonlySet<string> => new Set(list.split(', '));
const spaced = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Plurals are as good as singulars. */
export const singular = (word: string): string =>
  word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us')
    ? word.slice(0, -1)
    : word;

const phrase = (text: string) =>
  split(text)
    .map(({ word }) => singular(word))
    .join(' ');

export interface Meaning {
  parameter: 'access' | 'amenity' | 'layout';
  key: string;
  label: string;
  /** A number before it belongs to it, as in “10 tables”. */
  counted: boolean;
}

const kindPhrases = kinds.flatMap(({ label, words }) => [label, ...words.split(', ')].map(phrase));
/** Single words that name a kind of venue stay words to search for. */
export const kindWords: ReadonlySet<string> = new Set(kindPhrases.flatMap((each) => each.split(' ')));
const wholeKinds = new Set(kindPhrases);

const meanings = new Map<string, Meaning>();
const mean = (texts: readonly string[], meaning: Meaning) => {
  for (const text of texts.map(phrase)) if (!meanings.has(text)) meanings.set(text, meaning);
};
for (const { key, label, words } of layouts)
  mean([label, ...words.split(', ')], { parameter: 'layout', key, label: `${label} layout`, counted: false });
for (const [parameter, list] of [
  ['access', accessFacts],
  ['amenity', amenityFacts],
] as const)
  for (const { key, label, words, value } of list)
    mean([label, ...words], {
      parameter,
      key,
      label,
      counted: value === 'number' || key.startsWith('parking'),
    });

/** `theatre` may be the building; it is the layout only beside a number or “style”. */
export const ambiguous = spaced('theatre');
for (const word of wholeKinds) if (!word.includes(' ') && !ambiguous.has(word)) meanings.delete(word);

export const longestMeaning = Math.max(...[...meanings.keys()].map((each) => each.split(' ').length));
/** What this row of folded words means, if it is a phrase of the vocabulary. */
export const meaningOf = (row: readonly string[]): Meaning | undefined =>
  meanings.get(row.map(singular).join(' '));

/** Words that are often part of a name: they are facts only where no name can be meant. */
export const shy = spaced(
  'platform garden reception training lecture exercise quiet deaf language cook table',
);

/** Said around what is wanted. */
export const glue: ReadonlySet<string> = new Set([
  ...stopWords,
  ...spaced(
    'with and has have having plus also a an the for that which who needs need needing needed want wants must ' +
      'should includes including include included offering offers im id like would get use using hold holding ' +
      'both all as so or where w',
  ),
]);
/** A list goes on after these. */
export const joiners = spaced('and plus or also');
export const articles = spaced('a an the some');
export const generic = spaced(
  'room rooms space spaces venue venues place places somewhere anywhere building buildings hire hiring rent ' +
    'rental book booking available facilities facility',
);
export const negations = spaced('no not without non except never dont isnt');

export const prepositions = setOf(
  'near, near to, in, around, round, by, close to, close by, next to, nearby',
);

const vocabularyWords: ReadonlySet<string> = new Set([
  ...kindWords,
  ...[...meanings.keys()].flatMap((each) => each.split(' ')),
  ...facts.map(({ label }) => phrase(label)),
]);

/** Words that no name goes on with. */
export const endsName = (word: string): boolean =>
  generic.has(word) || glue.has(word) || prepositions.has(word) || meaningOf([word]) !== undefined;

/** Is it a word of the register, rather than of a name or a place? */
export const isPlain = (word: string): boolean =>
  vocabularyWords.has(singular(word)) || generic.has(word) || glue.has(word) || negations.has(word);
