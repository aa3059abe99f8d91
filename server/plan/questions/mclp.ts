/**
 * Which sites reach most people? The maximal covering location problem: R. Church and C. ReVelle, “The maximal covering
 * location problem”, Papers of the Regional Science Association 32 (1974), 101–118.
 */
import { chosen, noChoice, prepared } from '../asked.ts';
import { type Asked, type Choice, sum } from '../reach.ts';
import { sitingOf } from '../solve/siting.ts';
import { type Answer, type SolveSettings, solveSiting } from '../solve/solve.ts';
import { reachedBy } from './coverage.ts';

export interface MclpAsked extends Asked {
  /** How many sites. */
  p: number;
  /** Travel that is still near enough, in the unit of the reach. */
  within: number;
}

/**
 * Chooses `p` sites so that the weight of the places with one of them within reach is as large as can be. `objective`
 * is that weight, and `bound` what no choice can exceed.
 */
export async function mclp(given: MclpAsked, settings: SolveSettings): Promise<Choice> {
  const { asked, reasons } = prepared(given);
  const { reach, weights, p, within, fixed } = asked;
  if (fixed.length > p) return noChoice(reasons);
  const cost = (travel: number) => (travel <= within ? 0 : Number.POSITIVE_INFINITY);
  const siting = sitingOf(
    reach.places.map((pairs, i) => ({ fallback: weights[i] ?? 0, pairs, cost })),
    { sites: reach.sites, p, fixed },
  );
  const all = sum(weights);
  /** Counted again from the places: a difference of two large sums would be less exact. */
  const asReached = (answer: Answer): Answer => {
    const isReached = reachedBy(reach, answer.open, within);
    const reached = weights.reduce((total, weight, i) => (isReached[i] ? total + weight : total), 0);
    const most = answer.status === 'optimal' ? reached : Math.max(reached, all - answer.bound);
    return { ...answer, objective: reached, bound: most, gap: most > 0 ? (most - reached) / most : 0 };
  };
  const { improved, gap = 0, enough } = settings;
  const answer = await solveSiting(siting, {
    ...settings,
    // A gap is one of the people reached here, not of those who are not.
    gap: 0,
    enough: ({ objective, bound, ...found }) => {
      const [reached, most] = [all - objective, all - bound];
      const own = most > 0 ? (most - reached) / most : 0;
      return own <= gap || (enough?.({ ...found, objective: reached, bound: most, gap: own }) ?? false);
    },
    ...(improved && { improved: (better) => improved(asReached(better)) }),
  });
  return chosen(asReached(answer), reasons);
}
