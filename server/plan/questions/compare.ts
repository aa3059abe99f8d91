/**
 * What is different between two answers? Kept, dropped and new sites, and who gains and who loses: winners and losers are
 * counted apart, because a sum hides them (K. Lucas, B. van Wee and K. Maat, “A method to evaluate equitable
 * accessibility”, Transportation 43 (2016), 473–490).
 */
import { usable } from '../asked.ts';
import type { Reach } from '../reach.ts';
import type { Reason } from '../reasons.ts';
import { type Groups, reachedBy } from './coverage.ts';

/** One answer, and the travel that it was given for: sites and places have the same numbers on both sides. */
export interface Side {
  reach: Reach;
  within: number;
  open: readonly number[];
}

export interface CompareAsked {
  before: Side;
  after: Side;
  people: readonly number[];
  groups?: Groups;
}

/** Those who come within reach, and those who no longer are. */
export interface Change {
  gained: number;
  lost: number;
}

export interface Comparison {
  kept: number[];
  dropped: number[];
  opened: number[];
  people: Change;
  byGroup: Record<string, Change>;
  /** The places that come within reach, and those that no longer are. */
  places: { gained: number[]; lost: number[] };
  reasons: Reason[];
}

const inOrder = (sites: Iterable<number>) => [...new Set(sites)].sort((a, b) => a - b);

export function compare({ before, after, people, groups = {} }: CompareAsked): Comparison {
  const count = Math.max(before.reach.places.length, after.reach.places.length);
  const was = reachedBy(before.reach, before.open, before.within);
  const is = reachedBy(after.reach, after.open, after.within);
  const all = [...Array(count).keys()];
  const places = {
    gained: all.filter((i) => !was[i] && is[i]),
    lost: all.filter((i) => was[i] && !is[i]),
  };
  const said = new Set<Reason>(count === 0 ? ['no-places'] : []);
  const changeOf = (given: readonly number[]): Change => {
    const { numbers, reasons } = usable(given, count);
    for (const reason of reasons) said.add(reason);
    const sum = (some: readonly number[]) => some.reduce((total, i) => total + (numbers[i] ?? 0), 0);
    return { gained: sum(places.gained), lost: sum(places.lost) };
  };
  const [old, now] = [new Set(before.open), new Set(after.open)];
  return {
    kept: inOrder(before.open).filter((j) => now.has(j)),
    dropped: inOrder(before.open).filter((j) => !now.has(j)),
    opened: inOrder(after.open).filter((j) => !old.has(j)),
    people: changeOf(people),
    byGroup: Object.fromEntries(Object.entries(groups).map(([name, numbers]) => [name, changeOf(numbers)])),
    places,
    reasons: [...said],
  };
}
