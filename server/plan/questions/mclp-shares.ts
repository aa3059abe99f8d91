/**
 * Which sites reach most people, when of some groups at least a share is to be reached? The maximal covering location
 * problem with mandatory coverage (R. Church and C. ReVelle, “The maximal covering location problem”, Papers of the
 * Regional Science Association 32 (1974), 101–118), where what is mandatory is a share of a group, not every place.
 */
import { chosen, noChoice, prepared, usable } from '../asked.ts';
import { type Choice, sum } from '../reach.ts';
import { type Model, solveModel } from '../solve/highs.ts';
import type { SolveSettings } from '../solve/solve.ts';
import { reachedBy } from './coverage.ts';
import { type MclpAsked, mclp } from './mclp.ts';

/** At least this share of these people, by place; a group of nobody is always reached. */
export interface Minimum {
  group: string;
  people: readonly number[];
  share: number;
}

export interface SharesAsked extends MclpAsked {
  minimums: readonly Minimum[];
}

export interface SharesChoice extends Choice {
  /** By group: the share that is reached. Where there is no choice: the best that the group could have by itself. */
  shares: Record<string, number>;
}

/** A rounding error is no lack. */
const SAME = 1e-9;

/**
 * As `mclp`, and at least the share of each group. Infeasible where no choice has them all: `shares` says then how much
 * of each group could be reached at best (at least that much, should the time run out), without minding the others.
 */
export async function mclpWithShares(given: SharesAsked, settings: SolveSettings): Promise<SharesChoice> {
  const { asked, reasons } = prepared(given);
  const { reach, fixed, p, within } = asked;
  const cleaned = asked.minimums.map((minimum) => ({
    ...minimum,
    ...usable(minimum.people, reach.places.length),
  }));
  const minimums = cleaned.map(({ group, share, numbers }) => ({ group, share, people: numbers }));
  const said = [...new Set([...reasons, ...cleaned.flatMap((minimum) => minimum.reasons)])];
  if (fixed.length > p) return { ...noChoice(said), shares: {} };
  const end = performance.now() + settings.seconds * 1000;
  const { improved, enough: _enough, ...own } = settings;
  const left = () => ({ ...own, seconds: Math.max(0.1, (end - performance.now()) / 1000) });
  const sharesOf = (open: readonly number[]): Record<string, number> => {
    const isReached = reachedBy(reach, open, within);
    return Object.fromEntries(minimums.map(({ group, people }) => [group, shareOf(people, isReached)]));
  };
  const hasAll = (shares: Record<string, number>) =>
    minimums.every(({ group, share }) => (shares[group] ?? 0) >= share - SAME);

  // The best without minimums is the best with them too, when it has them.
  const free = await mclp({ ...asked, p, within }, left());
  const freely = sharesOf(free.open);
  if (hasAll(freely)) return { ...free, reasons: [...new Set([...said, ...free.reasons])], shares: freely };

  const solved = await solveWithRows(
    { ...asked, minimums },
    {
      ...left(),
      improved: (open, bound) => improved?.({ ...answerOf(asked, open, Math.min(bound, free.bound)) }),
    },
  );
  if (solved.open) {
    const answer = answerOf(asked, solved.open, Math.min(solved.bound, free.bound), solved.isProven);
    return { ...chosen(answer, said), shares: sharesOf(solved.open) };
  }
  const best: Record<string, number> = {};
  for (const { group, people } of minimums) {
    const alone = await mclp({ ...asked, p, within, weights: people }, left());
    best[group] = shareOf(people, reachedBy(reach, alone.open, within));
  }
  if (!solved.isProven) return { ...noChoice([...said, 'time-ran-out'], 'unknown'), shares: best };
  return {
    ...noChoice([...said, hasAll(best) ? 'shares-not-together' : 'share-out-of-reach']),
    shares: best,
  };
}

function shareOf(people: readonly number[], isReached: readonly boolean[]): number {
  const all = sum(people);
  return all > 0 ? sum(people.filter((_each, i) => isReached[i])) / all : 1;
}

function answerOf({ reach, weights, within }: MclpAsked, open: number[], most: number, isProven = false) {
  const isReached = reachedBy(reach, open, within);
  const objective = sum(weights.filter((_weight, i) => isReached[i]));
  const bound = isProven ? objective : Math.max(objective, most);
  return {
    open,
    objective,
    bound,
    gap: bound > 0 ? (bound - objective) / bound : 0,
    status: bound <= objective ? ('optimal' as const) : ('feasible' as const),
  };
}

interface RowSettings {
  seconds: number;
  stopped?: () => boolean;
  improved: (open: number[], bound: number) => void;
}

/** Columns: the sites, and each set of places that the same sites reach. */
async function solveWithRows(
  { reach, weights, p, within, fixed = [], minimums }: SharesAsked,
  { seconds, stopped, improved }: RowSettings,
): Promise<{ open?: number[]; bound: number; isProven: boolean }> {
  const all = [...Array(reach.sites).keys()];
  const sets = new Map<string, { sites: number[]; places: number[] }>();
  for (const [i, pairs] of reach.places.entries()) {
    const sites = pairs
      .filter(([, travel]) => travel <= within)
      .map(([site]) => site)
      .sort((a, b) => a - b);
    if (sites.length === 0) continue;
    const name = sites.join();
    const known = sets.get(name);
    if (known) known.places.push(i);
    else sets.set(name, { sites, places: [i] });
  }
  const groups = [...sets.values()];
  const weightIn = (numbers: readonly number[], places: number[]) => sum(places.map((i) => numbers[i] ?? 0));
  const columns = groups.map((_group, n) => reach.sites + n);
  const model: Model = {
    cost: [...all.map(() => 0), ...groups.map(({ places }) => -weightIn(weights, places))],
    upper: [...all, ...columns].map(() => 1),
    isWhole: [...all.map(() => true), ...columns.map(() => false)],
    rows: [
      { lower: p, upper: p, columns: all, values: all.map(() => 1) },
      ...fixed.map((site) => ({ lower: 1, upper: 1, columns: [site], values: [1] })),
      ...groups.map(({ sites }, n) => ({
        lower: Number.NEGATIVE_INFINITY,
        upper: 0,
        columns: [reach.sites + n, ...sites],
        values: [1, ...sites.map(() => -1)],
      })),
      // In shares of the group, so that the numbers are of one size whatever the group.
      ...minimums
        .filter(({ people, share }) => share > 0 && sum(people) > 0)
        .map(({ people, share }) => ({
          lower: share - SAME,
          upper: Number.POSITIVE_INFINITY,
          columns,
          values: groups.map(({ places }) => weightIn(people, places) / sum(people)),
        })),
    ],
  };
  if (reach.sites === 0) return { bound: 0, isProven: true };
  const openIn = (values: Float64Array) => all.filter((j) => (values[j] ?? 0) > 0.5);
  const solved = await solveModel(model, {
    seconds,
    near: SAME * sum(weights),
    ...(stopped && { stopped }),
    improved: (lower, values) => improved(openIn(values), -lower),
  });
  return {
    ...(solved.values && { open: openIn(solved.values) }),
    bound: -solved.bound,
    isProven: solved.status !== 'stopped',
  };
}
