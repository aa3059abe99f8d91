/** One file into the register, whatever it holds: plans it, opens or resumes its run, and carries it through. */
import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import type { Knex } from 'knex';
import { saveSource } from '../venues/import.ts';
import type { Arguments } from './arguments.ts';
import { planAreas } from './import-areas.ts';
import { importDemand } from './import-demand.ts';
import { planLines } from './import-lines.ts';
import { planPlaces } from './import-places.ts';
import { planVenues } from './import-venues.ts';
import type { Plan } from './plan.ts';
import { progressBar } from './progress.ts';
import { openRejects } from './rejects.ts';
import { emptyReport, type Report, tell } from './report.ts';
import { carry, type Job } from './run.ts';
import { openRun, type Run } from './runs.ts';

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk);
  return hash.digest('hex');
}

/** Plans of the commands differ in what a record is, which only their own job needs to know. */
type AnyPlan = Omit<Plan<unknown>, 'job'> & { job(run: Run, dryRun: boolean): Job<unknown> };

async function plan(given: Arguments): Promise<AnyPlan> {
  const made =
    given.command === 'areas'
      ? planAreas(given)
      : given.command === 'places'
        ? planPlaces(given)
        : given.command === 'lines'
          ? planLines(given)
          : planVenues(given);
  return (await made) as AnyPlan;
}

/** Imports one file; answers its report, and whether the file was read to its end. */
export async function importFile(
  db: Knex,
  given: Arguments,
  signal?: AbortSignal,
  say: (line: string) => void = () => {},
): Promise<{ report: Report; complete: boolean; text: string }> {
  if (given.command === 'demand') return { ...(await importDemand(db, given)), complete: true };
  const planned = await plan(given);
  const { command, file, dryRun, batchSize, restart } = given;
  let run: Run = { id: 0, lastRow: 0, report: emptyReport(), resumed: false };
  if (!dryRun) {
    await saveSource(db, planned.source);
    const { source, scope, settings } = planned;
    const key = { source_id: source.id, scope, command, file: basename(file), settings };
    run = await openRun(db, { ...key, sha256: await sha256Of(file) }, restart);
    if (run.resumed)
      say(
        `An earlier import of this file was interrupted: going on after row ${run.lastRow.toLocaleString('en-GB')}.`,
      );
  }
  const job = planned.job(run, dryRun);
  const rejects = given.options.rejects
    ? await openRejects(given.options.rejects, planned, run.resumed)
    : undefined;
  const progress = progressBar(planned.progress);
  try {
    // In a dry run each batch is undone, its source too, so every batch begins by adding the source.
    const save: Job<unknown>['save'] = async (transaction, records) => {
      if (dryRun) await saveSource(transaction, planned.source);
      return job.save(transaction, records);
    };
    const { complete } = await carry(
      db,
      run,
      { ...job, save },
      {
        batchSize,
        dryRun,
        signal,
        onLeftOut: rejects && ((items) => rejects.write(items)),
        onProgress: ({ read }) => progress.show(read),
      },
    );
    progress.stop();
    const { title, thing } = planned;
    return { report: run.report, complete, text: tell(run.report, { title, thing, dryRun }) };
  } finally {
    progress.stop();
    await rejects?.close();
  }
}
