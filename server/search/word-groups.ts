/** Words and phrases that mean the same in this register. Used when asking, so adding one needs no reindexing. */
import { typedWords } from '../vocabulary.ts';
import { fold, stem } from './fold.ts';
import { mutated, plain } from './forms.ts';

/** Each line is one meaning, folded; a word may be on several lines, and lines do not run into each other. */
export const wordGroups: readonly (readonly string[])[] = [
  ['mosque', 'masjid', 'islamic centre', 'muslim centre'],
  ['gurdwara', 'gurudwara', 'sikh temple'],
  ['mandir', 'hindu temple', 'kovil', 'koil'],
  ['temple', 'mandir', 'kovil', 'vihara'],
  ['synagogue', 'shul'],
  ['church', 'chapel'],
  ['centre', 'center', 'ctr'],
  ['hut', 'headquarters', 'hq'],
  ['scout', 'scouts', 'guide', 'guides', 'cubs', 'brownies', 'beavers'],
  ['saint', 'st', 'ste'],
  ['street', 'st'],
  ['saints', 'ss'],
  ['road', 'rd'],
  ['avenue', 'ave', 'av'],
  ['lane', 'ln'],
  ['square', 'sq'],
  ['mount', 'mt'],
  ['community', 'comm'],
  ['theatre', 'theater', 'playhouse'],
  ['neighbourhood', 'neighborhood'],
  ['wifi', 'wi fi', 'internet', 'broadband'],
  ['loop', 'hearing loop', 'induction loop', 't coil'],
  ['disabled', 'accessible', 'wheelchair'],
  ['toilet', 'wc', 'loo', 'lavatory'],
  ['step free', 'level access', 'stepfree'],
  ['lift', 'elevator'],
  ['creche', 'childcare'],
  ['parking', 'car park', 'carpark'],
  ['garden', 'outdoor space'],
  ['gym', 'gymnasium', 'sports hall'],
  ['tenant', 'resident'],
  ['ablution', 'wudu', 'wuzu'],
  ['prayer room', 'multifaith room'],
  ['methodist', 'wesleyan'],
  ['quaker', 'friends meeting house'],
  ['roman catholic', 'rc', 'catholic'],
  ['church of england', 'anglican', 'cofe', 'c of e'],
  ['urc', 'united reformed'],
  ['salvation army', 'citadel'],
  ['pavilion', 'clubhouse'],
  ['club', 'clubhouse'],
  ['1st', 'first'],
  ['2nd', 'second'],
  ['3rd', 'third'],
];

/** Words that carry no meaning in a question; searched for only when nothing else was asked. */
export const stopWords: ReadonlySet<string> = new Set([
  ...(
    'a an the of and or for in on at to by near with from around close within is are be it its that this there ' +
    'we i me my our us you your need needs want wants looking find has have having can could please some any s'
  ).split(' '),
  ...typedWords.flatMap(({ glue, near }) => [...glue.split(' '), ...near.split(', ')].map(fold)),
]);

const base = (word: string) => (/^[a-z]/.test(word) ? stem(word) : plain(word));

/** Stop words are gone from a question when it is compared. */
const key = (phrase: string) =>
  phrase
    .split(' ')
    .filter((word) => !stopWords.has(word))
    .map(base)
    .join(' ');
const others = new Map<string, Set<string>>();
for (const group of wordGroups)
  for (const member of group) {
    const known = others.get(key(member)) ?? new Set<string>();
    for (const other of group) if (key(other) !== key(member)) known.add(other);
    others.set(key(member), known);
  }

// What other languages call it leads to the English word, which every venue of its kind is found by.
for (const [english, list] of typedWords.flatMap(({ like }) => Object.entries(like)))
  for (const form of list.split(', ').flatMap((each) => mutated(fold(each)))) {
    const known = others.get(key(form)) ?? new Set<string>();
    others.set(key(form), known.add(english));
  }

export const longestPhrase = Math.max(...[...others.keys()].map((each) => each.split(' ').length));

/** What else is called by these words; plurals and other endings are the same. Nothing when they are not listed. */
export const synonyms = (words: readonly string[]): string[] => [
  ...(others.get(words.map(base).join(' ')) ?? []),
];
