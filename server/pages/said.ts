/** Which messages a page may say in a browser: those that its source names, and the source of all that it needs. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import type { LivePage } from '../../client/language/messages.ts';

const root = join(import.meta.dirname, '..', '..');
const needs = /(?:import|export)\s+(?!type\b)[^;]*?from\s+'(\.[^']+)'|import\(\s*'(\.[^']+)'\s*\)/g;
/** A key in quotes names one message; one in backticks that goes on with a value names all that begin so. */
const names = /(['`])([a-z]+\.\w*)(\1|\$\{)/g;

/** Every source that the page loads, now or later, itself included. */
function sourcesOf(file: string, seen = new Map<string, string>()): Map<string, string> {
  if (seen.has(file) || !file.startsWith('client/') || !existsSync(join(root, file))) return seen;
  const text = readFileSync(join(root, file), 'utf8');
  seen.set(file, text);
  for (const [, now, later] of text.matchAll(needs))
    sourcesOf(normalize(join(dirname(file), now ?? later ?? '')), seen);
  return seen;
}

/** Answers whether a key, `namespace.name`, may be said by the page. */
export function saidBy(page: LivePage): (key: string) => boolean {
  const whole = new Set<string>();
  const families = new Set<string>();
  for (const text of sourcesOf(`client/pages/${page}.tsx`).values())
    for (const [, , key = '', end] of text.matchAll(names)) (end === '${' ? families : whole).add(key);
  return (key) => whole.has(key) || [...families].some((family) => key.startsWith(family));
}
