/**
 * What is drawn at one point of the map: a crowd to zoom into, or the venues that stand there. Venues at the very same
 * point (a shared building, or approximate places of one grid square) become one spot that names them all.
 */
import type { Box, ClusterFeature } from '../api.ts';

export interface SpotVenue {
  id: number;
  name: string;
  slug: string;
  kind?: string;
  /** How many people its largest room holds. */
  capacity?: number;
  approximate?: boolean;
}

export interface Spot {
  key: string;
  lon: number;
  lat: number;
  /** Named when they are few enough to name; a crowd has none. */
  venues: SpotVenue[];
  count: number;
  exact: boolean;
  box?: Box;
  /** Where the areas of approximate places lie. */
  areas: { lon: number; lat: number }[];
  /** Nothing here has an exact place. */
  approximate: boolean;
}

const same = (lon: number, lat: number) => `${lon.toFixed(6)},${lat.toFixed(6)}`;

export const keyOf = ({ venues }: Pick<Spot, 'venues'>): string =>
  `venues ${venues.map((venue) => venue.id).join()}`;

/** North to south, then west to east: the order in which Tab visits them. */
export const readingOrder = (a: Spot, b: Spot): number => b.lat - a.lat || a.lon - b.lon;

export function spotsOf(features: readonly ClusterFeature[]): Spot[] {
  const spots = new Map<string, Spot>();
  for (const { geometry, properties } of features) {
    const [lon, lat] = geometry.coordinates;
    const { id, name = '', slug = '', kind, capacity, count, exact = true, bbox, precision } = properties;
    const approximate = precision === 'approximate';
    if (id === undefined) {
      const key = `crowd ${count} ${same(lon, lat)}`;
      spots.set(key, { key, lon, lat, venues: [], count, exact, box: bbox, areas: [], approximate });
      continue;
    }
    const place = `${precision} ${same(lon, lat)}`;
    const there = spots.get(place);
    const venue = {
      id,
      name,
      slug,
      kind,
      ...(capacity && { capacity }),
      ...(approximate && { approximate }),
    };
    if (there) {
      there.venues.push(venue);
      there.count += 1;
    } else {
      const areas = approximate ? [{ lon, lat }] : [];
      spots.set(place, { key: place, lon, lat, venues: [venue], count: 1, exact: true, areas, approximate });
    }
  }
  for (const spot of spots.values()) if (spot.venues.length > 0) spot.key = keyOf(spot);
  return [...spots.values()].sort(readingOrder);
}
