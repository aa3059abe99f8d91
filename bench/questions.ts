/** What is asked: boxes around towns and cities, and the list that most people want. */
import { type Box, boxToMercator } from '../server/database/geometry.ts';
import type { Filters } from '../server/search/filters.ts';
import { towns } from './towns.ts';

export interface Place {
  name: string;
  box: Box;
}

/** A square on the ground, so many kilometres from its middle to each side. */
export function around(name: string, kilometres: number): Place {
  const town = towns.find((each) => each.name === name);
  if (!town) throw new Error(`no town is called ${name}`);
  const high = kilometres / 110.57;
  const wide = kilometres / (111.32 * Math.cos((town.lat * Math.PI) / 180));
  const round = (degrees: number) => Math.round(degrees * 1e5) / 1e5;
  const [west, east] = [round(town.lon - wide), round(town.lon + wide)];
  const [south, north] = [round(town.lat - high), round(town.lat + high)];
  return { name: `${name} ±${kilometres} km`, box: { west, south, east, north } };
}

export const townPlaces: readonly Place[] = [
  ...['Maidstone', 'Bath', 'Chester', 'Lincoln', 'Exeter', 'Barnsley', 'Worcester', 'Watford'],
  ...['Hastings', 'Carlisle', 'Woking', 'Crewe'],
].map((name) => around(name, 2));

export const cityPlaces: readonly Place[] = [
  ...['Bristol', 'Cardiff', 'Leicester', 'Edinburgh', 'Liverpool', 'Sheffield', 'Glasgow', 'Leeds'].map(
    (name) => around(name, 4),
  ),
  around('Birmingham', 7),
  around('Manchester', 7),
  around('London', 5),
  around('London', 10),
  around('London', 13),
];

export const densest: Place = around('London', 16);

export const country: Box = { west: -8.7, south: 49.8, east: 1.9, north: 60.9 };

/** Both needs are stated of whole venues, so a wide row a venue can answer it as truly as a row a space. */
export const needs: Pick<Filters, 'access' | 'amenity'> = {
  access: ['step_free_entrance'],
  amenity: ['parking'],
};
export const LIST_SIZE = 50;

export const listPath = ({ box }: Place, more = '&include=none'): string =>
  `/api/v1/venues?bbox=${box.west},${box.south},${box.east},${box.north}&access=step_free_entrance&amenity=parking&sort=updated&limit=${LIST_SIZE}${more}`;

export const boxLiteral = (box: Box): string => {
  const { west, south, east, north } = boxToMercator(box);
  return `(${east},${north}),(${west},${south})`;
};
