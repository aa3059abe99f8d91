/** Lines made ready to be drawn: joined where they meet, cut off outside the view. In degrees. */
import type { Position } from 'geojson';
import type { Box } from '../database/geometry.ts';
import type { LineGeometry } from './line.ts';

export const linesOf = (geometry: LineGeometry): Position[][] => {
  if (geometry.type === 'LineString') return [geometry.coordinates];
  return geometry.type === 'MultiLineString' ? geometry.coordinates : [];
};

export const outlinesOf = (geometry: LineGeometry): Position[][][] => {
  if (geometry.type === 'Polygon') return [geometry.coordinates];
  return geometry.type === 'MultiPolygon' ? geometry.coordinates : [];
};

export function boundsOf(positions: readonly Position[]): Box {
  const box = { west: 180, south: 90, east: -180, north: -90 };
  for (const [lon = 0, lat = 0] of positions) {
    box.west = Math.min(box.west, lon);
    box.south = Math.min(box.south, lat);
    box.east = Math.max(box.east, lon);
    box.north = Math.max(box.north, lat);
  }
  return box;
}

const keyOf = (position: Position | undefined) => position?.join() ?? '';

/**
 * Lines that go on from one another become one, so that a road in a thousand pieces is drawn, and made simpler, as a
 * road. Where more than two meet, the first two that come are joined.
 */
export function joinLines(lines: readonly Position[][]): Position[][] {
  const ends = new Map<string, Position[]>();
  const joined = new Set<Position[]>();
  const free = (line: Position[]) => {
    for (const end of [line[0], line.at(-1)]) if (ends.get(keyOf(end)) === line) ends.delete(keyOf(end));
    joined.delete(line);
  };
  for (const each of lines) {
    let line = each;
    for (const atEnd of [true, false]) {
      const end = keyOf(atEnd ? line.at(-1) : line[0]);
      const other = ends.get(end);
      if (!other) continue;
      free(other);
      const begins = keyOf(other[0]) === end;
      line = atEnd
        ? [...line, ...(begins ? other : [...other].reverse()).slice(1)]
        : [...(begins ? [...other].reverse() : other).slice(0, -1), ...line];
    }
    joined.add(line);
    for (const end of [line[0], line.at(-1)]) if (!ends.has(keyOf(end))) ends.set(keyOf(end), line);
  }
  return [...joined];
}

/** The parts of a line that may be seen in the box; each keeps one point beyond it. */
export function cutLine(line: readonly Position[], box: Box): Position[][] {
  const parts: Position[][] = [];
  let part: Position[] = [];
  for (let index = 1; index < line.length; index += 1) {
    const [a, b] = [line[index - 1] ?? [], line[index] ?? []];
    const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [a, b];
    const beside =
      Math.max(x1, x2) < box.west ||
      Math.min(x1, x2) > box.east ||
      Math.max(y1, y2) < box.south ||
      Math.min(y1, y2) > box.north;
    if (!beside) part = part.length > 0 ? [...part, b] : [a, b];
    if (part.length > 0 && (beside || index === line.length - 1)) {
      parts.push(part);
      part = [];
    }
  }
  return parts;
}

/** The part of a ring inside the box (I. Sutherland and G. Hodgman, 1974); its new sides lie on the box's. */
export function cutRing(ring: readonly Position[], { west, south, east, north }: Box): Position[] {
  const sides: [axis: 0 | 1, limit: number, sign: 1 | -1][] = [
    [0, west, 1],
    [0, east, -1],
    [1, south, 1],
    [1, north, -1],
  ];
  let left = ring.slice(0, -1);
  for (const [axis, limit, sign] of sides) {
    const inside = (at: Position) => ((at[axis] ?? 0) - limit) * sign >= 0;
    left = left.flatMap((to, index) => {
      const from = left.at(index - 1) ?? to;
      if (inside(from) === inside(to)) return inside(to) ? [to] : [];
      const [[x1 = 0, y1 = 0], [x2 = 0, y2 = 0]] = [from, to];
      const share = (limit - (from[axis] ?? 0)) / ((to[axis] ?? 0) - (from[axis] ?? 0));
      const crossing = [x1 + (x2 - x1) * share, y1 + (y2 - y1) * share];
      return inside(to) ? [crossing, to] : [crossing];
    });
  }
  const [first] = left;
  return first && left.length >= 3 ? [...left, first] : [];
}
