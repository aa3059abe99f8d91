/**
 * Which sites reach most people? The maximal covering location problem: R. Church and C. ReVelle, “The maximal covering
 * location problem”, Papers of the Regional Science Association 32 (1974), 101–118.
 */
import { type Asked, type Choice, sum } from '../reach.ts';
import { sitingOf } from '../solve/siting.ts';
import { type Answer, type SolveSettings, solveSiting } from '../solve/solve.ts';

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
export async function mclp(asked: MclpAsked, settings: SolveSettings): Promise<Choice> {
  const { reach, weights, p, within, fixed } = asked;
  const siting = sitingOf(
    reach.places.map((pairs, i) => ({
      fallback: weights[i] ?? 0,
      pairs: pairs.filter(([, travel]) => travel <= within).map(([site]) => [site, 0] as const),
    })),
    { sites: reach.sites, p, fixed },
  );
  const all = sum(weights);
  const asReached = ({ objective, bound, ...answer }: Answer): Answer => {
    const reached = all - objective;
    const most = all - bound;
    return { ...answer, objective: reached, bound: most, gap: most > 0 ? (most - reached) / most : 0 };
  };
  const { improved } = settings;
  const answer = await solveSiting(siting, {
    ...settings,
    ...(improved && { improved: (better) => improved(asReached(better)) }),
  });
  return asReached(answer);
}
