/** /api/v1/venues/similar: is a venue in the register already? Asked before it is added. */
import { everyone, ok, type Route, route } from '../http/route.ts';
import { Similar, SimilarQuery } from './schema.ts';
import { mayBeSame } from './start.ts';

const similar = route({
  method: 'get',
  path: '/api/v1/venues/similar',
  access: everyone,
  summary: 'Venues that may be the same',
  description:
    'Published venues within 100 m of the point, as the public knows their places, whose names are like this one. Ask before you add a venue: one that is there already can be claimed.',
  query: SimilarQuery,
  answers: { 200: { description: 'Venues that may be the same; often none', schema: Similar } },
  cacheControl: 'public, max-age=0, must-revalidate',
  handler: async ({ db, query: { name, lon, lat } }) =>
    ok({ items: await mayBeSame(db, name, { lon, lat }) }),
});

export const listingRoutes: Route[] = [similar];
