/**
 * How evenly is access shared? The Lorenz curve (M. O. Lorenz, “Methods of measuring the concentration of wealth”,
 * Publications of the American Statistical Association 9 (1905), 209–219) and its index (C. Gini 1912); the concentration
 * index against a ranking (N. C. Kakwani, A. Wagstaff and E. van Doorslaer, “Socioeconomic inequalities in health”, Journal
 * of Econometrics 77 (1997), 87–103); and the Palma ratio (A. Cobham and A. Sumner, “Is it all about the tails?”, 2013).
 */
import type { Reason } from '../reasons.ts';

export interface FairnessAsked {
  /** By place: what each person there has of access, such as 1 or 0 for within reach, or a score. Zero or more. */
  access: readonly (number | undefined)[];
  people: readonly number[];
  /** By place: the lower, the worse off (decile 1 of deprivation is worst). Left out: ranked by access itself. */
  ranking?: readonly (number | undefined)[];
}

/** So much of the people, from the worst off on, has so much of the access. */
export interface Point {
  people: number;
  access: number;
}

export interface Fairness {
  /** From 0,0 to 1,1; empty where nobody counts or nobody has access. */
  curve: Point[];
  /**
   * Twice the area between the curve and even shares. Ranked by access: the Gini index, 0 (even) to 1. Against another
   * ranking: the concentration index, from −1 (the worst off have all of it) to 1.
   */
  index: number | undefined;
  /** What the last tenth of the people has, over what the first two fifths have: 0.25 where all have as much. */
  palma: number | undefined;
  reasons: Reason[];
}

const isNumber = (number: number | undefined): number is number =>
  number !== undefined && Number.isFinite(number);

/** People of equal rank are one step of the curve, so that their order makes no difference. */
function stepsOf({ access, people, ranking = access }: FairnessAsked): { steps: Point[]; leftOut: boolean } {
  const byRank = new Map<number, Point>();
  let leftOut = false;
  for (const [i, count] of people.entries()) {
    const [has, rank] = [access[i], ranking[i]];
    if (count === 0) continue;
    if (!isNumber(has) || has < 0 || !isNumber(rank) || !(count > 0 && Number.isFinite(count))) {
      leftOut = true;
      continue;
    }
    const step = byRank.get(rank) ?? { people: 0, access: 0 };
    step.people += count;
    step.access += count * has;
    byRank.set(rank, step);
  }
  return { steps: [...byRank].sort(([a], [b]) => a - b).map(([, step]) => step), leftOut };
}

/** The access of the first so much of the people; within a step, everybody has as much. */
function heldBy(curve: readonly Point[], people: number): number {
  let last: Point = { people: 0, access: 0 };
  for (const point of curve) {
    if (point.people >= people) {
      const width = point.people - last.people;
      return width > 0
        ? last.access + ((point.access - last.access) * (people - last.people)) / width
        : point.access;
    }
    last = point;
  }
  return last.access;
}

/** The curve of access over the people, its index, and the Palma ratio, from the worst off to the best off. */
export function fairness(asked: FairnessAsked): Fairness {
  const { steps, leftOut } = stepsOf(asked);
  const reasons: Reason[] = leftOut ? ['places-not-ranked'] : [];
  const people = steps.reduce((all, step) => all + step.people, 0);
  const access = steps.reduce((all, step) => all + step.access, 0);
  const nothing = { curve: [], index: undefined, palma: undefined };
  if (!(people > 0)) return { ...nothing, reasons: [...reasons, 'nobody-counts'] };
  if (!(access > 0)) return { ...nothing, reasons: [...reasons, 'no-access'] };
  const curve: Point[] = [{ people: 0, access: 0 }];
  let [sumPeople, sumAccess, under] = [0, 0, 0];
  for (const step of steps) {
    under += (step.people / people) * ((2 * sumAccess + step.access) / access);
    sumPeople += step.people;
    sumAccess += step.access;
    curve.push({ people: sumPeople / people, access: sumAccess / access });
  }
  curve[curve.length - 1] = { people: 1, access: 1 };
  const worst = heldBy(curve, 0.4);
  if (worst === 0) reasons.push('worst-off-have-none');
  return {
    curve,
    index: 1 - under,
    palma: worst > 0 ? (1 - heldBy(curve, 0.9)) / worst : undefined,
    reasons,
  };
}
