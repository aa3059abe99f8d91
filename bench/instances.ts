/** Planning instances with known answers, read from the folder of public test data. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Reach } from '../server/plan/reach.ts';

export interface Instance {
  name: string;
  reach: Reach;
  weights: number[];
}

const rowsOf = (...path: string[]): Record<string, string>[] =>
  parse(readFileSync(join(...path), 'utf8'), { columns: true, bom: true });

/**
 * An OR-Library p-median instance (J. E. Beasley): a graph whose shortest paths are the travel between any two of its
 * nodes. Where an edge is given twice, the last one counts.
 */
export function orLibrary(folder: string, name: string): Instance {
  const [n = 0, , , ...edges] = readFileSync(join(folder, 'optima/orlib', `${name}.txt`), 'utf8')
    .trim()
    .split(/\s+/)
    .map(Number);
  const travel = Array.from({ length: n }, (_row, i) =>
    Float64Array.from({ length: n }, (_each, j) => (i === j ? 0 : Number.POSITIVE_INFINITY)),
  );
  const row = (i: number) => travel[i] as Float64Array;
  for (let k = 0; k + 2 < edges.length; k += 3) {
    const [a, b, length] = [(edges[k] ?? 0) - 1, (edges[k + 1] ?? 0) - 1, edges[k + 2] ?? 0];
    row(a)[b] = length;
    row(b)[a] = length;
  }
  for (let k = 0; k < n; k += 1)
    for (let i = 0; i < n; i += 1) {
      const first = row(i)[k] ?? Number.POSITIVE_INFINITY;
      for (let j = 0; j < n; j += 1) row(i)[j] = Math.min(row(i)[j] ?? 0, first + (row(k)[j] ?? 0));
    }
  return {
    name,
    reach: { sites: n, places: travel.map((each) => Array.from(each, (length, j) => [j, length] as const)) },
    weights: travel.map(() => 1),
  };
}

export const orLibraryOptima = (
  folder: string,
): { name: string; p: number; median: number; centre: number }[] =>
  rowsOf(folder, 'optima/orlib/optima.csv').map((row) => ({
    name: String(row.instance),
    p: Number(row.p),
    median: Number(row.p_median_optimum),
    centre: Number(row.p_center_optimum),
  }));

/** San Francisco: 205 census tracts, 16 stores, distances on the network in metres (spopt). */
export function sanFrancisco(folder: string): Instance {
  const pairs = rowsOf(folder, 'optima/spopt/SF_network_distance_candidateStore_16_censusTract_205_new.csv');
  const sites = [...new Set(pairs.map(({ name }) => name))];
  const places = [...new Set(pairs.map(({ DestinationName }) => DestinationName))];
  const at = new Map(places.map((place, i) => [place, i]));
  const reach = places.map(() => [] as [number, number][]);
  const weights = places.map(() => 0);
  for (const { name, DestinationName, distance, demand } of pairs) {
    const i = at.get(DestinationName) ?? 0;
    reach[i]?.push([sites.indexOf(name), Number(distance)]);
    weights[i] = Number(demand);
  }
  return { name: 'San Francisco', reach: { sites: sites.length, places: reach }, weights };
}

const EARTH = 6_371_008.8;

/** Metres along the great circle (haversine). */
function metres([lon1, lat1]: Point, [lon2, lat2]: Point): number {
  const rad = Math.PI / 180;
  const [dLat, dLon] = [(lat2 - lat1) * rad, (lon2 - lon1) * rad];
  const h = Math.sin(dLat / 2) ** 2 + Math.cos(lat1 * rad) * Math.cos(lat2 * rad) * Math.sin(dLon / 2) ** 2;
  return 2 * EARTH * Math.asin(Math.sqrt(h));
}

type Point = readonly [lon: number, lat: number];
const pointOf = ({ lon, lat }: Record<string, string>): Point => [Number(lon), Number(lat)];

/** Places of worship as sites for the people of small areas, by straight line, no farther than `most` metres. */
export function placesOfWorship(folder: string, where: 'wandsworth' | 'london', most: number): Instance {
  const sites = rowsOf(folder, `venues/${where}_osm_places_of_worship_2020.csv`).map(pointOf);
  const areas = rowsOf(folder, `demand/lsoa21_${where}_demand.csv`);
  const places = areas.map((area) => {
    const here = pointOf(area);
    return sites.flatMap((site, j) => {
      // A degree of latitude is more than 111 km: most pairs need no trigonometry.
      if (Math.abs(site[1] - here[1]) * 111_000 > most) return [];
      const travel = metres(here, site);
      return travel <= most ? [[j, travel] as const] : [];
    });
  });
  return {
    name: where,
    reach: { sites: sites.length, places },
    weights: areas.map((area) => Number(area.population_2021)),
  };
}
