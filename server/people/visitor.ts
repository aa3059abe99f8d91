/** Who is calling: by a key in the Authorization header, or by the cookie of a session. */
import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'express';
import type { Knex } from 'knex';
import type { Config } from '../config.ts';
import type { Visitor } from '../http/visitor.ts';
import { keyVisitor } from '../organisations/keys.ts';
import { signInNeeded } from '../problem.ts';
import { sessionOf } from './cookie.ts';
import { personInSession } from './repository.ts';

const digest = (text: string) => createHash('sha256').update(text).digest();

/** Throws Problem 401 for a key that is not good. A session that has ended is nobody: its page asks to sign in again. */
export const identifyWith =
  (db: Knex, config: Pick<Config, 'operatorToken' | 'publicUrl'>) =>
  async (request: Request): Promise<Visitor> => {
    const given = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
    if (given !== undefined) {
      // Compared in constant time.
      if (config.operatorToken && timingSafeEqual(digest(given), digest(config.operatorToken)))
        return { kind: 'operator' };
      const key = await keyVisitor(db, given);
      if (!key) throw signInNeeded();
      return key;
    }
    const secret = sessionOf(config, request);
    const person = secret ? await personInSession(db, secret) : undefined;
    return person ? { kind: 'person', ...person } : { kind: 'anonymous' };
  };
