/**
 * Which sites make the least travel in all? The p-median problem: S. L. Hakimi, “Optimum locations of switching centers
 * and the absolute centers and medians of a graph”, Operations Research 12 (1964), 450–459; as an integer program: C. S.
 * ReVelle and R. W. Swain, “Central facilities location”, Geographical Analysis 2 (1970), 30–42.
 */
import { chosen, noChoice, prepared } from '../asked.ts';
import type { Asked, Choice } from '../reach.ts';
import { sitingOf } from '../solve/siting.ts';
import { type SolveSettings, solveSiting } from '../solve/solve.ts';

export interface PMedianAsked extends Asked {
  p: number;
  /**
   * What a place is taken to travel when no chosen site is in its reach: no less than the longest travel in the reach,
   * which it is when left out. Where every site is in reach of every place, it is never used.
   */
  beyond?: number;
}

/** The longest travel that the reach knows. */
export const longest = ({ reach }: Pick<Asked, 'reach'>): number =>
  reach.places.reduce((most, pairs) => pairs.reduce((far, [, travel]) => Math.max(far, travel), most), 0);

/**
 * Chooses `p` sites so that the sum of weight × travel to the nearest of them is as small as can be. `objective` is that
 * sum, and `bound` what no choice can fall below.
 */
export async function pMedian(given: PMedianAsked, settings: SolveSettings): Promise<Choice> {
  const { asked, reasons } = prepared(given);
  const { reach, weights, p, fixed, beyond = longest(asked) } = asked;
  if (fixed.length > p) return noChoice(reasons);
  const siting = sitingOf(
    reach.places.map((pairs, i) => {
      const weight = weights[i] ?? 0;
      return { fallback: weight * beyond, pairs, cost: (travel: number) => weight * travel };
    }),
    { sites: reach.sites, p, fixed },
  );
  return chosen(await solveSiting(siting, settings), reasons);
}
