/** Boxes on the map: west, south, east, north in degrees. */
import type { Understood, VenueItem } from '../../server/venues/schema.ts';
import type { Box } from '../api.ts';
import { type Query, without, withValue } from './query.ts';

export function parseBox(text: string | undefined): Box | undefined {
  const parts = text?.split(',').map(Number) ?? [];
  const [west, south, east, north] = parts;
  if (parts.length !== 4 || parts.some(Number.isNaN)) return undefined;
  return [west ?? 0, south ?? 0, east ?? 0, north ?? 0];
}

export const formatBox = (box: Box): string => box.map((each) => Number(each.toFixed(5))).join(',');

/** What lies in both; nothing when they do not meet. */
export function intersect(a: Box, b: Box | undefined): Box | undefined {
  if (!b) return a;
  const [west, south] = [Math.max(a[0], b[0]), Math.max(a[1], b[1])];
  const [east, north] = [Math.min(a[2], b[2]), Math.min(a[3], b[3])];
  return west < east && south < north ? [west, south, east, north] : undefined;
}

export const contains = ([west, south, east, north]: Box, [lon, lat]: readonly [number, number]): boolean =>
  lon >= west && lon <= east && lat >= south && lat <= north;

/** The smallest box around the places that are on the map; none when no place is. */
export function boxOf(items: readonly Pick<VenueItem, 'location'>[]): Box | undefined {
  const points = items.flatMap(({ location: { lon, lat } }) =>
    lon === undefined || lat === undefined ? [] : [[lon, lat] as const],
  );
  if (points.length === 0) return undefined;
  const lons = points.map(([lon]) => lon);
  const lats = points.map(([, lat]) => lat);
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

const placeWords = new Set(['near', 'radius', 'within', 'bbox']);

/** The same question, asked of what the map shows: any other place that was asked for gives way. */
export function searchHere(query: Query, box: Box, understood: readonly Understood[] = []): Query {
  const place = understood.find((each) => placeWords.has(each.parameter));
  const words = place ? withValue(query, 'q', place.without.trim()) : query;
  const sort = query.sort?.[0] === 'distance' ? ['sort'] : [];
  return { ...without(words, 'near', 'radius', 'within', 'cursor', ...sort), bbox: [formatBox(box)] };
}

/** The parts of a query that say where; when they change, the map moves to the new place. */
export const whereKey = (query: Query): string =>
  ['q', 'near', 'radius', 'within', 'bbox'].map((name) => query[name]?.join() ?? '').join('|');

/** Centre and zoom to fall back on: the register’s home, the south-west of London. */
export const home = { lat: 51.436, lon: -0.168, zoom: 13 } as const;
