/** Files for tests of photos, made here, so that it can be seen what is in them. */
import { deflateSync } from 'node:zlib';
import sharp, { type Sharp } from 'sharp';
import '../../server/photos/picture.ts';

// The service reads files only, and only three kinds; a test looks into whatever it was answered.
sharp.unblock({ operation: ['Jpeg', 'Png', 'Webp'].map((name) => `VipsForeignLoad${name}Buffer`) });

const solid = (width: number, height: number, background = '#7a9') =>
  sharp({ create: { width, height, channels: 3, background } });

export const jpeg = (width = 800, height = 600): Promise<Buffer> => solid(width, height).jpeg().toBuffer();
export const png = (width = 800, height = 600): Promise<Buffer> => solid(width, height).png().toBuffer();
export const webp = (width = 800, height = 600): Promise<Buffer> => solid(width, height).webp().toBuffer();

/** A photo of many different dots, which no format makes small: for the limit of bytes. */
export const noise = (width: number, height: number): Promise<Buffer> =>
  sharp({
    create: {
      width,
      height,
      channels: 3,
      background: '#888',
      noise: { type: 'gaussian', mean: 128, sigma: 60 },
    },
  })
    .jpeg({ quality: 95 })
    .toBuffer();

/** The left half is red when it is looked at as its camera was held; 900 × 600 then. */
export async function heldAs(orientation: number): Promise<Buffer> {
  const onSide = orientation >= 5;
  const upright = await solid(900, 600, '#00f')
    .composite([
      { input: { create: { width: 450, height: 600, channels: 3, background: '#f00' } }, left: 0, top: 0 },
      { input: { create: { width: 900, height: 200, channels: 3, background: '#0f0' } }, left: 0, top: 0 },
    ])
    .png()
    .toBuffer();
  // What undoes the turn that is asked for: 5 and 7 undo themselves, 6 and 8 each other.
  const undo: Record<number, (image: Sharp) => Sharp> = {
    1: (image) => image,
    2: (image) => image.flop(),
    3: (image) => image.rotate(180),
    4: (image) => image.flip(),
    5: (image) => image.rotate(90).flop(),
    6: (image) => image.rotate(270),
    7: (image) => image.rotate(270).flop(),
    8: (image) => image.rotate(90),
  };
  const stored = undo[orientation]?.(sharp(upright)) ?? sharp(upright);
  const made = await stored.withMetadata({ orientation }).jpeg({ quality: 95 }).toBuffer();
  const { width } = await sharp(made).metadata();
  if (width !== (onSide ? 600 : 900)) throw new Error('The test’s own picture is wrong.');
  return made;
}

/** As a phone writes it: where, when, with what. */
export const withPlace = (): Promise<Buffer> =>
  solid(800, 600)
    .withExif({
      IFD0: { Make: 'Acme', Model: 'Secret Phone 9', Artist: 'Ada Lovelace' },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '51/1 25/1 39/1',
        GPSLongitudeRef: 'W',
        GPSLongitude: '0/1 10/1 5/1',
      },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><place>51.4275 -0.168</place></x:xmpmeta>')
    .jpeg()
    .toBuffer();

export const PAYLOAD = '<html><script>alert("moothall")</script></html>PK\x03\x04payload.exe';

/** A JPEG that is something else, too: in a comment at its beginning, or after its end. */
export async function polyglot(text = PAYLOAD, where: 'comment' | 'end' = 'comment'): Promise<Buffer> {
  const whole = await jpeg();
  const more = Buffer.from(text, 'latin1');
  if (where === 'end') return Buffer.concat([whole, more]);
  const comment = Buffer.concat([Buffer.from([0xff, 0xfe, 0, more.length + 2]), more]);
  return Buffer.concat([whole.subarray(0, 2), comment, whole.subarray(2)]);
}

const crcTable = Array.from({ length: 256 }, (_each, n) => {
  let value = n;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  return value >>> 0;
});
const crc = (bytes: Buffer) =>
  (bytes.reduce((sum, byte) => (crcTable[(sum ^ byte) & 255] ?? 0) ^ (sum >>> 8), 0xffffffff) ^
    0xffffffff) >>>
  0;

function chunk(type: string, data: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc(named), 4);
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)]);
}

/** A few bytes that claim to be a picture of this many dots. */
export function claims(width: number, height: number): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(1000))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A small picture with a note that unpacks to this many megabytes. */
export async function bulky(megabytes: number, type: 'zTXt' | 'iTXt' | 'iCCP' = 'zTXt'): Promise<Buffer> {
  const plain = await png();
  const zeros = deflateSync(Buffer.alloc(megabytes * 1024 * 1024), { level: 9 });
  const before = type === 'iTXt' ? 'Comment\0\x01\0en\0Note\0' : 'Comment\0\0';
  const comment = chunk(type, Buffer.concat([Buffer.from(before, 'latin1'), zeros]));
  return Buffer.concat([plain.subarray(0, 33), comment, plain.subarray(33)]);
}

/** A small picture with this many short notes. */
export async function noted(count: number): Promise<Buffer> {
  const plain = await png();
  const notes = Array.from({ length: count }, (_each, n) =>
    chunk('tEXt', Buffer.from(`Comment\0${n}`, 'latin1')),
  );
  return Buffer.concat([plain.subarray(0, 33), ...notes, plain.subarray(33)]);
}

const ftyp = (brand: string) =>
  Buffer.concat([Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0mif1${brand}`, 'latin1'), Buffer.alloc(2000, 1)]);

/** Files that are no photos here, with what the sentence must speak of. */
export const strangers: Record<string, [Buffer, RegExp]> = {
  heic: [ftyp('heic'), /HEIC.*iPhone.*Most Compatible/],
  avif: [ftyp('avif'), /AVIF/],
  gif: [Buffer.from('GIF89a\x01\0\x01\0\0\0\0;'), /GIF/],
  svg: [
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
    /drawing \(SVG\)/,
  ],
  'svg with a preamble': [
    Buffer.from(`<?xml version="1.0"?><!-- ${'x'.repeat(100)} --><svg onload="alert(1)"/>`),
    /drawing \(SVG\)/,
  ],
  tiff: [Buffer.from('II*\0\x08\0\0\0', 'latin1'), /TIFF/],
  pdf: [Buffer.from('%PDF-1.7\n'), /PDF/],
  page: [Buffer.from('<!doctype html><script>alert(1)</script>'), /not a photo/],
  words: [Buffer.from('hello'), /not a photo/],
};

/** 39 million dots that are read in passes, so that all of them stand in memory at once: the heaviest that is taken. */
export const unpackedWhole = (): Promise<Buffer> =>
  sharp({ create: { width: 6250, height: 6250, channels: 4, background: '#abcd' } })
    .toColourspace('rgb16')
    .png({ progressive: true })
    .toBuffer();
