/** What every sort of house in the demo says about itself, so that venues can be composed from it. */
import type { NewVenue } from '../../../server/venues/schema.ts';
import type { Character } from '../building.ts';
import type { RoomPlan } from '../rooms.ts';
import type { HoursSketch, VenueSketch } from '../sketch.ts';

/** A name, with `{street}` and `{place}` filled in; and the same name in other languages. */
export type HouseName = string | readonly [name: string, names: Record<string, string>];

export interface House {
  key: string;
  /** How many of them the demo has. */
  count: number;
  kind: NewVenue['kind'];
  /** Neighbourhoods where it is found first. */
  near?: readonly string[];
  character: Character;
  rooms: readonly (readonly RoomPlan[])[];
  names: readonly HouseName[];
  /** Three parts of a description: what it is, who comes, how to be a good guest. */
  about: readonly [readonly string[], readonly string[], readonly string[]];
  hours: readonly HoursSketch[];
  tenure: readonly NonNullable<VenueSketch['tenure']>[];
}
