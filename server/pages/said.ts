/** Which messages a part of the browser's side may say: those that its source names, and the source of all that it needs. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import type { Part } from '../../client/language/messages.ts';

const root = join(import.meta.dirname, '..', '..');
const needs = /(?:import|export)\s+(?!type\b)[^;]*?from\s+'(\.[^']+)'/g;
/** A key in quotes names one message; one in backticks that goes on with a value names all that begin so. */
const names = /(['`])([a-z]+\.\w*)(\1|\$\{)/g;

const starts: Record<Part, readonly string[]> = {
  search: ['client/pages/search.tsx'],
  shortlist: ['client/pages/shortlist.tsx'],
  venue: ['client/pages/venue.tsx'],
  map: ['client/map/search-map.ts', 'client/map/place-map.ts'],
  pin: ['client/state/set-pin.ts', 'client/map/pin-map.ts'],
  planMap: ['client/state/move-plan.ts', 'client/map/plan-map.ts'],
  desk: ['client/desk/main.ts'],
};

/** Every source that is loaded at once with one, itself included. */
function sourcesOf(file: string, seen = new Map<string, string>()): Map<string, string> {
  if (seen.has(file) || !file.startsWith('client/') || !existsSync(join(root, file))) return seen;
  const text = readFileSync(join(root, file), 'utf8');
  seen.set(file, text);
  for (const [, needed = ''] of text.matchAll(needs)) sourcesOf(normalize(join(dirname(file), needed)), seen);
  return seen;
}

/** Answers whether a key, `namespace.name`, may be said by the part. */
export function saidBy(part: Part): (key: string) => boolean {
  const whole = new Set<string>();
  const families = new Set<string>();
  const texts = new Map<string, string>();
  for (const file of starts[part]) sourcesOf(file, texts);
  for (const text of texts.values())
    for (const [, , key = '', end] of text.matchAll(names)) (end === '${' ? families : whole).add(key);
  return (key) => whole.has(key) || [...families].some((family) => key.startsWith(family));
}
