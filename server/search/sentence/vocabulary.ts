/** What the words of a question are: phrases of the register, names of kinds, and the glue between them. */
import { accessFacts, amenityFacts, facts, kinds, layouts, profiles, typedWords } from '../../vocabulary.ts';
import { fold } from '../fold.ts';
import { mutated, plain } from '../forms.ts';
import { stopWords } from '../word-groups.ts';
import { split } from './split.ts';

export const setOf = (list: string): ReadonlySet<string> => new Set(list.split(', '));
const spaced = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** One kind of typed words, in every language besides English. */
export const typed = (list: 'people' | 'peopleAfter' | 'near'): string[] =>
  typedWords.flatMap((words) => words[list].split(', ').map(fold));
const typedSpaced = (list: 'glue' | 'joiners' | 'generic' | 'negations' | 'shy' | 'ambiguous'): string[] =>
  typedWords.flatMap((words) => words[list].split(' ').map(fold));

const phrase = (text: string) =>
  split(text)
    .map(({ word }) => plain(word))
    .join(' ');
const phrases = (list = '') =>
  list === '' ? [] : list.split(', ').flatMap((each) => mutated(fold(each)).map(phrase));

export interface Meaning {
  parameter: 'access' | 'amenity' | 'layout' | 'profile';
  key: string;
  label: string;
  /** A number before it belongs to it, as in “10 tables”. */
  counted: boolean;
}

const kindPhrases = [
  ...kinds.flatMap(({ label, words }) => [label, ...words.split(', ')].map(phrase)),
  ...typedWords.flatMap(({ like }) => Object.values(like).flatMap(phrases)),
];
/** Single words that name a kind of venue stay words to search for. */
export const kindWords: ReadonlySet<string> = new Set(kindPhrases.flatMap((each) => each.split(' ')));
const wholeKinds = new Set(kindPhrases);

const meanings = new Map<string, Meaning>();
const mean = (texts: readonly string[], meaning: Meaning) => {
  for (const text of texts) if (!meanings.has(text)) meanings.set(text, meaning);
};
for (const { key, label, words } of layouts)
  mean(
    [
      ...[label, ...words.split(', ')].map(phrase),
      ...typedWords.flatMap((each) => phrases(each.layouts[key])),
    ],
    { parameter: 'layout', key, label: `${label} layout`, counted: false },
  );
for (const { key, label, words } of profiles)
  mean([...[label, ...words].map(phrase), ...typedWords.flatMap((each) => phrases(each.profiles[key]))], {
    parameter: 'profile',
    key,
    label,
    counted: false,
  });
for (const [parameter, list] of [
  ['access', accessFacts],
  ['amenity', amenityFacts],
] as const)
  for (const { key, label, words, value } of list)
    mean([...[label, ...words].map(phrase), ...typedWords.flatMap((each) => phrases(each.facts[key]))], {
      parameter,
      key,
      label,
      counted: value === 'number' || key.startsWith('parking'),
    });

/** `theatre` may be the building; it is the layout only beside a number or “style”. */
export const ambiguous: ReadonlySet<string> = new Set(['theatre', ...typedSpaced('ambiguous')].map(plain));
for (const word of wholeKinds) if (!word.includes(' ') && !ambiguous.has(word)) meanings.delete(word);

export const longestMeaning = Math.max(...[...meanings.keys()].map((each) => each.split(' ').length));
/** What this row of folded words means, if it is a phrase of the vocabulary. */
export const meaningOf = (row: readonly string[]): Meaning | undefined =>
  meanings.get(row.map(plain).join(' '));

/** Words that are often part of a name: they are facts only where no name can be meant. */
export const shy: ReadonlySet<string> = new Set(
  [
    ...'platform garden reception training lecture exercise quiet deaf language cook table'.split(' '),
    ...'wheelchair buggy buggie pushchair pram'.split(' '),
    ...typedSpaced('shy'),
  ].map(plain),
);

/** Said around what is wanted. */
export const glue: ReadonlySet<string> = new Set([
  ...stopWords,
  ...typedSpaced('glue'),
  ...typedSpaced('joiners'),
  ...spaced(
    'with and has have having plus also a an the for that which who needs need needing needed want wants must ' +
      'should includes including include included offering offers im id like would get use using hold holding ' +
      'both all as so or where w',
  ),
]);
/** A list goes on after these. */
export const joiners: ReadonlySet<string> = new Set([
  ...spaced('and plus or also'),
  ...typedSpaced('joiners'),
]);
export const articles = spaced('a an the some');
export const generic: ReadonlySet<string> = new Set([
  ...spaced(
    'room rooms space spaces venue venues place places somewhere anywhere building buildings hire hiring rent ' +
      'rental book booking available facilities facility',
  ),
  ...typedSpaced('generic'),
]);
export const negations: ReadonlySet<string> = new Set([
  ...spaced('no not without non except never dont isnt'),
  ...typedSpaced('negations'),
]);

export const prepositions: ReadonlySet<string> = new Set([
  ...setOf('near, near to, in, around, round, by, close to, close by, next to, nearby'),
  ...typed('near'),
]);

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
  vocabularyWords.has(plain(word)) || generic.has(word) || glue.has(word) || negations.has(word);
