/** One place for a shape: the middle of the open floor of its largest part, which lies inside whatever its form. */
import type { Geometry, Position } from 'geojson';
import polylabel from 'polylabel';
import { type LonLat, roundDegrees } from './row.ts';

/** Degrees: about ten centimetres. */
const PRECISION = 1e-6;

/** The place of a GeoJSON geometry, or why it has none. What a file calls a geometry may be anything at all. */
export function pointOf(geometry: Geometry | null | undefined): LonLat | { fault: string } | undefined {
  try {
    return geometry ? placeOf(geometry) : undefined;
  } catch {
    return { fault: notGeoJson };
  }
}

export const notGeoJson = 'its geometry is not GeoJSON';
const notOnePlace = new Set<string>(['MultiPoint', 'LineString', 'MultiLineString', 'GeometryCollection']);

function placeOf(geometry: Geometry): LonLat | { fault: string } {
  if (geometry.type === 'Point') return place(geometry.coordinates);
  if (geometry.type === 'MultiPoint' && geometry.coordinates.length === 1)
    return place(geometry.coordinates[0] ?? []);
  if (geometry.type === 'Polygon') return inside([geometry.coordinates]);
  if (geometry.type === 'MultiPolygon') return inside(geometry.coordinates);
  return { fault: notOnePlace.has(geometry.type) ? `a ${geometry.type} is not one place` : notGeoJson };
}

function place([lon, lat]: Position): LonLat | { fault: string } {
  if (lon === undefined || lat === undefined || !Number.isFinite(lon) || !Number.isFinite(lat))
    return { fault: 'its coordinates are not numbers' };
  return { lon: roundDegrees(lon), lat: roundDegrees(lat) };
}

/** A place inside the largest of these polygons. */
export function inside(polygons: Position[][][]): LonLat | { fault: string } {
  const largest = polygons
    .map(unbroken)
    .filter((polygon) => (polygon[0]?.length ?? 0) >= 4)
    .sort((a, b) => area(b[0] ?? []) - area(a[0] ?? []))[0];
  if (!largest) return { fault: 'its outline has no area' };
  // Degrees of longitude are shorter than those of latitude; the middle is looked for in a true plane.
  const stretch = Math.cos(((largest[0]?.[0]?.[1] ?? 0) * Math.PI) / 180);
  const plane = largest.map((ring) =>
    ring.map(([lon = Number.NaN, lat = Number.NaN]) => [lon * stretch, lat]),
  );
  if (plane.flat(2).some((number) => !Number.isFinite(number)))
    return { fault: 'its coordinates are not numbers' };
  const [x = 0, y = 0] = polylabel(plane, PRECISION);
  const lon = x / stretch;
  return place([lon > 180 ? lon - 360 : lon, y]);
}

/** A polygon across the 180th meridian in one piece: its western part goes on beyond 180°. */
function unbroken(polygon: Position[][]): Position[][] {
  const all = polygon.flat().map(([lon = Number.NaN]) => lon);
  const span =
    all.reduce((most, lon) => Math.max(most, lon), -180) -
    all.reduce((least, lon) => Math.min(least, lon), 180);
  if (!(span > 180)) return polygon;
  return polygon.map((ring) => ring.map(([lon = 0, lat = 0]) => [lon < 0 ? lon + 360 : lon, lat]));
}

/** Twice the area of a ring, in square degrees: good enough to compare. */
const area = (ring: Position[]) =>
  Math.abs(
    ring.reduce((sum, [x = 0, y = 0], index) => {
      const [nextX = 0, nextY = 0] = ring[(index + 1) % ring.length] ?? [];
      return sum + x * nextY - nextX * y;
    }, 0),
  );
