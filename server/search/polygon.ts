/** An area that a person drew: corners in order, closed by itself, with sides that never meet one another. */
import { type Box, toMercator } from '../database/geometry.ts';

export interface DrawnArea {
  /** A literal of PostgreSQL's own polygon, in Mercator metres. */
  text: string;
  /** The box around it, in Mercator metres. */
  bounds: Box;
}

interface Point {
  x: number;
  y: number;
}

export const fewestCorners = 3;
export const mostCorners = 50;

/** `lon,lat;lon,lat;…` as corners; the first may be said again at the end. A sentence when it is no area. */
export function readPolygon(text: string): DrawnArea | string {
  const corners = text.split(';').map((each) => each.split(',').map(Number));
  const onMap = corners.every(
    ([lon = Number.NaN, lat = Number.NaN, ...more]) =>
      more.length === 0 && Math.abs(lon) <= 180 && Math.abs(lat) <= 85,
  );
  if (!onMap || /(^|[;,])\s*([;,]|$)/.test(text)) return '“polygon” has a corner that is not on the map.';
  const ring = corners.map(([lon = 0, lat = 0]) => toMercator(lon, lat));
  const [first, last] = [ring[0], ring.at(-1)];
  if (ring.length > 1 && first && last && first.x === last.x && first.y === last.y) ring.pop();
  if (ring.length < fewestCorners || ring.length > mostCorners)
    return `“polygon” needs ${fewestCorners} to ${mostCorners} corners.`;
  if (crossesItself(ring)) return '“polygon” crosses or touches itself. Draw round the area once.';
  const [xs, ys] = [ring.map(({ x }) => x), ring.map(({ y }) => y)];
  return {
    text: `(${ring.map(({ x, y }) => `(${x},${y})`).join(',')})`,
    bounds: {
      west: Math.min(...xs),
      south: Math.min(...ys),
      east: Math.max(...xs),
      north: Math.max(...ys),
    },
  };
}

/** On which side of the line from `a` to `b` does `p` lie? 0 is on the line. */
const side = (a: Point, b: Point, p: Point): number =>
  Math.sign((b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x));

const between = (a: Point, b: Point, p: Point): boolean =>
  Math.min(a.x, b.x) <= p.x &&
  p.x <= Math.max(a.x, b.x) &&
  Math.min(a.y, b.y) <= p.y &&
  p.y <= Math.max(a.y, b.y);

/** Do two sides share any point? */
function meet(a: Point, b: Point, c: Point, d: Point): boolean {
  const [one, two, three, four] = [side(a, b, c), side(a, b, d), side(c, d, a), side(c, d, b)];
  if (one !== two && three !== four && one * two <= 0 && three * four <= 0) return true;
  return [
    one === 0 && between(a, b, c),
    two === 0 && between(a, b, d),
    three === 0 && between(c, d, a),
    four === 0 && between(c, d, b),
  ].includes(true);
}

function crossesItself(ring: readonly Point[]): boolean {
  const at = (index: number) => ring[index % ring.length] as Point;
  return ring.some((a, i) => {
    const b = at(i + 1);
    // The next side begins where this one ends; it may not go back along it, nor may a side be of no length.
    const c = at(i + 2);
    if ((a.x === b.x && a.y === b.y) || (side(a, b, c) === 0 && !goesOn(a, b, c))) return true;
    return ring.some(
      (_, j) => j > i + 1 && !(i === 0 && j === ring.length - 1) && meet(a, b, at(j), at(j + 1)),
    );
  });
}

const goesOn = (a: Point, b: Point, c: Point): boolean =>
  (b.x - a.x) * (c.x - b.x) + (b.y - a.y) * (c.y - b.y) > 0;
