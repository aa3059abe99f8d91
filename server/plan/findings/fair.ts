/** How evenly an answer shares out access, short enough to be drawn. */
import { fairness, type Point } from '../questions/fairness.ts';
import type { Fairness } from '../schema-findings.ts';

const MOST_POINTS = 50;
const rounded = (number: number) => Math.round(number * 1e6) / 1e6;

/** Fewer points of the same curve, evenly over the people; its ends and its corners nearest to those stay. */
function thinned(curve: Point[]): [number, number][] {
  const points = curve.map(({ people, access }): [number, number] => [rounded(people), rounded(access)]);
  if (points.length <= MOST_POINTS) return points;
  const kept = new Set<number>([0, points.length - 1]);
  let at = 0;
  for (let n = 1; n < MOST_POINTS - 1; n += 1) {
    while (at < points.length - 1 && (points[at]?.[0] ?? 1) < n / (MOST_POINTS - 1)) at += 1;
    kept.add(at);
  }
  return [...kept].sort((a, b) => a - b).map((k) => points[k] ?? [1, 1]);
}

export interface FairAsked {
  people: { name: string; numbers: readonly number[] };
  access: readonly number[];
  what: Fairness['access'];
  rank?: { name: string; numbers: readonly number[] };
}

/** Undefined where there is nobody. Without a rank the worst off are those with least access. */
export function fair({ people, access, what, rank }: FairAsked): Fairness | undefined {
  const own = fairness({ access, people: people.numbers });
  if (own.reasons.includes('nobody-counts')) return undefined;
  const ranked = rank && fairness({ access, people: people.numbers, ranking: rank.numbers });
  const { curve, palma } = ranked ?? own;
  return {
    people: people.name,
    access: what,
    points: thinned(curve),
    ...(own.index !== undefined && { gini: rounded(own.index) }),
    ...(rank && { rankedBy: rank.name }),
    ...(ranked?.index !== undefined && { concentration: rounded(ranked.index) }),
    ...(palma !== undefined && { palma: rounded(palma) }),
  };
}
