/**
 * The best sites, with proof: a good answer at once, a bound below which no answer can fall, and what lies between them
 * closed by exchanging, by the bound's own word on single sites, and by HiGHS. Answers get better until they are proven,
 * the time is over, or somebody stops it.
 */
import { raiseBound, settledSites } from './bound.ts';
import { coreOf, openOf } from './core.ts';
import { solveModel } from './highs.ts';
import { assign, greedy, interchange, randomFrom, shaken } from './interchange.ts';
import { at, bySite, costOf, isWhole, type Siting } from './siting.ts';

export interface Answer {
  /** The open sites, by number. */
  open: number[];
  /** What they cost. */
  objective: number;
  /** No answer costs less. */
  bound: number;
  /** What of the objective is not proven to be needed: 0 is proof. */
  gap: number;
  status: 'optimal' | 'feasible';
}

export interface SolveSettings {
  /** Seconds it may take. */
  seconds: number;
  seed?: number;
  /** Stop when the gap is no wider. */
  gap?: number;
  stopped?: () => boolean;
  /** Hears of each better answer and each better bound. */
  improved?: (answer: Answer) => void;
}

/** A share of the objective that is not told apart from nothing. */
const SAME = 1e-9;
const BOUND_STEPS = 4000;
const SHAKES = 30;

export async function solveSiting(siting: Siting, settings: SolveSettings): Promise<Answer> {
  const { seconds, seed = 1, gap: enough = 0, stopped = () => false, improved } = settings;
  const end = performance.now() + seconds * 1000;
  const isOver = () => stopped() || performance.now() > end;
  const sites = bySite(siting);
  const isInteger = isWhole(siting);
  const floor = siting.fallback.reduce((sum, each, i) => {
    const k = at(siting.start, i);
    return sum + (k < at(siting.start, i + 1) ? Math.min(each, at(siting.cost, k)) : each);
  }, 0);

  let best = interchange(siting, sites, greedy(siting, sites), isOver).open;
  let objective = costOf(siting, best);
  let bound = isInteger ? Math.ceil(floor - 1e-6) : floor;
  /** A better answer costs at most this. */
  const better = () => (isInteger ? objective - 1 + 1e-6 : objective - SAME * Math.abs(objective));
  const answer = (): Answer => {
    const isProven = bound >= better();
    const proven = isProven ? objective : Math.min(bound, objective);
    return {
      open: [...best.keys()].filter((j) => at(best, j) === 1),
      objective,
      bound: proven,
      gap: isProven ? 0 : (objective - proven) / Math.max(Math.abs(objective), Number.MIN_VALUE),
      status: isProven ? 'optimal' : 'feasible',
    };
  };
  const take = (open: Uint8Array): number => {
    const cost = costOf(siting, open);
    if (cost < objective - SAME * Math.abs(objective)) {
      objective = cost;
      best = open.slice();
      improved?.(answer());
    }
    return objective;
  };
  const raise = (value: number): void => {
    const whole = isInteger ? Math.ceil(value - 1e-6) : value;
    if (whole <= bound) return;
    bound = whole;
    improved?.(answer());
  };
  const isEnough = () => answer().gap <= enough;
  improved?.(answer());

  let tried = 0;
  const lower = raiseBound(siting, {
    best: objective,
    steps: BOUND_STEPS,
    stopped: () => isOver() || isEnough(),
    near: isInteger ? 1 - 1e-6 : SAME * Math.abs(objective),
    improved: ({ value, open }) => {
      raise(value);
      // What the bound opens is often nearly right: worth exchanging now and then.
      tried += 1;
      return take(
        tried % 20 === 1 ? interchange(siting, sites, assign(siting, open.slice()), isOver).open : open,
      );
    },
  });
  const random = randomFrom(seed);
  for (let n = 0; n < SHAKES && !isEnough() && !isOver(); n += 1)
    take(shaken(siting, sites, best, random, isOver).open);
  if (!isEnough() && !isOver()) await closeGap(settledSites(siting, lower, better()));
  return answer();

  async function closeGap(known: ReturnType<typeof settledSites>): Promise<void> {
    const core = coreOf(siting, known);
    if (core.columns.length === 0 || core.columns.length < siting.p - core.always.length) {
      // Nothing is left that could be better.
      raise(objective);
      return;
    }
    const solved = await solveModel(core.model, {
      seconds: (end - performance.now()) / 1000,
      near: isInteger ? 1 - 1e-6 : 0,
      stopped: () => isOver(),
      improved: (_objective, lower, values) => {
        take(openOf(core, values, siting.sites));
        raise(Math.min(objective, lower + core.offset));
      },
    });
    if (solved.values) take(openOf(core, solved.values, siting.sites));
    // Answers outside of the core cost more than the best one did.
    raise(solved.status === 'infeasible' ? objective : Math.min(objective, solved.bound + core.offset));
    if (solved.status === 'optimal') raise(objective);
  }
}
