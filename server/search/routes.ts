/** /api/v1/clusters and /api/v1/suggest: search for the map, and while typing. */
import { Type } from '@sinclair/typebox';
import { registerVersion } from '../database/version.ts';
import { everyone, ok, type Route, route } from '../http/route.ts';
import { VenueQuery, venueFilters } from '../venues/schema.ts';
import { findClusters } from './clusters.ts';
import { suggest } from './suggest.ts';
import { understand } from './understand.ts';

const ClusterQuery = Type.Object(
  {
    ...venueFilters,
    match: VenueQuery.properties.match,
    bbox: Type.Array(Type.Number(), {
      minItems: 4,
      maxItems: 4,
      description: 'west,south,east,north in degrees; grown to whole cells',
    }),
    zoom: Type.Number({ minimum: 0, maximum: 22, description: 'Zoom of the map' }),
  },
  { additionalProperties: false },
);

const ClusterCollection = Type.Object(
  {
    type: Type.Literal('FeatureCollection'),
    features: Type.Array(
      Type.Object({
        type: Type.Literal('Feature'),
        bbox: Type.Array(Type.Number(), {
          description: 'The cell: the list with this bbox has `count` venues',
        }),
        geometry: Type.Object({ type: Type.Literal('Point'), coordinates: Type.Array(Type.Number()) }),
        properties: Type.Object({
          count: Type.Integer(),
          exact: Type.Boolean(),
          bbox: Type.Array(Type.Number()),
          id: Type.Optional(Type.Integer()),
          name: Type.Optional(Type.String()),
          slug: Type.Optional(Type.String()),
          kind: Type.Optional(Type.String()),
          capacity: Type.Optional(Type.Integer()),
          precision: Type.Optional(Type.String()),
        }),
      }),
    ),
  },
  { $id: 'ClusterCollection' },
);

const clusters = route({
  method: 'get',
  path: '/api/v1/clusters',
  access: everyone,
  summary: 'Venues gathered for a map',
  description:
    'GeoJSON points with counts at any zoom, for the same filters as the list; a venue that is alone in its cell comes with its name.',
  query: ClusterQuery,
  answers: {
    200: { description: 'Clusters', schema: ClusterCollection },
    304: { description: 'Not changed' },
  },
  cacheControl: 'public, max-age=0, must-revalidate',
  version: ({ db }) => registerVersion(db),
  handler: async ({ db, query }) => {
    const { zoom, ...asked } = query;
    const version = await registerVersion(db);
    const { filters } = await understand(db, asked);
    const [west = 0, south = 0, east = 0, north = 0] = asked.bbox;
    const found = await findClusters(db, { ...filters, box: { west, south, east, north } }, zoom);
    const features = found.map(({ count, lon, lat, box, card }) => {
      const bbox = [box.west, box.south, box.east, box.north];
      return {
        type: 'Feature',
        bbox,
        geometry: { type: 'Point', coordinates: [lon, lat] },
        properties: { count, exact: true, bbox, ...(card !== undefined && alone(card)) },
      };
    });
    return ok({ type: 'FeatureCollection', features }, { type: 'application/geo+json', version });
  },
});

const alone = (card: string) => {
  const { id, name, slug, kind, capacity, location } = JSON.parse(card);
  return { id, name, slug, kind, capacity, precision: location.precision };
};

const Suggestions = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        type: Type.Unsafe<'venue' | 'place' | 'postcode'>(
          Type.String({ enum: ['venue', 'place', 'postcode'] }),
        ),
        label: Type.String(),
        detail: Type.Optional(Type.String()),
        url: Type.Optional(Type.String()),
        lon: Type.Optional(Type.Number()),
        lat: Type.Optional(Type.Number()),
        query: Type.Optional(Type.String()),
      }),
    ),
  },
  { $id: 'Suggestions' },
);

const suggestions = route({
  method: 'get',
  path: '/api/v1/suggest',
  access: everyone,
  summary: 'What you may be typing',
  description: 'Venues, places and postcodes for the beginning of a word; tolerant of typos.',
  query: Type.Object({ q: Type.String({ minLength: 1, maxLength: 100 }) }, { additionalProperties: false }),
  answers: { 200: { description: 'Suggestions, best first', schema: Suggestions } },
  cacheControl: 'public, max-age=60',
  handler: async ({ db, query }) => ok({ items: await suggest(db, query.q) }),
});

export const searchRoutes: Route[] = [clusters, suggestions];
