/** The small language of mappings: texts with {columns} in them, and choices by value, pattern or word. */
import { tokens } from '../search/words.ts';
import type { Values } from './row.ts';

const placeholder = /\{([^{}]+)\}/g;

/** The columns that a text speaks of. */
export const columnsOf = (text: string): string[] =>
  [...text.matchAll(placeholder)].map(([, name = '']) => name);

/**
 * The text with its columns filled in. Empty when it has columns and all of them are empty; spaces and commas that an
 * empty column leaves at either end go.
 */
export function fill(text: string, values: Values): string {
  const columns = columnsOf(text);
  if (columns.length > 0 && columns.every((column) => !values[column])) return '';
  const filled = text
    .replace(placeholder, (_all, column: string) => values[column] ?? '')
    .replace(/\s+/g, ' ');
  return columns.length > 0 ? filled.replace(/^[\s,]+|[\s,]+$/g, '') : filled.trim();
}

/** Are all columns of the text filled? */
export const isWhole = (text: string, values: Values) =>
  columnsOf(text).every((column) => Boolean(values[column]));

const patterns = new Map<string, RegExp>();

/** Case does not matter; `*` stands for any letters. */
export function matches(pattern: string, text: string): boolean {
  let compiled = patterns.get(pattern);
  if (!compiled) {
    const source = pattern.replace(/[.+?^${}()|[\]\\]/g, '\\$&').replaceAll('*', '.*');
    compiled = new RegExp(`^${source}$`, 'isu');
    patterns.set(pattern, compiled);
  }
  return compiled.test(text);
}

/** Texts and the values of which each must have one. */
export type When = Record<string, string[]>;

export const holds = (when: When | undefined, values: Values): boolean =>
  Object.entries(when ?? {}).every(([text, allowed]) => {
    const said = fill(text, values);
    return allowed.some((pattern) => matches(pattern, said));
  });

export interface Choice<T> {
  from: string;
  /** By the whole value; the first pattern that matches counts. */
  values?: Record<string, T>;
  /** By whole words somewhere in the value; the first that occurs counts. */
  words?: Record<string, T>;
  default?: T;
}

/** What the choice comes to, or the value that it has no answer for. */
export function choose<T>(choice: Choice<T>, values: Values): { chosen: T } | { unknown: string } {
  const said = fill(choice.from, values);
  if (said !== '') {
    for (const [pattern, target] of Object.entries(choice.values ?? {}))
      if (matches(pattern, said)) return { chosen: target };
    const spoken = ` ${tokens(said).join(' ')} `;
    for (const [words, target] of Object.entries(choice.words ?? {}))
      if (spoken.includes(` ${tokens(words).join(' ')} `)) return { chosen: target };
  }
  return choice.default === undefined ? { unknown: said } : { chosen: choice.default };
}

/** Words that stand where a name should be. */
const noNames = new Set(
  ['unknown', 'not known', 'unnamed', 'no name', 'noname', 'name', 'none', 'null', 'nil', 'undefined', 'nan']
    .concat([
      'n a',
      'na',
      'nk',
      'tbc',
      'tba',
      'tbd',
      'to be confirmed',
      'x',
      'xx',
      'xxx',
      'test',
      'inconnu',
      'unbekannt',
    ])
    .concat(['not applicable', 'no data', 'sans nom', 'sem nome', 'ohne name']),
);

/** A number of a house, such as 12A. */
const houseNumber = /^\d+\s?[a-z]?$/i;

/** A name has a letter in it and is not a word for having none. Names are never guessed. */
export const isName = (text: string): boolean =>
  /\p{L}/u.test(text) && !houseNumber.test(text.trim()) && !noNames.has(tokens(text).join(' '));
