/** Who can get where: travel from many places to many sites, as far as it still counts. */
import type { Reach } from '../plan/reach.ts';
import { TravelFault, TravelStopped } from './fault.ts';
import { nearIndex } from './near.ts';
import { networkReach } from './network.ts';
import type { Engine } from './network-engine.ts';
import type { Point, StraightLine, TravelModel, Within } from './schema.ts';
import { straightTravel, straightWithin } from './straight-line.ts';

/** A way of measuring travel: what it is called, and whom to ask where it needs a network. */
export type Travel = { model: StraightLine } | NetworkWays;
export interface NetworkWays {
  model: Extract<TravelModel, { kind: 'network' }>;
  engine: Engine;
}

export interface ReachSettings {
  /** As far as travel still counts. The reach is in the same unit: minutes or metres. */
  within: Within;
  stopped?: () => boolean;
  /** Hears how much is done of all there is to do, in steps of no particular size. */
  progress?: (done: number, all: number) => void;
}

export interface Reached extends Reach {
  model: TravelModel;
  within: Within;
  /** Further than half a kilometre from any way of the network: out of reach of everything. */
  offNetwork: { places: number[]; sites: number[] };
}

/** A little more than the limit is looked at, for what rounding takes away. */
const ROUNDING = 1e-9;
/** Places between two breaths, in which the service answers others. */
const PLACES_AT_ONCE = 20;

/** Measures travel from each place to the sites within reach. Throws TravelStopped when it is stopped. */
export async function reachOf(
  travel: Travel,
  places: readonly Point[],
  sites: readonly Point[],
  settings: ReachSettings,
): Promise<Reached> {
  check(places, sites, settings.within);
  return 'engine' in travel
    ? networkReach(travel, places, sites, settings)
    : straightReach(travel.model, places, sites, settings);
}

async function straightReach(
  model: StraightLine,
  places: readonly Point[],
  sites: readonly Point[],
  { within, stopped = () => false, progress = () => undefined }: ReachSettings,
): Promise<Reached> {
  const near = nearIndex(sites, straightWithin(model, within) * (1 + ROUNDING));
  const most = 'metres' in within ? within.metres : within.minutes;
  const reached: [number, number][][] = [];
  for (let start = 0; start < places.length; start += PLACES_AT_ONCE) {
    if (stopped()) throw new TravelStopped();
    for (const place of places.slice(start, start + PLACES_AT_ONCE))
      reached.push(
        near(place)
          .map(([site, metres]): [number, number] => [site, straightTravel(model, within, metres)])
          .filter(([, travel]) => travel <= most),
      );
    progress(reached.length, places.length);
    await new Promise((resolve) => setImmediate(resolve));
  }
  return { sites: sites.length, places: reached, model, within, offNetwork: { places: [], sites: [] } };
}

function check(places: readonly Point[], sites: readonly Point[], within: Within): void {
  const most = 'metres' in within ? within.metres : within.minutes;
  if (!(Number.isFinite(most) && most >= 0))
    throw new TravelFault('How far travel counts must be a number of minutes or metres.');
  for (const { lon, lat } of [...places, ...sites])
    if (!(Math.abs(lon) <= 180 && Math.abs(lat) <= 90))
      throw new TravelFault(`There is no place on Earth at longitude ${lon}, latitude ${lat}.`);
}
