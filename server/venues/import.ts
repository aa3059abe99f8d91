/**
 * Records of a data set into the register. Idempotent by source and record id; never replaces what a higher rank
 * has stated. Reading files and mapping columns is `server/import/`; this is the one door they come through.
 */
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { type Actor, canonical } from './record.ts';
import { isoDay, saveVenue } from './repository.ts';
import type { NewVenue } from './schema.ts';

export interface Source {
  /** Short name, lower case, such as `osm` or `trafford-sports`. */
  id: string;
  name: string;
  licence: string;
  attribution: string;
  url?: string;
}

export interface ImportedVenue {
  /** The record's id in its source, such as `node/21411575`. */
  recordId: string;
  /** Other ids under which the same source may know it, such as `way/8` and `relation/8` for a file that does not tell. */
  sameAs?: string[];
  venue: NewVenue;
}

export interface ImportOutcome {
  outcome: 'created' | 'updated' | 'unchanged';
  venueId: number;
  /** How many statements were kept as suggestions because somebody of higher rank has said otherwise. */
  suggestions: number;
}

/** Adds the source, or brings its name, licence and attribution up to date. */
export async function saveSource(db: Knex, source: Source): Promise<void> {
  await db('source').insert(source).onConflict('id').merge();
}

const digestOf = (venue: NewVenue) => createHash('sha256').update(canonical(venue)).digest('base64url');

/** Marks those records that say what they said before as seen, all at once; answers their record ids. */
export async function passUnchanged(
  db: Knex,
  source: Source,
  records: readonly ImportedVenue[],
  run: number,
  today = isoDay(),
): Promise<Set<string>> {
  const { rows } = await db.raw(
    `update source_record r set last_seen = ?, last_run = ?
     from unnest(?::text[], ?::text[]) as given (record_id, digest)
     where r.source_id = ? and r.record_id = given.record_id and r.digest = given.digest and r.vanished_on is null
     returning r.record_id`,
    [
      today,
      run,
      records.map(({ recordId }) => recordId),
      records.map(({ venue }) => digestOf(venue)),
      source.id,
    ],
  );
  return new Set(rows.map((row: { record_id: string }) => row.record_id));
}

/**
 * Creates, updates or leaves the venue of one record. `run` is the import run that saw it. Throws Problem 400 when
 * the venue is not sound.
 */
export async function importVenue(
  db: Knex,
  source: Source,
  { recordId, sameAs, venue }: ImportedVenue,
  run: number,
  today = isoDay(),
): Promise<ImportOutcome> {
  const digest = digestOf(venue);
  const known = await db('source_record').where({ source_id: source.id, record_id: recordId }).first();
  const seen = { last_seen: today, last_run: run, vanished_on: null };
  if (known?.digest === digest && known.vanished_on === null) {
    await db('source_record').where({ source_id: source.id, record_id: recordId }).update(seen);
    return { outcome: 'unchanged', venueId: known.venue_id, suggestions: 0 };
  }
  const actor: Actor = { name: `import:${source.id}`, kind: 'import', rank: 'import', source: source.id };
  // A listing's status is its holder's to decide, so an import sets it only when it adds the venue.
  const { status = 'published', ...facts } = venue;
  const venueId: number | undefined =
    known?.venue_id ??
    (await sameRecord(db, source, venue, sameAs ?? [])) ??
    (await sameBuilding(db, source, venue));
  const change = venueId === undefined ? { ...facts, status } : facts;
  const saved = await saveVenue(db, actor, venueId, change, { today });
  await db('source_record')
    .insert({
      source_id: source.id,
      record_id: recordId,
      venue_id: saved.id,
      digest,
      first_seen: today,
      ...seen,
    })
    .onConflict(['source_id', 'record_id'])
    .merge(['digest', 'last_seen', 'last_run', 'vanished_on']);
  return { outcome: saved.outcome, venueId: saved.id, suggestions: saved.suggestions.length };
}

/** Metres within which a record that goes by another id is taken for the same building. */
const SAME_SITE = 500;

/** The venue that this source listed under another id, when there is exactly one and it is at the same place. */
async function sameRecord(
  db: Knex,
  source: Source,
  { location }: NewVenue,
  ids: string[],
): Promise<number | undefined> {
  if (ids.length === 0) return undefined;
  const { rows } = await db.raw(
    `select distinct v.id from source_record r join venue v on v.id = r.venue_id
     where r.source_id = ? and r.record_id = any(?)
       and great_circle(to_mercator(v.lon, v.lat), to_mercator(?, ?)) < ?`,
    [source.id, ids, location.lon, location.lat, SAME_SITE],
  );
  return rows.length === 1 ? rows[0].id : undefined;
}

/**
 * The venue that has this building's identifier, when somebody else listed it: the import then adds to that listing,
 * below what its holder says. Another record of the same source is another building, and the clash is reported.
 */
async function sameBuilding(
  db: Knex,
  source: Source,
  { identifiers = [] }: NewVenue,
): Promise<number | undefined> {
  const unique = identifiers.filter(({ scheme }) => scheme !== 'charity');
  if (unique.length === 0) return undefined;
  const { rows } = await db.raw(
    `select distinct i.venue_id as id from identifier i
     join unnest(?::text[], ?::text[]) as given (scheme, value) on i.scheme = given.scheme and i.value = given.value
     where not exists (select from source_record r where r.venue_id = i.venue_id and r.source_id = ?)`,
    [unique.map(({ scheme }) => scheme), unique.map(({ value }) => value), source.id],
  );
  return rows.length === 1 ? rows[0].id : undefined;
}

/**
 * Notes which records a run saw in its scope (what its file covers), whether or not it could use them. Ids that the
 * register does not know are passed over.
 */
export async function noteSightings(
  db: Knex,
  source: Source,
  scope: string,
  run: number,
  recordIds: string[],
): Promise<void> {
  await db.raw(
    `insert into source_sighting (source_id, scope, record_id, run_id)
     select source_id, ?, record_id, ? from source_record where source_id = ? and record_id = any(?)
     on conflict (source_id, scope, record_id) do update set run_id = excluded.run_id`,
    [scope, run, source.id, recordIds],
  );
}

/**
 * Marks the records of this scope that this run did not see; answers their record ids. Records that only other
 * scopes cover are not judged. Listings stay: their holders decide.
 */
export async function markVanished(
  db: Knex,
  source: Source,
  scope: string,
  run: number,
  today = isoDay(),
): Promise<string[]> {
  const { rows } = await db.raw(
    `with gone as (
       delete from source_sighting where source_id = ? and scope = ? and run_id <> ? returning source_id, record_id
     )
     update source_record r set vanished_on = ? from gone
     where r.source_id = gone.source_id and r.record_id = gone.record_id and r.vanished_on is null
     returning r.record_id`,
    [source.id, scope, run, today],
  );
  return rows.map((row: { record_id: string }) => row.record_id);
}
