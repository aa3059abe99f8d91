/** What is asked before a venue is added, and what is answered. */
import { Type } from '@sinclair/typebox';
import { Id, Lat, Lon } from '../venues/schema.ts';

export const SimilarQuery = Type.Object(
  {
    name: Type.String({ minLength: 1, maxLength: 160, description: 'What the venue is called' }),
    lon: Lon,
    lat: Lat,
  },
  { additionalProperties: false },
);

export const Similar = Type.Object(
  {
    items: Type.Array(Type.Object({ id: Id, slug: Type.String(), name: Type.String() }), {
      description: 'The most alike first',
    }),
  },
  { $id: 'Similar' },
);
