/**
 * Which sites, and how many sessions at each, when rooms fill up? The capacitated maximal covering location problem (J. R.
 * Current and J. E. Storbeck, “Capacitated covering models”, Environment and Planning B 15 (1988), 153–163) and the
 * capacitated p-median problem (J. M. Mulvey and M. P. Beck, “Solving capacitated clustering problems”, European Journal of
 * Operational Research 18 (1984), 339–348), here with the people of a place split between sites, and capacity that comes
 * by the session.
 */
import { chosen, noChoice, type Prepared, prepared, usable } from '../asked.ts';
import { type Asked, type Choice, sum } from '../reach.ts';
import { type Model, solveModel } from '../solve/highs.ts';
import type { Answer, SolveSettings } from '../solve/solve.ts';
import { fillRooms } from './capacitated-start.ts';
import { longest } from './p-median.ts';

export interface CapacitatedAsked extends Asked {
  p: number;
  /** By site: how many people its room takes in one session. */
  capacity: readonly number[];
  /** By site: how many sessions it may have; a cap that is no whole number is rounded down. */
  cap: readonly number[];
  /** How many sessions there may be in all, where that is bounded. */
  sessions?: number;
}

export interface CapacitatedChoice extends Choice {
  /** By open site, in their order: how many sessions it needs. */
  sessions: number[];
  /** Who goes where: so many people of a place to a site. */
  served: { place: number; site: number; people: number }[];
}

/** What one person costs: when no site serves them, and at each site that serves them better than that. */
interface Costs {
  fallback: number;
  pairs: (readonly [place: number, site: number, cost: number])[];
}

const nothing = { sessions: [], served: [] };
/** A share of the people that is not told apart from nobody. */
const SAME = 1e-6;
/** With more pairs, a row for each pair would be more than the tighter bound is worth. */
const MOST_LINKS = 20_000;

/** The most people served by sites within reach, none beyond its capacity. `objective` is their weight. */
export async function capacitatedMclp(
  given: CapacitatedAsked & { within: number },
  settings: SolveSettings,
): Promise<CapacitatedChoice> {
  const { asked, reasons } = prepared(given);
  const pairs = asked.reach.places.flatMap((own, place) =>
    own.flatMap(([site, travel]) => (travel <= asked.within ? [[place, site, 0] as const] : [])),
  );
  const all = sum(asked.weights);
  const asServed = <A extends Answer | CapacitatedChoice>(answer: A): A => {
    const [served, most] = [all - answer.objective, all - answer.bound];
    return { ...answer, objective: served, bound: most, gap: most > 0 ? (most - served) / most : 0 };
  };
  const { improved } = settings;
  const choice = await solve(
    { ...asked, reasons },
    { fallback: 1, pairs },
    {
      ...settings,
      ...(improved && { improved: (better) => improved(asServed(better)) }),
    },
  );
  return choice.status === 'optimal' || choice.status === 'feasible' ? asServed(choice) : choice;
}

/** The least travel in all; whoever finds no room in reach travels `beyond`, the longest travel when left out. */
export async function capacitatedPMedian(
  given: CapacitatedAsked & { beyond?: number },
  settings: SolveSettings,
): Promise<CapacitatedChoice> {
  const { asked, reasons } = prepared(given);
  const fallback = asked.beyond ?? longest(asked);
  const pairs = asked.reach.places.flatMap((own, place) =>
    own.flatMap(([site, travel]) => (travel < fallback ? [[place, site, travel] as const] : [])),
  );
  return solve({ ...asked, reasons }, { fallback, pairs }, settings);
}

type Ready = Prepared<CapacitatedAsked> & { reasons: Choice['reasons'] };

async function solve(asked: Ready, costs: Costs, settings: SolveSettings): Promise<CapacitatedChoice> {
  const { reach, weights, fixed, p, reasons } = asked;
  if (fixed.length > p) return { ...noChoice(reasons), ...nothing };
  const capacity = usable(asked.capacity, reach.sites).numbers;
  const cap = usable(asked.cap, reach.sites).numbers.map(Math.floor);
  const base = costs.fallback * sum(weights);
  if (reach.sites === 0) return { ...noChoice(reasons, 'optimal'), ...nothing, objective: base, bound: base };
  const useful = costs.pairs.filter(
    ([place, site, cost]) =>
      cost < costs.fallback && (weights[place] ?? 0) > 0 && (capacity[site] ?? 0) * (cap[site] ?? 0) > 0,
  );
  const model = modelOf({ ...asked, capacity, cap }, { ...costs, pairs: useful });
  const asChoice = (values: Float64Array, bound: number, isProven: boolean): CapacitatedChoice => {
    const open = [...Array(reach.sites).keys()].filter((j) => (values[j] ?? 0) > 0.5);
    const served = useful.flatMap(([place, site], k) => {
      const people = (values[2 * reach.sites + k] ?? 0) * (weights[place] ?? 0);
      return people > SAME * (weights[place] ?? 0) ? [{ place, site, people }] : [];
    });
    const saved = useful.reduce(
      (all, [place, , cost], k) =>
        all + (costs.fallback - cost) * (weights[place] ?? 0) * (values[2 * reach.sites + k] ?? 0),
      0,
    );
    const objective = base - saved;
    const least = isProven ? objective : Math.min(objective, bound);
    const isShort = lacksRoom(useful, open, served, weights);
    return {
      ...chosen(
        {
          open,
          objective,
          bound: least,
          gap: objective > 0 ? (objective - least) / objective : 0,
          status: isProven ? 'optimal' : 'feasible',
        },
        isShort ? [...reasons, 'capacity-short'] : reasons,
      ),
      sessions: open.map((j) => sessionsFor(served, j, capacity[j] ?? 0)),
      served,
    };
  };
  const start = startOf({ ...asked, capacity, cap }, { ...costs, pairs: useful });
  const first = asChoice(start, 0, false);
  settings.improved?.(answerOf(first));
  const solved = await solveModel(model, {
    seconds: settings.seconds,
    start,
    near: 1e-9 * base,
    ...(settings.stopped && { stopped: settings.stopped }),
    improved: (lower, values) => settings.improved?.(answerOf(asChoice(values, base + lower, false))),
  });
  if (!solved.values) return asChoice(start, Math.max(0, base + solved.bound), false);
  const found = asChoice(solved.values, base + solved.bound, solved.status === 'optimal');
  return found.status === 'optimal' || found.objective <= first.objective
    ? found
    : asChoice(start, base + solved.bound, false);
}

/** The values of the first answer: every choice is one here, so that there always is an answer. */
function startOf(
  { reach: { sites }, p, fixed, weights, capacity, cap, sessions }: Prepared<CapacitatedAsked>,
  { fallback, pairs }: Costs,
): Float64Array {
  const { open, people } = fillRooms({
    ...{ sites, p, fixed, weights, capacity, cap },
    ...(sessions !== undefined && { sessions }),
    pairs: pairs.map(([place, site, cost]) => [place, site, fallback - cost]),
  });
  const values = new Float64Array(2 * sites + pairs.length);
  const served = new Float64Array(sites);
  for (const [k, [place, site]] of pairs.entries()) {
    values[2 * sites + k] = (people[k] ?? 0) / (weights[place] ?? 1);
    served[site] = (served[site] ?? 0) + (people[k] ?? 0);
  }
  for (const site of open) {
    values[site] = 1;
    const size = capacity[site] ?? 0;
    if (size > 0) values[sites + site] = Math.ceil((served[site] ?? 0) / size - 1e-9);
  }
  return values;
}

/** No more than these people need; a rounding error is not one of them. */
function sessionsFor(served: CapacitatedChoice['served'], open: number, capacity: number): number {
  const people = sum(served.filter(({ site }) => site === open).map((each) => each.people));
  return people > 0 ? Math.ceil(people / capacity - 1e-5) : 0;
}

const answerOf = ({ open, objective, bound, gap, status }: CapacitatedChoice): Answer => ({
  open,
  objective,
  bound,
  gap,
  status: status === 'optimal' ? 'optimal' : 'feasible',
});

/** Are there people whom an open site within reach has no room for? */
function lacksRoom(
  pairs: Costs['pairs'],
  open: readonly number[],
  served: CapacitatedChoice['served'],
  weights: readonly number[],
): boolean {
  const isOpen = new Set(open);
  const left = Float64Array.from(weights);
  for (const { place, people } of served) left[place] = (left[place] ?? 0) - people;
  return pairs.some(([place, site]) => isOpen.has(site) && (left[place] ?? 0) > SAME * (weights[place] ?? 0));
}

/** Columns: whether each site is open, its sessions, and by pair the share of the place's people who go there. */
function modelOf(
  { reach, p, fixed, weights, capacity, cap, sessions }: Prepared<CapacitatedAsked>,
  { fallback, pairs }: Costs,
): Model {
  const { sites } = reach;
  const all = [...Array(sites).keys()];
  const isFixed = new Set(fixed);
  const none = Number.NEGATIVE_INFINITY;
  const model: Model = {
    cost: [
      ...Array<number>(2 * sites).fill(0),
      ...pairs.map(([place, , cost]) => -(fallback - cost) * (weights[place] ?? 0)),
    ],
    upper: [...all.map(() => 1), ...all.map((j) => cap[j] ?? 0), ...pairs.map(() => 1)],
    isWhole: [...Array<boolean>(2 * sites).fill(true), ...pairs.map(() => false)],
    rows: [
      { lower: p, upper: p, columns: all, values: all.map(() => 1) },
      { lower: isFixed.size, upper: isFixed.size, columns: [...isFixed], values: fixed.map(() => 1) },
    ],
  };
  const bySite: number[][] = all.map(() => []);
  const byPlace: number[][] = reach.places.map(() => []);
  for (const [k, [place, site]] of pairs.entries()) {
    bySite[site]?.push(k);
    byPlace[place]?.push(k);
  }
  const column = (k: number) => 2 * sites + k;
  for (const j of all) {
    // No session at a site that is not open, and nobody without room in a session.
    model.rows.push({ lower: none, upper: 0, columns: [sites + j, j], values: [1, -(cap[j] ?? 0)] });
    const own = bySite[j] ?? [];
    if (own.length > 0)
      model.rows.push({
        lower: none,
        upper: 0,
        columns: [sites + j, ...own.map(column)],
        values: [-1, ...own.map((k) => (weights[pairs[k]?.[0] ?? 0] ?? 0) / (capacity[j] ?? 1))],
      });
  }
  for (const own of byPlace)
    if (own.length > 0)
      model.rows.push({ lower: none, upper: 1, columns: own.map(column), values: own.map(() => 1) });
  if (sessions !== undefined)
    model.rows.push({
      lower: none,
      upper: sessions,
      columns: all.map((j) => sites + j),
      values: all.map(() => 1),
    });
  if (pairs.length <= MOST_LINKS)
    for (const [k, [, site]] of pairs.entries())
      model.rows.push({ lower: none, upper: 0, columns: [column(k), site], values: [1, -1] });
  return model;
}
