/** How travel is measured: what stands beside every answer that rests on it. */
import { type Static, Type } from '@sinclair/typebox';
import { oneOf } from '../venues/schema-words.ts';

export const modes = ['walking', 'wheelchair', 'cycling', 'driving'] as const;
export type Mode = (typeof modes)[number];

/** What Valhalla calls the ways of getting about. */
export const profiles = ['pedestrian', 'wheelchair', 'bicycle', 'auto'] as const;
export type Profile = (typeof profiles)[number];

export const StraightLine = Type.Object(
  {
    kind: Type.Literal('straight_line'),
    mode: oneOf(modes),
    detour: Type.Number({
      minimum: 1,
      maximum: 3,
      description: 'How many times longer the way is than the straight line',
    }),
    metresPerMinute: Type.Number({
      exclusiveMinimum: 0,
      maximum: 2000,
      description: 'How fast the way is gone',
    }),
  },
  { $id: 'TravelStraightLine', description: 'Straight lines, made longer by a factor' },
);
export type StraightLine = Static<typeof StraightLine>;

export const NetworkTravel = Type.Object(
  {
    kind: Type.Literal('network'),
    mode: oneOf(modes),
    engine: Type.Literal('valhalla'),
    version: Type.String({ description: 'Version of the engine' }),
    extract: Type.String({
      description:
        'What the network was made of: the SHA-256 of the OpenStreetMap extract, or when the tiles of a server were made',
    }),
    profile: oneOf(profiles),
    metresPerMinute: Type.Number({
      description: 'How fast the way is gone on the flat; for driving, the most that any road is driven at',
    }),
  },
  { $id: 'TravelNetwork', description: 'Streets and paths of OpenStreetMap' },
);
export type NetworkTravel = Static<typeof NetworkTravel>;

export const TravelModel = Type.Union([StraightLine, NetworkTravel], {
  $id: 'TravelModel',
  description: 'How travel was measured',
});
export type TravelModel = Static<typeof TravelModel>;

/** A place on Earth, in degrees of WGS 84. */
export interface Point {
  lon: number;
  lat: number;
}

/** As far as travel still counts. */
export type Within = { minutes: number } | { metres: number };
