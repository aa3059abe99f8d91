/** An area that is being drawn: its corners in order, whose sides must not meet. */
import { formatPoint, type LonLat } from './boxes.ts';

export const fewestCorners = 3;
export const mostCorners = 50;

const side = (a: LonLat, b: LonLat, p: LonLat): number =>
  Math.sign((b.lon - a.lon) * (p.lat - a.lat) - (b.lat - a.lat) * (p.lon - a.lon));

/** Do two sides cross or touch? */
const meet = (a: LonLat, b: LonLat, c: LonLat, d: LonLat): boolean =>
  side(a, b, c) * side(a, b, d) <= 0 && side(c, d, a) * side(c, d, b) <= 0;

export type DrawFault = 'map.drawCrosses' | 'map.drawFew' | 'map.drawMost';

/** Why the next corner cannot stand there; nothing when it can. */
export function faultOfCorner(corners: readonly LonLat[], next: LonLat): DrawFault | undefined {
  if (corners.length >= mostCorners) return 'map.drawMost';
  const last = corners.at(-1);
  if (!last) return undefined;
  // The side before the new one shares its corner with it.
  const crossed = corners.slice(0, -2).some((a, index) => meet(a, corners[index + 1] ?? a, last, next));
  return crossed || (last.lon === next.lon && last.lat === next.lat) ? 'map.drawCrosses' : undefined;
}

/** Why the area cannot be closed; nothing when it can. */
export function faultOfArea(corners: readonly LonLat[]): DrawFault | undefined {
  const [first, ...rest] = corners;
  const last = rest.at(-1);
  if (!first || !last || corners.length < fewestCorners) return 'map.drawFew';
  const inner = rest.slice(0, -1);
  const crossed = inner.slice(0, -1).some((a, index) => meet(a, inner[index + 1] ?? a, last, first));
  const flat = corners.every((each) => side(first, last, each) === 0);
  return crossed || flat ? 'map.drawCrosses' : undefined;
}

/** As the address has it. */
export const formatPolygon = (corners: readonly LonLat[]): string =>
  corners.map((corner) => formatPoint(corner)).join(';');
