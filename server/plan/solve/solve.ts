/**
 * The best sites, with proof: a good answer at once, a bound below which no answer can fall, and what lies between them
 * closed by exchanging, by the bound's own word on single sites, and by HiGHS. Answers get better until they are proven,
 * the time is over, or somebody stops it.
 */
import { type Bound, raiseBound, settledSites } from './bound.ts';
import { coreOf, openOf, startOf } from './core.ts';
import { solveModel } from './highs.ts';
import { assign, greedy, interchange, randomFrom, shaken } from './interchange.ts';
import { type Answer, Progress } from './progress.ts';
import { bySite, type Siting } from './siting.ts';

export type { Answer } from './progress.ts';

export interface SolveSettings {
  /** Seconds it may take. */
  seconds: number;
  /** The same seed finds the same answer, where time does not run out. */
  seed?: number;
  /** Stop when the gap is no wider. */
  gap?: number;
  /** Stop when the answer is enough for whoever asks. */
  enough?: (answer: Answer) => boolean;
  stopped?: () => boolean;
  /** Hears of each better answer and each better bound. */
  improved?: (answer: Answer) => void;
}

const BOUND_STEPS = 4000;
const SHAKES = 30;
/** A larger model would take HiGHS more memory than it has, and longer than anybody waits: the gap stays open then. */
const MOST_ENTRIES = 5_000_000;
/** One in so many of the answers that the bound suggests is worth exchanging sites in. */
const EXCHANGED = 20;

export async function solveSiting(siting: Siting, settings: SolveSettings): Promise<Answer> {
  const { seconds, seed = 1, gap = 0, enough, stopped = () => false, improved } = settings;
  const end = performance.now() + seconds * 1000;
  const isOver = () => stopped() || performance.now() > end;
  const sites = bySite(siting);
  const first = interchange(siting, sites, greedy(siting, sites, isOver), isOver).open;
  const progress = new Progress(siting, first, improved);
  const isDone = () => isOver() || progress.answer.gap <= gap || (enough?.(progress.answer) ?? false);

  let heard = 0;
  const bound = raiseBound(siting, {
    best: progress.objective,
    steps: BOUND_STEPS,
    stopped: isDone,
    near: progress.near,
    improved: ({ value, open }) => {
      progress.raise(value);
      heard += 1;
      if (heard % EXCHANGED !== 1) return progress.take(open);
      return progress.take(interchange(siting, sites, assign(siting, open.slice()), isOver).open);
    },
  });
  const random = randomFrom(seed);
  for (let n = 0; n < SHAKES && !isDone(); n += 1)
    progress.take(shaken(siting, sites, progress.best, random, isOver).open);
  if (!isDone()) await closeGap(siting, progress, bound, { end, isDone });
  return progress.answer;
}

/** Leaves to HiGHS what the bound has not settled. */
async function closeGap(
  siting: Siting,
  progress: Progress,
  bound: Bound,
  { end, isDone }: { end: number; isDone: () => boolean },
): Promise<void> {
  const core = coreOf(siting, settledSites(siting, bound, progress.better));
  const missing = siting.p - core.always.length;
  if (core.columns.length === 0 || core.columns.length < missing) {
    progress.prove();
    return;
  }
  if (core.model.rows.reduce((all, { columns }) => all + columns.length, 0) > MOST_ENTRIES) return;
  // Answers outside of the core cost more than the best one does, so its bound holds up to that.
  const raise = (value: number) => progress.raise(Math.min(progress.objective, value + core.offset));
  const start = startOf(core, progress.best);
  const solved = await solveModel(core.model, {
    ...(start && { start }),
    seconds: (end - performance.now()) / 1000,
    near: progress.near,
    stopped: isDone,
    improved: (lower, values) => {
      progress.take(openOf(core, values, siting.sites));
      raise(lower);
    },
  });
  if (solved.values) progress.take(openOf(core, solved.values, siting.sites));
  if (solved.status === 'stopped') raise(solved.bound);
  else progress.prove();
}
