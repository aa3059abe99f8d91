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

/**
 * Creates, updates or leaves the venues of these records; answers what became of each, in their order. `run` is the
 * import run that saw them. Throws Problem 400 when a venue is not sound, or 409 when it clashes with another.
 */
export async function importVenues(
  db: Knex,
  source: Source,
  records: readonly ImportedVenue[],
  run: number,
  today = isoDay(),
): Promise<ImportOutcome[]> {
  const digested = records.map((record) => ({ ...record, digest: digestOf(record.venue) }));
  const unchanged = await passUnchanged(db, source, digested, run, today);
  const others = digested.filter(({ recordId }) => !unchanged.has(recordId));
  const known = await findKnown(db, source, others);
  const actor: Actor = { name: `import:${source.id}`, kind: 'import', rank: 'import', source: source.id };
  const saved = new Map<string, ImportOutcome>();
  for (const { recordId, venue } of others) {
    // A listing's status is its holder's to decide, so an import sets it only when it adds the venue.
    const { status = 'published', ...facts } = venue;
    const id = known.get(recordId);
    const change = id === undefined ? { ...facts, status } : facts;
    const { id: venueId, outcome, suggestions } = await saveVenue(db, actor, id, change, { today });
    saved.set(recordId, { venueId, outcome, suggestions: suggestions.length });
  }
  const rows = others.map(({ recordId, digest }) => ({
    source_id: source.id,
    record_id: recordId,
    venue_id: saved.get(recordId)?.venueId,
    digest,
    first_seen: today,
    last_seen: today,
    last_run: run,
    vanished_on: null,
  }));
  if (rows.length > 0) {
    await db('source_record')
      .insert(rows)
      .onConflict(['source_id', 'record_id'])
      .merge(['digest', 'last_seen', 'last_run', 'vanished_on']);
  }
  return records.map(
    ({ recordId }) =>
      saved.get(recordId) ?? { outcome: 'unchanged', venueId: unchanged.get(recordId) ?? 0, suggestions: 0 },
  );
}

/** Marks those records that say what they said before as seen, all at once; answers their venues. */
async function passUnchanged(
  db: Knex,
  source: Source,
  records: readonly (ImportedVenue & { digest: string })[],
  run: number,
  today: string,
): Promise<Map<string, number>> {
  const { rows } = await db.raw(
    `update source_record r set last_seen = ?, last_run = ?
     from unnest(?::text[], ?::text[]) as given (record_id, digest)
     where r.source_id = ? and r.record_id = given.record_id and r.digest = given.digest and r.vanished_on is null
     returning r.record_id, r.venue_id`,
    [today, run, records.map(({ recordId }) => recordId), records.map(({ digest }) => digest), source.id],
  );
  return new Map(rows.map((row: { record_id: string; venue_id: number }) => [row.record_id, row.venue_id]));
}

/** Metres within which a record that goes by another id is taken for the same building. */
const SAME_SITE = 500;

/**
 * The venues that the register has of these records: by record id; by another id of the same source, when exactly one
 * venue at the same place has it; or by the identifier of the building, when somebody else listed it. The import then
 * adds to that listing, below what its holder says. Another record of the same source is another building, and the
 * clash of identifiers is reported.
 */
async function findKnown(
  db: Knex,
  source: Source,
  records: readonly ImportedVenue[],
): Promise<Map<string, number>> {
  if (records.length === 0) return new Map();
  const given = records.map(({ recordId, sameAs = [], venue: { location, identifiers = [] } }) => ({
    record_id: recordId,
    lon: location.lon,
    lat: location.lat,
    same_as: sameAs,
    // A charity may have many buildings; the other schemes name one.
    identifiers: identifiers.filter(({ scheme }) => scheme !== 'charity'),
  }));
  const { rows } = await db.raw(
    `with given as materialized (
       select * from json_to_recordset(:given::json)
         as row(record_id text, lon float8, lat float8, same_as json, identifiers json)
     ), found as (
       select g.record_id, 1 as step, r.venue_id from given g
       join source_record r on r.source_id = :source and r.record_id = g.record_id
       union
       select g.record_id, 2, v.id from given g cross join lateral json_array_elements_text(g.same_as) other
       join source_record r on r.source_id = :source and r.record_id = other
       join venue v on v.id = r.venue_id
         and great_circle(to_mercator(v.lon, v.lat), to_mercator(g.lon, g.lat)) < :distance
       union
       select g.record_id, 3, i.venue_id from given g cross join lateral json_array_elements(g.identifiers) own
       join identifier i on i.scheme = own->>'scheme' and i.value = own->>'value'
       where not exists (select from source_record r where r.venue_id = i.venue_id and r.source_id = :source)
     ), best as (
       select *, min(step) over (partition by record_id) as first from found
     )
     select record_id, min(venue_id) as venue_id from best where step = first
     group by record_id having count(*) = 1`,
    { given: JSON.stringify(given), source: source.id, distance: SAME_SITE },
  );
  return new Map(rows.map((row: { record_id: string; venue_id: number }) => [row.record_id, row.venue_id]));
}

/**
 * Notes which records a run saw in its scope (what its file covers), whether or not it could use them. Ids that the
 * register does not know are passed over; what a newer run has seen stays its own.
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
     on conflict (source_id, scope, record_id) do update set run_id = greatest(source_sighting.run_id, excluded.run_id)`,
    [scope, run, source.id, recordIds],
  );
}

/**
 * Marks the records of this scope that neither this run nor a newer one saw; answers their record ids. Records that
 * only other scopes cover are not judged. Listings stay: their holders decide.
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
       delete from source_sighting where source_id = ? and scope = ? and run_id < ? returning source_id, record_id
     )
     update source_record r set vanished_on = ? from gone
     where r.source_id = gone.source_id and r.record_id = gone.record_id and r.vanished_on is null
     returning r.record_id`,
    [source.id, scope, run, today],
  );
  return rows.map((row: { record_id: string }) => row.record_id);
}
