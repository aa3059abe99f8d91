/** Places of OpenStreetMap ways and relations, from the nodes that draw them. */
import type { Position } from 'geojson';
import { inside } from './point.ts';
import { type LonLat, roundDegrees } from './row.ts';

const notWhole = { fault: 'its outline is not whole in this file' };

type Place = LonLat | { fault: string };
interface Places {
  get(id: number): LonLat | undefined;
}

/** Inside a closed way; on the middle node of an open one. */
export function placeOfWay(refs: number[], places: Places): Place {
  const corners = positions(refs, places);
  if (!corners || corners.length === 0) return notWhole;
  if (refs.length >= 4 && refs[0] === refs.at(-1)) return inside([[corners]]);
  const [lon = 0, lat = 0] = corners[Math.floor(corners.length / 2)] ?? [];
  return { lon: roundDegrees(lon), lat: roundDegrees(lat) };
}

/**
 * Inside the largest ring that the outline's ways close, and in none of its holes. Where the file lacks a way of the
 * outline, `outer` has undefined, and nobody can tell which part is the largest.
 */
export function placeOfRelation(
  outer: (number[] | undefined)[],
  places: Places,
  inner: (number[] | undefined)[] = [],
): Place {
  if (outer.includes(undefined)) return notWhole;
  const ringsOf = (ways: (number[] | undefined)[]) =>
    closeRings(ways.filter((refs) => refs !== undefined)).flatMap((refs) => {
      const corners = positions(refs, places);
      return corners ? [corners] : [];
    });
  const [rings, holes] = [ringsOf(outer), ringsOf(inner)];
  if (rings.length === 0) return notWhole;
  return inside(rings.map((ring) => [ring, ...holes.filter(([corner = []]) => holds(ring, corner))]));
}

/** Is the corner within the ring? A line from it to the east crosses the ring an odd number of times. */
function holds(ring: Position[], [lon = 0, lat = 0]: Position): boolean {
  const crossings = ring.filter(([x = 0, y = 0], at) => {
    const [nextX = 0, nextY = 0] = ring[at + 1] ?? ring[0] ?? [];
    return y > lat !== nextY > lat && lon < x + ((lat - y) / (nextY - y)) * (nextX - x);
  });
  return crossings.length % 2 === 1;
}

function positions(refs: number[], places: Places): Position[] | undefined {
  const found = refs.map((ref) => places.get(ref));
  return found.every((place) => place !== undefined) ? found.map(({ lon, lat }) => [lon, lat]) : undefined;
}

/** Joins ways end to end, in either direction, into rings; what does not close is left. */
export function closeRings(ways: number[][]): number[][] {
  const rings: number[][] = [];
  const open = ways.filter((refs) => refs.length >= 2);
  while (open.length > 0) {
    let line = open.pop() ?? [];
    while (line[0] !== line.at(-1)) {
      const end = line.at(-1);
      const at = open.findIndex((refs) => refs[0] === end || refs.at(-1) === end);
      const [next] = at < 0 ? [] : open.splice(at, 1);
      if (!next) break;
      line = [...line, ...(next[0] === end ? next : next.toReversed()).slice(1)];
    }
    if (line[0] === line.at(-1) && line.length >= 4) rings.push(line);
  }
  return rings;
}
