/** What travels from the reading of a file to the database: one record, or rows that do not become one, with why. */
import type { Row } from './row.ts';

export interface Item<T> {
  /** The rows it stands for, in their order; the first tells how far an import has come. */
  rows: Row[];
  /** The record's id in its source, when it has one; also of rows that are left out. */
  recordId: string;
  /** The ids of its other rows, where they have ids of their own. */
  members?: string[];
  record?: T;
  /** Left out as the mapping or the import wants it. */
  skipped?: string;
  /** Left out because something is wrong with it. */
  rejected?: string;
  /** Parts that were left out of the record, and why. */
  remarks: string[];
}
