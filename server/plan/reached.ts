/** Travel of a plan: who can get where, within what memory and patience hold. */
import { TravelStopped } from '../travel/fault.ts';
import { reachOf, type Travel as Ways } from '../travel/reach-of.ts';
import type { Point } from '../travel/schema.ts';
import type { Reach } from './reach.ts';
import type { Asked } from './schema.ts';

/** Pairs of an area and a candidate that are kept in memory, about 0.2 GB. */
export const MOST_PAIRS = 3_000_000;
/** Pairs that a network is asked about at most; of what is near as the crow flies, not all is within reach. */
const MOST_ASKED = 8 * MOST_PAIRS;
/** Areas that are measured before pairs are counted. */
const AREAS_AT_ONCE = 500;
/** Metres: no two places on Earth are farther apart. */
const FARTHEST = 20_100_000;
/** Seconds that measuring on a network may take, besides those of choosing. */
export const MEASURING_SECONDS = 600;

export class TooManyPairs extends Error {}
export class TooLongMeasured extends Error {}

export interface Measuring extends Pick<Asked['travel'], 'unit' | 'most'> {
  ways: Ways;
  /** Hears the share that is done, where it takes long. */
  progress?: (share: number) => void;
}

/** Points side by side: lon, lat, lon, lat, … */
export const pointsOf = (flat: Float64Array): Point[] =>
  Array.from({ length: flat.length / 2 }, (_point, i) => ({
    lon: flat[2 * i] ?? 0,
    lat: flat[2 * i + 1] ?? 0,
  }));

/** A reach, and how many places and sites are so far from any way that nobody gets there or away. */
export interface PlanReach extends Reach {
  offNetwork: number;
}

/**
 * Throws TooManyPairs when more are within reach than are kept in memory, TooLongMeasured when a network takes too long,
 * and TravelFault when it cannot be asked.
 */
export async function reached(
  places: Point[],
  sites: Point[],
  measuring: Measuring,
  near = Number.POSITIVE_INFINITY,
): Promise<PlanReach> {
  const { ways, unit, most = Number.POSITIVE_INFINITY } = measuring;
  const limit = Math.min(near, most, farthest(measuring));
  const within = unit === 'metres' ? { metres: limit } : { minutes: limit };
  if ('engine' in ways) return onNetwork(places, sites, measuring, within);
  const all: Reach['places'][number][] = [];
  let pairs = 0;
  for (let start = 0; start < places.length; start += AREAS_AT_ONCE) {
    const part = await reachOf(ways, places.slice(start, start + AREAS_AT_ONCE), sites, { within });
    for (const each of part.places) {
      all.push(each);
      pairs += each.length;
    }
    if (pairs > MOST_PAIRS) throw new TooManyPairs();
  }
  return { sites: sites.length, places: all, offNetwork: 0 };
}

function farthest({ ways: { model }, unit }: Measuring): number {
  const longer = model.kind === 'straight_line' ? model.detour : 1;
  return (FARTHEST * longer) / (unit === 'metres' ? 1 : model.metresPerMinute);
}

async function onNetwork(
  places: Point[],
  sites: Point[],
  { ways, progress }: Measuring,
  within: Parameters<typeof reachOf>[3]['within'],
): Promise<PlanReach> {
  const end = performance.now() + MEASURING_SECONDS * 1000;
  try {
    const { offNetwork, ...reach } = await reachOf(ways, places, sites, {
      within,
      stopped: () => performance.now() > end,
      progress: (done, all) => {
        if (all > MOST_ASKED) throw new TooManyPairs();
        progress?.(all > 0 ? done / all : 1);
      },
    });
    const pairs = reach.places.reduce((sum, each) => sum + each.length, 0);
    if (pairs > MOST_PAIRS) throw new TooManyPairs();
    return {
      sites: reach.sites,
      places: reach.places,
      offNetwork: offNetwork.places.length + offNetwork.sites.length,
    };
  } catch (error) {
    throw error instanceof TravelStopped ? new TooLongMeasured() : error;
  }
}
