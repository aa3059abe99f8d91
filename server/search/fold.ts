/**
 * From text to words, the same way for what is indexed and what is asked, in every script. Accents go from
 * Latin, Greek and Cyrillic letters only: the marks of Indic and Arabic scripts are vowels and stay.
 */
import { stemmer } from 'stemmer';

const apostrophes = /['’‘‛`´ʹʻʼʽʾʿˈ′‵ꞌ＇՚׳]/gu;
/** Joiners, soft hyphens and variation selectors, Arabic lengthening, and the frame of keycap emoji. */
const ignorable = /\p{Default_Ignorable_Code_Point}|\u0640|\u20E3/gu;
const accents = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])\p{M}+/gu;

/** “251½” is 251 and a half, not 2511. */
const fractions = /[\u00BC-\u00BE\u2150-\u215F]/gu;

/** Letters that Unicode does not take apart but people do. */
const plainer: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'ae',
  œ: 'oe',
  ħ: 'h',
  ŧ: 't',
  ŋ: 'n',
  ı: 'i',
  ĸ: 'k',
  ς: 'σ',
};
const particular = new RegExp(`[${Object.keys(plainer).join('')}]`, 'gu');

/** Lower case without accents and apostrophes: “St Anselm’s & Café” becomes “st anselms and cafe”. */
export const fold = (text: string): string =>
  text
    .replace(apostrophes, '')
    .replace(fractions, ' $&')
    .normalize('NFKD')
    .toLowerCase()
    .normalize('NFKD')
    .replace(ignorable, '')
    .replace(accents, '')
    .replace(apostrophes, '')
    .replace(particular, (letter) => plainer[letter] ?? letter)
    .replaceAll('&', ' and ')
    .normalize('NFC');

/** Scripts that put no space between words: each character is a word there, and a run of them a phrase. */
const unspaced =
  '[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]';
const run = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu;
const part = new RegExp(
  `(?=[\\p{L}\\p{N}])${unspaced}\\p{M}*|(?:(?!${unspaced})[\\p{L}\\p{M}\\p{N}])+`,
  'gu',
);
const unspacedWord = new RegExp(`^${unspaced}`, 'u');

/** No register needs longer words, and PostgreSQL refuses lexemes over 2,046 bytes. */
const longest = 100;
const cut = (word: string) => (word.length > longest ? [...word].slice(0, longest).join('') : word);

/** Words as they stand together: one in most scripts, a row of characters where no spaces are written. */
export const runs = (text: string): string[][] =>
  (fold(text).match(run) ?? []).map((each) => (each.match(part) ?? []).map(cut));

/** The words of a text in their order, folded. */
export const tokens = (text: string): string[] => runs(text).flat();

/** What a place is found by: its folded words, so that “Stoke-on-Trent” and “stoke on trent” are one. */
export const placeKey = (name: string): string => tokens(name).join(' ');

/** The part of an address that people read: ASCII words with hyphens; empty when the name has none. */
export const foldedSlug = (text: string): string =>
  tokens(text)
    .filter((word) => /^[a-z0-9]+$/.test(word))
    .join('-')
    .slice(0, 80)
    .replace(/-$/, '');

/** Is this a single character of a script without spaces? */
export const isUnspaced = (word: string): boolean => unspacedWord.test(word);

/** Porter’s stem of an English word; other words as they are. */
export const stem = (word: string): string => (/^[a-z]+$/.test(word) ? stemmer(word) : word);
