/**
 * What a PNG carries beside its picture: words and colour profiles, packed. A few bytes of them unpack to as much as their
 * sender likes, and none of them is kept, so a file with more than a camera notes down is refused before anything reads it.
 */
import { type FileHandle, open } from 'node:fs/promises';
import { promisify } from 'node:util';
import { inflate } from 'node:zlib';

const unpack = promisify(inflate);

/** Bytes that one note may have, packed and unpacked, and how many notes there may be. */
const MOST_PACKED = 1024 * 1024;
const MOST_UNPACKED = 4 * 1024 * 1024;
const MOST_NOTES = 100;
/** A picture is in a few hundred parts; who sends a million empty ones wants to keep us busy. */
const MOST_CHUNKS = 20_000;
const SIGNATURE = 8;

/** Where the packed bytes of a note begin; undefined where they are not packed. */
function packedFrom(type: string, data: Buffer): number | undefined {
  const name = data.indexOf(0) + 1;
  if (name === 0) return undefined;
  if (type !== 'iTXt') return name + 1;
  if (data[name] !== 1) return undefined;
  const language = data.indexOf(0, name + 2) + 1;
  const translated = language === 0 ? 0 : data.indexOf(0, language) + 1;
  return translated === 0 ? undefined : translated;
}

async function isHeavy(type: string, data: Buffer): Promise<boolean> {
  const from = packedFrom(type, data);
  if (from === undefined) return false;
  try {
    await unpack(data.subarray(from), { maxOutputLength: MOST_UNPACKED });
    return false;
  } catch (error) {
    // What cannot be unpacked at all is for the reader of the picture to judge.
    return (error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE';
  }
}

/** Does this PNG carry more words than any camera writes? Reads no more than the notes themselves. */
export async function carriesTooMuch(path: string): Promise<boolean> {
  const file = await open(path);
  try {
    return await reads(file);
  } finally {
    await file.close();
  }
}

async function reads(file: FileHandle): Promise<boolean> {
  let at = SIGNATURE;
  let notes = 0;
  const head = Buffer.alloc(8);
  for (let count = 0; count < MOST_CHUNKS; count += 1) {
    const { bytesRead } = await file.read(head, 0, 8, at);
    const type = head.toString('latin1', 4, 8);
    if (bytesRead < 8 || type === 'IEND') return false;
    const length = head.readUInt32BE(0);
    if (/^(zTXt|iTXt|tEXt|iCCP)$/.test(type)) {
      notes += 1;
      if (notes > MOST_NOTES || length > MOST_PACKED) return true;
      const data = Buffer.alloc(length);
      const { bytesRead: found } = await file.read(data, 0, length, at + 8);
      if (type !== 'tEXt' && (await isHeavy(type, data.subarray(0, found)))) return true;
    }
    at += 12 + length;
  }
  return true;
}
