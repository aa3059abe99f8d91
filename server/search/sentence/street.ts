/** Streets: “London Road hall” and “for 12 Balham High Road” name an address, not a place and not people. */
import { joined, type Word } from './split.ts';
import { glue, prepositions } from './vocabulary.ts';

const streets = new Set(
  (
    'road rd street lane ln avenue ave crescent cres drive grove gardens mews parade terrace square sq way hill row ' +
    'broadway wharf yard embankment close bridge'
  ).split(' '),
);

function isStreet(words: readonly Word[], at: number): boolean {
  const word = words[at]?.word ?? '';
  const next = words[at + 1]?.word ?? '';
  if (word === 'st') return words[at - 1]?.word === 'high';
  if (word === 'close') return !['to', 'by'].includes(next);
  return streets.has(word);
}

/** Does the name of a street end within `most` words from here? */
function streetWithin(words: readonly Word[], at: number, most: number): boolean {
  for (let index = at; index < at + most; index++) {
    const word = words[index];
    if (word === undefined || word.quoted || !joined(word.gap)) return false;
    if (isStreet(words, index)) return true;
    if (glue.has(word.word) || prepositions.has(word.word)) return false;
  }
  return false;
}

/** A place name that goes on as a street: “Balham High Road”. */
export const goesOnAsStreet = (words: readonly Word[], at: number): boolean => streetWithin(words, at, 2);

/** What follows a house number. */
export const startsAddress = (words: readonly Word[], at: number): boolean => streetWithin(words, at, 4);
