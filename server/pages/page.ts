/** What every page is made with. */
import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { splitPath } from '../../client/language/locales.ts';
import type { Config } from '../config.ts';
import { ok, type Reply, type Visitor } from '../http/route.ts';
import { isoDay } from '../venues/repository.ts';
import { localeOf } from './locale.ts';
import type { renderPage } from './render.ts';

type Settings = Parameters<typeof renderPage>[0]['settings'];

export const settingsOf = (config: Config, request: Request): Settings => ({
  locale: localeOf(request),
  path: splitPath(request.originalUrl)[1],
  demo: config.demo,
  tileUrl: config.tileUrl,
  tileAttribution: config.tileAttribution,
  publicUrl: config.publicUrl,
  today: isoDay(),
  ...readerOf(request),
  arriving: request.headers['sec-fetch-site'] !== 'same-origin',
});

/** In the demo no letter leaves: all of them can be read. */
export const isOutboxShown = ({ demo, smtpUrl }: Config): boolean => demo && !smtpUrl;

/** What is typed is kept in the browser under a name for its writer, which tells nobody who it is. */
function readerOf(request: Request): { reader?: string; plans?: boolean } {
  const visitor: Visitor | undefined = request.res?.locals.visitor;
  if (visitor?.kind !== 'person') return {};
  return {
    reader: createHash('sha256').update(`reader ${visitor.id}`).digest('hex').slice(0, 16),
    plans: visitor.memberships.some(({ kind }) => kind === 'agency' || kind === 'commissioner'),
  };
}

/** A page is sent in two forms: with the stylesheet in it to whoever comes from elsewhere, and without. */
export const html = (body: string, more: Omit<Reply, 'body'> = {}): Reply =>
  ok(body, {
    type: 'text/html; charset=utf-8',
    ...more,
    headers: { ...more.headers, Vary: 'Sec-Fetch-Site' },
  });
