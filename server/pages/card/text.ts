/** Text that fits: measured by the shapes that are drawn, so that nothing runs out of its card. */
import { isRightToLeft, runsOf, shapeRun, type Weight } from './fonts.ts';

/** Between two words in different fonts, for a size of one. */
const GAP = 0.24;

/** The runs of a line as they stand from left to right, each with where it begins, and how wide all are. */
function layout(line: string, size: number, weight: Weight) {
  const rtl = isRightToLeft(line);
  const logical = runsOf(line);
  let width = 0;
  const placed = (rtl ? logical.reverse() : logical).map((run, index, runs) => {
    const before = runs[index - 1];
    // A space belongs to the run that is read first.
    const spaced = before && /\s$/.test(rtl ? run.text : before.text);
    const x = width + (spaced ? GAP * size : 0);
    const { width: own, drawing } = shapeRun({ ...run, text: run.text.trim() }, weight);
    width = x + own * size;
    return { drawing, x };
  });
  return { placed, width };
}

export const measure = (text: string, size: number, weight: Weight): number =>
  layout(text, size, weight).width;

export interface Ink {
  size: number;
  weight: Weight;
  fill: string;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** A line as outlines, from a left edge. */
export const writeLine = (line: string, left: number, y: number, { size, weight, fill }: Ink): string =>
  `<g fill="${fill}">${layout(line, size, weight)
    .placed.map(
      ({ drawing, x }) =>
        `<g transform="translate(${round(left + x)} ${y}) scale(${size} ${-size})">${drawing}</g>`,
    )
    .join('')}</g>`;

export interface Frame {
  width: number;
  height: number;
  /** Largest first. */
  sizes: readonly number[];
  weight: Weight;
}

export interface Fitted {
  lines: string[];
  size: number;
}

/** Heights of a line for a size of one; scripts with marks above and below need more than Latin. */
export const LEADING = 1.16;

/** The text in the largest size in which it fits; in the smallest, what does not fit is cut and ends with “…”. */
export function fitText(text: string, { width, height, sizes, weight }: Frame): Fitted {
  const last = sizes.at(-1) ?? 16;
  for (const size of sizes) {
    const lines = wrap(text.split(/\s+/).filter(Boolean), width, size, weight);
    const fits = lines.every((line) => measure(line, size, weight) <= width);
    if (fits && lines.length <= linesIn(height, size)) return { lines, size };
  }
  const most = linesIn(height, last);
  const words = text.split(/\s+/).flatMap((word) => broken(word, width, last, weight));
  const lines = wrap(words, width, last, weight);
  if (lines.length <= most) return { lines, size: last };
  return {
    lines: [...lines.slice(0, most - 1), cut(lines.slice(most - 1).join(' '), width, last, weight)],
    size: last,
  };
}

const linesIn = (height: number, size: number) => Math.max(1, Math.floor(height / (size * LEADING)));

/** As many words on each line as go. */
function wrap(words: readonly string[], width: number, size: number, weight: Weight): string[] {
  const lines: string[] = [];
  for (const word of words) {
    const line = lines.at(-1);
    const longer = `${line} ${word}`;
    if (line !== undefined && measure(longer, size, weight) <= width) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}

const letters = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const split = (text: string) => [...letters.segment(text)].map(({ segment }) => segment);

/** A word in pieces that are no wider than a line. */
function broken(word: string, width: number, size: number, weight: Weight): string[] {
  if (measure(word, size, weight) <= width) return [word];
  const pieces: string[] = [''];
  for (const letter of split(word)) {
    const longer = `${pieces.at(-1)}${letter}`;
    if (measure(longer, size, weight) <= width) pieces[pieces.length - 1] = longer;
    else pieces.push(letter);
  }
  return pieces;
}

function cut(line: string, width: number, size: number, weight: Weight): string {
  const all = split(line);
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (measure(`${all.slice(0, middle).join('')}…`, size, weight) <= width) low = middle;
    else high = middle - 1;
  }
  return `${all.slice(0, low).join('').trimEnd()}…`;
}
