/**
 * Carries items into the database in batches. Each batch and the mark of how far the run has come are one transaction,
 * so a run that is stopped, or killed, goes on after its last batch. One bad record never costs its batch.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Knex } from 'knex';
import { databaseProblem, refusesValue } from '../database/errors.ts';
import { invalidInput, Problem } from '../problem.ts';
import type { Item } from './item.ts';
import { count, type Outcome, type Report } from './report.ts';
import { advanceRun, finishRun, holdRun, type Run } from './runs.ts';

export interface Saved {
  outcome: Outcome;
  suggestions?: number;
}

export interface Job<T> {
  items: AsyncIterable<Item<T>>;
  /** Writes the records; answers what became of each, in their order. May throw: they are then tried one by one. */
  save(db: Knex, records: T[]): Promise<Saved[]>;
  /** After the records of a batch, with everything that it saw. */
  afterBatch?(db: Knex, items: Item<T>[]): Promise<void>;
  /** When the file has been read to its end. */
  finish?(db: Knex, report: Report): Promise<void>;
}

export interface RunOptions {
  batchSize: number;
  /** Everything is done and then undone, so that the report tells what would happen. */
  dryRun: boolean;
  signal?: AbortSignal;
  /** Items that did not become records, once their batch is committed: a batch may be tried twice. */
  onLeftOut?(items: Item<unknown>[]): Promise<void>;
  onProgress?(report: Report): void;
}

/** Runs the job; answers whether it came to the end of the file. `run.report` counts along. */
export async function carry<T>(
  db: Knex,
  run: Run,
  job: Job<T>,
  options: RunOptions,
): Promise<{ complete: boolean }> {
  let batch: Item<T>[] = [];
  const commit = async () => {
    if (batch.length === 0) return;
    await saveBatch(db, run, job, batch, options);
    batch = [];
    options.onProgress?.(run.report);
  };
  const already = run.lastRow;
  for await (const item of job.items) {
    if (rowOf(item) <= already) continue;
    batch.push(item);
    if (batch.length < options.batchSize) continue;
    await commit();
    if (options.signal?.aborted) return { complete: false };
  }
  await commit();
  if (options.signal?.aborted && options.dryRun) return { complete: false };
  await inTransaction(db, options.dryRun, async (transaction) => {
    await job.finish?.(transaction, run.report);
    if (!options.dryRun) await finishRun(transaction, run, run.report);
  });
  return { complete: true };
}

const rowOf = <T>(item: Item<T> | undefined) => item?.rows[0]?.number ?? 0;

/** Deadlocks and lost connections pass; a batch is tried again after so many milliseconds. */
const patience = [200, 1_000, 5_000];

async function saveBatch<T>(
  db: Knex,
  run: Run,
  job: Job<T>,
  batch: Item<T>[],
  options: RunOptions,
): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    try {
      const { report, leftOut } = await tryBatch(db, run, job, batch, options.dryRun);
      run.report = report;
      run.lastRow = rowOf(batch.at(-1));
      await options.onLeftOut?.(leftOut);
      return;
    } catch (error) {
      const wait = patience[attempt];
      if (databaseProblem(error)?.status !== 503 || wait === undefined) throw error;
      await pause(wait);
    }
  }
}

async function tryBatch<T>(
  db: Knex,
  run: Run,
  job: Job<T>,
  batch: Item<T>[],
  dryRun: boolean,
): Promise<{ report: Report; leftOut: Item<unknown>[] }> {
  const report = structuredClone(run.report);
  const leftOut: Item<unknown>[] = [];
  await inTransaction(db, dryRun, async (transaction) => {
    if (!dryRun) await holdRun(transaction, run);
    const saved = await saveRecords(transaction, job, batch);
    for (const { item, outcome, suggestions } of saved) count(report, item, outcome, suggestions);
    await job.afterBatch?.(transaction, batch);
    if (!dryRun) await advanceRun(transaction, run, rowOf(batch.at(-1)), report);
    leftOut.push(...saved.map(({ item }) => item).filter((item) => item.skipped ?? item.rejected));
  });
  return { report, leftOut };
}

interface Result<T> {
  item: Item<T>;
  outcome?: Outcome;
  suggestions?: number;
}

/** All records at once; if one of them is refused, each by itself. */
async function saveRecords<T>(db: Knex, job: Job<T>, batch: Item<T>[]): Promise<Result<T>[]> {
  const whole = await attempt(db, job, batch);
  if (Array.isArray(whole)) return whole;
  const results: Result<T>[] = [];
  for (const item of batch) {
    const single = await attempt(db, job, [item]);
    if (Array.isArray(single)) results.push(...single);
    else results.push({ item: { ...item, rejected: single.message } });
  }
  return results;
}

async function attempt<T>(db: Knex, job: Job<T>, items: Item<T>[]): Promise<Result<T>[] | Problem> {
  const records = items.flatMap(({ record }) => (record === undefined ? [] : [record]));
  if (records.length === 0) return items.map((item) => ({ item }));
  try {
    const saved = await db.transaction((savepoint) => job.save(savepoint, records));
    let next = 0;
    return items.map((item) => (item.record === undefined ? { item } : { item, ...saved[next++] }));
  } catch (error) {
    const problem = error instanceof Problem ? error : (databaseProblem(error) ?? aboutValue(error));
    if (!problem || problem.status >= 500) throw error;
    return problem;
  }
}

const aboutValue = (error: unknown): Problem | undefined =>
  refusesValue(error)
    ? invalidInput([{ detail: 'One of the values is outside what the register can keep.' }])
    : undefined;

async function inTransaction(
  db: Knex,
  undo: boolean,
  work: (transaction: Knex.Transaction) => Promise<void>,
) {
  const transaction = await db.transaction();
  try {
    await transaction.raw('set local statement_timeout = 0');
    await work(transaction);
  } catch (error) {
    await transaction.rollback().catch(() => {});
    throw error;
  }
  if (undo) return transaction.rollback();
  await transaction.commit();
  // Only this tells that a commit has failed.
  await transaction.executionPromise;
}
