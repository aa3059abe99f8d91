/**
 * The rows that did not become records, kept in a file with why: CSV that can be mended and imported again with the
 * same mapping, or a GeoJSON Feature a line where rows have no common columns.
 */
import { type FileHandle, open } from 'node:fs/promises';
import type { Item } from './item.ts';
import type { Plan } from './plan.ts';
import type { Row } from './row.ts';

export interface Rejects {
  write(items: Item<unknown>[]): Promise<void>;
  close(): Promise<void>;
}

/** Says that the file is UTF-8, whatever encoding its mapping names. */
const BYTE_ORDER_MARK = '\uFEFF';

/** What is written behind the columns of the file; a mended file has them already. */
const ours = ['import_row', 'import_reason'];

type Writer = (row: Row, reason: string) => string;

/** Opens the file; a resumed run adds to it. */
export async function openRejects(
  path: string,
  { columns, delimiter = ',' }: Pick<Plan<unknown>, 'columns' | 'delimiter'>,
  resumed: boolean,
): Promise<Rejects> {
  const file: FileHandle = await open(path, resumed ? 'a' : 'w');
  const theirs = columns?.filter((column) => !ours.includes(column));
  if (theirs && (await file.stat()).size === 0)
    await file.write(BYTE_ORDER_MARK + csvLine([...theirs, ...ours], delimiter));
  const line = theirs ? csvRow(theirs, delimiter) : feature;
  return {
    async write(items) {
      const lines = items.flatMap(({ rows, rejected, skipped }) =>
        rows.map((row) => line(row, rejected ?? skipped ?? '')),
      );
      if (lines.length > 0) await file.write(lines.join(''));
    },
    close: () => file.close(),
  };
}

/** Cells that have no column come last, behind the reason. */
const csvRow =
  (columns: string[], delimiter: string): Writer =>
  ({ label, values, surplus = [] }, reason) =>
    csvLine([...columns.map((column) => values[column] ?? ''), label, reason, ...surplus], delimiter);

function csvLine(cells: string[], delimiter: string): string {
  const quoted = (text: string) =>
    /["\r\n]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  return `${cells.map(quoted).join(delimiter)}\n`;
}

const feature: Writer = ({ label, values, point, geometry }, reason) => {
  const place = geometry ?? (point ? { type: 'Point', coordinates: [point.lon, point.lat] } : null);
  const properties = { ...values, import_row: label, import_reason: reason };
  return `${JSON.stringify({ type: 'Feature', properties, geometry: place })}\n`;
};
