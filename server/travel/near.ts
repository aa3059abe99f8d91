/**
 * Which sites are near a place, without looking at each: sites lie in cubes of space, and those within a distance are in
 * the cubes around. In space there are no poles and no date line, and a chord is never longer than the way over ground,
 * so that nothing near is missed.
 */
import { greatCircle } from '../database/geometry.ts';
import type { Point } from './schema.ts';

/** Mean radius of the Earth in metres (IUGG), as great circles are measured with. */
const EARTH_RADIUS = 6_371_008.8;
/** Smaller cubes would be more than there are numbers for. */
const SMALLEST_CUBE = 100;
/** More cubes than lie on a side of the Earth’s own. */
const SPAN = 2 ** 17;

export type Near = [site: number, metres: number];

/** Answers for any place the sites within so many metres of it, with the metres, in the order of the sites. */
export function nearIndex(sites: readonly Point[], within: number): (place: Point) => Near[] {
  const angle = Math.min(within / EARTH_RADIUS, Math.PI);
  // A little more than the chord, for what rounding takes away.
  const side = Math.max(SMALLEST_CUBE, 2 * EARTH_RADIUS * Math.sin(angle / 2) * 1.000001);
  const cubes = new Map<number, number[]>();
  for (const [number, site] of sites.entries()) {
    const key = keyOf(...cubeOf(site, side));
    const cube = cubes.get(key);
    if (cube) cube.push(number);
    else cubes.set(key, [number]);
  }
  return (place) => {
    const near: Near[] = [];
    for (const key of around(cubeOf(place, side)))
      for (const number of cubes.get(key) ?? []) {
        const site = sites[number];
        const metres = site
          ? greatCircle(place.lon, place.lat, site.lon, site.lat)
          : Number.POSITIVE_INFINITY;
        if (metres <= within) near.push([number, metres]);
      }
    return near.sort(([a], [b]) => a - b);
  };
}

type Cube = [x: number, y: number, z: number];

function cubeOf({ lon, lat }: Point, side: number): Cube {
  const [east, north] = [(lon * Math.PI) / 180, (lat * Math.PI) / 180];
  const cube = (along: number) => Math.floor((EARTH_RADIUS * along) / side);
  return [
    cube(Math.cos(north) * Math.cos(east)),
    cube(Math.cos(north) * Math.sin(east)),
    cube(Math.sin(north)),
  ];
}

const keyOf = (x: number, y: number, z: number) =>
  ((x + SPAN / 2) * SPAN + (y + SPAN / 2)) * SPAN + (z + SPAN / 2);

function* around([x, y, z]: Cube): Generator<number> {
  for (const dx of [-1, 0, 1])
    for (const dy of [-1, 0, 1]) for (const dz of [-1, 0, 1]) yield keyOf(x + dx, y + dy, z + dz);
}
