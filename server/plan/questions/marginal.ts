/**
 * Why was a site chosen? What it adds beside the others, and what the next best site instead of it would cost: the vertex
 * substitution of M. B. Teitz and P. Bart, “Heuristic methods for estimating the generalized vertex median of a weighted
 * graph”, Operations Research 16 (1968), 955–961, read as an explanation.
 */
import { type Measure, measured, worseBy } from '../measures.ts';
import { nearest } from '../reach.ts';

export interface Why {
  site: number;
  /** How much worse it would be without the site, and nothing instead. */
  adds: number;
  /** The best of the other sites in its stead; of equals, the first. Absent where there is no other. */
  nextBest?: { site: number; costs: number };
}

type BySite = readonly (readonly (readonly [place: number, travel: number])[])[];

/** The measure when one more site opens: only the places that it reaches can change. */
function withOneMore(
  { reach, of, by }: Measure,
  pairs: BySite[number],
  { travel, values, worstFirst }: { travel: number[]; values: number[]; worstFirst: number[] },
  total: number,
): number {
  if (by === 'sum')
    return pairs.reduce((all, [place, own]) => {
      const before = travel[place] ?? Number.POSITIVE_INFINITY;
      return own < before ? all - (values[place] ?? 0) + of(place, own) : all;
    }, total);
  const near = new Set(pairs.map(([place]) => place));
  const other = worstFirst.find((place) => !near.has(place));
  const worst = other === undefined ? 0 : (values[other] ?? 0);
  return reach.places.length === 0
    ? 0
    : pairs.reduce(
        (most, [place, own]) =>
          Math.max(most, of(place, Math.min(own, travel[place] ?? Number.POSITIVE_INFINITY))),
        worst,
      );
}

/** For each open site, in order: what it adds, and what the next best instead of it would cost. */
export function whyChosen(
  measure: Measure,
  open: readonly number[],
  /** The sites that might be instead; all when left out. */
  candidates: readonly number[] = [...Array(measure.reach.sites).keys()],
): Why[] {
  const chosen = [...new Set(open)].sort((a, b) => a - b);
  const isOpen = new Set(chosen);
  const others = [...new Set(candidates)].filter((site) => !isOpen.has(site)).sort((a, b) => a - b);
  const bySite: [number, number][][] = Array.from({ length: measure.reach.sites }, () => []);
  for (const [place, pairs] of measure.reach.places.entries())
    for (const [site, travel] of pairs) bySite[site]?.push([place, travel]);
  const now = measured(measure, chosen);
  return chosen.map((site) => {
    const travel = nearest(
      measure.reach,
      chosen.filter((each) => each !== site),
    );
    const values = travel.map((each, place) => measure.of(place, each));
    const worstFirst = [...values.keys()].sort((a, b) =>
      values[a] === values[b] ? a - b : (values[b] ?? 0) - (values[a] ?? 0),
    );
    const left = values.reduce((all, each) => (measure.by === 'sum' ? all + each : Math.max(all, each)), 0);
    let nextBest: Why['nextBest'];
    for (const other of others) {
      const instead = withOneMore(measure, bySite[other] ?? [], { travel, values, worstFirst }, left);
      const costs = worseBy(measure, now, instead);
      if (!nextBest || costs < nextBest.costs) nextBest = { site: other, costs };
    }
    return { site, adds: Math.max(0, worseBy(measure, now, left)), ...(nextBest && { nextBest }) };
  });
}
