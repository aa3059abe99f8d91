/** What a file is, by its first bytes. Its name and the type it claims are not asked: anybody can write anything there. */

export type Accepted = 'jpeg' | 'png' | 'webp';
export type Declined = 'heic' | 'avif' | 'gif' | 'svg' | 'tiff' | 'pdf' | 'other';

/** As many bytes as `fileKind` wants to see. */
export const SIGNATURE_BYTES = 512;

export const isAccepted = (kind: Accepted | Declined): kind is Accepted =>
  kind === 'jpeg' || kind === 'png' || kind === 'webp';

export function fileKind(head: Buffer): Accepted | Declined {
  const text = head.toString('latin1');
  if (text.startsWith('\xff\xd8\xff')) return 'jpeg';
  if (text.startsWith('\x89PNG\r\n\x1a\n')) return 'png';
  if (text.startsWith('RIFF') && text.startsWith('WEBP', 8)) return 'webp';
  if (text.startsWith('GIF8')) return 'gif';
  if (text.startsWith('II*\0') || text.startsWith('MM\0*')) return 'tiff';
  if (text.startsWith('%PDF-')) return 'pdf';
  if (text.startsWith('ftyp', 4)) return /^.{8}(....)*?avi[fs]/s.test(text.slice(0, 64)) ? 'avif' : 'heic';
  if (/<svg[\s>]|<!DOCTYPE svg/i.test(text)) return 'svg';
  return 'other';
}
