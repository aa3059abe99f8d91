/**
 * One statement per endpoint. A route says who may call it, what it takes and what it answers; `mount.ts` executes
 * the statement and `openapi.ts` documents it.
 */
import type { Static, TSchema } from '@sinclair/typebox';
import type { Request } from 'express';
import type { Knex } from 'knex';
import type { Config } from '../config.ts';
import type { Limit } from './rate.ts';
import type { Upload, UploadLimits } from './upload.ts';
import type { Visitor } from './visitor.ts';

export type { Visitor } from './visitor.ts';

/** A permission: one sentence, as a function of the visitor and of what it is about. */
export type Access<S = undefined> = (visitor: Visitor, subject: S) => boolean;

/** Compulsory to write: public is a decision. */
export const everyone: Access<unknown> = () => true;

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';
type Of<S extends TSchema | undefined> = S extends TSchema ? Static<S> : undefined;

export interface Context<
  P extends TSchema | undefined,
  Q extends TSchema | undefined,
  B extends TSchema | undefined,
  S = unknown,
> {
  /** A transaction for requests that write; the pool for those that read. */
  db: Knex;
  config: Config;
  visitor: Visitor;
  /** What `about` has loaded. */
  subject: S;
  params: Of<P>;
  query: Of<Q>;
  body: Of<B>;
  /** The form of a route that takes a file; empty for the others. */
  upload: Upload;
  /** One transaction, for routes that take a file: they are handed the pool, for their work before it is long. */
  transact: <T>(work: (db: Knex) => Promise<T>) => Promise<T>;
  request: Request;
  /** Aborted when the service stops: what is being streamed comes to its end. */
  stopping: AbortSignal;
}

export interface Reply {
  status?: number;
  /**
   * An object is sent as JSON; text is sent as it is, as JSON unless `type` says otherwise. A stream is passed on as it
   * comes, and destroyed when whoever listens has left.
   */
  body: unknown;
  type?: string;
  headers?: Record<string, string | string[]>;
  /** What the answer was read from; equal versions of one URL mean equal answers. Becomes a strong ETag. */
  version?: string;
}

export interface RouteDescription<
  P extends TSchema | undefined = undefined,
  Q extends TSchema | undefined = undefined,
  B extends TSchema | undefined = undefined,
  S = undefined,
> {
  method: Method;
  /** Express path, such as `/api/v1/venues/:id`. */
  path: string;
  /**
   * Loads what the decision of `access` is about, such as a venue and its holder. Throws Problem 404 when there is no
   * such thing; who may not know that it is there is told the same.
   */
  about?: (context: { db: Knex; params: Of<P>; visitor: Visitor; request: Request }) => Promise<S>;
  access: Access<S>;
  summary: string;
  description?: string;
  params?: P;
  query?: Q;
  body?: B;
  /** The body is what a form in a page sends, not JSON. Faults are the handler's to show beside their fields. */
  form?: boolean;
  /** Takes a form with a file (multipart/form-data), whose other fields are `body`. */
  upload?: UploadLimits;
  /** How often one visitor, or one address, may try. What writes has a limit anyhow. */
  limits?: Limit[];
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
  handler: (context: Context<P, Q, B, S>) => Promise<Reply> | Reply;
}

/** A route whose parts are checked against each other where it is written, and uniform from here on. */
export type Route = Omit<RouteDescription, 'params' | 'query' | 'body' | 'about' | 'access' | 'handler'> & {
  params?: TSchema;
  query?: TSchema;
  body?: TSchema;
  about?: (context: { db: Knex; params: unknown; visitor: Visitor; request: Request }) => Promise<unknown>;
  access: Access<unknown>;
  handler: (context: Context<TSchema, TSchema, TSchema>) => Promise<Reply> | Reply;
};

export function route<
  P extends TSchema | undefined = undefined,
  Q extends TSchema | undefined = undefined,
  B extends TSchema | undefined = undefined,
  S = undefined,
>(description: RouteDescription<P, Q, B, S>): Route {
  return description as unknown as Route;
}

export const ok = (body: unknown, more: Omit<Reply, 'body'> = {}): Reply => ({ body, ...more });

/** A header holds no letters but those of ASCII, and a path may: it is written as browsers write it. */
const readableByAll = (path: string): string => path.replace(/[^\x21-\x7e]+/g, encodeURIComponent);

/** Sends a browser on after a form was taken, so that going back or reloading does not send it again. */
export const seeOther = (path: string, headers: Reply['headers'] = {}): Reply => ({
  status: 303,
  body: '',
  headers: { ...headers, Location: readableByAll(path), 'Cache-Control': 'no-store' },
});
