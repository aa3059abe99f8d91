/**
 * Records of a data set into the register. Idempotent by source and record id; never replaces what a higher rank
 * has stated. Reading files and mapping columns is `server/import/`; this is the one door they come through.
 */
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { findKnown, saveMembers } from './known.ts';
import { type Actor, canonical } from './record.ts';
import { isoDay, saveVenue } from './repository.ts';
import type { NewVenue } from './schema.ts';
import type { Share } from './share.ts';

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
  /** Ids of the other records that are the same venue, when it takes several. */
  members?: string[];
  venue: NewVenue;
  /** The source tells opening hours and has none for this record: those that it told before go. */
  withoutHours?: boolean;
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
  const known = await findKnown(db, source, others, run);
  const actor: Actor = { name: nameOf(source), kind: 'import', rank: 'import', source: source.id };
  const shares = await sharesIn(db, source, [...known.venues.values()]);
  const saved = new Map<string, ImportOutcome>();
  for (const { recordId, venue, withoutHours } of others) {
    // A listing's status is its holder's to decide, so an import sets it only when it adds the venue.
    const { status = 'published', ...facts } = venue;
    const id = known.venues.get(recordId);
    const change =
      id === undefined ? { ...facts, status } : { ...facts, ...(withoutHours && { openingHours: null }) };
    const speaker = { ...actor, share: shares.get(id ?? 0) };
    const { id: venueId, outcome, suggestions } = await saveVenue(db, speaker, id, change, { today });
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
      .merge(['venue_id', 'digest', 'last_seen', 'last_run', 'vanished_on']);
  }
  const venueOf = (recordId: string) => saved.get(recordId)?.venueId ?? unchanged.get(recordId) ?? 0;
  const led = records.map(({ recordId, members = [] }) => ({
    recordId,
    members,
    venueId: venueOf(recordId),
  }));
  await saveMembers(db, source, led, known.takenOver, run, today);
  return records.map(
    ({ recordId }) =>
      saved.get(recordId) ?? { outcome: 'unchanged', venueId: venueOf(recordId), suggestions: 0 },
  );
}

const nameOf = (source: Source) => `import:${source.id}`;

/** The source's part in each of these venues that another data set has had a hand in too. */
async function sharesIn(db: Knex, source: Source, venueIds: number[]): Promise<Map<number, Share>> {
  const { rows } = await db.raw(
    `select venue_id, (array_agg(actor order by version))[1] = :me as leads
     from change where venue_id = any(:ids) and actor_kind = 'import'
     group by venue_id having bool_or(actor <> :me)`,
    { me: nameOf(source), ids: venueIds },
  );
  return new Map(
    rows.map((row: { venue_id: number; leads: boolean }) => [row.venue_id, row.leads ? 'leads' : 'adds']),
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

/** A record whose venue has another record, of which something holds, takes nothing with it when it goes. */
const goesWhole = (holds: string) => `not exists (select from source_record other
  where other.source_id = r.source_id and other.venue_id = r.venue_id and other.record_id <> r.record_id and other.${holds})`;

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
     where r.source_id = gone.source_id and r.record_id = gone.record_id and r.vanished_on is null and ${goesWhole('last_run = ?')}
     returning r.record_id`,
    [source.id, scope, run, today, run],
  );
  return rows.map((row: { record_id: string }) => row.record_id);
}

/** How many records of this scope a run that saw these would mark. */
export async function countUnseen(
  db: Knex,
  source: Source,
  scope: string,
  seen: ReadonlySet<string>,
): Promise<number> {
  const { rows } = await db.raw(
    `select count(*)::int as unseen from source_sighting s
     join source_record r using (source_id, record_id)
     where s.source_id = :source and s.scope = :scope and r.vanished_on is null and not s.record_id = any(:seen)
       and ${goesWhole('record_id = any(:seen)')}`,
    { source: source.id, scope, seen: [...seen] },
  );
  return rows[0].unseen;
}
