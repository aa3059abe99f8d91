/** /api/v1/backdrop: a map of our own, for where the tiles of others cannot be had. */
import { Type } from '@sinclair/typebox';
import { registerVersion } from '../database/version.ts';
import { everyone, ok, type Route, route } from '../http/route.ts';
import { invalidInput } from '../problem.ts';
import { readBackdrop } from './read.ts';

const Query = Type.Object(
  {
    bbox: Type.Array(Type.Number(), {
      minItems: 4,
      maxItems: 4,
      description: 'west,south,east,north in degrees',
    }),
    zoom: Type.Integer({ minimum: 0, maximum: 22, description: 'Zoom of the map' }),
  },
  { additionalProperties: false },
);

const backdrop = route({
  method: 'get',
  path: '/api/v1/backdrop',
  access: everyone,
  summary: 'A simple map to draw under the venues',
  description:
    'Waters, main roads, railways, outlines of areas and names of places, as GeoJSON, made simpler for the zoom and never more than 60 kB. For maps whose tiles cannot load.',
  query: Query,
  answers: {
    200: {
      description: 'GeoJSON; each feature says its `kind`: water, road, rail, area or place',
      schema: Type.Object(
        {
          type: Type.Literal('FeatureCollection'),
          features: Type.Array(
            Type.Object({
              type: Type.Literal('Feature'),
              geometry: Type.Object({ type: Type.String() }),
              properties: Type.Object({ kind: Type.String(), name: Type.Optional(Type.String()) }),
            }),
          ),
          attribution: Type.Array(Type.String(), { description: 'Who made the lines that are drawn' }),
        },
        { $id: 'Backdrop' },
      ),
    },
    304: { description: 'Not changed' },
  },
  // Rivers do not move: a map of yesterday will do.
  cacheControl: 'public, max-age=86400',
  version: ({ db }) => registerVersion(db),
  handler: async ({ db, query }) => {
    const [west = 0, south = 0, east = 0, north = 0] = query.bbox;
    const sound = west < east && south < north && west >= -180 && east <= 180 && south >= -90 && north <= 90;
    if (!sound)
      throw invalidInput([
        { parameter: 'bbox', value: query.bbox.join(), detail: '“bbox” is not a box on the map.' },
      ]);
    const version = await registerVersion(db);
    const made = await readBackdrop(db, { west, south, east, north }, query.zoom);
    return ok(made, { type: 'application/geo+json', version });
  },
});

export const backdropRoutes: Route[] = [backdrop];
