/**
 * Choosing sites, the shape that the questions of a plan are turned into: with `p` sites open, each place of demand is
 * served by the open site that costs it least, or falls back on what being served by none costs. The sum is made as small
 * as can be.
 *
 * - p-median (Hakimi 1964): the cost of a pair is weight × travel.
 * - MCLP (Church and ReVelle 1974): a pair within reach costs nothing, and falling back costs the weight.
 *
 * Costs that are left out are those of falling back or more, so that what is out of reach takes no memory.
 */
import { sortPairs } from './sort-pairs.ts';

export interface Siting {
  /** How many sites there are to choose from; they are named by their number. */
  sites: number;
  /** How many are open, the fixed ones among them; at most `sites`. */
  p: number;
  /** Sites that are open in every answer. */
  fixed: readonly number[];
  /** By place of demand: what it costs when no open site serves it. Finite. */
  fallback: Float64Array;
  /** The pairs of place i are those from start[i] up to start[i + 1], the cheapest first. */
  start: Int32Array;
  site: Int32Array;
  cost: Float64Array;
}

/** The same pairs by site: those of site j are from start[j] up to start[j + 1]. */
export interface BySite {
  start: Int32Array;
  place: Int32Array;
  cost: Float64Array;
}

/** One place of demand: what falling back costs, and what each site within reach costs. */
export interface PlaceCosts {
  fallback: number;
  pairs: readonly (readonly [site: number, travel: number])[];
  /** What travel costs, where that is something else; no less for longer ways. */
  cost?: (travel: number) => number;
}

/** Pairs that cost as much as falling back, or more, are left out: they serve nobody better. */
export function sitingOf(
  places: readonly PlaceCosts[],
  { sites, p, fixed = [] }: { sites: number; p: number; fixed?: readonly number[] },
): Siting {
  const start = new Int32Array(places.length + 1);
  const most = places.reduce((all, { pairs }) => all + pairs.length, 0);
  const [site, cost] = [new Int32Array(most), new Float64Array(most)];
  let k = 0;
  for (const [i, { fallback, pairs, cost: costOf }] of places.entries()) {
    const from = k;
    for (const [j, travel] of pairs) {
      const own = costOf ? costOf(travel) : travel;
      if (!(own < fallback)) continue;
      site[k] = j;
      cost[k] = own;
      k += 1;
    }
    sortPairs(site, cost, from, k);
    start[i + 1] = k;
  }
  return {
    sites,
    p: Math.min(p, sites),
    fixed: [...new Set(fixed)],
    fallback: Float64Array.from(places, ({ fallback }) => fallback),
    start,
    site: k === most ? site : site.slice(0, k),
    cost: k === most ? cost : cost.slice(0, k),
  };
}

export function bySite({ sites, start, site, cost }: Siting): BySite {
  const pairs = site.length;
  const starts = new Int32Array(sites + 1);
  for (let k = 0; k < pairs; k += 1) starts[at(site, k) + 1] = at(starts, at(site, k) + 1) + 1;
  for (let j = 0; j < sites; j += 1) starts[j + 1] = at(starts, j + 1) + at(starts, j);
  const next = starts.slice(0, sites);
  const place = new Int32Array(pairs);
  const costs = new Float64Array(pairs);
  for (let i = 0; i + 1 < start.length; i += 1)
    for (let k = at(start, i); k < at(start, i + 1); k += 1) {
      const j = at(site, k);
      const to = at(next, j);
      next[j] = to + 1;
      place[to] = i;
      costs[to] = at(cost, k);
    }
  return { start: starts, place, cost: costs };
}

/** Arrays here are as long as their numbers say: the compiler cannot know it. */
export const at = (array: Int32Array | Float64Array | Uint8Array, index: number): number =>
  array[index] as number;

/** What an answer costs. `open` marks the open sites. */
export function costOf({ fallback, start, site, cost }: Siting, open: Uint8Array): number {
  let sum = 0;
  for (let i = 0; i < fallback.length; i += 1) {
    let least = at(fallback, i);
    for (let k = at(start, i); k < at(start, i + 1); k += 1)
      if (at(open, at(site, k)) === 1) {
        least = at(cost, k);
        break;
      }
    sum += least;
  }
  return sum;
}

/**
 * How far a sum of these costs may be off by rounding, where all are whole numbers: then every answer is a whole number
 * too, and a bound may be rounded up. Undefined where they are not, or too large for that to be safe.
 */
export function roundingOf({ fallback, cost }: Siting): number | undefined {
  if (!fallback.every(Number.isInteger) || !cost.every(Number.isInteger)) return undefined;
  const most = fallback.reduce((all, each) => all + each, 0);
  const rounding = 1e-6 + 4 * (fallback.length + 1) * Number.EPSILON * most;
  return rounding < 0.25 ? rounding : undefined;
}
