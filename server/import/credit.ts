/** Who made a GeoJSON file, and under which licence: as the file itself says, or the person who imports it. */
import { open } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Arguments } from './arguments.ts';
import { ImportFault } from './fault.ts';

export interface Credit {
  attribution?: string;
  /** When the words of the credit name one. */
  licence?: string;
}

const licences: readonly (readonly [RegExp, string])[] = [
  [/\bODbL\b/i, 'ODbL-1.0'],
  [/\bOGL\b|Open Government Licence/i, 'OGL-UK-3.0'],
];

/** The credit that some publishers put before the features. */
export async function creditOf(file: string): Promise<Credit> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(16_384), 0, 16_384, 0);
    const head = buffer.toString('utf8', 0, bytesRead).split('"features"')[0] ?? '';
    const [, text] = /"attribution"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(head) ?? [];
    if (!text) return {};
    const attribution: string = JSON.parse(text);
    const licence = licences.find(([words]) => words.test(attribution))?.[1];
    return { attribution, ...(licence && { licence }) };
  } finally {
    await handle.close();
  }
}

/** What is said on the command line, before what the file says; neither is guessed. */
export function agreed(
  file: string,
  credit: Credit,
  options: Arguments['options'],
): Required<Credit> & { url?: string } {
  const attribution = options.attribution ?? credit.attribution;
  const licence = options.licence ?? credit.licence;
  if (attribution && licence) return { attribution, licence, ...(options.url && { url: options.url }) };
  throw new ImportFault(
    `Who made ${basename(file)}, and under which licence may it be used? Say --source, --source-name, --licence and --attribution.`,
  );
}
