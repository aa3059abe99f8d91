/** Ratios, measured in rounds: in each round the contestants take turns, so that what disturbs one disturbs both. */

export interface Spread {
  median: number;
  low: number;
  high: number;
}

export interface Result {
  /** Number in the list of ratios to hold, with a letter where it has parts. */
  number: string;
  what: string;
  ratio: Spread;
  wanted: { atLeast: number } | { atMost: number };
  note?: string;
}

export const quantile = (numbers: readonly number[], share: number): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
};
export const median = (numbers: readonly number[]): number => quantile(numbers, 0.5);
export const spread = (numbers: readonly number[]): Spread => ({
  median: median(numbers),
  low: Math.min(...numbers),
  high: Math.max(...numbers),
});

export const isHeld = ({ ratio, wanted }: Result): boolean =>
  'atLeast' in wanted ? ratio.median >= wanted.atLeast : ratio.median <= wanted.atMost;

export async function timed(work: () => Promise<unknown>): Promise<number> {
  const started = performance.now();
  await work();
  return performance.now() - started;
}

/** One question as two shapes answer it; `same` throws where they do not agree, before anything is timed. */
export interface Pair {
  ours: () => Promise<unknown>;
  theirs: () => Promise<unknown>;
  same: () => Promise<void>;
}

export interface Timings {
  /** Milliseconds of each run, round by round. */
  ours: number[][];
  theirs: number[][];
}

/** Runs every pair `times` times a round, each time in the other order. */
export async function race(pairs: readonly Pair[], rounds: number, times: number): Promise<Timings> {
  for (const pair of pairs) await pair.same();
  const timings: Timings = { ours: [], theirs: [] };
  for (let round = 0; round < rounds; round++) {
    const [ours, theirs]: [number[], number[]] = [[], []];
    for (let time = 0; time < times; time++) {
      for (const [at, pair] of pairs.entries()) {
        const first = (round + time + at) % 2 === 0;
        if (first) ours.push(await timed(pair.ours));
        theirs.push(await timed(pair.theirs));
        if (!first) ours.push(await timed(pair.ours));
      }
    }
    timings.ours.push(ours);
    timings.theirs.push(theirs);
  }
  return timings;
}

/** The ratio of a statistic of ours to theirs, in each round. */
export const ratios = ({ ours, theirs }: Timings, statistic: (times: number[]) => number): number[] =>
  ours.map((times, round) => statistic(times) / statistic(theirs[round] ?? []));

/** “2.1 ms against 14 ms”: the statistic over all rounds. */
export const against = ({ ours, theirs }: Timings, statistic: (times: number[]) => number): string =>
  `${shown(statistic(ours.flat()))} ms against ${shown(statistic(theirs.flat()))} ms`;

export const shown = (number: number): string =>
  Number.isInteger(number) && number < 1e6
    ? String(number)
    : number >= 100
      ? Math.round(number).toLocaleString('en-GB')
      : Number(number.toPrecision(2)).toString();

export const say = (line: string): void => console.log(line);

export function table(rows: string[][]): string {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  const line = (row: string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`;
  const [head = [], ...rest] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rest.map(line)].join('\n');
}

export function resultTable(results: readonly Result[]): string {
  const rows = results.map((result) => {
    const { number, what, ratio, wanted, note } = result;
    const want = 'atLeast' in wanted ? `≥ ${wanted.atLeast}` : `≤ ${wanted.atMost}`;
    const range = ratio.low === ratio.high ? '' : ` (${shown(ratio.low)}–${shown(ratio.high)})`;
    const cells = [number, what, `${shown(ratio.median)}${range}`, want, isHeld(result) ? 'held' : 'MISSED'];
    return [...cells, note ?? ''];
  });
  return table([['#', 'what', 'ratio', 'wanted', '', 'figures'], ...rows]);
}
