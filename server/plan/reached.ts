/** Travel of a plan: who can get where, within what memory holds. */
import { reachOf } from '../travel/reach-of.ts';
import type { Point } from '../travel/schema.ts';
import type { Reach } from './reach.ts';
import type { Asked } from './schema.ts';

/** Pairs of an area and a candidate that are kept in memory, about 0.2 GB. */
export const MOST_PAIRS = 3_000_000;
/** Areas that are measured before pairs are counted. */
const AREAS_AT_ONCE = 500;
/** Metres: no two places on Earth are farther apart. */
const FARTHEST = 20_100_000;

export class TooManyPairs extends Error {}

/** Points side by side: lon, lat, lon, lat, … */
export const pointsOf = (flat: Float64Array): Point[] =>
  Array.from({ length: flat.length / 2 }, (_point, i) => ({
    lon: flat[2 * i] ?? 0,
    lat: flat[2 * i + 1] ?? 0,
  }));

/** Throws TooManyPairs when more are within reach than are kept in memory. */
export async function reached(
  places: Point[],
  sites: Point[],
  { model, unit, most }: Asked['travel'],
  near = Number.POSITIVE_INFINITY,
): Promise<Reach> {
  const farthest = (FARTHEST * model.detour) / (unit === 'metres' ? 1 : model.metresPerMinute);
  const limit = Math.min(near, most ?? farthest, farthest);
  const within = unit === 'metres' ? { metres: limit } : { minutes: limit };
  const all: Reach['places'][number][] = [];
  let pairs = 0;
  for (let start = 0; start < places.length; start += AREAS_AT_ONCE) {
    const part = await reachOf({ model }, places.slice(start, start + AREAS_AT_ONCE), sites, { within });
    for (const each of part.places) {
      all.push(each);
      pairs += each.length;
    }
    if (pairs > MOST_PAIRS) throw new TooManyPairs();
  }
  return { sites: sites.length, places: all };
}
