/** Where a page ended, as an opaque text: the sort, the last row's key and its venue. */
import { invalidInput } from '../problem.ts';
import type { sorts } from '../venues/schema.ts';

export type Sort = (typeof sorts)[number];

export interface Cursor {
  sort: Sort;
  /** The key of the last row as PostgreSQL writes it. */
  key: string;
  venueId: number;
}

const keyPattern: Record<Sort, RegExp> = {
  distance: /^\d+(\.\d+)?(e[+-]?\d+)?$/,
  relevance: /^\d+(\.\d+)?(e[+-]?\d+)?$/,
  capacity: /^\d{1,9}$/,
  updated: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?\+00$/,
};

export const writeCursor = ({ sort, key, venueId }: Cursor): string =>
  Buffer.from(JSON.stringify([sort, key, venueId])).toString('base64url');

/** Throws Problem 400 for a cursor that was not made by this register, or that belongs to another sort. */
export function readCursor(text: string, sort: Sort): Cursor {
  try {
    const [of, key, venueId] = JSON.parse(Buffer.from(text, 'base64url').toString());
    if (of === sort && typeof key === 'string' && isKey(sort, key) && isId(venueId))
      return { sort, key, venueId };
  } catch {
    // Said below, as for every other cursor that is not ours.
  }
  const detail = '“cursor” does not belong to this search. Start again from the first page.';
  throw invalidInput([
    { parameter: 'cursor', value: text, detail, allowed: 'the cursor in `next` of the page before' },
  ]);
}

/** A key that this sort could have written: in form, and a moment or number that there is. */
function isKey(sort: Sort, key: string): boolean {
  if (!keyPattern[sort].test(key)) return false;
  if (sort !== 'updated') return Number(key) < 1e9 && (Number(key) > 1e-9 || Number(key) === 0);
  const moment = new Date(key.replace(' ', 'T').replace('+00', 'Z'));
  return (
    !Number.isNaN(moment.getTime()) &&
    moment.toISOString().slice(0, 10) === key.slice(0, 10) &&
    !key.startsWith('0000')
  );
}

const isId = (value: unknown): value is number =>
  Number.isInteger(value) && Number(value) > 0 && Number(value) < 2 ** 31;
