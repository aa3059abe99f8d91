/** Rows of a CSV file, as a stream. A malformed row is a row with a fault; the file goes on after it. */
import { createReadStream, statSync } from 'node:fs';
import { pipeline } from 'node:stream';
import { parse } from 'csv-parse';
import { ImportFault } from './fault.ts';
import { cell, type Reading, type Row } from './row.ts';

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
  const input = createReadStream(file);
  let endless: string | undefined;
  let records = 0;
  // Rows are numbered where they are parsed, blank lines included, as a spreadsheet does.
  const parser = parse({
    bom: true,
    delimiter: options.delimiter ?? ',',
    encoding: options.encoding ?? 'utf8',
    relax_column_count: true,
    relax_quotes: true,
    ltrim: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    max_record_size: LARGEST_ROW,
    on_record: (cells: string[], { empty_lines }) => {
      records += 1;
      return [String(records + empty_lines), ...cells];
    },
    // Only a quote that is never closed comes here: other slips of quoting leave the text as it stands.
    on_skip: (error) => {
      const number = records + 1 + Number(error?.empty_lines ?? 0);
      endless = `Row ${number} of ${file} opens a quote that is not closed, so the rest of the file cannot be told apart. Mend the row and import again: what is already in stays as it is.`;
      return undefined;
    },
  });
  pipeline(input, parser, () => {});
  const parsed: AsyncIterator<string[]> = parser[Symbol.asyncIterator]();
  const header = await next(parsed);
  if (!header)
    throw new ImportFault(endless ?? `${file} is empty: a CSV file begins with a row of column names.`);
  const columns = header.slice(1).map((name) => name.trim());

  async function* rows(): AsyncGenerator<Row> {
    for (let record = await next(parsed); record; record = await next(parsed)) {
      const [number, ...cells] = record;
      yield toRow(Number(number), cells, columns);
    }
    if (endless) throw new ImportFault(endless);
  }

  return { rows: rows(), columns, progress: () => input.bytesRead / size };
}

function toRow(number: number, cells: string[], columns: string[]): Row {
  const values = Object.fromEntries(columns.map((column, at) => [column, cell(cells[at])]));
  const row = { number, label: String(number), values };
  if (cells.length !== columns.length)
    return { ...row, fault: `it has ${cells.length} values for ${columns.length} columns` };
  return cells.some((text) => text.includes('\uFFFD'))
    ? { ...row, fault: 'it has letters that are not UTF-8: say the file’s encoding in the mapping' }
    : row;
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
