/**
 * Letters at six and at twelve months. A place is due when one of its facts has come to an age at which its holder was
 * not reminded of it yet, and not within half a year of the letter before. One transaction decides, writes the letters
 * and notes that they were written; an advisory lock lets one node do it. So no two nodes write the same, and what a
 * crash undoes is written in the next turn.
 */
import type { Knex } from 'knex';
import { markOf } from '../facts/confirm.ts';
import { queueLetter } from '../mail/repository.ts';
import { digest, newSecret } from '../people/secrets.ts';
import { isoDay } from '../venues/repository.ts';
import type { NewFact } from '../venues/schema.ts';
import { factAges } from '../vocabulary.ts';
import type { RemindedPlace, ReminderLetter } from './letters.ts';
import { byPerson, isReader, type Reader, readersOf, stopHeaders } from './readers.ts';

/** Days for which the link of a letter is good. */
export const LINK_DAYS = 60;

/** Places in one turn; the others come in the next. Those of one group stay together. */
const MOST_PLACES = 5000;

/** The number of the lock; nobody else has it. */
const LOCK = 4_017_214;

interface OldFact {
  venueId: number;
  organisationId: number;
  slug: string;
  name: string;
  spaceId: number | null;
  key: string;
  value: NewFact['value'];
  note: string | null;
  observedOn: string;
}

/** What is old in places that are due. */
const DUE = `
  with due as (
    select v.id, v.organisation_id from venue v
    join organisation o on o.id = v.organisation_id and o.dissolved_at is null
    left join reminder r on r.venue_id = v.id
    where v.status = 'published' and v.hidden_at is null
      and (r.sent_on is null or r.sent_on <= :today::date - :ageing::int)
      and exists (select from fact f where f.venue_id = v.id and f.observed_on <= :today::date - :ageing::int
        and (r.sent_on is null or f.observed_on + :ageing::int > r.sent_on
          or (f.observed_on <= :today::date - :old::int and f.observed_on + :old::int > r.sent_on)))
      and exists (select from member m join person p on p.id = m.person_id
        where m.organisation_id = v.organisation_id and ${isReader})
    order by v.organisation_id, v.id limit :most
  )
  select v.id as "venueId", due.organisation_id as "organisationId", v.slug, v.name, f.space_id as "spaceId", f.key,
    coalesce(to_json(f.answer), to_json(f.number)) as value, f.note, f.observed_on as "observedOn"
  from due join venue v on v.id = due.id join fact f on f.venue_id = v.id
  where f.observed_on <= :today::date - :ageing::int
  order by v.name, v.id, f.observed_on, f.key`;

export interface Sending {
  letter: ReminderLetter;
  publicUrl: string;
  /** ISO day. */
  today?: string;
}

async function writeTo(
  db: Knex,
  reader: Reader,
  facts: OldFact[],
  sending: Required<Sending>,
): Promise<void> {
  const { letter, publicUrl, today } = sending;
  const [confirm, stop] = [newSecret(), newSecret()];
  const [row] = await db('reminder_letter')
    .insert({
      person_id: reader.personId,
      confirm_hash: digest(confirm),
      stop_hash: digest(stop),
      sent_on: today,
      expires_on: db.raw('?::date + ?::int', [today, LINK_DAYS]),
    })
    .returning('id');
  const rows = facts.map(({ venueId, spaceId, key, value, note, observedOn }) => ({
    letter_id: row.id,
    venue_id: venueId,
    space_id: spaceId,
    key,
    mark: markOf({ value, ...(note !== null && { note }) }),
    observed_on: observedOn,
  }));
  await db.batchInsert('reminder_fact', rows, 500);
  const places = new Map<number, RemindedPlace>();
  for (const { venueId, slug, name } of facts) {
    const place = places.get(venueId) ?? { id: venueId, slug, name, old: 0 };
    places.set(venueId, { ...place, old: place.old + 1 });
  }
  const paths = { confirm: `/still-true/${confirm}`, stop: `/quiet/${stop}` };
  const written = letter({ places: [...places.values()], ...paths, days: LINK_DAYS }, reader.locale);
  await queueLetter(db, { to: reader.email, ...written, headers: stopHeaders(publicUrl, paths.stop) });
}

/** Writes the letters that are due; answers how many. */
export async function sendReminders(db: Knex, sending: Sending): Promise<number> {
  const today = sending.today ?? isoDay();
  return db.transaction(async (transaction) => {
    const { rows: locks } = await transaction.raw('select pg_try_advisory_xact_lock(?) as ours', [LOCK]);
    if (!locks[0].ours) return 0;
    const asked = { today, ageing: factAges.ageing, old: factAges.old, most: MOST_PLACES };
    const { rows: facts }: { rows: OldFact[] } = await transaction.raw(DUE, asked);
    if (facts.length === 0) return 0;
    const holders = [...new Set(facts.map(({ organisationId }) => organisationId))];
    const people = byPerson(await readersOf(transaction, holders));
    for (const { reader, organisationIds } of people) {
      const theirs = facts.filter(({ organisationId }) => organisationIds.has(organisationId));
      await writeTo(transaction, reader, theirs, { ...sending, today });
    }
    const reminded = [...new Set(facts.map(({ venueId }) => venueId))];
    await transaction('reminder')
      .insert(reminded.map((venue_id) => ({ venue_id, sent_on: today })))
      .onConflict('venue_id')
      .merge(['sent_on']);
    return people.length;
  });
}

/** Letters whose links nobody needs any more. Run now and then, by any node. */
export const sweepReminders = (db: Knex, today = isoDay()): Promise<unknown> =>
  db('reminder_letter').whereRaw(`sent_on < ?::date - interval '2 years'`, [today]).delete();
