/** /api/v1/areas. */
import { Type } from '@sinclair/typebox';
import { everyone, ok, type Route, route } from '../http/route.ts';
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

export const areaRoutes: Route[] = [list, one];
