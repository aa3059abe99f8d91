/** Finds, reads and checks the mappings that people write and those that are shipped. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ShippedMapping } from '../demand/schema.ts';
import { ImportFault } from './fault.ts';
import { Mapping, PlacesMapping } from './mapping.ts';
import { columnsOf } from './template.ts';
import { checker } from './validate.ts';

const checkMapping = checker(Mapping);
const checkPlaces = checker(PlacesMapping);
const checkDemand = checker(ShippedMapping);

/** The mappings that come with Moothall stand beside `server/`, or one step further up when it is built. */
const shipped = ['../../mappings/', '../../../mappings/']
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((path) => existsSync(path));

/** A mapping by path, or by name when it is one of those shipped. Throws ImportFault naming every fault. */
export function readMapping(name: string): Mapping {
  return checked<Mapping>(name, load(find(name)), checkMapping);
}

export function readPlacesMapping(name: string): PlacesMapping {
  return checked<PlacesMapping>(name, load(find(name, 'places')), checkPlaces);
}

export function readDemandMapping(name: string): ShippedMapping {
  return checked<ShippedMapping>(name, load(find(name, 'demand')), checkDemand);
}

/** The shipped mapping of places that knows these columns. */
export function recognisePlaces(columns: string[]): PlacesMapping {
  const folder = join(shipped ?? '', 'places');
  const known = readdirSync(folder)
    .sort()
    .map((file) => readPlacesMapping(join(folder, file)));
  const found = known.find(({ recognise }) => recognise?.every((column) => columns.includes(column)));
  if (found) return found;
  const headers = known.map(({ recognise = [] }) => `  ${recognise.join(', ')}`).join('\n');
  throw new ImportFault(
    `The columns ${columns.join(', ')} are not those of a gazetteer that is known here:\n${headers}\nSay with --map how to read it; docs/importing.md tells how.`,
  );
}

/** What tells one thing from another, such as mappings or records, and is short enough to keep a million of. */
export const fingerprint = (...parts: unknown[]) =>
  createHash('sha256').update(JSON.stringify(parts)).digest('base64url').slice(0, 16);

/** Refuses a mapping that speaks of columns the file does not have: a slip of the pen would lose them silently. */
export function checkColumns(mapping: object, columns: string[] | undefined): void {
  if (!columns) return;
  const missing = mentioned(mapping).filter((column) => !columns.includes(column));
  if (missing.length === 0) return;
  throw new ImportFault(
    `The mapping speaks of ${missing.map((column) => `{${column}}`).join(', ')}, but the file has only the columns ${columns.join(', ')}.`,
  );
}

/** The columns of every text in the mapping, the texts that are keys included. */
function mentioned(part: unknown): string[] {
  if (typeof part === 'string') return columnsOf(part);
  if (Array.isArray(part)) return part.flatMap(mentioned);
  if (typeof part !== 'object' || part === null) return [];
  const all = Object.entries(part).flatMap(([key, value]) => [...columnsOf(key), ...mentioned(value)]);
  return [...new Set(all)];
}

function find(name: string, folder = ''): string {
  const choices = [name, join(shipped ?? '', folder, name), join(shipped ?? '', folder, `${name}.json`)];
  const found = choices.find((path) => existsSync(path) && path.endsWith('.json'));
  if (found) return found;
  const names = shipped ? readdirSync(join(shipped, folder)).filter((file) => file.endsWith('.json')) : [];
  throw new ImportFault(
    `There is no mapping ${name}. Give the path of a JSON file, or one that is shipped: ${names.map((file) => file.replace(/\.json$/, '')).join(', ')}.`,
  );
}

function load(path: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new ImportFault(
      `The mapping ${relative('.', path)} is not JSON: ${error instanceof Error ? error.message : error}`,
    );
  }
  if (typeof value !== 'object' || value === null) return value;
  const { extends: base, ...own } = value as Record<string, unknown>;
  if (typeof base !== 'string') return value;
  const below = load(join(dirname(path), base));
  return typeof below === 'object' && below !== null ? { ...below, ...own } : own;
}

function checked<T>(name: string, value: unknown, check: ReturnType<typeof checker>): T {
  const faults = check(value);
  if (faults.length === 0) return value as T;
  const lines = faults.map(
    ({ pointer, detail }) => `  ${pointer.slice(1).replaceAll('/', ' › ') || 'the mapping'} ${detail}`,
  );
  throw new ImportFault(`The mapping ${name} cannot be used:\n${lines.join('\n')}`);
}
