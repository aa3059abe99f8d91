/** Reading venues for the public: whole, and through time. */
import type { Knex } from 'knex';
import { notFound } from '../problem.ts';
import { publicEdits, publicVenue } from './public-venue.ts';
import { type Actor, type Credit, type Edit, isShown, type StatedFact, type VenueRecord } from './record.ts';
import { isoDay } from './repository.ts';
import { loadRecords } from './rows.ts';
import type { NewFact, NewVenue, Venue } from './schema.ts';

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
export async function getVenues(db: Knex, ids: number[], reading: Reading): Promise<Venue[]> {
  const records = (await loadRecords(db, ids)).filter(isShown);
  const venues = new Map((await inPublic(db, records, reading)).map((venue) => [venue.id, venue]));
  return ids.flatMap((id) => venues.get(id) ?? []);
}

/** A venue as the public would see it if it were published now; for its members. Throws Problem 404. */
export async function previewVenue(db: Knex, id: number, reading: Reading): Promise<Venue> {
  const [venue] = await inPublic(db, await loadRecords(db, [id]), reading);
  if (!venue) throw notFound('venue');
  return venue;
}

/** What the public sees of these records, whatever their status. */
async function inPublic(
  db: Knex,
  records: VenueRecord[],
  { publicUrl, today = isoDay() }: Reading,
): Promise<Venue[]> {
  if (records.length === 0) return [];
  const organisations = await db('organisation')
    .select('id', 'slug', 'name')
    .whereIn(
      'id',
      records.flatMap((record) => record.organisationId ?? []),
    );
  const provenance = await loadProvenance(
    db,
    records.map((record) => record.id),
  );
  return records.map((record) => {
    const organisation = organisations.find(({ id }) => id === record.organisationId);
    const known = { organisation, provenance: provenance.get(record.id) ?? [], today, publicUrl };
    return publicVenue(record, known);
  });
}

/** A venue in the shape in which it is sent. */
export function sentVenue(record: VenueRecord): NewVenue {
  const {
    id: _id,
    slug: _slug,
    isHidden: _hidden,
    stated: _stated,
    version: _version,
    createdAt: _at,
    updatedAt: _then,
    ...venue
  } = record;
  const said = (facts: StatedFact[]): NewFact[] =>
    facts.map(({ statedBy: _rank, source: _source, ...fact }) => fact);
  const spaces = venue.spaces.map((space) => ({ ...space, facts: said(space.facts) }));
  return { ...venue, facts: said(venue.facts), spaces };
}

/**
 * A venue in the shape in which it is sent, for those who may change it; `lock` holds it until the transaction ends.
 * Throws Problem 404.
 */
export async function getRecord(
  db: Knex,
  id: number,
  { lock = false } = {},
): Promise<{ version: number; venue: NewVenue }> {
  const [record] = await loadRecords(db, [id], lock);
  if (!record) throw notFound('venue');
  return { version: record.version, venue: sentVenue(record) };
}

/** Where the register's data came from, by name; at most 200. */
export async function listSources(
  db: Knex,
): Promise<Omit<Venue['provenance'][number], 'source' | 'lastSeen' | 'vanished'>[]> {
  const rows: { name: string; licence: string; attribution: string; url: string | null }[] = await db(
    'source',
  )
    .orderBy('name')
    .limit(200)
    .select('name', 'licence', 'attribution', 'url');
  return rows.map(({ url, ...source }) => ({ ...source, ...(url && { url }) }));
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
  actorKind: Actor['kind'];
  action: 'added' | 'changed';
  /** The version whose change this one undid. */
  undoes?: number;
  /** Whose suggestion it followed. */
  credit?: Credit;
  edits: (Edit & { withheld?: true })[];
}

export interface ChangeRow {
  version: number;
  at: Date;
  actor: string;
  actorKind: Actor['kind'];
  action: HistoryEntry['action'];
  undoes: number | null;
  credit: Credit | null;
  edits: Edit[];
  was_published: boolean;
  was_exact: boolean;
}

/**
 * What was written while the listing was a draft or withdrawn was never public: neither the edits of then, nor what
 * stood before the edit that published it.
 */
export function historyEdits(
  row: ChangeRow,
  previous: ChangeRow | undefined,
  exactNow: boolean,
): HistoryEntry['edits'] {
  if (!row.was_published) return [];
  const wasPublic = previous?.was_published === true;
  const edits = wasPublic ? row.edits : row.edits.map(({ before: _private, ...edit }) => edit);
  return publicEdits(edits, exactNow && row.was_exact && (!wasPublic || previous.was_exact));
}

/**
 * The last version in which the place was not shown exactly; 0 when it always was. Whoever takes a place from the map,
 * takes it from the past too: where it was before is not told again when it is shown exactly somewhere else.
 */
export async function inexactUntil(db: Knex, id: number): Promise<number> {
  const row = await db('change')
    .where({ venue_id: id, was_exact: false })
    .max({ version: 'version' })
    .first();
  return row?.version ?? 0;
}

/** Whose suggestion a change followed, as SQL; `change` goes by this alias. */
export const creditSql = (alias: string): string =>
  `(select json_strip_nulls(json_build_object('kind', k.kind, 'name', k.name)) from change_credit k
    where k.change_id = ${alias}.id) as credit`;

/** Was it merged into one that is shown? Then what was public of it stays part of that one's history. */
const wentInto = (db: Knex, id: number): Promise<object | undefined> =>
  db('venue as gone')
    .join('venue as kept', 'kept.id', 'gone.merged_into')
    .where({ 'gone.id': id, 'kept.status': 'published' })
    .whereNull('kept.hidden_at')
    .first('kept.id');

/** One page of a published venue's changes, newest first; `before` is the version that the page before ended with. */
export async function getHistory(
  db: Knex,
  id: number,
  { limit, before }: { limit: number; before?: number },
): Promise<{ items: HistoryEntry[]; next?: number; merged?: number[] }> {
  const [record] = await loadRecords(db, [id]);
  if (!record || !(isShown(record) || (await wentInto(db, id)))) throw notFound('venue');
  const exactNow = record.location.precision === 'exact';
  const inexact = await inexactUntil(db, id);
  const rows: ChangeRow[] = await db('change')
    .where({ venue_id: id })
    .modify((query) => before !== undefined && query.where('version', '<', before))
    .orderBy('version', 'desc')
    .limit(limit + 1)
    .select(
      'version',
      'at',
      'actor',
      'actor_kind as actorKind',
      'action',
      'undoes',
      'edits',
      'was_published',
      'was_exact',
    )
    .select(db.raw(creditSql('change')));
  const items = rows.slice(0, limit).map((row, index) => ({
    version: row.version,
    at: row.at.toISOString(),
    actor: row.actor,
    actorKind: row.actorKind,
    action: row.action,
    ...(row.undoes !== null && { undoes: row.undoes }),
    ...(row.credit && row.was_published && { credit: row.credit }),
    edits: historyEdits(row, rows[index + 1], exactNow && row.version > inexact),
  }));
  const last = items.at(-1);
  const merged: number[] = await db('venue').where({ merged_into: id }).orderBy('id').pluck('id');
  return {
    items,
    ...(rows.length > limit && last && { next: last.version }),
    ...(merged.length > 0 && { merged }),
  };
}
