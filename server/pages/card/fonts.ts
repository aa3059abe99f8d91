/**
 * Letters for cards, as outlines: our own type for Latin, Greek and Cyrillic, and Noto for the other scripts that groups
 * here write. Shaped by HarfBuzz, because what turns SVG into pixels spaces the letters of Indic scripts wrongly.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Blob, Face, Font, Buffer as Line, shape } from 'harfbuzzjs';

export type Weight = 400 | 700;

/** Families by what they can write, the first that can; names are all that is written in most of them. */
const families = [
  'Arabic',
  'Bengali',
  'Devanagari',
  'Ethiopic',
  'Gujarati',
  'Gurmukhi',
  'Hebrew',
  'Tamil',
].map((script) => ({
  folder: `noto-sans-${script.toLowerCase()}`,
  name: `NotoSans${script}`,
  letter: new RegExp(`^\\p{Script_Extensions=${script}}`, 'u'),
}));
const ours = { folder: 'source-sans-3', name: 'SourceSans3', letter: /^/ };
type Family = typeof ours;

const find = createRequire(import.meta.url).resolve;
const open = new Map<string, Font>();

function fontOf({ folder, name }: Family, weight: Weight): Font {
  const style = weight === 700 ? '700Bold' : '400Regular';
  const path = `@expo-google-fonts/${folder}/${style}/${name}_${style}.ttf`;
  const known = open.get(path);
  if (known) return known;
  const font = new Font(new Face(new Blob(new Uint8Array(readFileSync(find(path))))));
  open.set(path, font);
  return font;
}

interface Run {
  family: Family;
  text: string;
  /** Has it letters, that say which way it is read? */
  lettered: boolean;
}

const joining = /^[\p{M}\p{Cf}\s]/u;

/** The text in runs of one family each, and signs between two of them apart. */
export function runsOf(text: string): Run[] {
  const runs: Run[] = [];
  for (const char of text) {
    const last = runs.at(-1);
    // Marks and spaces stay with what they follow.
    if (last && joining.test(char)) {
      last.text += char;
      continue;
    }
    const family = families.find(({ letter }) => letter.test(char)) ?? ours;
    const lettered = /^[\p{L}\p{N}]/u.test(char);
    const between = runs.length > 1 && lettered && last?.lettered === false;
    if (last?.family === family && !between) {
      last.text += char;
      last.lettered ||= lettered;
    } else runs.push({ family, text: char, lettered });
  }
  return runs;
}

interface Shaped {
  /** For a size of one. */
  width: number;
  /** An SVG group for a size of one, y upwards. */
  drawing: string;
  /** Does the font have every letter? */
  whole: boolean;
}

const shaped = new Map<string, Shaped>();
const MOST_SHAPED = 3000;

/** The letters of a run, each where it belongs beside the others. */
export function shapeRun({ family, text }: Run, weight: Weight): Shaped {
  const key = `${family.name} ${weight} ${text}`;
  const known = shaped.get(key);
  if (known) return known;
  const font = fontOf(family, weight);
  const line = new Line();
  line.addText(text);
  line.guessSegmentProperties();
  shape(font, line);
  const glyphs = line.getGlyphInfosAndPositions();
  let x = 0;
  const paths = glyphs.map(({ codepoint, xAdvance = 0, xOffset = 0, yOffset = 0 }) => {
    const path = font.glyphToPath(codepoint);
    const drawn = path && `<path transform="translate(${x + xOffset} ${yOffset})" d="${path}"/>`;
    x += xAdvance;
    return drawn;
  });
  const { upem } = font.face;
  const made = {
    width: x / upem,
    drawing: `<g transform="scale(${1 / upem})">${paths.join('')}</g>`,
    whole: glyphs.every(({ codepoint }) => codepoint !== 0),
  };
  if (shaped.size >= MOST_SHAPED) shaped.clear();
  shaped.set(key, made);
  return made;
}

/** The part of a name that these fonts can draw: whole words only. Empty when there is none. */
export const drawable = (text: string): string =>
  text
    .split(/\s+/)
    .filter((word) => runsOf(word).every((run) => shapeRun(run, 700).whole))
    .join(' ')
    .replace(/^[\s·•|–—/,-]+|[\s·•|–—/,-]+$/gu, '');

/** Is this read from the right, by its first letter? */
export const isRightToLeft = (text: string): boolean =>
  /^\P{L}*[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(text);
