/** Fewer corners where nobody can see the difference (D. Douglas and T. Peucker, 1973), for outlines of countries. */
import type { MultiPolygon, Polygon, Position } from 'geojson';

/** Outlines up to this many corners are kept as they are. */
const MOST_CORNERS = 4_000;
/** Degrees: about ten metres on the ground. */
const TOLERANCE = 0.0001;

/** The geometry for drawing; what lies inside is decided by the full rings. */
export function simplify<T extends Polygon | MultiPolygon>(geometry: T): T {
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const corners = polygons.flat().reduce((sum, ring) => sum + ring.length, 0);
  if (corners <= MOST_CORNERS) return geometry;
  const simpler = polygons.map((polygon) => polygon.map(simplerRing));
  return { ...geometry, coordinates: geometry.type === 'Polygon' ? simpler[0] : simpler };
}

function simplerRing(ring: Position[]): Position[] {
  const kept = new Set([0, ring.length - 1]);
  // A ring begins where it ends, so it is taken as two lines, parted at the corner farthest from the start.
  const far = farthest(ring, 0, ring.length - 1).index;
  kept.add(far);
  const open = [
    [0, far],
    [far, ring.length - 1],
  ];
  for (let part = open.pop(); part; part = open.pop()) {
    const [from = 0, to = 0] = part;
    if (to - from < 2) continue;
    const { index, distance } = farthest(ring, from, to);
    if (distance <= TOLERANCE) continue;
    kept.add(index);
    open.push([from, index], [index, to]);
  }
  const simpler = ring.filter((_corner, index) => kept.has(index));
  return simpler.length >= 4 ? simpler : ring;
}

function farthest(ring: Position[], from: number, to: number): { index: number; distance: number } {
  const best = { index: from, distance: -1 };
  const [ax = 0, ay = 0] = ring[from] ?? [];
  const [bx = 0, by = 0] = ring[to] ?? [];
  const length = Math.hypot(bx - ax, by - ay);
  for (let index = from + 1; index < to; index += 1) {
    const [x = 0, y = 0] = ring[index] ?? [];
    const distance =
      length === 0
        ? Math.hypot(x - ax, y - ay)
        : Math.abs((bx - ax) * (ay - y) - (ax - x) * (by - ay)) / length;
    if (distance > best.distance) Object.assign(best, { index, distance });
  }
  return best;
}
