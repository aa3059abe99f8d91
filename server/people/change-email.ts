/**
 * Another address for a person: a letter to the new one brings a link, and the old one is told. Whoever asks learns
 * nothing of who else has an address here: that is told in the letter, to whoever reads it.
 */
import type { Knex } from 'knex';
import type { Config } from '../config.ts';
import { queueLetter } from '../mail/repository.ts';
import { conflict, gone, unavailable } from '../problem.ts';
import { digest, newSecret } from './secrets.ts';
import { canSend } from './sign-in.ts';

export const CHANGE_HOURS = 24;

export interface EmailTold {
  /** Where the reader can do something about it. */
  path?: string;
}
export type EmailEvent = 'confirm' | 'taken' | 'asked' | 'changed' | 'deleted';
export type EmailLetter = (event: EmailEvent, told: EmailTold) => { subject: string; text: string };

/** Throws Problem 409 when it is their own, 503 where no letters leave. */
export async function askForEmail(
  db: Knex,
  config: Pick<Config, 'smtpUrl' | 'demo'>,
  { person, email }: { person: { id: number; email: string }; email: string },
  letter: EmailLetter,
): Promise<void> {
  if (!canSend(config))
    throw unavailable('This register cannot send email yet. Its operator must set it up.');
  if (email === person.email) throw conflict('This is your address already.');
  const token = newSecret();
  const other = await db('person')
    .whereRaw('lower(email) = lower(?)', [email])
    .whereNot({ id: person.id })
    .first('id');
  // The same work, and the same answer, whether somebody has it or not.
  await db('email_change')
    .insert({
      person_id: person.id,
      email,
      token_hash: digest(token),
      expires_at: db.raw(`now() + interval '${CHANGE_HOURS} hours'`),
    })
    .onConflict('person_id')
    .merge(['email', 'token_hash', 'expires_at']);
  const event = other ? 'taken' : 'confirm';
  await queueLetter(db, { to: email, ...letter(event, { path: `/account/email/${token}` }) });
  await queueLetter(db, { to: person.email, ...letter('asked', {}) });
}

/** The address that waits to be confirmed. Looking does not use the link. */
export async function addressWaiting(
  db: Knex,
  by: { token: string } | { personId: number },
): Promise<string | undefined> {
  const row = await db('email_change')
    .where('token' in by ? { token_hash: digest(by.token) } : { person_id: by.personId })
    .where('expires_at', '>', db.fn.now())
    .first('email');
  return row?.email;
}

/** By the link of the letter, once. Throws Problem 410. */
export async function confirmEmail(db: Knex, token: string, letter: EmailLetter): Promise<void> {
  const over = () => gone('This link was used, or is too old. Ask for a new letter on your own page.');
  const [found] = await db('email_change')
    .where({ token_hash: digest(token) })
    .where('expires_at', '>', db.fn.now())
    .delete()
    .returning(['person_id', 'email']);
  if (!found) throw over();
  const { rows } = await db.raw(
    `update person p set email = :email, unreachable_since = null from (select id, email from person where id = :id for update) old
     where p.id = old.id and not exists (select from person o where lower(o.email) = lower(:email) and o.id <> :id)
     returning old.email as before`,
    { email: found.email, id: found.person_id },
  );
  if (!rows[0]) throw over();
  await queueLetter(db, { to: rows[0].before, ...letter('changed', {}) });
}

export const forgetEmailChange = (db: Knex, personId: number): Promise<unknown> =>
  db('email_change').where({ person_id: personId }).delete();

/** What is over. Run now and then, by any node. */
export const sweepEmailChanges = (db: Knex): Promise<unknown> =>
  db('email_change').where('expires_at', '<', db.fn.now()).delete();
