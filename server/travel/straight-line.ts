/** Travel where there is no network: the straight line, made longer, at a steady speed. */
import { TravelFault } from './fault.ts';
import type { Mode, StraightLine, Within } from './schema.ts';

/**
 * How much longer ways are than straight lines. On streets the factor is mostly between 1.2 and 1.4: R. H. Ballou,
 * H. Rahardja and N. Sakai, “Selected country circuity factors for road travel distance estimation”, Transportation
 * Research Part A 36 (2002), 843–848, find 1.20 to 1.46 in most countries. For walks, docs/adr/0024 has our own measures.
 */
export const DETOUR = 1.3;

/**
 * Walking 4.8 km/h and cycling 16 km/h are what England’s journey time statistics reckon with (Department for Transport).
 * A wheelchair at 4 km/h is what Valhalla reckons with. Driving at 30 km/h is our guess for a town by day.
 */
export const metresPerMinute: Record<Mode, number> = {
  walking: 80,
  wheelchair: 4000 / 60,
  cycling: 16_000 / 60,
  driving: 500,
};

export interface StraightLineSettings {
  detour?: number;
  metresPerMinute?: number;
}

export function straightLine(mode: Mode, settings: StraightLineSettings = {}): StraightLine {
  const { detour = DETOUR, metresPerMinute: speed = metresPerMinute[mode] } = settings;
  if (!(detour >= 1 && detour <= 3))
    throw new TravelFault('A way is 1 to 3 times as long as the straight line.');
  if (!(speed > 0 && speed <= 2000))
    throw new TravelFault('A speed is more than 0 and at most 2000 metres a minute.');
  return { kind: 'straight_line', mode, detour, metresPerMinute: speed };
}

/** The straight line, in metres, that takes just as long as still counts. */
export const straightWithin = (model: StraightLine, within: Within): number =>
  ('metres' in within ? within.metres : within.minutes * model.metresPerMinute) / model.detour;

/** What a straight line of so many metres comes to, in the unit that was asked in. */
export const straightTravel = (model: StraightLine, within: Within, metres: number): number =>
  (metres * model.detour) / ('metres' in within ? 1 : model.metresPerMinute);
