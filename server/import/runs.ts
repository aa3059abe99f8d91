/** All SQL about import runs: how far each reading of a file has come, so that it can go on. */
import type { Knex } from 'knex';
import { ImportFault } from './fault.ts';
import { emptyReport, type Report } from './report.ts';

export interface RunKey {
  source_id: string;
  scope: string;
  command: 'osm' | 'csv' | 'geojson' | 'areas' | 'places' | 'lines';
  file: string;
  sha256: string;
  settings: string;
}

export interface Run {
  id: number;
  /** The last row whose batch was committed. */
  lastRow: number;
  report: Report;
  resumed: boolean;
}

/**
 * The unfinished run of the same file read the same way, or a new one. Only the newest run of a scope is gone on with:
 * what an older one has seen is not what there is now.
 */
export async function openRun(db: Knex, key: RunKey, restart = false): Promise<Run> {
  const { source_id, scope, command, sha256, settings } = key;
  const newest = restart
    ? undefined
    : await db('import_run').where({ source_id, scope }).orderBy('id', 'desc').first();
  const isThis =
    newest?.command === command &&
    newest.sha256 === sha256 &&
    newest.settings === settings &&
    !newest.finished_at;
  const unfinished = isThis ? newest : undefined;
  if (unfinished && unfinished.last_row > 0)
    return { id: unfinished.id, lastRow: unfinished.last_row, report: unfinished.report, resumed: true };
  if (unfinished) return { id: unfinished.id, lastRow: 0, report: emptyReport(), resumed: false };
  const [{ id }] = await db('import_run')
    .insert({ ...key, report: JSON.stringify(emptyReport()) })
    .returning('id');
  return { id, lastRow: 0, report: emptyReport(), resumed: false };
}

/** Takes the run for one batch. Throws ImportFault when somebody else has carried it on meanwhile. */
export async function holdRun(db: Knex, run: Run): Promise<void> {
  const row = await db('import_run').where({ id: run.id }).forUpdate().first('last_row', 'finished_at');
  if (!row || row.finished_at || row.last_row !== run.lastRow) {
    throw new ImportFault(
      'Another process is importing this very file. This one stops; nothing is lost or doubled.',
    );
  }
}

export async function advanceRun(db: Knex, run: Run, lastRow: number, report: Report): Promise<void> {
  await db('import_run')
    .where({ id: run.id })
    .update({ last_row: lastRow, report: JSON.stringify(report) });
}

export async function finishRun(db: Knex, run: Run, report: Report): Promise<void> {
  await db('import_run')
    .where({ id: run.id })
    .update({ finished_at: db.raw('now()'), report: JSON.stringify(report) });
}
