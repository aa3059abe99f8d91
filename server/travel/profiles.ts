/** How each way of getting about is put to Valhalla. */
import type { Bounds } from './network-engine.ts';
import type { Mode, NetworkTravel, Profile } from './schema.ts';
import { metresPerMinute } from './straight-line.ts';

interface Way {
  profile: Profile;
  costing: Bounds['costing'];
  options: Record<string, number | string | boolean>;
  /** Nobody gets further in a minute, as the crow flies: beyond it nothing is asked. */
  most: number;
  /** Metres that everybody gets on in a minute, where they get on at all. */
  least: number;
  /**
   * Ways cost more than their seconds where they are unpleasant (steps, alleys, private roads): searches go on until the
   * cost is so many times the seconds that count, and so many seconds more.
   */
  patience: { times: number; seconds: number };
  /** Valhalla allows a search this many metres of its limit of distance for each second of its limit of cost. */
  metresPerSecondOfCost: number;
}

const kilometresPerHour = (speed: number) => Math.round(speed * 60) / 1000;
/** The speed limit of motorways in the United Kingdom, 70 miles an hour. */
const DRIVING = 112;

/** Seconds before a ferry: so many that none is ever taken, for it keeps no steady pace. */
const FERRY = 36_000;
const onFoot = { times: 4, seconds: 1200 };
const onBicycle = { times: 5, seconds: 3600 };
/** A private road at each end costs a driver more than an hour. */
const inCar = { times: 5, seconds: 20_000 };

/** Speeds are those of straight lines, so that both tell of the same people. Ferries are left out: they are no steady way. */
export const ways: Record<Mode, Way> = {
  walking: {
    profile: 'pedestrian',
    costing: 'pedestrian',
    options: { walking_speed: kilometresPerHour(metresPerMinute.walking), use_ferry: 0, ferry_cost: FERRY },
    most: metresPerMinute.walking,
    least: metresPerMinute.walking / 2,
    patience: onFoot,
    metresPerSecondOfCost: 7,
  },
  wheelchair: {
    profile: 'wheelchair',
    costing: 'pedestrian',
    options: {
      type: 'wheelchair',
      walking_speed: kilometresPerHour(metresPerMinute.wheelchair),
      use_ferry: 0,
      ferry_cost: FERRY,
    },
    most: metresPerMinute.wheelchair,
    least: metresPerMinute.wheelchair / 2,
    patience: onFoot,
    metresPerSecondOfCost: 7,
  },
  cycling: {
    profile: 'bicycle',
    costing: 'bicycle',
    options: { cycling_speed: kilometresPerHour(metresPerMinute.cycling), use_ferry: 0, ferry_cost: FERRY },
    most: metresPerMinute.cycling,
    least: metresPerMinute.walking,
    patience: onBicycle,
    metresPerSecondOfCost: 19,
  },
  driving: {
    profile: 'auto',
    costing: 'auto',
    options: { top_speed: DRIVING, use_ferry: 0, ferry_cost: FERRY },
    most: (DRIVING * 1000) / 60,
    least: metresPerMinute.driving / 4,
    patience: inCar,
    metresPerSecondOfCost: 112,
  },
};

export const wayOf = ({ mode }: NetworkTravel): Way => ways[mode];

/** The part of a question that says how somebody gets about. */
export const costingOf = ({ costing, options }: Way) => ({
  costing,
  costing_options: { [costing]: options },
});
