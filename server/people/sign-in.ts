/**
 * Signing in by a letter: a link, and a code to type where the letter was asked for, for when it is read on another
 * device. Whoever asks gets the same answer, after the same work, whether anybody has that address or not; people are
 * only made when the letter was received.
 */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Config } from '../config.ts';
import { queueLetter } from '../mail/repository.ts';
import { gone, invalidInput, unavailable } from '../problem.ts';
import { noteArrival, personOf, startSession } from './repository.ts';
import type { NewSignIn } from './schema.ts';
import { codeDigest, digest, newCode, newSecret, sameDigest } from './secrets.ts';

export const SIGN_IN_MINUTES = 15;
/** A code may be mistyped so often; then it is worth nothing, and a new letter is needed. */
const CODE_TRIES = 5;

export interface SignInLetter {
  subject: string;
  /** The text of the letter, with the address of the link and the code in it. */
  text: (link: string, code: string) => string;
}

export interface SignedIn {
  personId: number;
  /** Of the new session. */
  secret: string;
  next?: string;
}

/** Could a letter reach anybody? In the demo they are read in its outbox. */
export const canSend = ({ smtpUrl, demo }: Pick<Config, 'smtpUrl' | 'demo'>): boolean =>
  smtpUrl !== undefined || demo;

/** Sends the letter; `link` makes the address of its link. Throws Problem 503 where no letters leave. */
export async function askToSignIn(
  db: Knex,
  config: Pick<Config, 'smtpUrl' | 'demo'>,
  { email, next, locale }: NewSignIn & { locale?: string },
  letter: SignInLetter,
  link: (token: string) => string,
): Promise<{ id: string; expiresAt: string }> {
  if (!canSend(config))
    throw unavailable(
      'This register cannot send email yet, so nobody can sign in. Its operator must set it up.',
    );
  const [id, token, code] = [randomUUID(), newSecret(), newCode()];
  const [row] = await db('sign_in')
    .insert({
      id,
      token_hash: digest(token),
      code_hash: codeDigest(id, code),
      email,
      next: next ?? null,
      locale: locale ?? null,
      expires_at: db.raw(`now() + interval '${SIGN_IN_MINUTES} minutes'`),
    })
    .returning(db.raw(`to_json(expires_at)#>>'{}' as expires`));
  const shown = `${code.slice(0, 4)} ${code.slice(4)}`;
  await queueLetter(db, { to: email, subject: letter.subject, text: letter.text(link(token), shown) });
  return { id, expiresAt: row.expires };
}

const over = () => gone('This link has been used, or is too old. Ask for a new one; it takes a moment.');

/** What is known of a request to sign in when it is met. */
interface Asked {
  email: string;
  next: string | null;
  locale: string | null;
}

async function signIn(db: Knex, { email, next, locale }: Asked, device?: string): Promise<SignedIn> {
  const personId = await personOf(db, email);
  await noteArrival(db, personId, locale);
  return { personId, secret: await startSession(db, personId, device), ...(next && { next }) };
}

/** By the link, on `device`. Of two who come at once, one gets in: the update is the decision. Throws Problem 410. */
export async function signInByLink(db: Knex, token: string, device?: string): Promise<SignedIn> {
  const [row] = await db('sign_in')
    .where({ token_hash: digest(token) })
    .whereNull('used_at')
    .whereRaw('expires_at > now()')
    .update({ used_at: db.fn.now() })
    .returning(['email', 'next', 'locale']);
  if (!row) throw over();
  return signIn(db, row, device);
}

/** Could the link still be used? Looking does not use it: mail programs look at links too. */
export async function linkHolds(db: Knex, token: string): Promise<boolean> {
  const [row] = await db('sign_in')
    .where({ token_hash: digest(token) })
    .whereNull('used_at')
    .whereRaw('expires_at > now()')
    .select('id');
  return row !== undefined;
}

/**
 * By the code, on `device`. Counts the try before it looks, outside of any transaction that could be undone: `db` is the pool.
 * Throws Problem 400 with the field when the code is wrong, 410 when there is nothing left to try.
 */
export async function signInByCode(db: Knex, id: string, typed: string, device?: string): Promise<SignedIn> {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
  const [row] = isId
    ? await db('sign_in')
        .where({ id })
        .whereNull('used_at')
        .whereRaw('expires_at > now()')
        .where('attempts', '<', CODE_TRIES)
        .increment('attempts', 1)
        .returning(['code_hash', 'attempts'])
    : [];
  if (!row) throw over();
  if (!sameDigest(row.code_hash, codeDigest(id, typed.replace(/\D/g, '')))) {
    const left = CODE_TRIES - row.attempts;
    const detail =
      left > 0
        ? 'This is not the code from the letter. Look again: it has eight digits.'
        : 'This is not the code from the letter, and it was tried too often. Ask for a new letter.';
    throw invalidInput([{ pointer: '#/code', detail }]);
  }
  return db.transaction(async (transaction) => {
    const [used] = await transaction('sign_in')
      .where({ id })
      .whereNull('used_at')
      .update({ used_at: transaction.fn.now() })
      .returning(['email', 'next', 'locale']);
    if (!used) throw over();
    return signIn(transaction, used, device);
  });
}
