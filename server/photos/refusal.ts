/** Why a file cannot be a photo here, and what to do about it. */
import { type InputFault, invalidInput, type Problem, tooLarge } from '../problem.ts';
import type { Declined } from './signature.ts';

/** The most bytes that a photo may arrive with. */
export const MOST_BYTES = 15 * 1024 * 1024;
/** The most pixels that are unpacked: more than phones take by themselves, less than would fill a small machine. */
export const MOST_PIXELS = 40_000_000;
/** Less than this on either side shows nothing. */
export const LEAST_SIDE = 160;

export type Refusal = Declined | 'missing' | 'large' | 'pixels' | 'small' | 'words' | 'double' | 'broken';

const use = 'Send it as a JPEG, PNG or WebP.';

export const sentences: Record<Refusal, string> = {
  missing: 'Choose a photo.',
  large:
    'This photo is larger than 15 MB. Send a smaller copy of it: a phone can make one when it shares a photo.',
  pixels:
    'This photo has more than 40 million dots, which is more than we can take. Set the camera to 12 megapixels, or send a smaller copy.',
  small: `This picture is smaller than ${LEAST_SIDE} dots on one side, so nobody could see what it shows. Send a larger one.`,
  words:
    'This PNG carries a hidden note that is far larger than a photo needs. Save the picture anew, or send it as a JPEG.',
  double:
    'This file is a photo and something else at once: a page, a document or an archive is hidden in it. Save the picture anew, and send that.',
  broken: 'This file is damaged or not whole. Send it again, or take the photo again.',
  heic: 'This is a HEIC photo, which many people cannot open. On an iPhone: Settings, Camera, Formats, “Most Compatible”, then take the photo again. Or share it by email to yourself, which makes it a JPEG.',
  avif: `This is an AVIF picture, which older phones cannot show. ${use}`,
  gif: `This is a GIF, which is made for moving pictures. ${use}`,
  svg: `This is a drawing (SVG), not a photo. ${use}`,
  tiff: `This is a TIFF picture, which browsers cannot show. ${use}`,
  pdf: 'This is a PDF document, not a photo. Send the photo itself as a JPEG, PNG or WebP.',
  other: `This is not a photo that we know. ${use}`,
};

/** Thrown for a file that cannot be a photo. */
export class RefusedFile extends Error {
  readonly refusal: Refusal;
  constructor(refusal: Refusal, cause?: unknown) {
    super(refusal, { cause });
    this.refusal = refusal;
  }
}

const faultOf = (refusal: Refusal): InputFault => ({ pointer: '#/photo', detail: sentences[refusal] });

/** The refusal as the API answers it, with whatever else is wrong. */
export const refusalProblem = (refusal: Refusal, others: InputFault[] = []): Problem =>
  refusal === 'large' ? tooLarge('15 MB') : invalidInput([faultOf(refusal), ...others]);
