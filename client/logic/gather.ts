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

/** Moved in until all of it is seen, where the edge of the map would cut it. */
export function uncut({ x, y, size }: Sign, [width, height]: readonly [number, number]): Sign {
  const half = size / 2;
  const seen = x > -half && y > -half && x < width + half && y < height + half;
  const between = (at: number, most: number) => Math.max(half, Math.min(at, most - half));
  return seen ? { x: between(x, width), y: between(y, height), size } : { x, y, size };
}

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

/** The squares of a grid that a sign may touch, as keys; signs that touch share one. */
function* squares({ x, y, size }: Sign): Generator<string> {
  const side = 64;
  const [left, right] = [Math.floor((x - size / 2) / side), Math.floor((x + size / 2) / side)];
  const [top, bottom] = [Math.floor((y - size / 2) / side), Math.floor((y + size / 2) / side)];
  for (let column = left; column <= right; column += 1)
    for (let row = top; row <= bottom; row += 1) yield `${column} ${row}`;
}

/** `signOf` says where a spot is drawn, and how large. The largest stay where they are. */
export function gather(spots: readonly Spot[], signOf: (spot: Spot) => Sign): Spot[] {
  const kept: { spot: Spot; sign: Sign }[] = [];
  const bySquare = new Map<string, number[]>();
  const place = (index: number, sign: Sign) => {
    for (const square of squares(sign)) bySquare.set(square, [...(bySquare.get(square) ?? []), index]);
  };
  for (const spot of [...spots].sort((a, b) => b.count - a.count || readingOrder(a, b))) {
    const sign = signOf(spot);
    const near = [...squares(sign)].flatMap((square) => bySquare.get(square) ?? []);
    const index = Math.min(...near.filter((each) => kept[each] && collide(kept[each].sign, sign)));
    const host = kept[index];
    if (host) {
      host.spot = join(host.spot, spot);
      host.sign = signOf(host.spot);
      place(index, host.sign);
    } else {
      kept.push({ spot, sign });
      place(kept.length - 1, sign);
    }
  }
  const left = kept.map(({ spot }) => spot);
  // A spot that has grown may have met another.
  return left.length < spots.length ? gather(left, signOf) : left.sort(readingOrder);
}
