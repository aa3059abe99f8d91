/** Taking a suggestion in, from anybody; and letting go of what was said once it is over. */
import { createHash, randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { conflict, invalidInput } from '../problem.ts';
import { getVenue } from '../venues/read.ts';
import { isoDay, latestDay } from '../venues/repository.ts';
import { checkCorrection } from './check.ts';
import type { NewCorrection } from './schema.ts';

/** Nobody answers more; who sends on would only hide what was said before. */
const MOST_WAITING = 100;

/**
 * Who sent it, so that many from one network can be seen for what they are: a digest with a secret that is thrown away
 * with the day, so that nobody is known again on the next.
 */
async function senderDigest(db: Knex, network: string, day: string): Promise<Buffer> {
  await db('correction_day')
    .insert({ day, secret: randomBytes(32) })
    .onConflict('day')
    .ignore();
  const { secret } = await db('correction_day').where({ day }).first('secret');
  return createHash('sha256').update(secret).update(network).digest();
}

export interface Sent {
  /** The network it came from. */
  network?: string;
  /** The language to answer in. */
  locale?: string;
  publicUrl: string;
  today?: string;
}

/** Keeps it until it is answered. Throws Problem 400, 404 when the venue is not public, and 409 when too many wait. */
export async function suggestCorrection(
  db: Knex,
  venueId: number,
  sent: NewCorrection,
  { network, locale, publicUrl, today: day }: Sent,
): Promise<number> {
  const today = day ?? isoDay();
  const venue = await getVenue(db, venueId, { publicUrl, today });
  const faults = checkCorrection(venue, sent, day ?? latestDay());
  if (faults.length > 0) throw invalidInput(faults);
  const waiting = await db('correction')
    .where({ venue_id: venueId, state: 'waiting' })
    .count({ all: '*' })
    .first();
  if (Number(waiting?.all) >= MOST_WAITING)
    throw conflict('Many suggestions wait for this place already. Try again when they have been looked at.');
  const { about, key, spaceId, value, words, method, seenOn, name, email } = sent;
  const isStructured = about === 'fact' || about === 'capacity';
  const right = typeof value === 'string' ? value.trim() : value;
  const [row] = await db('correction')
    .insert({
      venue_id: venueId,
      about,
      key: isStructured ? key : null,
      space_id: isStructured ? (spaceId ?? null) : null,
      value: right === undefined ? null : JSON.stringify(right),
      words: words?.trim() ?? null,
      method,
      seen_on: seenOn ?? today,
      named: name?.trim() ?? null,
      email: email ?? null,
      locale: locale ?? null,
      sender: network === undefined ? null : await senderDigest(db, network, today),
    })
    .returning('id');
  return row.id;
}

/**
 * Lets go of what is over: the secrets of other days; addresses that nobody has answered in a year; and, a year after
 * the answer or two without one, what was said. Run now and then, by any node.
 */
export async function sweepCorrections(db: Knex, today = isoDay()): Promise<void> {
  await db('correction_day').where('day', '<', today).delete();
  await db('correction')
    .whereNotNull('email')
    .whereRaw(`made_at < ?::date - interval '1 year'`, [today])
    .update({ email: null });
  await db('correction')
    .whereRaw(`coalesce(answered_at, made_at + interval '1 year') < ?::date - interval '1 year'`, [today])
    .delete();
}
