/**
 * A request that is sent twice is carried out once. A phone that did not hear the answer cannot know whether it was
 * taken, and sends the same again under the same key (`Idempotency-Key`, as the IETF draft of that name has it): the
 * first answer is given again. The row of the key is written in the transaction of the work, so a second request that
 * comes meanwhile waits for the first, and one that failed leaves nothing.
 */
import { createHash } from 'node:crypto';
import type { Request } from 'express';
import type { Knex } from 'knex';
import { invalidInput, keyReused } from '../problem.ts';
import type { Reply, Route } from './route.ts';
import type { Visitor } from './visitor.ts';

const HEADER = 'Idempotency-Key';
const goodKey = /^[\w.:-]{16,128}$/;

const digest = (...parts: string[]) => createHash('sha256').update(JSON.stringify(parts)).digest();
const nameOf = (visitor: Visitor) => ('id' in visitor ? `${visitor.kind} ${visitor.id}` : visitor.kind);

export interface Once {
  name: Buffer;
  body: Buffer;
}

/** By what a request is known again; undefined when it does not say. Throws Problem 400 for a key that is too easy to meet by chance. */
export function onceOf(request: Request, visitor: Visitor, body: unknown): Once | undefined {
  const key = request.get(HEADER);
  if (key === undefined || !['POST', 'PUT', 'PATCH'].includes(request.method)) return undefined;
  if (!goodKey.test(key))
    throw invalidInput([
      { parameter: HEADER, value: key, detail: `${HEADER} needs 16 to 128 letters or digits.` },
    ]);
  return {
    name: digest(nameOf(visitor), request.method, request.path, key),
    body: digest(JSON.stringify(body ?? null)),
  };
}

/**
 * What can be given again: a form that was taken, or a change that was made. Never what signs somebody in, nor what is
 * told once and kept nowhere, such as a key.
 */
const isDone = (route: Pick<Route, 'form'>, { status = 200, headers = {} }: Reply) =>
  !('Set-Cookie' in headers) &&
  (route.form ? status === 303 : status < 400 && headers['Cache-Control'] !== 'no-store');

/** Does the work, or answers what it was answered before. Throws Problem 422 when another body was sent under this key. */
export async function doneOnce(
  db: Knex,
  once: Once,
  route: Pick<Route, 'form'>,
  work: () => Promise<Reply> | Reply,
): Promise<Reply> {
  const own = { name_hash: once.name };
  const taken = await db('sent_once')
    .insert({ ...own, body_hash: once.body })
    .onConflict('name_hash')
    .ignore()
    .returning('name_hash');
  if (taken.length === 0) {
    const before = await db('sent_once').where(own).first('body_hash', 'answer');
    if (!before?.body_hash.equals(once.body)) throw keyReused();
    return before.answer;
  }
  const reply = await work();
  if (isDone(route, reply))
    await db('sent_once')
      .where(own)
      .update({ answer: JSON.stringify(reply) });
  else await db('sent_once').where(own).delete();
  return reply;
}
