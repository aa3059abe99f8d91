/**
 * Which site would be missed most? The loss of one facility at a time: R. L. Church, M. P. Scaparra and R. S. Middleton,
 * “Identifying critical infrastructure: the median and covering facility interdiction problems”, Annals of the Association
 * of American Geographers 94 (2004), 491–502, with r = 1.
 */
import { type Measure, measured, worseBy } from '../measures.ts';

export interface Loss {
  site: number;
  /** What the question’s own measure is without it. */
  left: number;
  /** How much worse that is: zero or more. Infinity where the longest way has no end without it. */
  costs: number;
}

/** What closing each open site costs when nothing opens instead: the worst first; of equals, in the order of the sites. */
export function firstToLose(measure: Measure, open: readonly number[]): Loss[] {
  const chosen = [...new Set(open)].sort((a, b) => a - b);
  const now = measured(measure, chosen);
  return chosen
    .map((site) => {
      const left = measured(
        measure,
        chosen.filter((each) => each !== site),
      );
      return { site, left, costs: Math.max(0, worseBy(measure, now, left)) };
    })
    .sort((a, b) => (a.costs === b.costs ? a.site - b.site : b.costs - a.costs));
}
