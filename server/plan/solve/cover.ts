/**
 * The fewest sites of which each place has one: set covering. What another place's list already demands, and sites that
 * another site outdoes, are taken out first; a search finds a small cover, and HiGHS proves it or finds a smaller one.
 */
import { searchCover } from './cover-search.ts';
import { type Model, solveModel } from './highs.ts';

export interface CoverAnswer {
  open: number[];
  /** No choice needs fewer. */
  bound: number;
  status: 'optimal' | 'feasible';
}

export interface CoverSettings {
  seconds: number;
  /** The same seed finds the same answer, where time does not run out. */
  seed?: number;
  /** Stop when the gap is no wider. */
  gap?: number;
  /** Stop at so few sites: whoever asks needs no fewer. */
  wanted?: number;
  stopped?: () => boolean;
  /** Hears of each smaller choice, and of the bound at that moment. */
  improved?: (open: number[], bound: number) => void;
}

const SEARCH_STEPS = 1_000_000;
const STEPS_BY_PLACE = 500;
/** Where few enough sites will do, a cover that is near is soon found, or there is none. */
const STEPS_IF_WANTED = 50;

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

/** Where a place needs one of some sites, another that could take any of them has one too: only the smallest lists stay. */
function smallest(lists: Lists, isOver: () => boolean): Lists {
  const kept: Lists = [];
  const keptWith = new Map<number, number[]>();
  for (const list of [...lists].sort((a, b) => a.size - b.size)) {
    const shared = new Map<number, number>();
    let isNeeded = true;
    for (const j of isOver() ? [] : list)
      for (const n of keptWith.get(j) ?? []) {
        const count = (shared.get(n) ?? 0) + 1;
        shared.set(n, count);
        if (count === kept[n]?.size) isNeeded = false;
      }
    if (!isNeeded) continue;
    for (const j of list) {
      const own = keptWith.get(j);
      if (own) own.push(kept.length);
      else keptWith.set(j, [kept.length]);
    }
    kept.push(list);
  }
  return kept;
}

/** A site that serves no more places than another is not needed beside it. */
function withoutOutdone(lists: Lists, isOver: () => boolean): Lists {
  const places = whereIn(lists);
  const outdone = new Set<number>();
  for (const [j, own] of places) {
    if (isOver()) break;
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
function reduced(lists: Lists, isOver: () => boolean): Lists {
  let now = lists;
  for (;;) {
    const next = withoutOutdone(smallest(now, isOver), isOver);
    const size = (all: Lists) => all.reduce((sum, { size: one }) => sum + one, 0);
    if (isOver() || (next.length === now.length && size(next) === size(now))) return next;
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
  { seconds, seed = 1, gap = 0, wanted = 0, stopped = () => false, improved }: CoverSettings,
): Promise<CoverAnswer> {
  const end = performance.now() + seconds * 1000;
  const isOver = () => stopped() || performance.now() > end;
  const chosen = new Set(fixed);
  const lists = reduced(
    given.filter((list) => !list.some((j) => chosen.has(j))).map((list) => new Set(list)),
    isOver,
  );
  const singles = new Set(lists.filter(({ size }) => size === 1).flatMap((list) => [...list]));
  const rest = lists.filter((list) => ![...list].some((j) => singles.has(j)));
  const settled = [...chosen, ...singles];
  if (rest.length === 0) {
    improved?.(settled, settled.length);
    return { open: settled, bound: settled.length, status: 'optimal' };
  }

  const columns = [...new Set(rest.flatMap((list) => [...list]))];
  const columnOf = new Map(columns.map((j, n) => [j, n]));
  const rows = rest.map((list) => [...list].map((j) => columnOf.get(j) ?? 0));
  let best = greedyCover(rest).map((j) => columnOf.get(j) ?? 0);
  let bound = 1;
  const answer = (): CoverAnswer => ({
    open: [...settled, ...best.map((n) => columns[n] ?? 0)],
    bound: settled.length + bound,
    status: bound >= best.length ? 'optimal' : 'feasible',
  });
  const hear = (cover: readonly number[], value: number) => {
    const higher = Math.min(best.length, Math.ceil(value - 1e-6));
    if (higher <= bound && cover.length >= best.length) return;
    bound = Math.max(bound, higher);
    if (cover.length < best.length) best = [...cover];
    improved?.(answer().open, answer().bound);
  };
  const isEnough = () => {
    const size = settled.length + best.length;
    return isOver() || size <= wanted || best.length - bound <= gap * size;
  };
  improved?.(answer().open, answer().bound);
  searchCover(rows, columns.length, {
    // Giving up one of all sites after the other begins better than the greedy cover does, but takes longer.
    first: wanted > 0 ? best : [...columns.keys()],
    steps: Math.min(SEARCH_STEPS, (wanted > 0 ? STEPS_IF_WANTED : STEPS_BY_PLACE) * rows.length),
    seed,
    stopped: isOver,
    least: Math.max(bound, wanted - settled.length),
    improved: (cover) => hear(cover, bound),
  });
  if (isEnough()) return answer();

  const isBest = new Set(best);
  const model: Model = {
    cost: columns.map(() => 1),
    upper: columns.map(() => 1),
    isWhole: columns.map(() => true),
    rows: rows.map((row) => ({
      lower: 1,
      upper: Number.POSITIVE_INFINITY,
      columns: row,
      values: row.map(() => 1),
    })),
  };
  const openIn = (values: Float64Array) => [...columns.keys()].filter((n) => (values[n] ?? 0) > 0.5);
  const solved = await solveModel(model, {
    seconds: (end - performance.now()) / 1000,
    near: 1 - 1e-6,
    start: Float64Array.from(columns, (_j, n) => (isBest.has(n) ? 1 : 0)),
    stopped: isEnough,
    improved: (lower, values) => hear(openIn(values), lower),
  });
  hear(solved.values ? openIn(solved.values) : best, solved.bound);
  if (solved.status === 'optimal') bound = best.length;
  return answer();
}
