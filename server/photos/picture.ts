/**
 * From a file that somebody sent to pictures that are safe to show: unpacked, turned upright, and written anew. Of the
 * file itself nothing is kept: no place, no camera, no name, nothing that was hidden in it.
 */
import { open } from 'node:fs/promises';
import sharp, { type Metadata, type OutputInfo, type Sharp } from 'sharp';
import { carriesTooMuch } from './png-notes.ts';
import { LEAST_SIDE, MOST_PIXELS, RefusedFile } from './refusal.ts';
import { fileKind, isAccepted, SIGNATURE_BYTES } from './signature.ts';
import { type Format, formats, type Size, sizesOf } from './sizes.ts';
import { isMoreThanPhoto } from './stowaway.ts';
import { takeTurns } from './turns.ts';

export interface Picture {
  /** Of the largest size. */
  width: number;
  height: number;
  files: { size: Size; format: Format; bytes: Buffer }[];
}

// Only the three readers of what is accepted; every other one is a way in that nobody needs.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp'].map((name) => `VipsForeignLoad${name}File`) });
sharp.cache(false);
sharp.concurrency(1);

/** An upright photo of a phone, 3 by 4, fits as it is; a long strip is held in by its height. */
const BOX = { short: 1920, long: 2560 };

/** What one file may take to unpack: an honest one takes two, a file made to keep us busy takes what it gets. */
const SECONDS = 20;

/** The heaviest photo takes some 350 MB while it is unpacked: one at a time keeps a small machine on its feet. */
const turns = takeTurns({ atOnce: 1, waiting: 30 });

/** Throws RefusedFile, or Problem 503 when too many photos are being made already. */
export const makePicture = (path: string): Promise<Picture> => turns.take(() => make(path));

async function make(path: string): Promise<Picture> {
  const kind = fileKind(await headOf(path));
  if (!isAccepted(kind)) throw new RefusedFile(kind);
  if (await isMoreThanPhoto(path)) throw new RefusedFile('double');
  if (kind === 'png' && (await carriesTooMuch(path))) throw new RefusedFile('words');
  try {
    return await remake(path);
  } catch (error) {
    if (error instanceof RefusedFile) throw error;
    throw new RefusedFile('broken', error);
  }
}

async function headOf(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SIGNATURE_BYTES), 0, SIGNATURE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function remake(path: string): Promise<Picture> {
  const limits = { failOn: 'error', limitInputPixels: false, sequentialRead: true } as const;
  const { width, height, orientation = 1 } = await readSize(sharp(path, limits));
  if (width * height > MOST_PIXELS) throw new RefusedFile('pixels');
  if (Math.min(width, height) < LEAST_SIDE) throw new RefusedFile('small');
  // Made small as it is read, then turned: a whole photo never stands in memory, unless its own format demands it.
  const onSide = orientation >= 5;
  const { data, info } = await sharp(path, { ...limits, limitInputPixels: MOST_PIXELS })
    .resize({
      width: onSide ? BOX.long : BOX.short,
      height: onSide ? BOX.short : BOX.long,
      fit: 'inside',
      withoutEnlargement: true,
    })
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .timeout({ seconds: SECONDS })
    .toBuffer({ resolveWithObject: true });
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const upright = await turn(sharp(data, { raw }), orientation).raw().toBuffer({ resolveWithObject: true });
  return write(upright);
}

async function readSize(image: Sharp): Promise<Pick<Metadata, 'width' | 'height' | 'orientation'>> {
  const { width, height, orientation } = await image.metadata();
  return { width, height, orientation };
}

/** EXIF's eight ways to hold a camera: turned clockwise, then mirrored left to right. */
function turn(image: Sharp, orientation: number): Sharp {
  const [angle = 0, mirrored = false] = (
    { 2: [0, true], 3: [180], 4: [180, true], 5: [90, true], 6: [90], 7: [270, true], 8: [270] } as Record<
      number,
      [number, boolean?]
    >
  )[orientation] ?? [0];
  return image.rotate(angle).flop(mirrored);
}

async function write({ data, info }: { data: Buffer; info: OutputInfo }): Promise<Picture> {
  const raw = { width: info.width, height: info.height, channels: info.channels };
  const files: Picture['files'] = [];
  for (const size of sizesOf(info.width)) {
    const small = sharp(data, { raw }).resize({ width: size, withoutEnlargement: true });
    for (const format of formats)
      files.push({ size, format, bytes: await encoders[format](small.clone()).toBuffer() });
  }
  return { width: info.width, height: info.height, files };
}

const encoders: Record<Format, (image: Sharp) => Sharp> = {
  webp: (image) => image.webp({ quality: 76, effort: 3 }),
  jpg: (image) => image.jpeg({ quality: 78, progressive: true }),
};
