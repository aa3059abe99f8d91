/** What is asked, made fit for the solver: what makes no sense is refused or left out, and said. */
import type { Asked, Choice, Reach } from './reach.ts';
import type { Reason } from './reasons.ts';

const isUsable = (number: number | undefined): number is number =>
  number !== undefined && Number.isFinite(number) && number >= 0;

/** Numbers by place, as many as there are places; what is missing, no number, or below zero counts as zero. */
export function usable(
  numbers: readonly (number | undefined)[],
  places: number,
): { numbers: number[]; reasons: Reason[] } {
  let isWhole = true;
  const kept = Array.from({ length: places }, (_each, i) => {
    const number = numbers[i];
    if (isUsable(number)) return number;
    isWhole = false;
    return 0;
  });
  return { numbers: kept, reasons: isWhole ? [] : ['numbers-left-out'] };
}

/** Pairs that are stated twice count once, the shorter; travel that is no length is none. */
function cleanReach(reach: Reach): Reach {
  const seen = new Int32Array(reach.sites).fill(-1);
  const isClean = reach.places.every((pairs, i) =>
    pairs.every(([site, travel]) => {
      if (!(site >= 0 && site < reach.sites)) throw new RangeError(`There is no site ${site}.`);
      if (!isUsable(travel) || seen[site] === i) return false;
      seen[site] = i;
      return true;
    }),
  );
  if (isClean) return reach;
  return {
    sites: reach.sites,
    places: reach.places.map((pairs) => {
      const least = new Map<number, number>();
      for (const [site, travel] of pairs)
        if (isUsable(travel)) least.set(site, Math.min(travel, least.get(site) ?? travel));
      return [...least];
    }),
  };
}

/** How many sites there are to be: never more than there are, never less than none. */
export const countOf = (p: number, { sites }: Reach): number =>
  Math.max(0, Math.min(sites, Number.isNaN(p) ? 0 : Math.floor(p)));

export type Prepared<A extends Asked> = A & { weights: number[]; fixed: number[] };

/** The question with usable numbers and each fixed site once, and what is to be said of it whatever the answer. */
export function prepared<A extends Asked & { p?: number; within?: number }>(
  asked: A,
): { asked: Prepared<A>; reasons: Reason[] } {
  const reach = cleanReach(asked.reach);
  const weights = usable(asked.weights, reach.places.length);
  const fixed = [...new Set(asked.fixed)];
  for (const site of fixed)
    if (!(site >= 0 && site < reach.sites)) throw new RangeError(`There is no site ${site}.`);
  const said: Reason[] = [...weights.reasons];
  const within = asked.within ?? Number.POSITIVE_INFINITY;
  if (reach.sites === 0) said.push('no-candidates');
  if (reach.places.length === 0) said.push('no-places');
  else if (!weights.numbers.some((weight) => weight > 0)) said.push('nobody-counts');
  const served = reach.places.filter((pairs) => pairs.some(([, travel]) => travel <= within)).length;
  if (reach.places.length > 0 && reach.sites > 0 && served < reach.places.length)
    said.push(served === 0 ? 'all-out-of-reach' : 'places-out-of-reach');
  if (asked.p !== undefined && reach.sites > 0) {
    if (fixed.length > countOf(asked.p, reach)) said.push('more-fixed-than-asked');
    else if (countOf(asked.p, reach) === 0) said.push('no-sites-asked');
    else if (asked.p >= reach.sites) said.push('all-sites-chosen');
  }
  const p = asked.p === undefined ? {} : { p: countOf(asked.p, reach) };
  return { asked: { ...asked, ...p, reach, weights: weights.numbers, fixed }, reasons: said };
}

/** An answer with its reasons; one that is not proven says that there was no time. */
export const chosen = (answer: Omit<Choice, 'reasons'>, reasons: readonly Reason[]): Choice => ({
  ...answer,
  reasons:
    answer.status === 'optimal' || answer.status === 'infeasible' ? reasons : [...reasons, 'time-ran-out'],
});

/** There is no answer, and this is why. */
export const noChoice = (reasons: readonly Reason[], status: Choice['status'] = 'infeasible'): Choice => ({
  open: [],
  objective: 0,
  bound: 0,
  gap: 0,
  status,
  reasons,
});

/** The sites that may be proposed, under new numbers; `sites` says which they were. */
export function among(
  reach: Reach,
  mayBe: readonly (boolean | undefined)[],
): { reach: Reach; sites: number[]; reasons: Reason[] } {
  const sites = [...Array(reach.sites).keys()].filter((j) => mayBe[j] === true);
  const numberOf = new Map(sites.map((site, number) => [site, number]));
  const places = reach.places.map((pairs) =>
    pairs.flatMap(([site, travel]) => {
      const number = numberOf.get(site);
      return number === undefined ? [] : [[number, travel] as const];
    }),
  );
  return {
    reach: { sites: sites.length, places },
    sites,
    reasons: sites.length > 0 ? [] : [reach.sites > 0 ? 'no-consent' : 'no-candidates'],
  };
}
