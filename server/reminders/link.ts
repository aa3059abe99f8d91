/** The two links of a letter: everything is still true, and no more letters. Whoever holds a link needs no session. */
import type { Knex } from 'knex';
import { confirmFacts, findStated, markOf, type SeenFact } from '../facts/confirm.ts';
import { digest, newSecret } from '../people/secrets.ts';
import { gone } from '../problem.ts';
import { actorFor } from '../venues/held.ts';
import type { StatedFact, VenueRecord } from '../venues/record.ts';
import { isoDay } from '../venues/repository.ts';
import { loadRecords } from '../venues/rows.ts';
import { stopHeaders } from './readers.ts';

interface Letter {
  id: number;
  person_id: number;
}

interface LetterFact {
  venue_id: number;
  space_id: number | null;
  key: string;
  mark: string;
  observed_on: string;
}

export interface ReminderVenue {
  record: VenueRecord;
  facts: { seen: SeenFact; fact: StatedFact }[];
}

const over = () => gone('This link has been used, or is too old. Sign in to say what is still true.');

const holding = (db: Knex, token: string, today: string) =>
  db('reminder_letter')
    .where({ confirm_hash: digest(token) })
    .whereNull('used_at')
    .where('expires_on', '>=', today);

/**
 * What of the letter can still be confirmed: what was old when it was sent, says what it said, and was not seen or told
 * since; of places that the reader's group holds still.
 */
async function leftOf(db: Knex, letter: Letter, lock = false): Promise<ReminderVenue[]> {
  const sent: LetterFact[] = await db('reminder_fact').where({ letter_id: letter.id });
  const ids = [...new Set(sent.map(({ venue_id }) => venue_id))];
  const own: number[] = await db('venue as v')
    .join('member as m', 'm.organisation_id', 'v.organisation_id')
    .where('m.person_id', letter.person_id)
    .whereIn('v.id', ids)
    .pluck('v.id');
  const records = await loadRecords(db, own, lock);
  return records
    .map((record) => ({
      record,
      facts: sent
        .filter(({ venue_id }) => venue_id === record.id)
        .flatMap(({ space_id, key, mark, observed_on }) => {
          const seen = { key, mark, ...(space_id !== null && { spaceId: space_id }) };
          const fact = findStated(record, seen);
          return fact && fact.observedOn === observed_on && markOf(fact) === mark ? [{ seen, fact }] : [];
        }),
    }))
    .filter(({ facts }) => facts.length > 0)
    .sort((a, b) => (a.record.name < b.record.name ? -1 : 1));
}

/** Looking does not use it: mail programs look at links too. Throws Problem 410. */
export async function lookAtLink(db: Knex, token: string, today = isoDay()): Promise<ReminderVenue[]> {
  const letter: Letter | undefined = await holding(db, token, today).first('id', 'person_id');
  if (!letter) throw over();
  return leftOf(db, letter);
}

/** Confirms what is left of it; answers how many facts. Of two who come at once, one does. Throws Problem 410. */
export async function confirmByLink(db: Knex, token: string, today?: string): Promise<number> {
  const observedOn = today ?? isoDay();
  const [letter]: Letter[] = await holding(db, token, observedOn)
    .update({ used_at: db.fn.now() })
    .returning(['id', 'person_id']);
  if (!letter) throw over();
  let count = 0;
  for (const { record, facts } of await leftOf(db, letter, true)) {
    const actor = await actorFor(db, { organisationId: record.organisationId, personId: letter.person_id });
    const seen = facts.map((each) => each.seen);
    const made = await confirmFacts(
      db,
      actor,
      record.id,
      seen,
      { method: 'told', observedOn },
      today ? { today } : {},
    );
    count += made.confirmed.length;
  }
  return count;
}

/** A link to stop the letters, for a letter that has nothing to confirm; with its headers. */
export async function stopLink(
  db: Knex,
  { personId, publicUrl, today = isoDay() }: { personId: number; publicUrl: string; today?: string },
): Promise<{ path: string; headers: Record<string, string> }> {
  const stop = newSecret();
  await db('reminder_letter').insert({
    person_id: personId,
    confirm_hash: digest(newSecret()),
    stop_hash: digest(stop),
    sent_on: today,
    expires_on: today,
  });
  const path = `/quiet/${stop}`;
  return { path, headers: stopHeaders(publicUrl, path) };
}

/** Does this link lead to somebody? */
export async function isStopLink(db: Knex, token: string): Promise<boolean> {
  const row = await db('reminder_letter')
    .where({ stop_hash: digest(token) })
    .first('id');
  return row !== undefined;
}

/** No more letters about keeping places true. It can be done again and again. Throws Problem 410. */
export async function stopByLink(db: Knex, token: string): Promise<void> {
  const changed = await db('person')
    .whereIn(
      'id',
      db('reminder_letter')
        .where({ stop_hash: digest(token) })
        .select('person_id'),
    )
    .update({ reminders: false });
  if (changed === 0) throw gone('This link is too old. Sign in to choose which letters you get.');
}
