/** Ids in an address, such as ids=7,12,31: what can be read of them is shown, and what cannot is told kindly. */
import type { Knex } from 'knex';
import { clockTextAt, stateAt } from '../venues/opening-hours.ts';
import { getVenues } from '../venues/read.ts';
import type { OpenState, Venue } from '../venues/schema.ts';

const largestId = 2 ** 31 - 1;

export interface AskedVenues {
  venues: Venue[];
  asked: { missing: number; over: number; unread: boolean };
}

/** The published venues of these ids, in the order in which they were asked, each once. */
export async function askedVenues(
  db: Knex,
  search: URLSearchParams,
  { most, publicUrl }: { most: number; publicUrl: string },
): Promise<AskedVenues> {
  const parts = search
    .getAll('ids')
    .flatMap((each) => each.split(','))
    .map((each) => each.trim())
    .filter(Boolean);
  const ids = parts.filter((each) => /^\d{1,10}$/.test(each)).map(Number);
  const distinct = [...new Set(ids)];
  const possible = distinct.filter((id) => id > 0 && id <= largestId);
  // More are looked for than fit, so that one which is gone does not take the place of one which is there.
  const found = await getVenues(db, possible.slice(0, 2 * most), { publicUrl });
  const looked = possible.slice(0, 2 * most).length + distinct.length - possible.length;
  return {
    venues: found.slice(0, most),
    asked: {
      missing: looked - found.length,
      over: Math.max(0, found.length - most) + distinct.length - looked,
      unread: ids.length < parts.length,
    },
  };
}

/** Open at this moment? Undefined where no hours are stated. */
export function openNow({ openingHours }: Venue, now = new Date()): OpenState | undefined {
  if (!openingHours) return undefined;
  return { ...stateAt(openingHours, now), now: clockTextAt(now, openingHours.timezone) };
}
