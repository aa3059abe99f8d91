/** HiGHS: mixed-integer models, stated column by column, solved in the thread that asks. */
import highsLoader, { type Highs } from 'highs';

/** Minimise cost·x with rows between their bounds; columns are from 0 to their upper bound, whole numbers or not. */
export interface Model {
  cost: number[];
  upper: number[];
  isWhole: boolean[];
  rows: { lower: number; upper: number; columns: number[]; values: number[] }[];
}

export interface Solved {
  status: 'optimal' | 'infeasible' | 'stopped';
  /** Absent when no answer was found. */
  values?: Float64Array;
  objective: number;
  bound: number;
}

export interface SolveOptions {
  /** Seconds. */
  seconds: number;
  /** This near in absolute terms is proof enough. */
  near?: number;
  /** Values of an answer that is known. */
  start?: Float64Array;
  stopped?: () => boolean;
  /** Hears of each better answer, and of the bound at that moment. */
  improved?: (bound: number, values: Float64Array) => void;
}

/** Its types are written for `require`, which finds the loader one step deeper than `import` does. */
const load = highsLoader as unknown as typeof highsLoader.default;
let loaded: Promise<Highs> | undefined;

/** Loaded once in a thread, when it is first asked for. */
export const loadHighs = (): Promise<Highs> => {
  loaded ??= load();
  return loaded;
};

/** A bound that is no number, or without end, says nothing. */
const boundOf = (bound: number | undefined): number =>
  bound !== undefined && Number.isFinite(bound) ? bound : Number.NEGATIVE_INFINITY;

/** HiGHS has tolerances that are not relative: costs that are very large or small are brought nearer to 1. */
function scaleOf(cost: readonly number[]): number {
  const largest = cost.reduce((most, each) => Math.max(most, Math.abs(each)), 0);
  return largest === 0 || (largest >= 1 && largest <= 1e6) ? 1 : 2 ** -Math.round(Math.log2(largest / 1000));
}

export async function solveModel(
  { cost, upper, isWhole, rows }: Model,
  { seconds, near = 0, start, stopped = () => false, improved }: SolveOptions,
): Promise<Solved> {
  const highs = await loadHighs();
  const { variableType, modelStatus, callbackType } = highs.constants;
  const scale = scaleOf(cost);
  const starts = new Int32Array(rows.length + 1);
  for (const [row, { columns }] of rows.entries()) starts[row + 1] = (starts[row] ?? 0) + columns.length;
  const indices = new Int32Array(starts[rows.length] ?? 0);
  const values = new Float64Array(indices.length);
  for (const [row, each] of rows.entries()) {
    indices.set(each.columns, starts[row]);
    values.set(each.values, starts[row]);
  }
  const model = highs.createModel({
    numCols: cost.length,
    numRows: rows.length,
    colCost: cost.map((each) => each * scale),
    colLower: cost.map(() => 0),
    colUpper: upper,
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map((row) => row.upper),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: cost.length,
      starts,
      indices,
      values,
    },
    integrality: isWhole.map((each) => (each ? variableType.integer : variableType.continuous)),
  });
  try {
    model.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: near * scale,
      time_limit: Math.max(0.1, seconds),
    });
    if (start) model.setSolution({ colValue: start });
    const interrupt = (event: { interrupt: () => void }): undefined => {
      if (stopped()) event.interrupt();
    };
    const { modelStatus: ended } = model.run({
      [callbackType.mipInterrupt]: interrupt,
      [callbackType.simplexInterrupt]: interrupt,
      [callbackType.ipmInterrupt]: interrupt,
      [callbackType.mipImprovingSolution]({ data }) {
        if (data.mip_solution) improved?.(boundOf(data.mip_dual_bound) / scale, data.mip_solution);
      },
    });
    if (ended === modelStatus.infeasible || ended === modelStatus.unboundedOrInfeasible)
      return { status: 'infeasible', objective: Number.POSITIVE_INFINITY, bound: Number.POSITIVE_INFINITY };
    const objective = Number(model.info.get('objective_function_value')) / scale;
    const hasAnswer = Number(model.info.get('primal_solution_status')) === 2;
    return {
      status: ended === modelStatus.optimal ? 'optimal' : 'stopped',
      ...(hasAnswer && { values: model.getSolution().colValue }),
      objective: hasAnswer ? objective : Number.POSITIVE_INFINITY,
      // Where the search had not begun, there is no bound, whatever stands in its place.
      bound:
        Number(model.info.get('mip_node_count')) < 0
          ? Number.NEGATIVE_INFINITY
          : boundOf(Number(model.info.get('mip_dual_bound'))) / scale,
    };
  } finally {
    model.dispose();
  }
}
