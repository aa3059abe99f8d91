/**
 * What the bound has left open, as a mixed-integer model for HiGHS: the sites that may still be in a better answer, and
 * each place with the levels of cost at which they would serve it. Places that the same sites serve at the same levels
 * are one.
 */
import type { Model } from './highs.ts';
import { at, type Siting } from './siting.ts';

export interface Core {
  model: Model;
  /** What every answer of the model costs besides. */
  offset: number;
  /** The sites of the first columns. */
  columns: number[];
  /** The sites that are open in every answer of the model. */
  always: number[];
  /** By place or places: the columns of being served at each level, the cheapest first, and the columns of its sites. */
  served: { column: number; sites: number[] }[][];
}

interface Level {
  cost: number;
  sites: number[];
}

/** The sites that would serve a place better than what is open anyhow, level by level. */
function levelsOf(
  { fallback, start, site, cost }: Siting,
  i: number,
  known: { always: Uint8Array; never: Uint8Array },
): { most: number; levels: Level[] } {
  const levels: Level[] = [];
  for (let k = at(start, i); k < at(start, i + 1); k += 1) {
    const j = at(site, k);
    if (at(known.always, j) === 1) return { most: at(cost, k), levels };
    if (at(known.never, j) === 1) continue;
    const last = levels.at(-1);
    if (last?.cost === at(cost, k)) last.sites.push(j);
    else levels.push({ cost: at(cost, k), sites: [j] });
  }
  return { most: at(fallback, i), levels };
}

export function coreOf(siting: Siting, known: { always: Uint8Array; never: Uint8Array }): Core {
  const all = [...Array(siting.sites).keys()];
  const always = all.filter((j) => at(known.always, j) === 1);
  const columns = all.filter((j) => at(known.always, j) === 0 && at(known.never, j) === 0);
  const columnOf = new Map(columns.map((j, column) => [j, column]));
  let offset = 0;
  const groups = new Map<string, { sites: number[][]; saved: number[] }>();
  for (let i = 0; i < siting.fallback.length; i += 1) {
    const { most, levels } = levelsOf(siting, i, known);
    offset += most;
    const useful = levels.filter((level) => level.cost < most);
    if (useful.length === 0) continue;
    const name = useful.map(({ sites }) => sites.join()).join(';');
    const group = groups.get(name) ?? {
      sites: useful.map(({ sites }) => sites),
      saved: useful.map(() => 0),
    };
    for (const [n, { cost }] of useful.entries()) group.saved[n] = (group.saved[n] ?? 0) + most - cost;
    groups.set(name, group);
  }
  const model: Model = {
    cost: columns.map(() => 0),
    upper: columns.map(() => 1),
    isWhole: columns.map(() => true),
    rows: [
      {
        lower: siting.p - always.length,
        upper: siting.p - always.length,
        columns: columns.map((_j, column) => column),
        values: columns.map(() => 1),
      },
    ],
  };
  const levels: Core['served'] = [];
  for (const { sites, saved } of groups.values()) {
    const served = saved.map((each) => {
      model.cost.push(-each);
      model.upper.push(1);
      model.isWhole.push(false);
      return model.cost.length - 1;
    });
    const own = sites.map((level, n) => ({
      column: served[n] ?? 0,
      sites: level.map((j) => columnOf.get(j) ?? 0),
    }));
    levels.push(own);
    for (const level of own)
      model.rows.push({
        lower: Number.NEGATIVE_INFINITY,
        upper: 0,
        columns: [level.column, ...level.sites],
        values: [1, ...level.sites.map(() => -1)],
      });
    if (served.length > 1)
      model.rows.push({
        lower: Number.NEGATIVE_INFINITY,
        upper: 1,
        columns: served,
        values: served.map(() => 1),
      });
  }
  return { model, offset, columns, always, served: levels };
}

/**
 * The answer with these open sites, as values of the columns, for HiGHS to begin with. Undefined where the model has no
 * such answer any more: it holds only those that are better than the best one may be.
 */
export function startOf(
  { model, columns, always, served }: Core,
  open: Uint8Array,
): Float64Array | undefined {
  const values = new Float64Array(model.cost.length);
  let missing = open.reduce((count, each) => count + each, 0);
  for (const j of always) {
    if (at(open, j) === 0) return undefined;
    missing -= 1;
  }
  for (const [column, j] of columns.entries())
    if (at(open, j) === 1) {
      values[column] = 1;
      missing -= 1;
    }
  if (missing > 0) return undefined;
  for (const levels of served) {
    const best = levels.find(({ sites }) => sites.some((column) => values[column] === 1));
    if (best) values[best.column] = 1;
  }
  return values;
}

/** The open sites of what HiGHS found. */
export function openOf({ columns, always }: Core, values: Float64Array, sites: number): Uint8Array {
  const open = new Uint8Array(sites);
  for (const j of always) open[j] = 1;
  for (const [column, j] of columns.entries()) if (at(values, column) > 0.5) open[j] = 1;
  return open;
}
