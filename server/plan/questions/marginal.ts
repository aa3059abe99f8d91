/**
 * Why was a site chosen? What it adds beside the others, and what the next best site instead of it would cost: the vertex
 * substitution of M. B. Teitz and P. Bart, “Heuristic methods for estimating the generalized vertex median of a weighted
 * graph”, Operations Research 16 (1968), 955–961, read as an explanation. Sums are judged for all open sites in one pass
 * over the pairs of a candidate, as M. G. C. Resende and R. F. Werneck do (“On the implementation of a swap-based local
 * search procedure for the p-median problem”, ALENEX 2003).
 */
import { type Measure, worseBy } from '../measures.ts';
import { type Nearest, twoNearest } from '../reach.ts';

export interface Why {
  site: number;
  /** How much worse it would be without the site, and nothing instead. */
  adds: number;
  /** The best of the other sites in its stead; of equals, the first. Absent where there is no other. */
  nextBest?: { site: number; costs: number };
}

type BySite = readonly (readonly (readonly [place: number, travel: number])[])[];

function pairsBySite({ reach }: Measure): BySite {
  const bySite: [number, number][][] = Array.from({ length: reach.sites }, () => []);
  for (const [place, pairs] of reach.places.entries())
    for (const [site, travel] of pairs) bySite[site]?.push([place, travel]);
  return bySite;
}

/** Everything that is known of a choice before one of its sites is closed. */
interface Known {
  measure: Measure;
  nearest: Nearest;
  bySite: BySite;
  chosen: number[];
  others: number[];
  now: number;
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
  const nearest = twoNearest(measure.reach, chosen);
  const now = total(measure, nearest.first);
  const known = { measure, nearest, bySite: pairsBySite(measure), chosen, others, now };
  return measure.by === 'sum' ? bySums(known) : byWorst(known);
}

const total = ({ of, by }: Measure, travel: Float64Array): number => {
  let all = 0;
  for (const [place, each] of travel.entries())
    all = by === 'sum' ? all + of(place, each) : Math.max(all, of(place, each));
  return all;
};

/** The travel of each place with one open site closed. */
const without = ({ site, first, second }: Nearest, closed: number): Float64Array =>
  first.map((own, place) => (site[place] === closed ? (second[place] ?? own) : own));

function bySums({ measure, nearest, bySite, chosen, others, now }: Known): Why[] {
  const { of } = measure;
  const { site: server, first, second } = nearest;
  const number = new Map(chosen.map((site, n) => [site, n]));
  // Closing a site changes the places that it serves, and no others.
  const left = chosen.map(() => now);
  for (const [place, site] of server.entries()) {
    const n = number.get(site);
    if (n !== undefined)
      left[n] = (left[n] ?? 0) + of(place, second[place] ?? 0) - of(place, first[place] ?? 0);
  }
  const best: Why['nextBest'][] = chosen.map(() => undefined);
  const change = new Float64Array(chosen.length);
  for (const other of others) {
    // What the other site changes where nothing closed, and what it changes besides in the places of each closed site.
    let opened = 0;
    change.fill(0);
    for (const [place, travel] of bySite[other] ?? []) {
      const [near, next] = [first[place] ?? 0, second[place] ?? 0];
      const plain = travel < near ? of(place, travel) - of(place, near) : 0;
      opened += plain;
      const n = number.get(server[place] ?? -1);
      if (n === undefined) continue;
      const instead = travel < next ? of(place, travel) - of(place, next) : 0;
      change[n] = (change[n] ?? 0) + instead - plain;
    }
    for (const [n, all] of left.entries()) {
      const costs = worseBy(measure, now, all + opened + (change[n] ?? 0));
      const known = best[n];
      if (!known || costs < known.costs) best[n] = { site: other, costs };
    }
  }
  return chosen.map((site, n) => {
    const nextBest = best[n];
    return {
      site,
      adds: Math.max(0, worseBy(measure, now, left[n] ?? 0)),
      ...(nextBest && { nextBest }),
    };
  });
}

function byWorst({ measure, nearest, bySite, chosen, others, now }: Known): Why[] {
  const { of } = measure;
  return chosen.map((site) => {
    const travel = without(nearest, site);
    const values = travel.map((each, place) => of(place, each));
    const worstFirst = [...values.keys()].sort((a, b) =>
      values[a] === values[b] ? a - b : (values[b] ?? 0) - (values[a] ?? 0),
    );
    let nextBest: Why['nextBest'];
    for (const other of others) {
      // Only the places that the other site reaches can change: the worst of the rest stands as it is.
      const pairs = bySite[other] ?? [];
      const near = new Set(pairs.map(([place]) => place));
      const rest = worstFirst.find((place) => !near.has(place));
      const instead = pairs.reduce(
        (most, [place, own]) =>
          Math.max(most, of(place, Math.min(own, travel[place] ?? Number.POSITIVE_INFINITY))),
        rest === undefined ? 0 : (values[rest] ?? 0),
      );
      const costs = worseBy(measure, now, instead);
      if (!nextBest || costs < nextBest.costs) nextBest = { site: other, costs };
    }
    return {
      site,
      adds: Math.max(0, worseBy(measure, now, total(measure, travel))),
      ...(nextBest && { nextBest }),
    };
  });
}
