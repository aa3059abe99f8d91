/**
 * The fewest sites of which each place has one: set covering. What another place's list already demands, and sites that
 * another site outdoes, are taken out first; HiGHS proves the rest.
 */
import { type Model, solveModel } from './highs.ts';

export interface CoverAnswer {
  open: number[];
  /** No choice needs fewer. */
  bound: number;
  status: 'optimal' | 'feasible';
}

export interface CoverSettings {
  seconds: number;
  stopped?: () => boolean;
}

type Lists = Set<number>[];

const isWithin = (small: Set<number>, large: Set<number>): boolean =>
  small.size <= large.size && [...small].every((each) => large.has(each));

/** By item, the lists that it is in. */
function whereIn(lists: Lists): Map<number, Set<number>> {
  const places = new Map<number, Set<number>>();
  for (const [i, list] of lists.entries())
    for (const j of list) places.set(j, (places.get(j) ?? new Set()).add(i));
  return places;
}

/** A place whose every site… serves some other place is served with that one: only the smallest lists are kept. */
function smallest(lists: Lists): Lists {
  const sorted = [...lists].sort((a, b) => a.size - b.size);
  const kept: Lists = [];
  const keptWith = new Map<number, Set<number>[]>();
  for (const list of sorted) {
    const near = new Set([...list].flatMap((j) => keptWith.get(j) ?? []));
    if ([...near].some((small) => isWithin(small, list))) continue;
    kept.push(list);
    for (const j of list) keptWith.set(j, [...(keptWith.get(j) ?? []), list]);
  }
  return kept;
}

/** A site that serves no more places than another is not needed beside it. */
function withoutOutdone(lists: Lists): Lists {
  const places = whereIn(lists);
  const outdone = new Set<number>();
  for (const [j, own] of places) {
    const [some] = own;
    const rivals = some === undefined ? [] : (lists[some] ?? []);
    for (const k of rivals) {
      const theirs = places.get(k);
      if (k === j || outdone.has(k) || !theirs || !isWithin(own, theirs)) continue;
      // Of two that serve the same places, the one with the lower number stays.
      if (theirs.size > own.size || k < j) {
        outdone.add(j);
        break;
      }
    }
  }
  return lists.map((list) => new Set([...list].filter((j) => !outdone.has(j))));
}

/** Takes out what needs no deciding, until nothing changes. */
function reduced(lists: Lists): Lists {
  let now = lists;
  for (;;) {
    const next = withoutOutdone(smallest(now));
    const size = (all: Lists) => all.reduce((sum, { size: one }) => sum + one, 0);
    if (next.length === now.length && size(next) === size(now)) return next;
    now = next;
  }
}

/** One site after the other, each time the one that serves most of those not yet served; then none that is not needed. */
function greedyCover(lists: Lists): number[] {
  const places = whereIn(lists);
  const open: number[] = [];
  const waiting = new Set(lists.keys());
  while (waiting.size > 0) {
    let best = -1;
    let most = 0;
    for (const [j, own] of places) {
      let count = 0;
      for (const i of own) if (waiting.has(i)) count += 1;
      if (count > most) [best, most] = [j, count];
    }
    open.push(best);
    for (const i of places.get(best) ?? []) waiting.delete(i);
  }
  return open.filter((j, n) => {
    const others = new Set(open.filter((_k, m) => m !== n));
    const isNeeded = [...(places.get(j) ?? [])].some(
      (i) => ![...(lists[i] ?? [])].some((k) => others.has(k)),
    );
    if (!isNeeded) open[n] = -1;
    return isNeeded;
  });
}

/** The lists hold, by place, the sites that would serve it; none is empty. `fixed` are chosen already. */
export async function fewestSites(
  given: readonly (readonly number[])[],
  fixed: readonly number[],
  { seconds, stopped }: CoverSettings,
): Promise<CoverAnswer> {
  const chosen = new Set(fixed);
  const lists = reduced(
    given.filter((list) => !list.some((j) => chosen.has(j))).map((list) => new Set(list)),
  );
  const singles = new Set(lists.filter(({ size }) => size === 1).flatMap((list) => [...list]));
  const rest = lists.filter((list) => ![...list].some((j) => singles.has(j)));
  const settled = [...chosen, ...singles];
  if (rest.length === 0) return { open: settled, bound: settled.length, status: 'optimal' };
  const quick = greedyCover(rest);
  const columns = [...new Set(rest.flatMap((list) => [...list]))];
  const columnOf = new Map(columns.map((j, n) => [j, n]));
  const model: Model = {
    cost: columns.map(() => 1),
    upper: columns.map(() => 1),
    isBinary: columns.map(() => true),
    rows: rest.map((list) => ({
      lower: 1,
      upper: Number.POSITIVE_INFINITY,
      columns: [...list].map((j) => columnOf.get(j) ?? 0),
      values: [...list].map(() => 1),
    })),
  };
  const isQuick = new Set(quick);
  const start = Float64Array.from(columns, (j) => (isQuick.has(j) ? 1 : 0));
  const solved = await solveModel(model, { seconds, near: 1 - 1e-6, start, stopped });
  const found = solved.values && columns.filter((_j, n) => (solved.values?.[n] ?? 0) > 0.5);
  const best = found && found.length < quick.length ? found : quick;
  const bound =
    settled.length +
    (solved.status === 'optimal'
      ? best.length
      : Math.min(best.length, Math.max(1, Math.ceil(solved.bound - 1e-6))));
  const open = [...settled, ...best];
  return { open, bound, status: bound === open.length ? 'optimal' : 'feasible' };
}
