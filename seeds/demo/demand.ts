/** Where the people of the demo live: small areas strewn over its neighbourhoods, with numbers that nobody ever counted. */
import type { Row } from '../../server/import/row.ts';
import { areas } from './areas.ts';
import { dice } from './random.ts';

/** Small areas of a neighbourhood. */
const EACH = 5;

export const demandLayer = {
  name: 'Fictional small areas of the demo',
  unit: 'people',
  source: 'Made up for this demo: the neighbourhoods are real, the numbers are not',
  licence: 'CC0-1.0',
  attribution: 'Fictional numbers of the Moothall demo',
  public: true,
};

export const demandMapping = {
  id: 'code',
  name: 'name',
  lon: 'lon',
  lat: 'lat',
  columns: {
    population: 'population',
    disabled: 'disabled',
    over_65: 'over_65',
    under_16: 'under_16',
    deprivation_decile: 'deprivation_decile',
  },
};

/** Is the point inside the ring? Counts how often a line to the east crosses it. */
function isInside([x, y]: readonly [number, number], ring: number[][]): boolean {
  let inside = false;
  for (const [at, [x1 = 0, y1 = 0]] of ring.entries()) {
    const [x2 = 0, y2 = 0] = ring[(at + 1) % ring.length] ?? [];
    if (y1 > y !== y2 > y && x < x1 + ((y - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
  }
  return inside;
}

/** As rows of a file, so that they come in by the way of every file. The same every time. */
export function demandRows(): Row[] {
  const chance = dice('demand');
  const rows: Row[] = [];
  for (const { properties, geometry } of areas.features) {
    if (properties.kind !== 'ward') continue;
    const [ring = []] = geometry.coordinates;
    const [xs, ys] = [ring.map(([x = 0]) => x), ring.map(([, y = 0]) => y)];
    const between = (list: number[]) => {
      const [least, most] = [Math.min(...list), Math.max(...list)];
      return least + chance.roll() * (most - least);
    };
    // Neighbours are alike: a neighbourhood has its own decile, and each small area is near it.
    const usual = chance.between(1, 10);
    for (let count = 1; count <= EACH; ) {
      const point = [between(xs), between(ys)] as const;
      if (!isInside(point, ring)) continue;
      const population = chance.between(1100, 2300);
      const decile = Math.max(1, Math.min(10, usual + chance.between(-2, 2)));
      const part = (least: number, most: number) =>
        Math.round((population * chance.between(least, most)) / 100);
      const number = rows.length + 2;
      const values = {
        code: `${properties.id}-${count}`,
        name: `${properties.name} ${count}`,
        lon: point[0].toFixed(5),
        lat: point[1].toFixed(5),
        population: String(population),
        disabled: String(part(16 - decile, 22 - decile)),
        over_65: String(part(7, 19)),
        under_16: String(part(13, 24)),
        deprivation_decile: String(decile),
      };
      rows.push({ number, label: String(number), values });
      count += 1;
    }
  }
  return rows;
}
