/**
 * A file can be a photo and a page or an archive at once. Nothing of that would be kept, for pictures are written anew, but
 * whoever sends one means no good, or does not know what they carry: they are told. A film behind a photo, as phones put
 * there, is neither.
 */
import { open } from 'node:fs/promises';

/** Browsers look for a page at the beginning; an archive is known by its end, before which no more than this may stand. */
const LOOKED_AT = 65_557;
const page = /<(?:!doctype\s+html|html|script|\?php)[\s>/]/i;
const archiveEnd = 'PK\x05\x06';
/** Programs that read PDF take a file for one that begins so within its first kilobyte. */
const PDF_WITHIN = 1024;

/** Is the file at this path something else, too? Reads no more than both its ends. */
export async function isMoreThanPhoto(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const length = Math.min(size, LOOKED_AT);
    const read = async (position: number) => {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
      return buffer.toString('latin1', 0, bytesRead);
    };
    const [start, end] = [await read(0), await read(size - length)];
    return (
      page.test(start) ||
      page.test(end) ||
      end.includes(archiveEnd) ||
      start.slice(0, PDF_WITHIN).includes('%PDF-')
    );
  } finally {
    await file.close();
  }
}
