/**
 * Which sites make the longest way as short as can be? The p-centre problem: S. L. Hakimi (1964), as for the p-median;
 * solved as set covering at one length after the other: E. Minieka, “The m-center problem”, SIAM Review 12 (1970), 138–139.
 */
import { type Asked, type Choice, nearest } from '../reach.ts';
import { fewestSites } from '../solve/cover.ts';
import type { SolveSettings } from '../solve/solve.ts';

export interface PCentreAsked extends Asked {
  p: number;
}

/**
 * Chooses `p` sites so that the longest travel from a place of some weight to the nearest of them is as short as can be.
 * Places that no site reaches do not count. `objective` is that travel, and `bound` what no choice can fall below;
 * infeasible where `p` sites cannot reach all places that some site reaches.
 */
export async function pCentre(asked: PCentreAsked, settings: SolveSettings): Promise<Choice> {
  const { reach, weights, p, fixed = [] } = asked;
  const counted = reach.places.filter((pairs, i) => (weights[i] ?? 0) > 0 && pairs.length > 0);
  const lengths = [...new Set(counted.flatMap((pairs) => pairs.map(([, travel]) => travel)))].sort(
    (a, b) => a - b,
  );
  const end = performance.now() + settings.seconds * 1000;
  const reachable = { sites: reach.sites, places: counted };
  let low = 0;
  let high = lengths.length;
  let proven = 0;
  let open: number[] | undefined;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const length = lengths[middle] ?? 0;
    const lists = counted.map((pairs) => pairs.flatMap(([site, travel]) => (travel <= length ? [site] : [])));
    const seconds = Math.max(0.1, (end - performance.now()) / 1000);
    const cover = lists.some((list) => list.length === 0)
      ? undefined
      : await fewestSites(lists, fixed, { ...settings, seconds });
    if (cover && cover.open.length <= p) {
      open = filled(cover.open, p, reach.sites);
      const worst = Math.max(...nearest(reachable, open));
      high = Math.min(middle, lengths.indexOf(worst));
    } else {
      if ((!cover || cover.bound > p) && proven === low) proven = middle + 1;
      low = middle + 1;
    }
  }
  if (!open) {
    const isNothing = counted.length === 0;
    return {
      open: isNothing ? filled(fixed, p, reach.sites) : [],
      objective: 0,
      bound: 0,
      gap: 0,
      status: isNothing ? 'optimal' : 'infeasible',
    };
  }
  const objective = lengths[high] ?? 0;
  const bound = proven >= high ? objective : (lengths[proven] ?? 0);
  return {
    open,
    objective,
    bound,
    gap: objective > 0 ? (objective - bound) / objective : 0,
    status: bound === objective ? 'optimal' : 'feasible',
  };
}

/** Sites that are left over are opened too: `p` were asked for. */
function filled(open: readonly number[], p: number, sites: number): number[] {
  const chosen = new Set(open);
  for (let j = 0; chosen.size < Math.min(p, sites); j += 1) chosen.add(j);
  return [...chosen].sort((a, b) => a - b);
}
