/**
 * One record of a data set into the register. Idempotent by source and record id; never replaces what a higher
 * rank has stated. Reading files and mapping columns is `server/import/`; this is the one door they come through.
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
 * Creates, updates or leaves the venue of one record. `run` is the import run that saw it, by which vanished records
 * are told apart. Throws Problem 400 when the venue is not sound.
 */
export async function importVenue(
  db: Knex,
  source: Source,
  { recordId, venue }: ImportedVenue,
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
  const saved = await saveVenue(db, actor, known?.venue_id, known ? facts : { ...facts, status }, { today });
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

/** Marks the source's records that this run did not see; answers their record ids. Listings stay: their holders decide. */
export async function markVanished(
  db: Knex,
  source: Source,
  run: number,
  today = isoDay(),
): Promise<string[]> {
  const gone = await db('source_record')
    .where({ source_id: source.id })
    .whereNull('vanished_on')
    .andWhereRaw('last_run is distinct from ?', [run])
    .update({ vanished_on: today })
    .returning('record_id');
  return gone.map((row) => row.record_id);
}
