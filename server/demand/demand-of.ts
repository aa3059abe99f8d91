/** What a plan asks of a layer: its areas, and how much each of them counts. */
import type { Knex } from 'knex';
import { invalidInput } from '../problem.ts';
import { ExpressionFault, parseExpression, type Weigh } from './expression.ts';
import type { Version, Weighed } from './schema.ts';
import { expressionSentence } from './sentences.ts';
import { Counter } from './totals.ts';
import { getVersion } from './versions.ts';

/** Areas that are read and weighed at once, some milliseconds, so that other requests have their turn between. */
const PAGE = 500;
const EXAMPLES = 5;

interface AreaRow {
  position: number;
  area_id: string;
  name: string;
  lon: number;
  lat: number;
  numbers: (number | null)[];
}

/** All areas of a version in the order of its file, some thousand at a time. */
async function* pagesOf(db: Knex, layerId: number, version: number): AsyncGenerator<AreaRow[]> {
  for (let after = 0; ; ) {
    const rows: AreaRow[] = await db('demand_area')
      .where({ layer_id: layerId, version })
      .where('position', '>', after)
      .orderBy('position')
      .limit(PAGE)
      .select('position', 'area_id', 'name', 'lon', 'lat', 'numbers');
    const last = rows.at(-1);
    if (!last) return;
    yield rows;
    if (rows.length < PAGE) return;
    after = last.position;
  }
}

/** Every number of a version by its name, in the order of its areas; NaN is missing. Throws Problem 404. */
export async function readColumns(
  db: Knex,
  layerId: number,
  version: number,
): Promise<Record<string, Float64Array>> {
  const about = await getVersion(db, layerId, version);
  const columns = about.columns.map((name) => [name, new Float64Array(about.areas)] as const);
  for await (const rows of pagesOf(db, layerId, version))
    for (const row of rows)
      for (const [at, [, column]] of columns.entries())
        column[row.position - 1] = row.numbers[at] ?? Number.NaN;
  return Object.fromEntries(columns);
}

/** The expression as a function of an area's numbers. Throws Problem 400 with what is wrong with it, and where. */
function weighing(expression: string, { columns }: Pick<Version, 'columns'>): Weigh {
  try {
    return parseExpression(expression, columns);
  } catch (error) {
    if (!(error instanceof ExpressionFault)) throw error;
    const detail = expressionSentence(error, columns);
    throw invalidInput([{ parameter: 'expression', value: expression.slice(0, 80), detail }]);
  }
}

/** The weight of one area; or why it has none. NaN: a number that it needs is missing. */
function weigh(of: Weigh, numbers: readonly number[]): number | ExpressionFault {
  try {
    const weight = of(numbers);
    return weight < 0 ? new ExpressionFault('negative', 1) : weight;
  } catch (error) {
    if (error instanceof ExpressionFault) return error;
    throw error;
  }
}

const numbersOf = ({ numbers }: AreaRow): number[] => numbers.map((value) => value ?? Number.NaN);

/** What an expression comes to over all areas of a version, before anything is decided by it. Throws Problem 400, 404. */
export async function weightsOf(
  db: Knex,
  layerId: number,
  version: number,
  expression: string,
): Promise<Weighed> {
  const about = await getVersion(db, layerId, version);
  const of = weighing(expression, about);
  const counter = new Counter();
  const faults = new Map<string, Weighed['faults'][number]>();
  let areas = 0;
  for await (const rows of pagesOf(db, layerId, version))
    for (const row of rows) {
      areas += 1;
      const weight = weigh(of, numbersOf(row));
      if (typeof weight === 'number') {
        counter.add(weight);
        continue;
      }
      const { code, at } = weight;
      const detail = expressionSentence(weight, about.columns);
      const fault = faults.get(`${code} ${at}`) ?? { code, at, areas: 0, examples: [], detail };
      fault.areas += 1;
      if (fault.examples.length < EXAMPLES) fault.examples.push(row.area_id);
      faults.set(`${code} ${at}`, fault);
    }
  return { expression, areas, ...counter.total(), faults: [...faults.values()] };
}

/** Areas side by side: the i-th of each list is of the i-th area, in the order of the file. */
export interface Demand {
  ids: string[];
  names: string[];
  /** [lon, lat], WGS 84 degrees. */
  points: [lon: number, lat: number][];
  /** In the unit of the layer, as the expression weighs it; zero or more, and never missing. */
  weights: Float64Array;
  /** Every number of the version by its name, in its own unit; NaN is missing. */
  columns: Record<string, Float64Array>;
  /** Areas that are not here, because a number that their weight needs is missing. */
  leftOut: string[];
}

/**
 * The areas of one version of a layer with the weight that the expression gives them, for a plan to be worked out of.
 * Some 34,000 areas of ten numbers take about 10 MB. Whether the visitor may read the layer is for the caller to know.
 *
 * Throws Problem 404 when there is no such version; 400 when the expression cannot be read, divides by zero, or comes to
 * less than zero somewhere; and when an area has no weight because a number is missing, unless `leaveOut` says that such
 * areas are left out, and named in `leftOut`. Missing is never 0.
 */
export async function demandOf(
  db: Knex,
  layerId: number,
  version: number,
  expression: string,
  { leaveOut = false }: { leaveOut?: boolean } = {},
): Promise<Demand> {
  const about = await getVersion(db, layerId, version);
  const of = weighing(expression, about);
  const refuse = (detail: string) =>
    invalidInput([{ parameter: 'expression', value: expression.slice(0, 80), detail }]);
  const [ids, names, points, leftOut]: [string[], string[], Demand['points'], string[]] = [[], [], [], []];
  const weights = new Float64Array(about.areas);
  const columns = about.columns.map(() => new Float64Array(about.areas));
  for await (const rows of pagesOf(db, layerId, version))
    for (const row of rows) {
      const numbers = numbersOf(row);
      const weight = weigh(of, numbers);
      if (typeof weight !== 'number')
        throw refuse(`${expressionSentence(weight, about.columns)} It does so for ${row.area_id}.`);
      if (Number.isNaN(weight)) {
        if (!leaveOut)
          throw refuse(
            `${row.area_id} has no weight, because a number that the expression needs is missing.`,
          );
        leftOut.push(row.area_id);
        continue;
      }
      weights[ids.length] = weight;
      for (const [at, column] of columns.entries()) column[ids.length] = numbers[at] ?? Number.NaN;
      ids.push(row.area_id);
      names.push(row.name);
      points.push([row.lon, row.lat]);
    }
  const cut = (list: Float64Array) => (ids.length === about.areas ? list : list.slice(0, ids.length));
  return {
    ids,
    names,
    points,
    weights: cut(weights),
    columns: Object.fromEntries(
      about.columns.map((name, at) => [name, cut(columns[at] ?? new Float64Array())]),
    ),
    leftOut,
  };
}
