/** Areas without outlines as dots, as wide as what they count; where there are more than can be told apart, one for several. */
import type { Mark } from './plan-drawing.ts';
import { type At, dotsOf, type View } from './plan-view.ts';

/** More dots than this are one for all that share a square of the picture. */
const MOST_DOTS = 6000;
/** Units: as wide as such a square. */
const CELL = 12;
/** How wide dots are, beside the widest that leave room for one another. */
const sizes = [0.5, 0.75, 1, 1.3] as const;

export interface Placed {
  at: At;
  weight: number;
  before: number;
  after: number;
}

export const groupBy = <T>(things: readonly T[], keyOf: (thing: T) => string): T[][] => {
  const groups = new Map<string, T[]>();
  for (const thing of things) {
    const key = keyOf(thing);
    const group = groups.get(key);
    if (group) group.push(thing);
    else groups.set(key, [thing]);
  }
  return [...groups.values()];
};

/** The areas of each square as one: where they are not alike, as those are that count most. */
function gathered(areas: readonly Placed[]): Placed[] {
  const cell = (value: number) => Math.floor(value / CELL);
  const squares = groupBy(areas, ({ at: [x, y] }) => `${cell(x)} ${cell(y)}`);
  return squares.flatMap((square) => {
    const alike = groupBy(square, ({ before, after }) => `${before} ${after}`)
      .map((group) => ({ first: group[0], weight: group.reduce((sum, { weight }) => sum + weight, 0) }))
      .sort((a, b) => b.weight - a.weight);
    const first = alike[0]?.first;
    if (!first) return [];
    const at: At = [(cell(first.at[0]) + 0.5) * CELL, (cell(first.at[1]) + 0.5) * CELL];
    return [{ ...first, at, weight: alike.reduce((sum, { weight }) => sum + weight, 0) }];
  });
}

/** Dots by weight in four sizes, the widest first, so that none lies under a wider one. */
function dotMarks(areas: readonly Placed[], { width, height }: View): Dots {
  const room = Math.max(7, Math.min(30, Math.sqrt((0.45 * width * height) / Math.max(1, areas.length))));
  const sorted = areas.map(({ weight }) => weight).sort((a, b) => a - b);
  const limits = [0.25, 0.5, 0.75].map((share) => sorted[Math.floor(share * sorted.length)] ?? 0);
  const stepOf = (weight: number) => limits.filter((limit) => weight >= limit && weight > 0).length;
  const widths = sizes.map((each) => Math.round(each * room * 10) / 10);
  const groups = groupBy(areas, (each) => `${3 - stepOf(each.weight)} ${each.before} ${each.after}`);
  const marks = groups.map((group) => {
    const [{ before, after, weight }] = group as [Placed];
    const byPlace = [...group].sort((a, b) => a.at[1] - b.at[1] || a.at[0] - b.at[0]);
    return { d: dotsOf(byPlace.map(({ at }) => at)), before, after, size: widths[stepOf(weight)] ?? room };
  });
  const [first, , last] = limits;
  const scale =
    first !== undefined && last !== undefined && first < last
      ? [
          { size: widths[0] ?? room, weight: first },
          { size: widths[3] ?? room, weight: last },
        ]
      : undefined;
  return { marks: marks.sort((a, b) => b.size - a.size), ...(scale && { scale }) };
}

export interface Dots {
  marks: Mark[];
  scale?: { size: number; weight: number }[];
  /** Does each stand for all areas of its square? */
  gathered?: true;
}

export function drawDots(areas: readonly Placed[], view: View): Dots {
  if (areas.length <= MOST_DOTS) return dotMarks(areas, view);
  return { ...dotMarks(gathered(areas), view), gathered: true };
}
