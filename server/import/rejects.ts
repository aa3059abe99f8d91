/**
 * The rows that did not become records, kept in a file with why: CSV that can be mended and imported again, or one
 * JSON object a line where rows have no common columns.
 */
import { type FileHandle, open } from 'node:fs/promises';
import type { Item } from './item.ts';

export interface Rejects {
  write(items: Item<unknown>[]): Promise<void>;
  close(): Promise<void>;
}

const quoted = (text: string) => (/[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const csvLine = (cells: string[]) => `${cells.map(quoted).join(',')}\n`;

/** Opens the file; a resumed run adds to it. Columns absent: JSON lines. */
export async function openRejects(
  path: string,
  columns: string[] | undefined,
  resumed: boolean,
): Promise<Rejects> {
  const file: FileHandle = await open(path, resumed ? 'a' : 'w');
  if (columns && (await file.stat()).size === 0)
    await file.write(csvLine([...columns, 'import_row', 'import_reason']));
  return {
    async write(items) {
      const lines = items.flatMap((item) => {
        const reason = item.rejected ?? item.skipped ?? '';
        return item.rows.map(({ label, values }) =>
          columns
            ? csvLine([...columns.map((column) => values[column] ?? ''), label, reason])
            : `${JSON.stringify({ row: label, reason, values })}\n`,
        );
      });
      if (lines.length > 0) await file.write(lines.join(''));
    },
    close: () => file.close(),
  };
}
