/** Reading venues for the public: whole, and through time. */
import type { Knex } from 'knex';
import { notFound } from '../problem.ts';
import { publicEdits, publicVenue } from './public-venue.ts';
import type { Edit } from './record.ts';
import { isoDay } from './repository.ts';
import { loadRecords } from './rows.ts';
import type { Venue } from './schema.ts';

interface Reading {
  publicUrl: string;
  today?: string;
}

/** The published venue with this id. Throws Problem 404 when there is none, or it is a draft or withdrawn. */
export async function getVenue(db: Knex, id: number, reading: Reading): Promise<Venue> {
  const [venue] = await getVenues(db, [id], reading);
  if (!venue) throw notFound('venue');
  return venue;
}

/** The published venues among these ids, in the order of the ids. */
export async function getVenues(
  db: Knex,
  ids: number[],
  { publicUrl, today = isoDay() }: Reading,
): Promise<Venue[]> {
  const records = (await loadRecords(db, ids)).filter((record) => record.status === 'published');
  if (records.length === 0) return [];
  const organisations = await db('organisation')
    .select('id', 'name')
    .whereIn(
      'id',
      records.flatMap((record) => record.organisationId ?? []),
    );
  const provenance = await loadProvenance(
    db,
    records.map((record) => record.id),
  );
  const venues = new Map(
    records.map((record) => {
      const organisation = organisations.find(({ id }) => id === record.organisationId);
      const known = { organisation, provenance: provenance.get(record.id) ?? [], today, publicUrl };
      return [record.id, publicVenue(record, known)];
    }),
  );
  return ids.flatMap((id) => venues.get(id) ?? []);
}

async function loadProvenance(db: Knex, ids: number[]): Promise<Map<number, Venue['provenance']>> {
  const rows = await db('source_record as r')
    .join('source as s', 's.id', 'r.source_id')
    .whereIn('r.venue_id', ids)
    .orderBy(['r.source_id', 'r.record_id'])
    .select(
      'r.venue_id',
      'r.record_id',
      'r.last_seen',
      'r.vanished_on',
      's.id',
      's.name',
      's.licence',
      's.attribution',
      's.url',
    );
  const found = new Map<number, Venue['provenance']>();
  for (const row of rows) {
    const source = {
      source: row.id,
      name: row.name,
      licence: row.licence,
      attribution: row.attribution,
      ...(row.url && { url: row.url }),
      sourceId: row.record_id,
      lastSeen: row.last_seen,
      vanished: row.vanished_on !== null,
    };
    found.set(row.venue_id, [...(found.get(row.venue_id) ?? []), source]);
  }
  return found;
}

export interface HistoryEntry {
  version: number;
  at: string;
  actor: string;
  action: 'added' | 'changed';
  edits: (Edit & { withheld?: true })[];
}

interface ChangeRow {
  version: number;
  at: Date;
  actor: string;
  action: HistoryEntry['action'];
  edits: Edit[];
  was_published: boolean;
  was_exact: boolean;
}

/** One page of a published venue's changes, newest first; `before` is the version that the page before ended with. */
export async function getHistory(
  db: Knex,
  id: number,
  { limit, before }: { limit: number; before?: number },
): Promise<{ items: HistoryEntry[]; next?: number }> {
  const [record] = await loadRecords(db, [id]);
  if (record?.status !== 'published') throw notFound('venue');
  const exactNow = record.location.precision === 'exact';
  const rows: ChangeRow[] = await db('change')
    .where({ venue_id: id })
    .modify((query) => before !== undefined && query.where('version', '<', before))
    .orderBy('version', 'desc')
    .limit(limit + 1)
    .select('version', 'at', 'actor', 'action', 'edits', 'was_published', 'was_exact');
  const items = rows.slice(0, limit).map((row) => ({
    version: row.version,
    at: row.at.toISOString(),
    actor: row.actor,
    action: row.action,
    // What was written while the listing was a draft was never public.
    edits: row.was_published ? publicEdits(row.edits, exactNow && row.was_exact) : [],
  }));
  const last = items.at(-1);
  return { items, ...(rows.length > limit && last && { next: last.version }) };
}
