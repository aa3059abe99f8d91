/** HiGHS: mixed-integer models, stated column by column, solved in the thread that asks. */
import highsLoader, { type Highs } from 'highs';

/** Minimise cost·x with rows between their bounds; columns are binary or between 0 and 1. */
export interface Model {
  cost: number[];
  upper: number[];
  isBinary: boolean[];
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

const loadHighs = (): Promise<Highs> => {
  loaded ??= load();
  return loaded;
};

export async function solveModel(
  { cost, upper, isBinary, rows }: Model,
  { seconds, near = 0, start, stopped = () => false, improved }: SolveOptions,
): Promise<Solved> {
  const highs = await loadHighs();
  const { variableType, modelStatus, callbackType } = highs.constants;
  const starts = [0];
  for (const { columns } of rows) starts.push((starts.at(-1) ?? 0) + columns.length);
  const model = highs.createModel({
    numCols: cost.length,
    numRows: rows.length,
    colCost: cost,
    colLower: cost.map(() => 0),
    colUpper: upper,
    rowLower: rows.map(({ lower }) => lower),
    rowUpper: rows.map((row) => row.upper),
    matrix: {
      format: 'csr',
      numRows: rows.length,
      numCols: cost.length,
      starts,
      indices: rows.flatMap(({ columns }) => columns),
      values: rows.flatMap(({ values }) => values),
    },
    integrality: isBinary.map((each) => (each ? variableType.integer : variableType.continuous)),
  });
  try {
    model.options.set({
      output_flag: false,
      mip_rel_gap: 0,
      mip_abs_gap: near,
      time_limit: Math.max(0.1, seconds),
    });
    if (start) model.setSolution({ colValue: start });
    const { modelStatus: ended } = model.run({
      [callbackType.mipInterrupt](event) {
        if (stopped()) event.interrupt();
      },
      [callbackType.mipImprovingSolution]({ data }) {
        if (data.mip_solution) improved?.(data.mip_dual_bound ?? Number.NEGATIVE_INFINITY, data.mip_solution);
      },
    });
    if (ended === modelStatus.infeasible)
      return { status: 'infeasible', objective: Number.POSITIVE_INFINITY, bound: Number.POSITIVE_INFINITY };
    const objective = Number(model.info.get('objective_function_value'));
    const hasAnswer = Number(model.info.get('primal_solution_status')) === 2;
    return {
      status: ended === modelStatus.optimal ? 'optimal' : 'stopped',
      ...(hasAnswer && { values: model.getSolution().colValue }),
      objective: hasAnswer ? objective : Number.POSITIVE_INFINITY,
      bound: Number(model.info.get('mip_dual_bound')),
    };
  } finally {
    model.dispose();
  }
}
