/**
 * How few sites reach everybody, or a share of them? The location set covering problem: C. Toregas, R. Swain, C. ReVelle
 * and L. Bergman, “The location of emergency service facilities”, Operations Research 19 (1971), 1363–1373. For a share,
 * the smallest p at which the maximal covering location problem reaches it.
 */
import { type Asked, type Choice, outOfReach, sum } from '../reach.ts';
import { fewestSites } from '../solve/cover.ts';
import type { SolveSettings } from '../solve/solve.ts';
import { mclp } from './mclp.ts';

export interface LscpAsked extends Asked {
  within: number;
  /** The share of the weight that is to be reached; 1: every place that some site reaches at all. */
  share?: number;
}

const inOrder = (open: readonly number[]) => [...open].sort((a, b) => a - b);

/**
 * Chooses as few sites as can be. `objective` is how many, and `bound` that no fewer will do. Places out of reach of
 * every site do not count for a share of 1 (`outOfReach` names them); a smaller share is of the weight of all, and is
 * infeasible where all sites together do not reach it.
 */
export async function lscp(asked: LscpAsked, settings: SolveSettings): Promise<Choice> {
  const { reach, within, fixed = [], share = 1 } = asked;
  if (share < 1) return fewestForShare({ ...asked, share }, settings);
  const lists = reach.places
    .map((pairs) => pairs.filter(([, travel]) => travel <= within).map(([site]) => site))
    .filter((list) => list.length > 0);
  const { open, bound, status } = await fewestSites(lists, fixed, settings);
  const count = open.length;
  return {
    open: inOrder(open),
    objective: count,
    bound,
    gap: count > 0 ? (count - bound) / count : 0,
    status,
  };
}

async function fewestForShare(
  asked: LscpAsked & { share: number },
  settings: SolveSettings,
): Promise<Choice> {
  const { reach, weights, within, fixed = [], share } = asked;
  const beyond = new Set(outOfReach(reach, within));
  const wanted = share * sum(weights);
  const most = sum(weights.filter((_weight, i) => !beyond.has(i)));
  if (most < wanted - 1e-9 * Math.abs(wanted))
    return { open: [], objective: 0, bound: 0, gap: 0, status: 'infeasible' };
  const enough = wanted - 1e-9 * Math.abs(wanted);
  const end = performance.now() + settings.seconds * 1000;
  let low = fixed.length;
  let high = reach.sites;
  let open = [...Array(reach.sites).keys()];
  /** No fewer than this will do; it stops growing where the proof ran out of time. */
  let proven = low;
  while (low < high) {
    const p = Math.floor((low + high) / 2);
    const { improved: _each, ...own } = settings;
    const seconds = Math.max(0.1, (end - performance.now()) / 1000);
    const choice = await mclp({ ...asked, p, within }, { ...own, seconds });
    if (choice.objective >= enough) {
      high = p;
      open = choice.open;
    } else {
      if (choice.bound < enough && proven === low) proven = p + 1;
      low = p + 1;
    }
  }
  const isProven = proven === high;
  return {
    open: inOrder(open),
    objective: high,
    bound: isProven ? high : proven,
    gap: isProven || high === 0 ? 0 : (high - proven) / high,
    status: isProven ? 'optimal' : 'feasible',
  };
}
