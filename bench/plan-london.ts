/** London as a register and a layer, made once and kept: places of worship as venues, small areas as demand. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import type { Knex } from 'knex';
import { migrate } from '../server/database/migrate.ts';
import { connect } from '../server/database/open.ts';
import { addLayer } from '../server/demand/repository.ts';
import { saveFile } from '../server/demand/versions.ts';
import { drainAll } from '../server/search/upkeep.ts';
import type { Actor } from '../server/venues/record.ts';
import { saveVenue } from '../server/venues/repository.ts';
import { pool } from './load.ts';

export interface London {
  url: string;
  organisationId: number;
  layer: number;
}

const NAME = 'moothall_bench_plan';
const importer: Actor = { name: 'bench', kind: 'operator', rank: 'holder' };

/** Opens what is there, or makes it anew. */
export async function openLondon(
  server: string,
  folder: string,
  say: (line: string) => void,
): Promise<London> {
  const url = new URL(server);
  url.pathname = `/${NAME}`;
  const admin = connect(server, { ...pool, databasePool: 1 });
  try {
    const { rowCount } = await admin.raw('select from pg_database where datname = ?', [NAME]);
    if (rowCount === 0) await admin.raw(`create database ${NAME}`);
  } finally {
    await admin.destroy();
  }
  const db = connect(url.href, pool);
  try {
    await migrate(db);
    const known = await db('demand_layer').first('id as layer', 'organisation_id as organisationId');
    if (known) return { url: url.href, ...known };
    say('London is loaded; the next run finds it there');
    const made = await db.transaction((transaction) => fill(transaction, folder));
    await drainAll(db);
    await db.raw('vacuum analyze');
    return { url: url.href, ...made };
  } finally {
    await db.destroy();
  }
}

async function fill(db: Knex.Transaction, folder: string): Promise<Omit<London, 'url'>> {
  const rows = createReadStream(join(folder, 'venues/london_osm_places_of_worship_2020.csv')).pipe(
    parse({ columns: true, bom: true }),
  );
  let n = 0;
  for await (const { lon, lat, name } of rows) {
    n += 1;
    await saveVenue(db, importer, undefined, {
      name: String(name || `Church hall ${n}`).slice(0, 100),
      kind: 'community_hall',
      status: 'published',
      location: { lon: Number(lon), lat: Number(lat), precision: 'exact' },
      spaces: [{ name: 'Hall', capacities: [{ layout: 'theatre', comfortable: 30 + (n % 90) }] }],
    });
  }
  const [organisation] = await db('organisation')
    .insert({ name: 'Board', kind: 'commissioner', slug: 'board-1' })
    .returning('id');
  const layer = await addLayer(db, {
    organisationId: organisation.id,
    name: 'Small areas of London',
    unit: 'people',
    source: 'Census 2021 (ONS)',
    licence: 'OGL-UK-3.0',
  });
  const columns = {
    population: 'population_2021',
    disabled: 'disabled_2021',
    imd_decile: 'imd2025_decile',
  };
  const mapping = { id: 'lsoa21_code', name: 'lsoa21_name', lon: 'lon', lat: 'lat', columns };
  const path = join(folder, 'demand/lsoa21_london_demand.csv');
  await saveFile(db, layer, { path, mapping, file: 'london.csv', sha256: '0', leaveOut: true });
  return { organisationId: organisation.id, layer };
}
