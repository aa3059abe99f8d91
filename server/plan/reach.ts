/** Who can get where: travel from each place of demand to the sites that are near enough to count. */
import type { Reason } from './reasons.ts';

/** One unit throughout: metres, or minutes. What is out of reach is left out. */
export interface Reach {
  /** How many sites there are; they are named by their number. */
  sites: number;
  /** By place of demand. */
  places: readonly (readonly (readonly [site: number, travel: number])[])[];
}

/** What every question is asked of. */
export interface Asked {
  reach: Reach;
  /** How much each place counts: people, or people times what the plan gives them besides. Zero or more. */
  weights: readonly number[];
  /** Sites that are chosen in any case. */
  fixed?: readonly number[];
}

/** What is answered to every question about sites. */
export interface Choice {
  /** The chosen sites, by number, in order. */
  open: number[];
  /** What the question makes most or least of, in its own unit. */
  objective: number;
  /** No choice does better than this. */
  bound: number;
  /** The share of the objective that is not proven: 0 is proof. */
  gap: number;
  /** Unknown: no answer was found in the time, and none was ruled out. */
  status: 'optimal' | 'feasible' | 'infeasible' | 'unknown';
  /** What else is to be said of it. */
  reasons: readonly Reason[];
}

/** Places that no site reaches, whatever is chosen. */
export const outOfReach = ({ places }: Reach, within = Number.POSITIVE_INFINITY): number[] =>
  [...places.keys()].filter((i) => !places[i]?.some(([, travel]) => travel <= within));

/** The least travel from each place to an open site; Infinity where none is in reach. */
export function nearest({ places }: Reach, open: readonly number[]): number[] {
  const chosen = new Set(open);
  return places.map((pairs) =>
    pairs.reduce(
      (least, [site, travel]) => (chosen.has(site) && travel < least ? travel : least),
      Number.POSITIVE_INFINITY,
    ),
  );
}

/** By place: the nearest open site (-1: none in reach; of equals, the first), and travel to it and to the second. */
export interface Nearest {
  site: Int32Array;
  first: Float64Array;
  second: Float64Array;
}

/** The two nearest open sites of each place in one pass; Infinity where there are fewer in reach. */
export function twoNearest({ sites, places }: Reach, open: readonly number[]): Nearest {
  const isOpen = new Uint8Array(sites);
  for (const site of open) isOpen[site] = 1;
  const found: Nearest = {
    site: new Int32Array(places.length).fill(-1),
    first: new Float64Array(places.length).fill(Number.POSITIVE_INFINITY),
    second: new Float64Array(places.length).fill(Number.POSITIVE_INFINITY),
  };
  for (const [i, pairs] of places.entries()) {
    let [nearest, first, second] = [-1, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (const [site, travel] of pairs) {
      if (isOpen[site] !== 1 || (site === nearest && travel >= first)) continue;
      if (travel < first || (travel === first && nearest >= 0 && site < nearest)) {
        if (site !== nearest) second = first;
        [nearest, first] = [site, travel];
      } else if (travel < second) second = travel;
    }
    found.site[i] = nearest;
    found.first[i] = first;
    found.second[i] = second;
  }
  return found;
}

export const sum = (numbers: readonly number[]): number => numbers.reduce((all, each) => all + each, 0);
