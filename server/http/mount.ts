/** Executes what routes state: who is it → about what → may they → is it sound → (transaction) → handle → send. */
import { pipeline, Readable } from 'node:stream';
import { type TSchema, Type } from '@sinclair/typebox';
import express, { type Express, type Request, type RequestHandler, type Response } from 'express';
import type { Knex } from 'knex';
import type { Config } from '../config.ts';
import { databaseIdentity } from '../database/version.ts';
import {
  busy,
  invalidInput,
  notAllowed,
  notFound,
  notYours,
  Problem,
  signInNeeded,
  unsupportedMedia,
} from '../problem.ts';
import { isFresh, leadsOn, searchOf, versionEtag } from './conditional.ts';
import { doneOnce, onceOf } from './once.ts';
import type { Limiter } from './rate.ts';
import { type Context, everyone, type Reply, type Route } from './route.ts';
import { refuseForeignForms } from './security.ts';
import { readUpload, type Upload } from './upload.ts';
import { bodyValidator, decodeParameters, parameterValidator, type Validator } from './validate.ts';
import type { Visitor } from './visitor.ts';

export interface Dependencies {
  db: Knex;
  config: Config;
  /** Works out who is calling. Throws Problem 401 when what they show is not, or no longer, good. */
  identify: (request: Request) => Promise<Visitor>;
  limiter: Limiter;
  /** Aborted when the service stops. */
  stopping: AbortSignal;
}

const noParameters = Type.Object({}, { additionalProperties: false });

interface Validators {
  params?: Validator;
  query?: Validator;
  body?: Validator;
}

const nothing: Upload = { fields: new URLSearchParams() };
const formBody = express.urlencoded({ extended: false, limit: '200kb', parameterLimit: 2000 });

/** Puts the routes on the app. Failures go to the app's error handler. */
export function mount(app: Express, stated: Route[], dependencies: Dependencies): void {
  // An endpoint of the API that takes no parameters says so to whoever sends some.
  const routes = stated.map((each) =>
    each.query || each.undocumented ? each : { ...each, query: noParameters },
  );
  const json = express.json({ limit: dependencies.config.bodyLimit, strict: false });
  for (const each of routes) {
    const validate: Validators = {
      ...(each.params && { params: parameterValidator(each.params) }),
      ...(each.query && { query: parameterValidator(each.query) }),
      ...(each.body && !each.form && { body: bodyValidator(each.body) }),
    };
    const before: RequestHandler[] = [
      ...(each.method === 'get'
        ? []
        : [refuseForeignForms(dependencies.config.publicUrl, { isPage: each.undocumented === true })]),
      ...(each.form ? [formBody] : each.body && !each.upload ? [json] : []),
    ];
    app[each.method](each.path, ...before, async (request, response) => {
      response.locals.route = each.path;
      await execute(each, validate, dependencies, request, response);
    });
  }
}

async function execute(
  each: Route,
  validate: Validators,
  { db, config, identify, limiter, stopping }: Dependencies,
  request: Request,
  response: Response,
): Promise<void> {
  const writes = each.method !== 'get' && !each.readOnly;
  const visitor = await identify(request);
  response.locals.visitor = visitor;
  if (writes || each.limits) await limiter.spend(each, visitor, request);
  const params = readParams(each, validate, request);
  const subject = await authorise(each, { db, params, visitor, request });
  const upload = each.upload ? await readUpload(request, response, each.upload) : nothing;
  const input = { params, ...readInput(each, validate, request, upload) } as Pick<
    Context<TSchema, TSchema, TSchema>,
    'params' | 'query' | 'body'
  >;
  const identity = each.version ? await databaseIdentity(db) : '';
  if (each.version && request.headers['if-none-match']) {
    const etag = versionEtag(`${identity} ${await each.version({ db })}`, request, each.vary);
    if (isFresh(request, etag)) {
      send(response, each, { status: 304, body: '', headers: { ETag: etag } });
      return;
    }
  }
  const transact = <T>(work: (transaction: Knex) => Promise<T> | T) =>
    db.transaction(async (transaction) => {
      const done = await work(transaction);
      // Whoever was told "busy, try again" by the time limit will; so what came too late is not kept.
      if (response.headersSent) throw busy(10);
      return done;
    });
  const context = { ...input, visitor, subject, config, request, upload, transact, stopping };
  const once = writes && !each.upload ? onceOf(request, visitor, request.body) : undefined;
  const reply =
    writes && !each.upload
      ? await transact((transaction) => {
          const work = () => each.handler({ ...context, db: transaction });
          return once ? doneOnce(transaction, once, each, work) : work();
        })
      : await each.handler({ ...context, db });
  const etag =
    reply.version === undefined
      ? reply.headers?.ETag
      : versionEtag(`${identity} ${reply.version}`, request, each.vary);
  if (!writes && typeof etag === 'string' && isFresh(request, etag)) {
    send(response, each, { status: 304, body: '', headers: { ...reply.headers, ETag: etag } });
  } else {
    send(response, each, { ...reply, headers: { ...reply.headers, ...(etag && { ETag: etag }) } });
  }
}

const isMissing = (error: unknown) => error instanceof Problem && error.status === 404;

/**
 * Loads what the request is about and decides. A stranger is asked to sign in, whether the thing is there or not; and
 * what a visitor may not know of (`isPublic` is false) is not there for them.
 */
async function authorise(
  each: Route,
  about: { db: Knex; params: unknown; visitor: Visitor; request: Request },
): Promise<unknown> {
  const { visitor } = about;
  const mayNot = () => (visitor.kind === 'anonymous' ? signInNeeded() : refusal(visitor));
  let subject: unknown;
  try {
    subject = await each.about?.(about);
  } catch (error) {
    throw isMissing(error) && visitor.kind === 'anonymous' && each.access !== everyone
      ? signInNeeded()
      : error;
  }
  if (each.access(visitor, subject)) return subject;
  const isHidden = (subject as { isPublic?: boolean } | undefined)?.isPublic === false;
  throw isHidden && visitor.kind !== 'anonymous' ? notFound('page') : mayNot();
}

const refusal = (visitor: Visitor) =>
  visitor.kind === 'key' ? notAllowed('Your key does not allow this.') : notYours();

function readParams(each: Route, validate: Validators, request: Request): unknown {
  if (!each.params) return undefined;
  const params = decodeParameters(each.params, new URLSearchParams(pathParameters(request)));
  const faults = validate.params?.(params) ?? [];
  if (faults.length > 0) throw invalidInput(faults);
  return params;
}

function readInput(each: Route, validate: Validators, request: Request, upload: Upload) {
  const query: unknown = each.query
    ? decodeParameters(each.query, new URLSearchParams(searchOf(request)))
    : undefined;
  const sent = each.form ? 'application/x-www-form-urlencoded' : 'application/json';
  if (each.body && !each.upload && !request.is(sent)) throw unsupportedMedia(sent);
  const body: unknown =
    each.body && each.upload ? decodeParameters(each.body, upload.fields) : each.body && request.body;
  const faults = [...(validate.query?.(query) ?? []), ...(validate.body?.(body) ?? [])];
  if (faults.length > 0) throw invalidInput(faults);
  return { query, body };
}

const pathParameters = (request: Request): Record<string, string> =>
  Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, String(value)]));

function send(response: Response, each: Route, { status = 200, body, type, headers = {} }: Reply): void {
  // The time limit has already answered.
  if (response.headersSent) {
    if (body instanceof Readable) body.destroy();
    return;
  }
  if (each.cacheControl && (status === 200 || status === 304))
    response.setHeader('Cache-Control', each.cacheControl);
  if (each.vary) response.vary(each.vary);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.statusCode = status;
  if (status === 303 && leadsOn(response.req)) {
    response.status(204).end();
    return;
  }
  if (status === 304 || status === 204) {
    response.end();
    return;
  }
  response.setHeader('Content-Type', type ?? 'application/json; charset=utf-8');
  if (body instanceof Readable) {
    response.flushHeaders();
    // Whatever ends it, there is nobody left to tell.
    pipeline(body, response, () => undefined);
    return;
  }
  const bytes = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  response.setHeader('Content-Length', Buffer.byteLength(bytes));
  response.end(bytes);
}
