/**
 * Forms of a word that mean the same: what English, Welsh and Arabic do to the beginning and the end of it. Both the
 * vocabulary and the question go through here, so a form need not be right, only the same on both sides.
 */

/** Plurals are as good as singulars. */
const singular = (word: string): string =>
  word.length > 3 && word.endsWith('s') && !word.endsWith('ss') && !word.endsWith('us')
    ? word.slice(0, -1)
    : word;

const vowelMarks = /\p{M}+/gu;
/** “and”, “with”, “for” and the article, in any order, as far as three letters of the word remain. */
const attached = /^(?:(?:بال|لل|ال|[وبل])(?=\p{L}{3}))+/u;
const plainLetters: Readonly<Record<string, string>> = {
  أ: 'ا',
  إ: 'ا',
  آ: 'ا',
  ٱ: 'ا',
  ى: 'ي',
  ئ: 'ي',
  ة: 'ه',
};
const otherLetters = new RegExp(`[${Object.keys(plainLetters).join('')}]`, 'gu');

/** Arabic without vowel marks, with letters that are typed alike made alike, and without what is attached before. */
const unattached = (word: string): string =>
  word
    .replace(otherLetters, (letter) => plainLetters[letter] ?? letter)
    .replace(vowelMarks, '')
    .replace(attached, '')
    .replace(/ا$/u, '');

/** A folded word in the form in which it is compared. */
export const plain = (word: string): string =>
  /^\p{Script=Arabic}/u.test(word) ? unattached(word) : singular(word);

const mutations: readonly [root: RegExp, forms: readonly string[]][] = [
  [/^c(?!h)/, ['g', 'ch', 'ngh']],
  [/^p(?!h)/, ['b', 'ph', 'mh']],
  [/^t(?!h)/, ['d', 'th', 'nh']],
  [/^g/, ['', 'ng']],
  [/^b/, ['f', 'm']],
  [/^d(?!d)/, ['dd', 'n']],
  [/^ll/, ['l']],
  [/^m/, ['f']],
  [/^rh/, ['r']],
];

/** A Welsh phrase with its first word as it stands and as it mutates: cegin, gegin, chegin, nghegin. */
export function mutated(phrase: string): string[] {
  const [root, forms] = mutations.find(([start]) => start.test(phrase)) ?? [];
  return root && forms ? [phrase, ...forms.map((form) => phrase.replace(root, form))] : [phrase];
}
