/** What is left of a question when its filters are taken out, all of them or one. */
import type { Understood } from '../../venues/schema.ts';
import type { Found } from './reading.ts';
import { textOf, type Word } from './split.ts';
import { articles, generic, glue, joiners } from './vocabulary.ts';

export type Range = [start: number, end: number];
/** A filter with the words it was read from; without a filter the words only go (“near me”). */
export interface Part {
  filter?: Found['filter'];
  ranges: Range[];
}

/** The words that these filters were read from. */
export const covers = (parts: readonly Part[]) => {
  const taken = new Set<number>();
  for (const { ranges } of parts)
    for (const [start, end] of ranges) for (let index = start; index < end; index++) taken.add(index);
  return taken;
};

/** The number of “2 rooms for 20”. */
const countsGeneric = (words: readonly Word[], index: number): boolean =>
  /^\d+$/.test(words[index]?.word ?? '') && generic.has(words[index + 1]?.word ?? '');

/** Glue that held a filter goes with it, and so does a “room to hire” that says nothing more. */
export function restOf(words: readonly Word[], parts: readonly Part[]): (index: number) => boolean {
  const gone = covers(parts);
  const isGone = (index: number) => index < 0 || index >= words.length || gone.has(index);
  const drop = (kind: (word: string, index: number) => boolean) => {
    const runs: Range[] = [];
    for (const [index, { word, quoted }] of words.entries()) {
      if (isGone(index) || quoted || !kind(word, index)) continue;
      const last = runs.at(-1);
      if (last?.[1] === index) last[1] += 1;
      else runs.push([index, index + 1]);
    }
    return runs;
  };
  const glued = drop((word) => glue.has(word)).filter(([start, end]) => isGone(start - 1) || isGone(end));
  for (const [start, end] of glued) for (let index = start; index < end; index++) gone.add(index);
  const idle = drop(
    (word, index) => glue.has(word) || generic.has(word) || countsGeneric(words, index),
  ).filter(([start, end]) => isGone(start - 1) && isGone(end));
  for (const [start, end] of idle) for (let index = start; index < end; index++) gone.add(index);
  return (index) => !gone.has(index);
}

export function understoodOf(q: string, words: readonly Word[], { filter, ranges }: Part): Understood[] {
  if (!filter) return [];
  const gone = new Set(ranges.flatMap(([start, end]) => withGlue(words, start, end)));
  const text = ranges.map(([start, end]) => q.slice(words[start]?.start, words[end - 1]?.end)).join(', ');
  const { point: _point, radius: _radius, ...said } = filter;
  return [{ text, ...said, without: textOf(q, words, (index) => !gone.has(index)) }];
}

/** The words to take out so that the rest still reads: “with kitchen and stage” leaves “with stage”. */
function withGlue(words: readonly Word[], start: number, end: number): number[] {
  const after = words[end];
  const commaBefore = /,/.test(words[start]?.gap ?? '');
  const goesOn = after !== undefined && (joiners.has(after.word) || /,/.test(after.gap));
  let from = start;
  let to = end;
  const before = () => words[from - 1]?.word ?? '';
  while (goesOn ? articles.has(before()) : glue.has(before())) from -= 1;
  if (goesOn && from > 0 && joiners.has(before())) from -= 1;
  else if (goesOn && joiners.has(after.word) && !commaBefore) to += 1;
  return Array.from({ length: to - from }, (_, index) => from + index);
}
