/** What is in a file, and what would be saved of it, before anything is. */
import { ImportFault } from '../import/fault.ts';
import { invalidInput } from '../problem.ts';
import { type DemandArea, type DemandReading, isNumber, openDemand, readAreas } from './read-areas.ts';
import { type Area, COLUMN_NAME, type Mapping, MOST_AREAS, MOST_COLUMNS, type Preview } from './schema.ts';
import { rowSentence } from './sentences.ts';
import { Counter } from './totals.ts';

/** So many of the first areas, and of the faults, are shown. */
const HEAD = 5;
const ERRORS = 50;
const EXAMPLES = 3;
/** Columns of a file that are looked at; a file with more is no table of areas. */
const MOST_LOOKED_AT = 500;

type Column = Preview['columns'][number];
type Guess = 'id' | 'name' | 'lon' | 'lat';

/** What columns are often called. A guess is shown to a person, and never saved by itself. */
const names: readonly (readonly [Guess, RegExp])[] = [
  ['id', /^(@?id|code|geo_?code|(lsoa|msoa|oa|wd|ward|lad|area)\w*?_?(cd|code|id))$/i],
  ['name', /^(name|(lsoa|msoa|oa|wd|ward|lad|area)\w*?_?(nm|name))$/i],
  ['lon', /^(lon|lng|long|longitude|x_?lon)$/i],
  ['lat', /^(lat|latitude|y_?lat)$/i],
];

/** Faults of a file are the sender's to mend. */
export const asProblem = (error: unknown): unknown =>
  error instanceof ImportFault
    ? invalidInput([{ pointer: '#/file', detail: error.message.replace(/\S*moothall-\S+/g, 'This file') }])
    : error;

async function lookAt(reading: DemandReading): Promise<Column[]> {
  const found = new Map<string, Column>();
  let rows = 0;
  for await (const { values } of reading.rows) {
    rows += 1;
    if (rows > MOST_AREAS) throw tooMany();
    for (const [name, value] of Object.entries(values)) {
      let column = found.get(name);
      if (!column) {
        if (found.size >= MOST_LOOKED_AT) continue;
        column = { name, isNumeric: true, filled: 0, empty: 0, examples: [] };
        found.set(name, column);
      }
      if (value === '') continue;
      column.filled += 1;
      column.isNumeric &&= isNumber(value);
      if (column.examples.length < EXAMPLES) column.examples.push(value.slice(0, 60));
    }
  }
  const columns = [...found.values()];
  for (const column of columns) {
    column.empty = rows - column.filled;
    column.isNumeric &&= column.filled > 0;
  }
  const taken = new Set<Guess>();
  for (const column of columns) {
    const [guess] = names.find(([each, called]) => !taken.has(each) && called.test(column.name)) ?? [];
    if (!guess || column.empty > 0) continue;
    column.guess = guess;
    taken.add(guess);
  }
  return columns;
}

/** A name that can stand in an expression. */
export function columnName(header: string): string {
  const slug = header
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[^a-z]+|_+$/g, '')
    .slice(0, 60);
  return new RegExp(COLUMN_NAME).test(slug) ? slug : `column_${slug}`.replace(/_+$/, '').slice(0, 60);
}

/** How the file might be read, when it says enough of itself: an id, and a number at least. */
export function guessMapping(columns: readonly Column[], format: Preview['format']): Mapping | undefined {
  const of = (guess: Guess) => columns.find((each) => each.guess === guess)?.name;
  const [id, name, lon, lat] = [of('id'), of('name'), of('lon'), of('lat')];
  const numeric = columns.filter((each) => each.isNumeric && !each.guess).slice(0, MOST_COLUMNS);
  if (id === undefined || numeric.length === 0) return undefined;
  if ((lon === undefined || lat === undefined) && format === 'csv') return undefined;
  const named = new Map<string, string>();
  for (const column of numeric) {
    const short = columnName(column.name);
    if (!named.has(short)) named.set(short, column.name);
  }
  return {
    id,
    ...(name !== undefined && { name }),
    ...(lon !== undefined && lat !== undefined && { lon, lat }),
    columns: Object.fromEntries(named),
  };
}

/** Throws Problem 400 when the mapping speaks of columns that the file does not have, or names half a place. */
function checkMapping(mapping: Mapping, columns: readonly Column[], format: Preview['format']): void {
  const known = new Set(columns.map(({ name }) => name));
  const { id, name, lon, lat } = mapping;
  const said = { id, name, lon, lat };
  const faults = [
    ...Object.entries(said).map(([part, column]) => [`#/mapping/${part}`, column] as const),
    ...Object.entries(mapping.columns).map(
      ([part, column]) => [`#/mapping/columns/${part}`, column] as const,
    ),
  ].flatMap(([pointer, column]) =>
    column === undefined || known.has(column)
      ? []
      : [
          {
            pointer,
            value: column,
            detail: `The file has no column “${column}”.`,
            allowed: [...known].slice(0, 60),
          },
        ],
  );
  if ((lon === undefined) !== (lat === undefined))
    faults.push({
      pointer: `#/mapping/${lon ? 'lat' : 'lon'}`,
      value: '',
      detail: 'A place needs both lon and lat.',
      allowed: [],
    });
  if (lon === undefined && lat === undefined && format === 'csv')
    faults.push({
      pointer: '#/mapping/lon',
      value: '',
      detail: 'Say in which columns lon and lat stand.',
      allowed: [],
    });
  if (faults.length > 0) throw invalidInput(faults);
}

/** Does the file have the columns that the mapping speaks of? Throws Problem 400. */
export async function checkFile(file: string, mapping: Mapping): Promise<void> {
  const reading = await openDemand(file, mapping);
  checkMapping(mapping, await lookAt(reading), reading.format);
}

const tooMany = () =>
  invalidInput([
    { pointer: '#/file', detail: `A layer has at most ${MOST_AREAS.toLocaleString('en-GB')} areas.` },
  ]);

/** An area as it is answered: its numbers by name. */
export const namedArea = (
  { numbers, outline: _outline, ...area }: DemandArea,
  names: readonly string[],
): Area => ({
  ...area,
  numbers: Object.fromEntries(names.map((name, at) => [name, numbers[at] ?? null])),
});

/** Reads the whole file, twice, and keeps nothing. Without a mapping, by what its columns are called. Throws Problem 400. */
export async function previewFile(file: string, given?: Mapping): Promise<Preview> {
  try {
    const first = await openDemand(file, given);
    const { format, delimiter } = first;
    const columns = await lookAt(first);
    if (given) checkMapping(given, columns, format);
    const mapping = given ?? guessMapping(columns, format);
    const preview: Preview = {
      format,
      ...(delimiter && { delimiter }),
      columns,
      ...(mapping && { mapping }),
      isGuessed: given === undefined,
      rows: 0,
      good: 0,
      rejected: 0,
      outlines: 0,
      head: [],
      errors: [],
      totals: [],
    };
    if (!mapping) return preview;
    const names = Object.keys(mapping.columns);
    const counters = names.map(() => new Counter());
    for await (const read of readAreas(await openDemand(file, mapping), mapping)) {
      preview.rows += 1;
      if ('fault' in read) {
        preview.rejected += 1;
        if (preview.errors.length < ERRORS)
          preview.errors.push({ ...read.fault, detail: rowSentence(read.fault) });
        continue;
      }
      preview.good += 1;
      if (read.area.outline) preview.outlines += 1;
      if (preview.head.length < HEAD) preview.head.push(namedArea(read.area, names));
      read.area.numbers.forEach((value, at) => {
        counters[at]?.add(value);
      });
    }
    preview.totals = names.map((column, at) => ({ column, ...(counters[at] ?? new Counter()).total() }));
    return preview;
  } catch (error) {
    throw asProblem(error);
  }
}
