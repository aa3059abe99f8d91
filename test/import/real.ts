/** Real public data beside the repository. Missing: tests on it are skipped, except in CI, where they fail. */

import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Knex } from 'knex';
import { readArguments } from '../../server/import/arguments.ts';
import { importFile } from '../../server/import/import-file.ts';
import { addsUp, type Report } from '../../server/import/report.ts';

const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url));

/** The path of a real file; skips the test that asks when there is none. */
export function realFile(test: Mocha.Context, path: string): string {
  const file = join(folder, path);
  if (!existsSync(file)) {
    if (process.env.CI) assert.fail(`${file} is missing`);
    test.skip();
  }
  return file;
}

/** What the command line would do; the sum of the report is checked each time. */
export async function runImport(
  db: Knex,
  ...argv: string[]
): Promise<{ report: Report; text: string; said: string[] }> {
  const given = readArguments(argv);
  assert.ok(given);
  const said: string[] = [];
  const { report, text, complete } = await importFile(db, given, undefined, (line) => said.push(line));
  assert.ok(complete);
  assert.ok(addsUp(report), text);
  return { report, text, said };
}

/** Only the figures of a report, in the order in which they are added up. */
export const figures = ({ read, created, updated, unchanged, grouped, skipped, rejected }: Report) => ({
  read,
  created,
  updated,
  unchanged,
  grouped,
  skipped,
  rejected,
});
