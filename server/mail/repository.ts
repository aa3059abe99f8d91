/**
 * Letters on their way. A letter is written in the transaction of what it tells, so that neither is there without the
 * other; it leaves afterwards, from any node, and is deleted when it has: it may hold a secret.
 */
import type { Knex } from 'knex';

export interface Letter {
  to: string;
  subject: string;
  text: string;
  headers?: Record<string, string>;
}

export interface WaitingLetter extends Letter {
  id: string;
  createdAt: string;
}

/** Seconds between tries: half a minute, then longer, for two days in all. */
const pauses = [30, 120, 600, 3600, 6 * 3600, 12 * 3600, 24 * 3600];

export const queueLetter = (db: Knex, { to, subject, text, headers = {} }: Letter): Promise<unknown> =>
  db('letter').insert({
    recipient: to,
    // The name of a place may be of several lines; a subject is one.
    subject: subject.replace(/\s+/g, ' '),
    body: text,
    headers: JSON.stringify(headers),
  });

const waiting = (db: Knex) =>
  db('letter').select(
    'id',
    'recipient as to',
    'subject',
    'body as text',
    'headers',
    'tries',
    db.raw(`to_json(created_at)#>>'{}' as "createdAt"`),
  );

/** Did the mail server refuse the very address? When it was out of order, or would not have us, nobody is to blame. */
const refusesAddress = (error: unknown) =>
  (error as { command?: unknown } | undefined)?.command === 'RCPT TO';

/** Whoever has an address that nothing reaches is not written to unasked, until they sign in again. */
async function giveUp(db: Knex, { id, to }: { id: string; to: string }, error: unknown): Promise<void> {
  await db('letter').where({ id }).delete();
  if (!refusesAddress(error)) return;
  await db('person').whereRaw('lower(email) = lower(?)', [to]).update({ unreachable_since: db.fn.now() });
}

/**
 * Takes one letter whose time has come, and sends it; answers whether there was one. It is held until it has left, so
 * that two nodes never send the same; when it cannot leave, it waits longer, and is given up after the last pause.
 */
export async function sendNext(
  db: Knex,
  send: (letter: Letter) => Promise<void>,
  report: (error: unknown) => void,
): Promise<boolean> {
  return db.transaction(async (transaction) => {
    const [letter] = await waiting(transaction)
      .whereRaw('next_try_at <= now()')
      .orderBy('next_try_at')
      .limit(1)
      .forUpdate()
      .skipLocked();
    if (!letter) return false;
    const { id, tries, createdAt: _at, ...content } = letter;
    try {
      await send(content);
      await transaction('letter').where({ id }).delete();
    } catch (error) {
      report(error);
      const pause = pauses[tries];
      if (pause === undefined) await giveUp(transaction, letter, error);
      else
        await transaction('letter')
          .where({ id })
          .update({
            tries: tries + 1,
            next_try_at: transaction.raw(`now() + ? * interval '1 second'`, [pause]),
          });
    }
    return true;
  });
}

/** The newest letters that wait, for the outbox of the demo. */
export const waitingLetters = (db: Knex, limit = 50): Promise<WaitingLetter[]> =>
  waiting(db).orderBy('id', 'desc').limit(limit);
