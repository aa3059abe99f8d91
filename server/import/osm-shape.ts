/** Places of OpenStreetMap ways and relations, from the nodes that draw them. */
import type { Position } from 'geojson';
import { inside } from './point.ts';
import { type LonLat, roundDegrees } from './row.ts';

const notWhole = { fault: 'its outline is not whole in this file' };

type Place = LonLat | { fault: string };

/** Inside a closed way; on the middle node of an open one. */
export function placeOfWay(refs: number[], places: Map<number, LonLat>): Place {
  const corners = positions(refs, places);
  if (!corners || corners.length === 0) return notWhole;
  if (refs.length >= 4 && refs[0] === refs.at(-1)) return inside([[corners]]);
  const [lon = 0, lat = 0] = corners[Math.floor(corners.length / 2)] ?? [];
  return { lon: roundDegrees(lon), lat: roundDegrees(lat) };
}

/** Inside the largest ring that the outline's ways close; `ways` has undefined where the file lacks one. */
export function placeOfRelation(ways: (number[] | undefined)[], places: Map<number, LonLat>): Place {
  const rings = closeRings(ways.filter((refs) => refs !== undefined)).flatMap((refs) => {
    const corners = positions(refs, places);
    return corners ? [corners] : [];
  });
  return rings.length === 0 ? notWhole : inside(rings.map((ring) => [ring]));
}

function positions(refs: number[], places: Map<number, LonLat>): Position[] | undefined {
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
