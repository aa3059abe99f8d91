/**
 * A person who is not, or no longer, signed in is sent to sign in and comes back to where they were. What a form sent
 * is kept meanwhile, for a day, under a random name: an expired session costs nobody what they typed.
 */
import type { ErrorRequestHandler, Request, Response } from 'express';
import type { Knex } from 'knex';
import { localePath } from '../../client/language/locales.ts';
import { leadsOn } from '../http/conditional.ts';
import type { Limiter } from '../http/rate.ts';
import { readFields } from '../http/upload.ts';
import { keepForm, type Typed } from '../people/kept-form.ts';
import { Problem } from '../problem.ts';
import { localeOf } from './locale.ts';

/** A path of ours in the language of the request. */
export const pathInLocale = (request: Request, path: string): string => localePath(localeOf(request), path);

/** What a form sent; of a form with a file the words, for a file is chosen again. */
async function typedBefore(request: Request, response: Response): Promise<Typed | undefined> {
  if (request.method !== 'POST') return undefined;
  if (request.is('application/x-www-form-urlencoded')) return request.body;
  if (!request.is('multipart/form-data')) return undefined;
  return readFields(request, response).then(
    (fields) => Object.fromEntries(fields),
    () => undefined,
  );
}

/** Anybody can send a form without signing in: no network may fill our disk with what it typed. */
const keepLimits = [{ name: 'kept-form', tries: 60, seconds: 3600, by: 'address' as const }];

/** Forms are sent to the address of the page they stand on. */
export const signInFirst =
  (db: Knex, limiter: Limiter): ErrorRequestHandler =>
  async (error: unknown, request, response, next) => {
    const isSignedOut = error instanceof Problem && error.status === 401;
    const hasKey = request.headers.authorization !== undefined;
    if (
      !isSignedOut ||
      hasKey ||
      request.path.startsWith('/api/') ||
      request.accepts(['html', 'json']) !== 'html'
    ) {
      next(error);
      return;
    }
    let back = request.originalUrl;
    response.setHeader('Cache-Control', 'no-store');
    if (leadsOn(request)) {
      // The page keeps by itself what was typed, for nobody but its writer.
      response.setHeader('Location', pathInLocale(request, `/sign-in?next=${encodeURIComponent(back)}`));
      response.status(401).end();
      return;
    }
    const typed = await typedBefore(request, response);
    if (typed) {
      await limiter.spend({ limits: keepLimits, method: 'get' }, { kind: 'anonymous' }, request);
      const kept = await keepForm(db, request.path, typed);
      back += `${back.includes('?') ? '&' : '?'}kept=${kept}`;
    }
    response.redirect(303, pathInLocale(request, `/sign-in?next=${encodeURIComponent(back)}`));
  };
