/** The areas of a plan as files: GeoJSON (RFC 7946) and CSV (RFC 4180), written while they are read. */
import { Readable } from 'node:stream';
import type { Knex } from 'knex';
import { stringify } from '../venues/csv.ts';
import { areasOf, type PlanInAreas } from './areas.ts';
import type { PlanArea } from './schema-areas.ts';

const AT_ONCE = 1000;
const own = ['id', 'name', 'lon', 'lat', 'weight', 'site', 'travel', 'before'] as const;

/** What a number of the layer is called beside what the plan says itself. */
const headOf = (column: string) => ((own as readonly string[]).includes(column) ? `layer_${column}` : column);

async function* pages(db: Knex, plan: PlanInAreas, outlines: boolean): AsyncGenerator<PlanArea[]> {
  for (let after: number | undefined = 0; after !== undefined; ) {
    const { items, next } = await areasOf(db, plan, { limit: AT_ONCE, after, outlines });
    yield items;
    after = next;
  }
}

/** Flat properties, as tables of maps have them; the place of an area is its outline where it has one. */
function featureOf({ id, lon, lat, outline, numbers, ...rest }: PlanArea): object {
  const entries = Object.entries(numbers).map(([name, value]) => [headOf(name), value] as const);
  return {
    type: 'Feature',
    id,
    geometry: outline ?? { type: 'Point', coordinates: [lon, lat] },
    properties: { id, ...rest, ...Object.fromEntries(entries) },
  };
}

async function* geoJson(db: Knex, plan: PlanInAreas): AsyncGenerator<string> {
  const name = JSON.stringify(plan.name);
  // The one system that GeoJSON has, said as GDAL says it, so that old programs need not guess.
  const system = 'urn:ogc:def:crs:OGC:1.3:CRS84';
  yield `{"type":"FeatureCollection","name":${name},"crs":{"type":"name","properties":{"name":"${system}"}},"features":[`;
  let isFirst = true;
  for await (const areas of pages(db, plan, true)) {
    const text = areas.map((area) => JSON.stringify(featureOf(area))).join(',\n');
    yield `${isFirst ? '\n' : ',\n'}${text}`;
    isFirst = false;
  }
  yield '\n]}\n';
}

async function* csv(db: Knex, plan: PlanInAreas): AsyncGenerator<string> {
  yield stringify([[...own, ...plan.columns.map(headOf)]]);
  for await (const areas of pages(db, plan, false))
    yield stringify(
      areas.map((area) => [
        ...own.map((name) => area[name] ?? undefined),
        ...plan.columns.map((column) => area.numbers[column] ?? undefined),
      ]),
    );
}

export const areasGeoJson = (db: Knex, plan: PlanInAreas): Readable => Readable.from(geoJson(db, plan));

/** Cells that a spreadsheet would run are made text; travel is in the unit of the plan. */
export const areasCsv = (db: Knex, plan: PlanInAreas): Readable => Readable.from(csv(db, plan));
