/** All SQL about the numbers of a layer. A new import is a new version; what was saved is never altered. */
import type { Knex } from 'knex';
import { conflict, invalidInput, notFound } from '../problem.ts';
import { asProblem, checkMapping, lookAt } from './preview.ts';
import { type DemandArea, type DemandReading, openDemand, type ReadArea, readAreas } from './read-areas.ts';
import { type Area, type Mapping, MOST_AREAS, type Version } from './schema.ts';
import { type Fault, rowSentence } from './sentences.ts';
import { Counter } from './totals.ts';

/** Areas in one statement. */
const BATCH = 1000;
const SHOWN = 20;

interface Numbers {
  /** By name; their order is that of every area's numbers. */
  mapping: Mapping;
  areas: AsyncIterable<ReadArea> | Iterable<ReadArea>;
  file: string;
  sha256: string;
  /** May rows with faults be left out? */
  leaveOut: boolean;
  onFault?: (read: Extract<ReadArea, { fault: Fault }>) => void;
}

export interface SavedVersion {
  version: number;
  areas: number;
  rejected: number;
}

async function insertAreas(
  db: Knex,
  { layerId, version, from }: { layerId: number; version: number; from: number },
  areas: DemandArea[],
): Promise<void> {
  if (areas.length === 0) return;
  // Arrays of unequal rows do not fit one parameter of two dimensions, so that numbers travel as the text of arrays.
  await db.raw(
    `insert into demand_area (layer_id, version, position, area_id, name, lon, lat, numbers, outline)
     select ?, ?, ? + n, id, name, lon, lat, numbers::double precision[], nullif(outline, '')::jsonb
     from unnest(?::text[], ?::text[], ?::float8[], ?::float8[], ?::text[], ?::text[])
       with ordinality as a(id, name, lon, lat, numbers, outline, n)`,
    [
      layerId,
      version,
      from,
      areas.map(({ id }) => id),
      areas.map(({ name }) => name),
      areas.map(({ lon }) => lon),
      areas.map(({ lat }) => lat),
      areas.map(({ numbers }) => `{${numbers.map((value) => value ?? 'null').join()}}`),
      areas.map(({ outline }) => (outline ? JSON.stringify(outline) : '')),
    ],
  );
}

/**
 * Saves a new version, whole or not at all: to be called in a transaction. Throws Problem 400 when no row is good, 409
 * when some are not and nobody said that they may be left out.
 */
export async function saveVersion(db: Knex, layerId: number, numbers: Numbers): Promise<SavedVersion> {
  const layer = await db('demand_layer').where({ id: layerId }).forNoKeyUpdate().first('id');
  if (!layer) throw notFound('demand layer');
  const newest = await db('demand_version').where({ layer_id: layerId }).max('version as version').first();
  const version = Number(newest?.version ?? 0) + 1;
  const { mapping, file, sha256, leaveOut, onFault } = numbers;
  const columns = Object.keys(mapping.columns);
  const key = { layer_id: layerId, version };
  await db('demand_version').insert({
    ...key,
    columns,
    mapping: JSON.stringify(mapping),
    file: file.slice(0, 200),
    sha256,
  });
  const counters = columns.map(() => new Counter());
  const faults: Fault[] = [];
  let [saved, rejected] = [0, 0];
  let batch: DemandArea[] = [];
  const commit = async () => {
    await insertAreas(db, { layerId, version, from: saved }, batch);
    saved += batch.length;
    batch = [];
  };
  for await (const read of numbers.areas) {
    if ('fault' in read) {
      rejected += 1;
      if (faults.length < SHOWN) faults.push(read.fault);
      onFault?.(read);
      continue;
    }
    if (saved + batch.length >= MOST_AREAS)
      throw invalidInput([{ pointer: '#/file', detail: `A layer has at most ${MOST_AREAS} areas.` }]);
    batch.push(read.area);
    read.area.numbers.forEach((value, at) => {
      counters[at]?.add(value);
    });
    if (batch.length >= BATCH) await commit();
  }
  await commit();
  if (saved === 0) throw invalidInput([{ pointer: '#/file', detail: noneGood(faults) }]);
  if (rejected > 0 && !leaveOut)
    throw conflict(
      `${rejected} of ${saved + rejected} rows cannot be taken. Mend them, or say leaveOut. ${faults.slice(0, 3).map(rowSentence).join(' ')}`,
    );
  const totals = columns.map((column, at) => ({ column, ...counters[at]?.total() }));
  await db('demand_version')
    .where(key)
    .update({ areas: saved, rejected, totals: JSON.stringify(totals), sealed: true });
  return { version, areas: saved, rejected };
}

const noneGood = (faults: Fault[]) =>
  faults.length === 0
    ? 'The file has no rows.'
    : `No row of the file can be taken. ${faults.slice(0, 3).map(rowSentence).join(' ')}`;

/** Opens a file that has the columns which the mapping speaks of. Throws Problem 400. */
export async function openChecked(path: string, mapping: Mapping): Promise<DemandReading> {
  // Only a CSV file says at its head which columns it has.
  const looked = await openDemand(path, mapping);
  const columns = looked.columns ?? (await lookAt(path)).columns.map(({ name }) => name);
  checkMapping(mapping, columns, looked.format);
  return looked;
}

/** The same from a file. */
export async function saveFile(
  db: Knex,
  layerId: number,
  { path, ...given }: Omit<Numbers, 'areas'> & { path: string },
): Promise<SavedVersion> {
  try {
    const reading = await openChecked(path, given.mapping);
    return await saveVersion(db, layerId, { ...given, areas: readAreas(reading, given.mapping) });
  } catch (error) {
    throw asProblem(error);
  }
}

const shown = ['version', 'at', 'file', 'areas', 'rejected', 'columns', 'mapping', 'totals'];
const toVersion = (row: Omit<Version, 'at'> & { at: Date }): Version => ({
  ...row,
  at: row.at.toISOString(),
});

/** Versions, the newest first. */
export async function listVersions(
  db: Knex,
  layerId: number,
  { limit = 20, before }: { limit?: number; before?: number } = {},
): Promise<{ items: Version[]; next?: number }> {
  const found = db('demand_version').where({ layer_id: layerId, sealed: true });
  if (before !== undefined) found.where('version', '<', before);
  const rows = await found
    .orderBy('version', 'desc')
    .limit(limit + 1)
    .select(shown);
  const items = rows.slice(0, limit).map(toVersion);
  return { items, ...(rows.length > limit && { next: items.at(-1)?.version }) };
}

/** Throws Problem 404. */
export async function getVersion(db: Knex, layerId: number, version: number): Promise<Version> {
  const row = await db('demand_version').where({ layer_id: layerId, version, sealed: true }).first(shown);
  if (!row) throw notFound('version of this layer');
  return toVersion(row);
}

/** One page of areas, in the order of the file. `after` is the position of the last one of the page before. */
export async function listAreas(
  db: Knex,
  layerId: number,
  { version, columns }: Pick<Version, 'version' | 'columns'>,
  { limit = 100, after = 0, outlines = false }: { limit?: number; after?: number; outlines?: boolean },
): Promise<{ items: Area[]; next?: number }> {
  const rows = await db('demand_area')
    .where({ layer_id: layerId, version })
    .where('position', '>', after)
    .orderBy('position')
    .limit(limit + 1)
    .select('position', 'area_id', 'name', 'lon', 'lat', 'numbers', ...(outlines ? ['outline'] : []));
  const items = rows.slice(0, limit).map(({ area_id, name, lon, lat, numbers, outline }) => ({
    id: area_id,
    name,
    lon,
    lat,
    numbers: Object.fromEntries(columns.map((column, at) => [column, numbers[at] ?? null])),
    ...(outline && { outline }),
  }));
  return { items, ...(rows.length > limit && { next: rows[limit - 1].position }) };
}
