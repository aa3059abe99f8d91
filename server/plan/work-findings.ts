/** What the answer of a plan means, from the travel that it was chosen by. */
import { TravelFault } from '../travel/fault.ts';
import type { Point } from '../travel/schema.ts';
import { type Chosen, choose } from './choose.ts';
import { besideReach, type Measured } from './findings/beside-reach.ts';
import { find } from './findings/find.ts';
import { groupOf } from './groups.ts';
import { longest } from './questions/p-median.ts';
import type { Reach } from './reach.ts';
import {
  MEASURING_SECONDS,
  type Measuring,
  pointsOf,
  reached,
  TooLongMeasured,
  TooManyPairs,
} from './reached.ts';
import type { Work } from './work.ts';

/** Seconds for what is there already by itself: where rooms fill up, a good answer is there at once. */
const ALONE_SECONDS = 5;

/** What stands beside the candidates is measured only where none of them is in reach. */
export async function findingsOf(
  work: Work,
  { reach, measuring, choice }: { reach: Reach; measuring: Measuring; choice: Chosen },
): Promise<ReturnType<typeof find>> {
  const { question, travel, weights, beside, capacity, caps, columns, fixed } = work;
  const limit = question.within ?? Number.POSITIVE_INFINITY;
  const points = pointsOf(work.places);
  const far = [...weights.keys()].filter(
    (i) => (weights[i] ?? 0) > 0 && !reach.places[i]?.some(([, length]) => length <= limit),
  );
  const others = pointsOf(beside.points);
  const near = await besideReach(far, beside, measurerOf(work, { points, others, measuring }));
  const { perSession, sessions = 1 } = question.capacity ?? {};
  const used = new Map(choice.open.map((site, n) => [site, choice.sessions?.[n]]));
  // Who has room where only what is there already is open: else fewer might be reached with a plan than before it.
  const before = choice.served && fixed.length > 0 ? await alone(work, reach) : undefined;
  const groups = Object.fromEntries(
    (question.shares ?? []).map(({ group }) => [group, groupOf(group, columns)]),
  );
  return find({
    ...work,
    kind: question.kind,
    isBound: question.shares !== undefined,
    groups,
    reach,
    limit,
    beyond: travel.most ?? longest({ reach }),
    open: choice.open,
    // Nothing is chosen where everything is there.
    fixed: question.kind === 'coverage' ? choice.open : fixed,
    // Where rooms fill up, a site offers the sessions that it was given, and not all that it might have.
    supply: capacity.map((people, site) => {
      const cap = caps[site] ?? Number.NaN;
      return (perSession ?? people) * (used.get(site) ?? (Number.isNaN(cap) ? sessions : cap));
    }),
    ...(choice.served && { room: roomBy(choice.served, weights) }),
    ...(before?.served && { roomBefore: roomBy(before.served, weights) }),
    beside: { ...beside, reach: near },
  });
}

/** What those that are there already have room for by themselves. */
const alone = (work: Work, reach: Reach): Promise<Chosen> =>
  choose({ ...work, question: { ...work.question, p: work.fixed.length } }, reach, {
    seconds: Math.min(work.seconds, ALONE_SECONDS),
    seed: work.seed,
  });

/**
 * By the ways that the answer was chosen by, as long as a plan may take to measure: then in straight lines, so that an
 * answer that was found is never lost for what stands beside it.
 */
function measurerOf(
  { question, travel }: Work,
  { points, others, measuring }: { points: Point[]; others: Point[]; measuring: Measuring },
): Measured {
  const end = performance.now() + MEASURING_SECONDS * 1000;
  let { ways } = measuring;
  const { unit, most } = measuring;
  return async (some) => {
    const places = some.flatMap((i) => points[i] ?? []);
    const measured = () =>
      reached(places, others, { ways, unit, ...(most !== undefined && { most }) }, question.within);
    if (performance.now() > end) ways = { model: travel.model };
    try {
      return await measured();
    } catch (error) {
      const isOfStreets = error instanceof TravelFault || error instanceof TooLongMeasured;
      if (!('engine' in ways && (isOfStreets || error instanceof TooManyPairs))) throw error;
      ways = { model: travel.model };
      return measured();
    }
  };
}

/** By place: the share of its weight that has room at a chosen site. */
function roomBy(served: NonNullable<Chosen['served']>, weights: Float64Array): Float64Array {
  const share = new Float64Array(weights.length);
  for (const { place, people } of served)
    share[place] = Math.min(1, (share[place] ?? 0) + people / (weights[place] ?? 1));
  return share;
}
