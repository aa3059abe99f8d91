/** What a command has made of its arguments: where records come from, who made them, and how they are saved. */
import type { Source } from '../venues/import.ts';
import type { Told } from './report.ts';
import type { Job } from './run.ts';
import type { Run } from './runs.ts';

export interface Plan<T> extends Pick<Told, 'title' | 'thing'> {
  source: Source;
  /** What the file covers. */
  scope: string;
  /** Tells one way of reading the file from another. */
  settings: string;
  columns?: string[];
  delimiter?: string;
  progress(): number;
  job(run: Run, dryRun: boolean): Job<T>;
}
