/**
 * One statement per endpoint. A route says who may call it, what it takes and what it answers; this file executes
 * the statement: validate → authorise → (transaction) → handle → send. `openapi.ts` documents the same statement.
 */
import { createHash, timingSafeEqual } from 'node:crypto';
import { type Static, type TSchema, Type } from '@sinclair/typebox';
import express, { type Express, type Request, type Response } from 'express';
import type { Knex } from 'knex';
import type { Config } from '../config.ts';
import { databaseIdentity } from '../database/version.ts';
import { busy, invalidInput, notAllowed, signInNeeded, unsupportedMedia } from '../problem.ts';
import { isFresh, searchOf, versionEtag } from './conditional.ts';
import { readUpload, type Upload, type UploadLimits } from './upload.ts';
import { bodyValidator, decodeParameters, parameterValidator, type Validator } from './validate.ts';

/** Who is calling. */
export interface Visitor {
  kind: 'anonymous' | 'operator';
}

/** A permission: one sentence, as a function of the visitor. */
export type Access = (visitor: Visitor) => boolean;

/** Compulsory to write: public is a decision. */
export const everyone: Access = () => true;

export interface Dependencies {
  db: Knex;
  config: Config;
}

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Of<S extends TSchema | undefined> = S extends TSchema ? Static<S> : undefined;

export interface Context<
  P extends TSchema | undefined,
  Q extends TSchema | undefined,
  B extends TSchema | undefined,
> {
  /** A transaction for requests that write; the pool for those that read. */
  db: Knex;
  config: Config;
  visitor: Visitor;
  params: Of<P>;
  query: Of<Q>;
  body: Of<B>;
  /** The form of a route that takes a file; empty for the others. */
  upload: Upload;
  /** One transaction, for routes that take a file: they are handed the pool, for their work before it is long. */
  transact: <T>(work: (db: Knex) => Promise<T>) => Promise<T>;
  request: Request;
}

export interface Reply {
  status?: number;
  /** An object is sent as JSON; text is sent as it is, as JSON unless `type` says otherwise. */
  body: unknown;
  type?: string;
  headers?: Record<string, string>;
  /** What the answer was read from; equal versions of one URL mean equal answers. Becomes a strong ETag. */
  version?: string;
}

export interface RouteDescription<
  P extends TSchema | undefined = undefined,
  Q extends TSchema | undefined = undefined,
  B extends TSchema | undefined = undefined,
> {
  method: Method;
  /** Express path, such as `/api/v1/venues/:id`. */
  path: string;
  access: Access;
  summary: string;
  description?: string;
  params?: P;
  query?: Q;
  body?: B;
  /** Takes a form with a file (multipart/form-data), whose other fields are `body`. */
  upload?: UploadLimits;
  answers: Record<number, { description: string; schema?: TSchema; types?: string[] }>;
  /** A POST that only asks, and needs no transaction. */
  readOnly?: boolean;
  /** Left out of the API document: pages and probes. */
  undocumented?: boolean;
  cacheControl?: string;
  /** The request header that chooses the form of the answer. */
  vary?: 'Accept';
  /** The version now, asked only when the client says which one it has: equal means 304 without the handler. */
  version?: (context: { db: Knex }) => Promise<string>;
  handler: (context: Context<P, Q, B>) => Promise<Reply> | Reply;
}

/** A route whose parts are checked against each other where it is written, and uniform from here on. */
export type Route = Omit<RouteDescription, 'params' | 'query' | 'body' | 'handler'> & {
  params?: TSchema;
  query?: TSchema;
  body?: TSchema;
  handler: (context: Context<TSchema, TSchema, TSchema>) => Promise<Reply> | Reply;
};

export function route<
  P extends TSchema | undefined = undefined,
  Q extends TSchema | undefined = undefined,
  B extends TSchema | undefined = undefined,
>(description: RouteDescription<P, Q, B>): Route {
  return description as Route;
}

export const ok = (body: unknown, more: Omit<Reply, 'body'> = {}): Reply => ({ body, ...more });

const nothing: Upload = { fields: new URLSearchParams() };

const noParameters = Type.Object({}, { additionalProperties: false });

/** Puts the routes on the app. Failures go to the app's error handler. */
export function mount(app: Express, stated: Route[], dependencies: Dependencies): void {
  // An endpoint of the API that takes no parameters says so to whoever sends some.
  const routes = stated.map((each) =>
    each.query || each.undocumented ? each : { ...each, query: noParameters },
  );
  const json = express.json({ limit: dependencies.config.bodyLimit, strict: false });
  for (const each of routes) {
    const validate = {
      params: each.params && parameterValidator(each.params),
      query: each.query && parameterValidator(each.query),
      body: each.body && bodyValidator(each.body),
    };
    const before = each.body && !each.upload ? [json] : [];
    app[each.method](each.path, ...before, async (request, response) => {
      response.locals.route = each.path;
      await execute(each, validate, dependencies, request, response);
    });
  }
}

async function execute(
  each: Route,
  validate: { params?: Validator; query?: Validator; body?: Validator },
  { db, config }: Dependencies,
  request: Request,
  response: Response,
): Promise<void> {
  const visitor = visitorOf(request, config);
  if (!each.access(visitor)) {
    throw visitor.kind === 'anonymous' ? signInNeeded() : notAllowed('Your key does not allow this.');
  }
  const upload = each.upload ? await readUpload(request, response, each.upload) : nothing;
  const input = readInput(each, validate, request, upload);
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
  const context = { ...input, visitor, config, request, upload, transact };
  const writes = each.method !== 'get' && !each.readOnly;
  const reply =
    writes && !each.upload
      ? await transact((transaction) => each.handler({ ...context, db: transaction }))
      : await each.handler({ ...context, db });
  const etag =
    reply.version === undefined
      ? reply.headers?.ETag
      : versionEtag(`${identity} ${reply.version}`, request, each.vary);
  if (!writes && etag && isFresh(request, etag)) {
    send(response, each, { status: 304, body: '', headers: { ...reply.headers, ETag: etag } });
  } else {
    send(response, each, { ...reply, headers: { ...reply.headers, ...(etag && { ETag: etag }) } });
  }
}

function readInput(
  each: Route,
  validate: { params?: Validator; query?: Validator; body?: Validator },
  request: Request,
  upload: Upload,
) {
  const params: unknown = each.params
    ? decodeParameters(each.params, new URLSearchParams(pathParameters(request)))
    : undefined;
  const query: unknown = each.query
    ? decodeParameters(each.query, new URLSearchParams(searchOf(request)))
    : undefined;
  if (each.body && !each.upload && !request.is('application/json')) throw unsupportedMedia();
  const body: unknown =
    each.body && each.upload ? decodeParameters(each.body, upload.fields) : each.body && request.body;
  const faults = [
    ...(validate.params?.(params) ?? []),
    ...(validate.query?.(query) ?? []),
    ...(validate.body?.(body) ?? []),
  ];
  if (faults.length > 0) throw invalidInput(faults);
  return { params, query, body } as Pick<Context<TSchema, TSchema, TSchema>, 'params' | 'query' | 'body'>;
}

const pathParameters = (request: Request): Record<string, string> =>
  Object.fromEntries(Object.entries(request.params).map(([name, value]) => [name, String(value)]));

/** A bearer token is the operator's when it equals OPERATOR_TOKEN; compared in constant time. */
function visitorOf(request: Request, config: Config): Visitor {
  const given = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (given === undefined) return { kind: 'anonymous' };
  const digest = (text: string) => createHash('sha256').update(text).digest();
  if (config.operatorToken && timingSafeEqual(digest(given), digest(config.operatorToken)))
    return { kind: 'operator' };
  throw signInNeeded();
}

function send(response: Response, each: Route, { status = 200, body, type, headers = {} }: Reply): void {
  // The time limit has already answered.
  if (response.headersSent) return;
  if (each.cacheControl && (status === 200 || status === 304))
    response.setHeader('Cache-Control', each.cacheControl);
  if (each.vary) response.vary(each.vary);
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
  response.statusCode = status;
  if (status === 304 || status === 204) {
    response.end();
    return;
  }
  response.setHeader('Content-Type', type ?? 'application/json; charset=utf-8');
  const bytes = typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body);
  response.setHeader('Content-Length', Buffer.byteLength(bytes));
  response.end(bytes);
}
