/** Rows of a file into areas with numbers. Nothing is guessed: what is not sound is named, and left out. */
import { open } from 'node:fs/promises';
import type { Geometry, MultiPolygon, Polygon } from 'geojson';
import { simplify } from '../areas/simplify.ts';
import { readCsv } from '../import/csv.ts';
import { readGeoJson } from '../import/geojson.ts';
import { type LonLat, type Reading, type Row, roundDegrees } from '../import/row.ts';
import type { Mapping } from './schema.ts';
import type { Fault } from './sentences.ts';

export interface DemandArea extends LonLat {
  id: string;
  name: string;
  /** In the order of the mapping's columns; null is missing. */
  numbers: (number | null)[];
  outline?: Polygon | MultiPolygon;
}

export type ReadArea = { row: Row } & ({ area: DemandArea } | { fault: Fault });

export interface DemandReading extends Reading {
  format: 'csv' | 'geojson';
}

const separators = [',', ';', '\t', '|'] as const;

/** What the file begins with tells what it is: `{` is GeoJSON; else the sign that is most often in the first line parts its cells. */
async function formatOf(file: string): Promise<{ format: 'csv' | 'geojson'; delimiter: string }> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(65_536), 0, 65_536, 0);
    const start = buffer
      .toString('utf8', 0, bytesRead)
      .replaceAll('\0', '')
      .replace(/^\uFEFF/, '')
      .trimStart();
    const [line = ''] = start.split(/[\r\n]/, 1);
    const [delimiter] = [...separators].sort((a, b) => line.split(b).length - line.split(a).length);
    return { format: start.startsWith('{') ? 'geojson' : 'csv', delimiter: delimiter ?? ',' };
  } finally {
    await handle.close();
  }
}

/** Opens a CSV or GeoJSON file. Throws ImportFault when it is neither. */
export async function openDemand(
  file: string,
  { delimiter, encoding }: Pick<Mapping, 'delimiter' | 'encoding'> = {},
): Promise<DemandReading> {
  const found = await formatOf(file);
  if (found.format === 'geojson') return { ...readGeoJson(file), format: 'geojson' };
  const options = { delimiter: delimiter ?? found.delimiter, ...(encoding && { encoding }) };
  return { ...(await readCsv(file, options)), format: 'csv' };
}

const number = /^[-+]?(\d+(\.\d*)?|\.\d+)(e[-+]?\d{1,3})?$/i;

/** A number as it is written in every country's data files: with a point, and nothing between its digits. */
export const isNumber = (text: string): boolean => number.test(text) && Number.isFinite(Number(text));

function placeOf(row: Row, { lon, lat }: Mapping): LonLat | Omit<Fault, 'row'> {
  if (lon === undefined || lat === undefined) return row.point ?? { code: 'noPlace' };
  const [x = '', y = ''] = [row.values[lon], row.values[lat]];
  if (x === '' && y === '') return { code: 'noPlace' };
  if (!isNumber(x)) return { code: 'notNumber', column: lon, value: x };
  if (!isNumber(y)) return { code: 'notNumber', column: lat, value: y };
  return { lon: roundDegrees(Number(x)), lat: roundDegrees(Number(y)) };
}

const isOutline = (geometry: unknown): geometry is Polygon | MultiPolygon =>
  ['Polygon', 'MultiPolygon'].includes((geometry as Geometry | undefined)?.type ?? '');

/** One row, by itself. */
function toArea(
  row: Row,
  mapping: Mapping,
  columns: readonly [string, string][],
): DemandArea | Omit<Fault, 'row'> {
  if (row.fault) return { code: 'unreadable', value: row.fault };
  const id = row.values[mapping.id] ?? '';
  if (id === '') return { code: 'noId', column: mapping.id };
  if (id.length > 120) return { code: 'longId', column: mapping.id };
  const name = (mapping.name === undefined ? '' : row.values[mapping.name]) || id;
  if (name.length > 200) return { code: 'longName', column: mapping.name ?? '' };
  const place = placeOf(row, mapping);
  if ('code' in place) return place;
  const { lon, lat } = place;
  if (Math.abs(lon) > 180 || Math.abs(lat) > 90) return { code: 'notDegrees', value: `${lon}, ${lat}` };
  if (lon === 0 && lat === 0) return { code: 'nowhere' };
  const numbers: (number | null)[] = [];
  for (const [, column] of columns) {
    const value = row.values[column] ?? '';
    const isMissing = value === '' || mapping.missing?.includes(value);
    if (!isMissing && !isNumber(value)) return { code: 'notNumber', column, value: value.slice(0, 80) };
    numbers.push(isMissing ? null : Number(value));
  }
  const outline = isOutline(row.geometry) ? simplify(row.geometry) : undefined;
  return { id, name, lon, lat, numbers, ...(outline && { outline }) };
}

/** Every row of the file in its order, as an area or with what is wrong with it. Of two with one id the second is refused. */
export async function* readAreas(reading: Pick<Reading, 'rows'>, mapping: Mapping): AsyncGenerator<ReadArea> {
  const columns = Object.entries(mapping.columns);
  const seen = new Map<string, number>();
  for await (const row of reading.rows) {
    const made = toArea(row, mapping, columns);
    if ('code' in made) {
      yield { row, fault: { row: row.number, ...made } };
      continue;
    }
    const other = seen.get(made.id);
    if (other !== undefined) {
      const { id: value } = made;
      yield { row, fault: { row: row.number, code: 'sameId', column: mapping.id, value, other } };
      continue;
    }
    seen.set(made.id, row.number);
    yield { row, area: made };
  }
}
