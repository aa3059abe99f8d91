/**
 * How often somebody may try, counted in Postgres, so that all nodes count together. Spent before the transaction of
 * the request, so that a refused try counts too.
 */
import { isIPv6 } from 'node:net';
import type { Request } from 'express';
import type { Knex } from 'knex';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { tooMany } from '../problem.ts';
import type { Route } from './route.ts';
import type { Visitor } from './visitor.ts';

export interface Limit {
  /** Counted only then; always without it. */
  when?: (request: Request) => boolean;
  /** Counted together wherever the same name is used. */
  name: string;
  /** So many tries … */
  tries: number;
  /** … in so many seconds. */
  seconds: number;
  /** By what they are counted: the visitor (an address when nobody is signed in), the address, or what the body says. */
  by: 'visitor' | 'address' | ((request: Request) => string | undefined);
}

/** What every write is limited by. A person types slower; a program that sends more is asked to wait. */
const writing: Limit = { name: 'write', tries: 300, seconds: 60, by: 'visitor' };

export interface Limiter {
  /** Throws Problem 429, which says when to come again. */
  spend(
    route: Pick<Route, 'limits' | 'method' | 'readOnly'>,
    visitor: Visitor,
    request: Request,
  ): Promise<void>;
}

/** Whoever has an address of IPv6 has all those that begin as it does: 64 bits name one household, or one machine. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.toLowerCase().startsWith('::ffff:')) return address;
  const [left = '', right] = address.split('::');
  const groups = (part: string) => part.split(':').filter(Boolean);
  const before = groups(left);
  const gap = right === undefined ? 0 : Math.max(0, 8 - before.length - groups(right).length);
  const whole = [...before, ...Array<string>(gap).fill('0'), ...groups(right ?? '')];
  return whole
    .slice(0, 4)
    .map((each) => Number.parseInt(each, 16).toString(16))
    .join(':');
}

const addressOf = (request: Request) => `address ${networkOf(request.ip ?? '')}`;
const visitorKey = (visitor: Visitor, request: Request) =>
  visitor.kind === 'anonymous'
    ? addressOf(request)
    : 'id' in visitor
      ? `${visitor.kind} ${visitor.id}`
      : 'operator';

export function createLimiter(db: Knex): Limiter {
  // Statements go unnamed, as a pooler between us and the database may not keep them.
  const query = async ({ text, values }: { text: string; values: unknown[] }) => {
    const connection = await db.client.acquireConnection();
    try {
      return await connection.query({ text, values });
    } finally {
      db.client.releaseConnection(connection);
    }
  };
  const made = new Map<string, RateLimiterPostgres>();
  const limiterOf = ({ name, tries, seconds }: Limit): RateLimiterPostgres => {
    const limiter =
      made.get(name) ??
      new RateLimiterPostgres({
        storeClient: { query },
        storeType: 'pool',
        tableName: 'rate_limit',
        tableCreated: true,
        clearExpiredByTimeout: false,
        keyPrefix: name,
        points: tries,
        duration: seconds,
        // Who is over the limit costs no further statement on this node.
        inMemoryBlockOnConsumed: tries,
      });
    made.set(name, limiter);
    return limiter;
  };
  return {
    async spend(route, visitor, request) {
      const writes = route.method !== 'get' && !route.readOnly;
      // Whoever owns the machine may use all of it.
      const isLimited = writes && visitor.kind !== 'operator';
      for (const limit of [...(isLimited ? [writing] : []), ...(route.limits ?? [])]) {
        if (limit.when && !limit.when(request)) continue;
        const key =
          limit.by === 'visitor'
            ? visitorKey(visitor, request)
            : limit.by === 'address'
              ? addressOf(request)
              : limit.by(request);
        if (key === undefined || key.length > 200) continue;
        try {
          await limiterOf(limit).consume(key);
        } catch (refused) {
          if (!(refused instanceof RateLimiterRes)) throw refused;
          throw tooMany(Math.ceil(refused.msBeforeNext / 1000));
        }
      }
    },
  };
}
