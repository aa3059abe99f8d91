/** What is in a file, and what would be saved of it, before anything is. */
import { ImportFault } from '../import/fault.ts';
import type { Row } from '../import/row.ts';
import { invalidInput } from '../problem.ts';
import { type DemandArea, isNumber, openDemand, readAreas } from './read-areas.ts';
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

/** What the columns hold, seen while their rows pass by. */
class Columns {
  readonly #found = new Map<string, Column & { numbers: number }>();
  #rows = 0;

  async *watch(rows: AsyncIterable<Row>): AsyncGenerator<Row> {
    for await (const row of rows) {
      this.#rows += 1;
      if (this.#rows > MOST_AREAS) throw tooMany();
      for (const [name, value] of Object.entries(row.values)) this.#see(name, value);
      yield row;
    }
  }

  #see(name: string, value: string): void {
    const column = this.#found.get(name) ?? {
      name,
      isNumeric: false,
      filled: 0,
      empty: 0,
      examples: [],
      numbers: 0,
    };
    if (!this.#found.has(name)) {
      if (this.#found.size >= MOST_LOOKED_AT) return;
      this.#found.set(name, column);
    }
    if (value === '') return;
    column.filled += 1;
    if (isNumber(value)) column.numbers += 1;
    if (column.examples.length < EXAMPLES) column.examples.push(value.slice(0, 60));
  }

  /** When all have passed. */
  all(): Column[] {
    const taken = new Set<Guess>();
    return [...this.#found.values()].map(({ numbers, ...seen }) => {
      const column = {
        ...seen,
        empty: this.#rows - seen.filled,
        // One slip of a hand makes no words of a column: its row is named instead.
        isNumeric: numbers > seen.filled / 2,
      };
      const [guess] = names.find(([each, called]) => !taken.has(each) && called.test(seen.name)) ?? [];
      if (!guess || column.empty > 0) return column;
      taken.add(guess);
      return { ...column, guess };
    });
  }
}

/** What the columns of a file hold; read whole. Throws Problem 400. */
export async function lookAt(file: string): Promise<Pick<Preview, 'format' | 'delimiter' | 'columns'>> {
  try {
    const { format, delimiter, rows } = await openDemand(file);
    const columns = new Columns();
    for await (const _row of columns.watch(rows));
    return { format, ...(delimiter && { delimiter }), columns: columns.all() };
  } catch (error) {
    throw asProblem(error);
  }
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
export function checkMapping(mapping: Mapping, columns: readonly string[], format: Preview['format']): void {
  const known = new Set(columns);
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

/** A file of which nobody has said what its columns mean, and nothing could be guessed. */
export const unread = (looked: Awaited<ReturnType<typeof lookAt>>): Preview => ({
  ...looked,
  isGuessed: true,
  rows: 0,
  good: 0,
  rejected: 0,
  outlines: 0,
  head: [],
  errors: [],
  totals: [],
});

/** Reads the whole file, and keeps nothing. Without a mapping, by what its columns are called. Throws Problem 400. */
export async function previewFile(file: string, given?: Mapping): Promise<Preview> {
  if (!given) {
    const looked = await lookAt(file);
    const guess = guessMapping(looked.columns, looked.format);
    return guess ? { ...(await previewFile(file, guess)), isGuessed: true } : unread(looked);
  }
  try {
    const reading = await openDemand(file, given);
    const { format, delimiter } = reading;
    const columns = new Columns();
    const looked = { format, ...(delimiter && { delimiter }), columns: [] };
    const preview: Preview = { ...unread(looked), isGuessed: false, mapping: given };
    const names = Object.keys(given.columns);
    const counters = names.map(() => new Counter());
    for await (const read of readAreas({ rows: columns.watch(reading.rows) }, given)) {
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
    preview.columns = columns.all();
    const known = reading.columns ?? preview.columns.map(({ name }) => name);
    checkMapping(given, known, format);
    preview.totals = names.map((column, at) => ({ column, ...(counters[at] ?? new Counter()).total() }));
    return preview;
  } catch (error) {
    throw asProblem(error);
  }
}
