/** Rows of a CSV file, as a stream. A malformed row is a row with a fault; the file goes on after it. */
import { closeSync, createReadStream, openSync, readSync, statSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { parse } from 'csv-parse';
import { ImportFault } from './fault.ts';
import { cell, illegible, type Reading, type Row } from './row.ts';

export interface CsvOptions {
  delimiter?: string;
  encoding?: 'utf8' | 'latin1' | 'utf16le';
}

/** The largest row that is plausible; a quote that is never closed would swallow the rest of the file. */
const LARGEST_ROW = 1_000_000;

/** Opens the file and reads its header. Throws ImportFault when it has none. */
export async function readCsv(
  file: string,
  options: CsvOptions = {},
): Promise<Reading & { columns: string[] }> {
  const size = Math.max(1, statSync(file).size);
  const input = createReadStream(file, { encoding: encodingOf(file) ?? options.encoding ?? 'utf8' });
  const unclosed = (number: number, then: string) =>
    `Row ${number} of ${file} opens a quote that is not closed, so ${then}. Mend the row and import again: what is already in stays as it is.`;
  let endless: string | undefined;
  const parser = parse({
    bom: true,
    delimiter: options.delimiter ?? ',',
    relax_column_count: true,
    relax_quotes: true,
    // What stands in the file tells a stray quote from a doubled one.
    raw: true,
    info: true,
    ltrim: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LARGEST_ROW,
    // Only a quote that no other follows comes here: other slips of quoting leave the text as it stands.
    on_skip: (error) => {
      const number = Number(error?.records ?? 0) + 1 + Number(error?.empty_lines ?? 0);
      endless = unclosed(number, 'the rest of the file cannot be told apart');
      return undefined;
    },
  });
  pipeline(input, parser, () => {});
  const parsed: AsyncIterator<Parsed> = parser[Symbol.asyncIterator]();
  const header = (await next(parsed))?.record;
  if (!header)
    throw new ImportFault(endless ?? `${file} is empty: a CSV file begins with a row of column names.`);
  const columns = header.map((name) => name.trim());

  async function* rows(): AsyncGenerator<Row> {
    for (let read = await next(parsed); read; read = await next(parsed)) {
      const { record, raw, info } = read;
      // Blank lines count too, as in a spreadsheet.
      const number = info.records + info.empty_lines;
      const cells = record.map((text) => unwrap(text, raw));
      if (cells.some((text) => isTorn(text, raw)))
        throw new ImportFault(unclosed(number, 'the rows below have run into it'));
      yield toRow(number, cells, columns);
    }
    if (endless) throw new ImportFault(endless);
  }

  const { delimiter = ',' } = options;
  return { rows: rows(), columns, delimiter, progress: () => input.bytesRead / size };
}

interface Parsed {
  record: string[];
  /** The row as it stands in the file. */
  raw: string;
  info: { records: number; empty_lines: number };
}

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** A cell with blanks behind its closing quote comes with its quotes. */
function unwrap(text: string, raw: string): string {
  const [, inner] = /^"(.*)"\s+$/s.exec(text) ?? [];
  return inner !== undefined && raw.includes(quoted(inner)) ? inner : text;
}

/** A cell that was quoted, yet not closed before the line ended, holds the beginning of another row. */
const isTorn = (text: string, raw: string) =>
  text.startsWith('"') && /[\r\n]/.test(text) && !raw.includes(quoted(text));

/** What the byte-order mark of the file says of its encoding, whatever a mapping says. */
function encodingOf(file: string): CsvOptions['encoding'] {
  const handle = openSync(file, 'r');
  try {
    const mark = Buffer.alloc(3);
    readSync(handle, mark, 0, 3, 0);
    if (mark.toString('hex') === 'efbbbf') return 'utf8';
    return mark.toString('hex', 0, 2) === 'fffe' ? 'utf16le' : undefined;
  } finally {
    closeSync(handle);
  }
}

function toRow(number: number, cells: string[], columns: string[]): Row {
  const values = Object.fromEntries(columns.map((column, at) => [column, cell(cells[at])]));
  const surplus = cells.slice(columns.length);
  const row = { number, label: String(number), values, ...(surplus.length > 0 && { surplus }) };
  if (cells.length !== columns.length)
    return { ...row, fault: `it has ${cells.length} values for ${columns.length} columns` };
  const fault = illegible(values);
  return fault ? { ...row, fault } : row;
}

async function next<T>(iterator: AsyncIterator<T>): Promise<T | undefined> {
  try {
    const { value, done } = await iterator.next();
    return done ? undefined : value;
  } catch (error) {
    throw new ImportFault(
      `The CSV file cannot be read on: ${error instanceof Error ? error.message : error}`,
    );
  }
}
