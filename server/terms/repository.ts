/** All SQL about house terms. A change is a new version; the ones before stay as they are. */
import type { Knex } from 'knex';
import { invalidInput, notFound, stale } from '../problem.ts';
import { type Actor, canonical } from '../venues/record.ts';
import { checkTerms, tidyTerms } from './check.ts';
import type { NewTerms } from './schema.ts';

/** A version as it is kept. Version 0 is before anything was stated. */
export interface TermsVersion {
  version: number;
  statedAt?: string;
  /** The organisation, as the public reads it. */
  statedBy?: string;
  /** What the person is called; for members only. */
  person?: string;
  terms: NewTerms;
}

interface TermsRow {
  version: number;
  at: Date;
  actor: string;
  person: string | null;
  terms: NewTerms;
}

const nothingYet: TermsVersion = { version: 0, terms: {} };

const versions = (db: Knex, venueId: number) =>
  db('terms_version as t')
    .leftJoin('terms_author as a', { 'a.venue_id': 't.venue_id', 'a.version': 't.version' })
    .join('venue as v', 'v.id', 't.venue_id')
    // Who of a group that held the place before stated them, is not for those who hold it now.
    .leftJoin('member as m', { 'm.person_id': 'a.person_id', 'm.organisation_id': 'v.organisation_id' })
    .leftJoin('person as p', 'p.id', 'm.person_id')
    .where('t.venue_id', venueId)
    .orderBy('t.version', 'desc')
    .select('t.version', 't.at', 't.actor', 't.terms', 'p.name as person');

const toVersion = ({ version, at, actor, person, terms }: TermsRow): TermsVersion => ({
  version,
  statedAt: at.toISOString(),
  statedBy: actor,
  ...(person && { person }),
  terms,
});

/** The terms that hold now; version 0 when none are stated. */
export async function currentTerms(db: Knex, venueId: number): Promise<TermsVersion> {
  const row: TermsRow | undefined = await versions(db, venueId).first();
  return row ? toVersion(row) : nothingYet;
}

/**
 * The terms that hold now, until the end of the transaction: whoever else states terms of this venue waits, and then
 * sees what was stated here. Throws Problem 404.
 */
export async function takeTerms(db: Knex, venueId: number): Promise<TermsVersion> {
  const venue = await db('venue').where({ id: venueId }).forNoKeyUpdate().first('id');
  if (!venue) throw notFound('venue');
  return currentTerms(db, venueId);
}

/** One version, old or new. Throws Problem 404. */
export async function termsAt(db: Knex, venueId: number, version: number): Promise<TermsVersion> {
  const row: TermsRow | undefined = await versions(db, venueId).where('t.version', version).first();
  if (row) return toVersion(row);
  if (version === 0) return nothingYet;
  throw notFound('version of these terms');
}

/** The newest versions, newest first. */
export async function listTerms(db: Knex, venueId: number, limit: number): Promise<TermsVersion[]> {
  const rows: TermsRow[] = await versions(db, venueId).limit(limit);
  return rows.map(toVersion);
}

/**
 * States terms: a new version, unless they are as they were. Throws Problem 400, 404, and 412 when those that hold are
 * not of one of `against`.
 */
export async function saveTerms(
  db: Knex,
  actor: Actor,
  venueId: number,
  sent: NewTerms,
  { against }: { against?: number[] } = {},
): Promise<{ version: number; outcome: 'stated' | 'unchanged' }> {
  const faults = checkTerms(sent);
  if (faults.length > 0) throw invalidInput(faults);
  const now = await takeTerms(db, venueId);
  if (against && !against.includes(now.version)) throw stale();
  const terms = tidyTerms(sent);
  if (canonical(terms) === canonical(now.terms)) return { version: now.version, outcome: 'unchanged' };
  const version = now.version + 1;
  await db('terms_version').insert({
    venue_id: venueId,
    version,
    actor: actor.name,
    terms: JSON.stringify(terms),
  });
  if (actor.personId !== undefined)
    await db('terms_author').insert({ venue_id: venueId, version, person_id: actor.personId });
  return { version, outcome: 'stated' };
}
