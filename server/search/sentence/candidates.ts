/** Which words of a question could name a place, so that they can be looked up in one go. */
import { longestPlace, namesOf, postcodeAt } from './place.ts';
import { split, type Word } from './split.ts';
import { glue, isPlain, typed } from './vocabulary.ts';

const most = 30;
const leads: ReadonlySet<string> = new Set([
  ...['near', 'in', 'around', 'round', 'by', 'to', 'of', 'from'],
  ...typed('near').map((each) => each.slice(each.lastIndexOf(' ') + 1)),
]);

/** Does a place name of this length make sense here? */
function mayName(words: readonly Word[], at: number, length: number): boolean {
  const [first, last] = [words[at]?.word ?? '', words[at + length - 1]?.word ?? ''];
  const named = (word: string) => word !== '' && !/^[\d.:+]+$/.test(word) && !glue.has(word);
  return named(last) && (named(first) || (first === 'the' && length > 1));
}

/**
 * Folded names and postcodes of one to four words that could be places, at most thirty: postcodes first, then what
 * follows “near” and its like, then words that are none of the register’s own.
 */
export function placeCandidates(q: string): string[] {
  const words = split(q);
  const postcodes: string[] = [];
  const led: string[] = [];
  const bare: string[] = [];
  for (const at of words.keys()) {
    postcodes.push(...(postcodeAt(words, at)?.names ?? []));
    const before = words[at - 1]?.word ?? '';
    const isLed = leads.has(before) || (before === 'the' && leads.has(words[at - 2]?.word ?? ''));
    for (let length = longestPlace; length > 0; length--) {
      if (!mayName(words, at, length)) continue;
      const names = namesOf(words, at, length);
      if (isLed) led.push(...names);
      else if (words.slice(at, at + length).some(({ word }) => !isPlain(word))) bare.push(...names);
    }
  }
  return [...new Set([...postcodes, ...led, ...bare])].slice(0, most);
}
