/** Areas for tests, saved as an import saves them. */
import type { Knex } from 'knex';
import { saveAreas } from '../../server/areas/repository.ts';

export interface Square {
  id: string;
  name: string;
  kind?: string;
  west: number;
  south: number;
  east: number;
  north: number;
}

/** A rectangle of the map as an area. */
export const addArea = (db: Knex, { id, name, kind = 'ward', west, south, east, north }: Square) =>
  saveAreas(db, {
    features: [
      {
        type: 'Feature',
        properties: { id, name, kind },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [west, south],
              [east, south],
              [east, north],
              [west, north],
              [west, south],
            ],
          ],
        },
      },
    ],
  });
