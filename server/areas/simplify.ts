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
  // A ring begins where it ends, so it is taken as two lines, parted at the corner farthest from the start.
  const { index } = farthest(ring, 0, ring.length - 1);
  const simpler = simplerLine(ring, TOLERANCE, [index]);
  return simpler.length >= 4 ? simpler : ring;
}

/** The points without which the line would be drawn more than so far from where it is; `keep` are kept anyway. */
export function simplerLine(line: Position[], tolerance: number, keep: number[] = []): Position[] {
  const kept = new Set([0, ...keep, line.length - 1]);
  const fixed = [...kept].sort((a, b) => a - b);
  const open = fixed.slice(1).map((to, at) => [fixed[at] ?? 0, to]);
  for (let part = open.pop(); part; part = open.pop()) {
    const [from = 0, to = 0] = part;
    if (to - from < 2) continue;
    const { index, distance } = farthest(line, from, to);
    if (distance <= tolerance) continue;
    kept.add(index);
    open.push([from, index], [index, to]);
  }
  return line.filter((_point, index) => kept.has(index));
}

/** A ring with fewer corners, or nothing when it is no larger than the tolerance. */
export function simplerOutline(ring: Position[], tolerance: number): Position[] | undefined {
  const { index, distance } = farthest(ring, 0, ring.length - 1);
  if (distance <= tolerance) return undefined;
  const simpler = simplerLine(ring, tolerance, [index]);
  return simpler.length >= 4 ? simpler : undefined;
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
