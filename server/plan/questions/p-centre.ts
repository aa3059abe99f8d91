/**
 * Which sites make the longest way as short as can be? The p-centre problem: S. L. Hakimi (1964), as for the p-median;
 * solved as set covering at one length after the other: E. Minieka, “The m-center problem”, SIAM Review 12 (1970), 138–139.
 */
import { chosen, noChoice, prepared } from '../asked.ts';
import { type Asked, type Choice, nearest, type Reach } from '../reach.ts';
import { fewestSites } from '../solve/cover.ts';
import type { Answer, SolveSettings } from '../solve/solve.ts';

export interface PCentreAsked extends Asked {
  p: number;
}

/**
 * Chooses `p` sites so that the longest travel from a place of some weight to the nearest of them is as short as can be.
 * Places that no site reaches do not count. `objective` is that travel, and `bound` what no choice can fall below;
 * infeasible where `p` sites cannot reach all places that some site reaches.
 */
export async function pCentre(given: PCentreAsked, settings: SolveSettings): Promise<Choice> {
  const { asked, reasons } = prepared(given);
  const { reach, weights, p, fixed } = asked;
  if (fixed.length > p) return noChoice(reasons);
  const counted = reach.places.filter((pairs, i) => (weights[i] ?? 0) > 0 && pairs.length > 0);
  if (counted.length === 0) return chosen(answerOf(filled(fixed, p, reach.sites), 0, 0), reasons);
  const reachable = { sites: reach.sites, places: counted };
  const worstOf = (sites: readonly number[]) =>
    nearest(reachable, sites).reduce((worst, travel) => Math.max(worst, travel), 0);
  let open: number[] | undefined = filled(farthestFirst(reachable, fixed, p), p, reach.sites);
  let worst = worstOf(open);
  if (worst === Number.POSITIVE_INFINITY) open = undefined;
  const lengths = lengthsUpTo(counted, worst);
  const end = performance.now() + settings.seconds * 1000;
  let low = 0;
  let high = open ? lengths.length - 1 : lengths.length;
  let proven = 0;
  const { improved, ...own } = settings;
  const tell = () => {
    if (open) improved?.(answerOf(open, worst, lengths[proven] ?? worst));
  };
  tell();
  while (low < high && !own.stopped?.() && performance.now() < end) {
    const middle = Math.floor((low + high) / 2);
    const length = lengths[middle] ?? 0;
    const lists = counted.map((pairs) => pairs.flatMap(([site, travel]) => (travel <= length ? [site] : [])));
    const seconds = Math.max(0.1, (end - performance.now()) / 1000);
    const cover = lists.some((list) => list.length === 0)
      ? undefined
      : await fewestSites(lists, fixed, { ...own, seconds, wanted: p, gap: 0 });
    if (cover && cover.open.length <= p) {
      open = filled(cover.open, p, reach.sites);
      worst = worstOf(open);
      high = Math.min(middle, lengths.indexOf(worst));
    } else {
      if ((!cover || cover.bound > p) && proven === low) proven = middle + 1;
      low = middle + 1;
    }
    tell();
  }
  if (open) return chosen(answerOf(open, worst, proven >= high ? worst : (lengths[proven] ?? 0)), reasons);
  return proven === lengths.length
    ? noChoice([...reasons, 'too-few-sites'])
    : noChoice([...reasons, 'time-ran-out'], 'unknown');
}

const answerOf = (open: number[], objective: number, bound: number): Answer => ({
  open,
  objective,
  bound,
  gap: objective > 0 ? (objective - bound) / objective : 0,
  status: bound === objective ? 'optimal' : 'feasible',
});

/** Every length up to the longest that may be needed, in order. */
function lengthsUpTo(places: Reach['places'], most: number): number[] {
  const lengths = new Set<number>();
  for (const pairs of places) for (const [, travel] of pairs) if (travel <= most) lengths.add(travel);
  return [...lengths].sort((a, b) => a - b);
}

/** A first answer: each time the site that is nearest to the place that is now farthest (T. F. Gonzalez 1985). */
function farthestFirst({ places }: Reach, fixed: readonly number[], p: number): number[] {
  const open = new Set(fixed);
  const travel = nearest({ sites: 0, places }, fixed);
  while (open.size < p) {
    let far = -1;
    for (const [i, own] of travel.entries()) if (far < 0 || own > (travel[far] ?? 0)) far = i;
    let found: readonly [site: number, travel: number] | undefined;
    for (const pair of places[far] ?? []) if (!found || pair[1] < found[1]) found = pair;
    if (!found || open.has(found[0])) break;
    const [site] = found;
    open.add(site);
    for (const [i, pairs] of places.entries())
      for (const [own, length] of pairs) if (own === site) travel[i] = Math.min(travel[i] ?? length, length);
  }
  return [...open];
}

/** Sites that are left over are opened too: `p` were asked for. */
function filled(open: readonly number[], p: number, sites: number): number[] {
  const all = new Set(open);
  for (let j = 0; all.size < Math.min(p, sites); j += 1) all.add(j);
  return [...all].sort((a, b) => a - b);
}
