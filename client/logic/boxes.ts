/** Boxes on the map: west, south, east, north in degrees. */
import type { Understood, VenueItem, VenueList } from '../../server/venues/schema.ts';
import type { Box } from '../api.ts';
import { first, type Query, without, withValue } from './query.ts';
import { detour, metresPerMinute } from './walk.ts';

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

/** Does the first box hold all of the second? */
export const covers = (outer: Box, inner: Box): boolean =>
  outer[0] <= inner[0] && outer[1] <= inner[1] && outer[2] >= inner[2] && outer[3] >= inner[3];

/** A box grown to a coarse grid, so that small moves ask for nothing new, and neighbours ask for the same. */
export function snap([west, south, east, north]: Box, zoom: number): Box {
  const step = 360 / 2 ** Math.max(0, zoom);
  const [down, up] = [
    (value: number) => Math.floor(value / step) * step,
    (value: number) => Math.ceil(value / step) * step,
  ];
  return [
    Math.max(-180, down(west)),
    Math.max(-85, down(south)),
    Math.min(180, up(east)),
    Math.min(85, up(north)),
  ];
}

/** The grid to which an approximate place is shown, as a radius in metres. */
export const approximateRadius = 500;

const metresPerDegree = 111_195;

function around({ lon, lat }: LonLat, radius: number): Box {
  const up = radius / metresPerDegree;
  const aside = up / Math.cos((lat * Math.PI) / 180);
  return [lon - aside, lat - up, lon + aside, lat + up];
}

/** The smallest box around the places that are on the map, all of what is about there included; none when no place is. */
export function boxOf(items: readonly Pick<VenueItem, 'location'>[]): Box | undefined {
  const boxes = items.flatMap(({ location: { lon, lat, precision } }) =>
    lon === undefined || lat === undefined
      ? []
      : [around({ lon, lat }, precision === 'approximate' ? approximateRadius : 0)],
  );
  if (boxes.length === 0) return undefined;
  const side = (at: number, most: typeof Math.min) => most(...boxes.map((box) => box[at] ?? 0));
  return [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)];
}

const placeNames = ['near', 'radius', 'within', 'polygon', 'bbox'];

/** The same question, asked of another place: any that was asked for before gives way. */
export function searchPlace(query: Query, place: Query, understood: readonly Understood[] = []): Query {
  const read = understood.find((each) => placeNames.includes(each.parameter));
  const words = read ? withValue(query, 'q', read.without.trim()) : query;
  const sort = query.sort?.[0] === 'distance' && !place.near ? ['sort'] : [];
  return { ...without(words, ...placeNames, 'cursor', ...sort), ...place };
}

/** What was read in the words, as long as they are the words that were answered. */
export const readIn = ({ draft, query, list }: { draft: Query; query: Query; list: VenueList }) =>
  draft.q?.[0] === query.q?.[0] ? list.understood : [];

/** The same question, asked of what the map shows. */
export const searchHere = (query: Query, box: Box, understood?: readonly Understood[]): Query =>
  searchPlace(query, { bbox: [formatBox(box)] }, understood);

/** How far one comes in ten minutes, as a straight line. */
export const walkRadius = Math.round((10 * metresPerMinute) / detour);

export interface LonLat {
  lon: number;
  lat: number;
}

/** To about a metre; where a person stands is asked for more coarsely. */
export const formatPoint = ({ lon, lat }: LonLat, digits = 5): string =>
  `${Number(lon.toFixed(digits))},${Number(lat.toFixed(digits))}`;

export function parsePoint(text: string | undefined): LonLat | undefined {
  const [lon, lat, ...more] = (text ?? '').split(',').map(Number);
  if (lon === undefined || lat === undefined || more.length > 0) return undefined;
  return Number.isFinite(lon) && Number.isFinite(lat) ? { lon, lat } : undefined;
}

/** What of the question has a shape on the map. */
export interface Shape {
  near?: LonLat;
  circle?: LonLat & { radius: number };
  polygon?: LonLat[];
}

export function shapeOf(query: Query): Shape {
  const near = parsePoint(first(query, 'near'));
  const radius = Number(first(query, 'radius'));
  const corners = first(query, 'polygon')
    .split(';')
    .flatMap((corner) => parsePoint(corner) ?? []);
  return {
    ...(near && { near }),
    ...(near && radius > 0 && { circle: { ...near, radius } }),
    ...(corners.length > 2 && { polygon: corners }),
  };
}

/** The point that is asked for, as what lies there would be: to be in view with what is found. */
export function pointAsked(query: Query): Pick<VenueItem, 'location'>[] {
  const { near } = shapeOf(query);
  return near ? [{ location: { ...near, precision: 'exact' } }] : [];
}

/** The box that the question itself is kept within, if it says one. */
export function boxAsked(query: Query): Box | undefined {
  const { circle, polygon } = shapeOf(query);
  const box = parseBox(query.bbox?.[0]);
  if (box) return box;
  if (polygon) return boxOf(polygon.map((location) => ({ location: { ...location, precision: 'exact' } })));
  return circle && around(circle, circle.radius);
}

/** The parts of a query that say where; when they change, the map moves to the new place. */
export const whereKey = (query: Query): string =>
  ['q', ...placeNames].map((name) => query[name]?.join() ?? '').join('|');

/** Centre and zoom to fall back on: the register’s home, the south-west of London. */
export const home = { lat: 51.436, lon: -0.168, zoom: 13 } as const;
