/** Access, amenities and layouts, by the longest phrase of the vocabulary that stands here. */
import { findFact } from '../../vocabulary.ts';
import { plain } from '../forms.ts';
import type { Reader } from './reading.ts';
import { joined, phraseAt, rowAt, type Word } from './split.ts';
import {
  ambiguous,
  articles,
  endsName,
  glue,
  longestMeaning,
  type Meaning,
  meaningOf,
  prepositions,
  setOf,
  shy,
} from './vocabulary.ts';

const styles = setOf(
  'style, layout, layouts, set up, setup, set out, format, arrangement, seating, seats, shape',
);
const isNumber = (word: string) => /^\d+\+?$/.test(word);

/** “Garden Hall” and “Platform One” are names: such a word counts only where its neighbours cannot be part of one. */
function standsAlone(words: readonly Word[], at: number): boolean {
  const [before, after] = [words[at - 1], words[at + 1]];
  const opens = !before || !joined(words[at]?.gap ?? '') || glue.has(before.word) || isNumber(before.word);
  const next = after && joined(after.gap) && !after.quoted ? after.word : undefined;
  const named = next !== undefined && !isNumber(next) && !endsName(next);
  return opens && !named;
}

function longest(words: readonly Word[], at: number): { length: number; meaning: Meaning } | undefined {
  const row = rowAt(words, at, longestMeaning);
  for (let length = row.length; length > 0; length--) {
    const meaning = meaningOf(row.slice(0, length));
    if (meaning) return { length, meaning };
  }
  return undefined;
}

/** “next to a step-free station”, “near a bus stop”: facts of the way there, whose neighbourhood is the fact itself. */
const readWayThere: Reader = (words, at) => {
  const nearness = phraseAt(words, at, prepositions, 2);
  if (nearness === 0) return undefined;
  let start = at + nearness;
  while (articles.has(words[start]?.word ?? '')) start += 1;
  const found = longest(words, start);
  if (!found || findFact(found.meaning.key)?.topic !== 'arriving') return undefined;
  const { parameter, key, label } = found.meaning;
  return { end: start + found.length, filter: { parameter, value: key, label } };
};

export const readFact: Reader = (words, at) => {
  const wayThere = readWayThere(words, at);
  if (wayThere) return wayThere;
  const number = isNumber(words[at]?.word ?? '');
  const start = number ? at + 1 : at;
  const found = longest(words, start);
  if (!found || (number && !found.meaning.counted)) return undefined;
  const { length, meaning } = found;
  const end = start + length;
  const word = plain(words[start]?.word ?? '');
  const style = meaning.parameter === 'layout' ? phraseAt(words, end, styles, 2) : 0;
  if (length === 1 && style === 0) {
    if (ambiguous.has(word) && !isNumber(words[at - 1]?.word ?? '')) return undefined;
    if (shy.has(word) && !standsAlone(words, start)) return undefined;
  }
  const { parameter, key, label } = meaning;
  return { end: end + style, filter: { parameter, value: key, label } };
};
