/**
 * How few sites reach everybody, or a share of them? The location set covering problem: C. Toregas, R. Swain, C. ReVelle
 * and L. Bergman, “The location of emergency service facilities”, Operations Research 19 (1971), 1363–1373. For a share,
 * the smallest p at which the maximal covering location problem reaches it.
 */
import { chosen, noChoice, type Prepared, prepared } from '../asked.ts';
import { type Asked, type Choice, outOfReach, sum } from '../reach.ts';
import type { Reason } from '../reasons.ts';
import { fewestSites } from '../solve/cover.ts';
import type { Answer, SolveSettings } from '../solve/solve.ts';
import { mclp } from './mclp.ts';

export interface LscpAsked extends Asked {
  within: number;
  /** The share of the weight that is to be reached; 1: every place that some site reaches at all. */
  share?: number;
}

/**
 * Chooses as few sites as can be. `objective` is how many, and `bound` that no fewer will do. Places where nobody counts,
 * and for a share of 1 those out of reach of every site, need none; a smaller share is of the weight of all, and is
 * infeasible where all sites together do not reach it.
 */
export async function lscp(given: LscpAsked, settings: SolveSettings): Promise<Choice> {
  const { asked, reasons } = prepared(given);
  const { reach, weights, within, fixed, share = 1 } = asked;
  if (share < 1) return fewestForShare({ ...asked, share }, settings, reasons);
  const lists = reach.places
    .filter((_pairs, i) => (weights[i] ?? 0) > 0)
    .map((pairs) => pairs.filter(([, travel]) => travel <= within).map(([site]) => site))
    .filter((list) => list.length > 0);
  const { improved, ...own } = settings;
  const answer = await fewestSites(lists, fixed, {
    ...own,
    ...(improved && { improved: (open, bound) => improved(asCount(open, bound)) }),
  });
  return chosen(asCount(answer.open, answer.bound), reasons);
}

const asCount = (open: readonly number[], bound: number): Answer => ({
  open: [...open].sort((a, b) => a - b),
  objective: open.length,
  bound,
  gap: open.length > 0 ? (open.length - bound) / open.length : 0,
  status: bound >= open.length ? 'optimal' : 'feasible',
});

async function fewestForShare(
  asked: Prepared<LscpAsked> & { share: number },
  settings: SolveSettings,
  reasons: readonly Reason[],
): Promise<Choice> {
  const { reach, weights, within, fixed, share } = asked;
  const beyond = new Set(outOfReach(reach, within));
  const wanted = share * sum(weights);
  const most = sum(weights.filter((_weight, i) => !beyond.has(i)));
  const enough = wanted - 1e-9 * Math.abs(wanted);
  if (most < enough) return noChoice([...reasons, 'share-out-of-reach']);
  const end = performance.now() + settings.seconds * 1000;
  const { seed, stopped } = settings;
  let low = fixed.length;
  let high = reach.sites;
  let open = [...Array(reach.sites).keys()];
  /** No fewer than this will do; it stops growing where the proof ran out of time. */
  let proven = low;
  while (low < high) {
    const p = Math.floor((low + high) / 2);
    const choice = await mclp(
      { ...asked, p, within },
      {
        seconds: Math.max(0.1, (end - performance.now()) / 1000),
        ...(seed !== undefined && { seed }),
        ...(stopped && { stopped }),
        enough: ({ objective, bound }) => objective >= enough || bound < enough,
      },
    );
    if (choice.objective >= enough) {
      high = p;
      open = choice.open;
      settings.improved?.(asCount(open, proven));
    } else {
      if (choice.bound < enough && proven === low) proven = p + 1;
      low = p + 1;
    }
  }
  return chosen(asCount(open, proven), reasons);
}
