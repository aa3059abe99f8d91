/**
 * Signs that would lie over one another on the screen become one, so that each can be seen and hit. Where all of them
 * have names, the one that is left has all the names; a crowd takes in what it lies on.
 */
import type { Box } from '../api.ts';
import { keyOf, readingOrder, type Spot } from './spots.ts';

/** A sign on the screen, in pixels: its middle, and how wide and high it is. */
export interface Sign {
  x: number;
  y: number;
  size: number;
}

/** So much may lie under a neighbour without harm, in pixels. */
const overlap = 4;

const collide = (a: Sign, b: Sign): boolean =>
  Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) < (a.size + b.size) / 2 - overlap;

const boxAround = ({ box, lon, lat }: Spot): Box => box ?? [lon, lat, lon, lat];

function join(a: Spot, b: Spot): Spot {
  const [one, other] = [boxAround(a), boxAround(b)];
  const named = a.venues.length > 0 && b.venues.length > 0;
  const joined: Spot = {
    ...a,
    venues: named ? [...a.venues, ...b.venues] : [],
    count: a.count + b.count,
    exact: a.exact && b.exact,
    box: [
      Math.min(one[0], other[0]),
      Math.min(one[1], other[1]),
      Math.max(one[2], other[2]),
      Math.max(one[3], other[3]),
    ],
    areas: [...a.areas, ...b.areas],
    approximate: a.approximate && b.approximate,
  };
  return { ...joined, key: named ? keyOf(joined) : `crowd ${joined.count} ${a.lon},${a.lat}` };
}

/** `signOf` says where a spot is drawn, and how large. The largest stay where they are. */
export function gather(spots: readonly Spot[], signOf: (spot: Spot) => Sign): Spot[] {
  const kept: Spot[] = [];
  for (const spot of [...spots].sort((a, b) => b.count - a.count || readingOrder(a, b))) {
    const index = kept.findIndex((each) => collide(signOf(each), signOf(spot)));
    const host = kept[index];
    if (host) kept[index] = join(host, spot);
    else kept.push(spot);
  }
  // A spot that has grown may have met another.
  return kept.length < spots.length ? gather(kept, signOf) : kept.sort(readingOrder);
}
