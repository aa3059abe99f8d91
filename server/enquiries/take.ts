/** One enquiry, held until the end of the transaction; and what was done to it. */
import type { Knex } from 'knex';
import { notFound, stale } from '../problem.ts';
import type { EnquiryDone, EnquiryState } from './schema.ts';

export interface Taken {
  id: number;
  state: EnquiryState;
  version: number;
  organisationId: number;
  venueId: number;
  holderId: number | null;
  personId: number | null;
  service: string | null;
  sessions: number | null;
}

/** Throws Problem 404, and 412 when it is of none of `versions` (undefined: of any). */
export async function take(db: Knex, id: number, versions: number[] | undefined): Promise<Taken> {
  // The place first, as whoever changes it and ends a group does: so that no two of us wait for each other.
  await db('venue')
    .whereIn('id', db('enquiry').where({ id }).select('venue_id'))
    .forNoKeyUpdate()
    .select('id');
  const row: Taken | undefined = await db('enquiry').where({ id }).forUpdate().first({
    id: 'id',
    state: 'state',
    version: 'version',
    organisationId: 'organisation_id',
    venueId: 'venue_id',
    holderId: 'holder_id',
    personId: 'person_id',
    service: 'service',
    sessions: 'sessions',
  });
  if (!row) throw notFound('enquiry');
  if (versions && !versions.includes(row.version)) throw stale();
  return row;
}

export async function done(db: Knex, id: number, change: Record<string, unknown>): Promise<EnquiryDone> {
  const [row] = await db('enquiry')
    .where({ id })
    .update({ ...change, version: db.raw('version + 1') })
    .returning<EnquiryDone[]>(['id', 'version', 'state']);
  if (!row) throw notFound('enquiry');
  return row;
}
