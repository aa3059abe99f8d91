/** A page of the list in other people's formats: GeoJSON (RFC 7946) and CSV (RFC 4180). */
import { stringify } from './csv.ts';
import type { VenueItem } from './schema.ts';

/** A FeatureCollection; a hidden place is a feature without geometry. */
export function toGeoJson(items: VenueItem[], links: { next?: string }): object {
  return {
    type: 'FeatureCollection',
    features: items.map(({ location, ...properties }) => ({
      type: 'Feature',
      id: properties.id,
      geometry:
        location.lon === undefined || location.lat === undefined
          ? null
          : { type: 'Point', coordinates: [location.lon, location.lat] },
      properties: { ...properties, precision: location.precision },
    })),
    ...(links.next && { links: [{ rel: 'next', type: 'application/geo+json', href: links.next }] }),
  };
}

const columns: [string, (item: VenueItem) => string | number | undefined][] = [
  ['id', (item) => item.id],
  ['name', (item) => item.name],
  ['kind', (item) => item.kind],
  ['lon', (item) => item.location.lon],
  ['lat', (item) => item.location.lat],
  ['precision', (item) => item.location.precision],
  ['distance_m', (item) => item.distance],
  ['locality', (item) => item.locality],
  ['town', (item) => item.town],
  ['postcode', (item) => item.postcode],
  ['capacity', (item) => item.capacity],
  ['spaces', (item) => item.spaces.map((space) => space.name).join('; ')],
  ['access', (item) => item.access.join(' ')],
  ['amenities', (item) => item.amenities.join(' ')],
  ['holder', (item) => item.holder],
  ['services', (item) => item.services?.consent ?? 'ask_first'],
  ['sessions_per_week', (item) => item.services?.sessionsPerWeek],
  ['updated_at', (item) => item.updatedAt],
];

export const toCsv = (items: VenueItem[]): string =>
  stringify([columns.map(([name]) => name), ...items.map((item) => columns.map(([, read]) => read(item)))]);
