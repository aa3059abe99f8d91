/** /api/v1/areas. */
import { Type } from '@sinclair/typebox';
import { registerVersion } from '../database/version.ts';
import { everyone, ok, type Route, route } from '../http/route.ts';
import { invalidInput } from '../problem.ts';
import { findOutlines } from './outlines.ts';
import { getArea, listAreas } from './read.ts';

const Area = Type.Object({ id: Type.String(), name: Type.String(), kind: Type.String() }, { $id: 'Area' });
const AreaQuery = Type.Object(
  {
    kind: Type.Optional(Type.String({ maxLength: 40, description: 'Such as ward or borough' })),
    q: Type.Optional(Type.String({ maxLength: 100, description: 'Part of the name' })),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 100, default: 100 })),
    after: Type.Optional(Type.String({ maxLength: 64, description: 'From `next`' })),
  },
  { additionalProperties: false },
);

const list = route({
  method: 'get',
  path: '/api/v1/areas',
  access: everyone,
  summary: 'Areas to search within',
  query: AreaQuery,
  answers: {
    200: {
      description: 'Areas by kind and name',
      schema: Type.Object({ items: Type.Array(Area), next: Type.Optional(Type.String()) }),
    },
  },
  cacheControl: 'public, max-age=300',
  handler: async ({ db, query }) => ok(await listAreas(db, { ...query, limit: query.limit ?? 100 })),
});

const one = route({
  method: 'get',
  path: '/api/v1/areas/:id',
  access: everyone,
  summary: 'One area, with its outline',
  params: Type.Object({ id: Type.String({ maxLength: 64 }) }),
  answers: {
    200: {
      description: 'A GeoJSON feature',
      schema: Type.Object({ type: Type.Literal('Feature'), id: Type.String() }),
    },
  },
  cacheControl: 'public, max-age=300',
  handler: async ({ db, params }) => {
    const { id, name, kind, outline } = await getArea(db, params.id);
    return ok(
      { type: 'Feature', id, geometry: outline, properties: { id, name, kind } },
      { type: 'application/geo+json' },
    );
  },
});

const outlines = route({
  method: 'get',
  path: '/api/v1/outlines',
  access: everyone,
  summary: 'Outlines of areas in a box',
  description:
    'GeoJSON outlines made simpler for the zoom: boroughs and districts far out, wards and parishes near in, unless `kind` says which. At most 120; `more` says that there are others.',
  query: Type.Object(
    {
      bbox: Type.Array(Type.Number({ minimum: -180, maximum: 180 }), {
        minItems: 4,
        maxItems: 4,
        description: 'west,south,east,north in degrees',
      }),
      zoom: Type.Integer({ minimum: 0, maximum: 22, description: 'Zoom of the map' }),
      kind: Type.Optional(Type.String({ maxLength: 40, description: 'Such as ward or borough' })),
    },
    { additionalProperties: false },
  ),
  answers: {
    200: {
      description: 'Areas by name, each with its id for `within`',
      schema: Type.Object(
        {
          type: Type.Literal('FeatureCollection'),
          features: Type.Array(
            Type.Object({
              type: Type.Literal('Feature'),
              id: Type.String(),
              geometry: Type.Object({ type: Type.Literal('MultiPolygon') }),
              properties: Area,
            }),
          ),
          more: Type.Boolean(),
        },
        { $id: 'AreaOutlines' },
      ),
    },
    304: { description: 'Not changed' },
  },
  cacheControl: 'public, max-age=3600',
  version: ({ db }) => registerVersion(db),
  handler: async ({ db, query }) => {
    const [west = 0, south = 0, east = 0, north = 0] = query.bbox;
    if (west > east || south > north || south < -90 || north > 90)
      throw invalidInput([
        { parameter: 'bbox', value: query.bbox.join(), detail: '“bbox” is not a box on the map.' },
      ]);
    const version = await registerVersion(db);
    const found = await findOutlines(db, { west, south, east, north }, query.zoom, query.kind);
    const features = found.outlines.map(({ geometry, ...properties }) => ({
      type: 'Feature',
      id: properties.id,
      geometry,
      properties,
    }));
    return ok(
      { type: 'FeatureCollection', features, more: found.more },
      { type: 'application/geo+json', version },
    );
  },
});

export const areaRoutes: Route[] = [list, one, outlines];
