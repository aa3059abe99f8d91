/** Conditional requests (RFC 9110, section 13): versions as strong ETags, and what a client says it has or prefers. */
import { createHash } from 'node:crypto';
import type { Request } from 'express';
import { versionNeeded } from '../problem.ts';

const digest = (...parts: string[]) => createHash('sha1').update(parts.join('\n')).digest('base64url');

/** The part of the address after “?”, with it; empty when there is none. */
export function searchOf(request: Request): string {
  const at = request.originalUrl.indexOf('?');
  return at < 0 ? '' : request.originalUrl.slice(at);
}

/** What of the request, besides its address, chooses the bytes of the answer. */
const form = (request: Request, vary: string | undefined) =>
  [request.headers['accept-encoding'] ?? '', vary ? (request.headers[vary.toLowerCase()] ?? '') : ''].join(
    '\n',
  );

/** An ETag from what the answer was read from: equal versions of one address and form are equal bytes. */
export const versionEtag = (version: string, request: Request, vary?: string): string =>
  `"${digest(version, request.originalUrl, form(request, vary))}"`;

/** An ETag from the answer itself, which also says the number that If-Match names. */
export const contentEtag = (version: number, body: string, request: Request): string =>
  `"${version}-${digest(body, form(request, undefined)).slice(0, 16)}"`;

/** Does the client have this answer already? Compared weakly, as If-None-Match is. */
export const isFresh = (request: Request, etag: string): boolean =>
  request.headers['if-none-match']
    ?.split(',')
    .some((each) => each.trim() === '*' || each.trim().replace(/^W\//, '') === etag) ?? false;

/**
 * The versions that a change may be made against, by If-Match; undefined for “*”, any. Tags that we did not make,
 * and weak ones, match nothing. Throws Problem 428 when the header is absent.
 */
export function versionsToChange(request: Request): number[] | undefined {
  const header = request.headers['if-match']?.trim();
  if (header === undefined) throw versionNeeded();
  if (header === '*') return undefined;
  return header.split(',').flatMap((each) => {
    const version = /^"(\d{1,9})(-[\w-]+)?"$/.exec(each.trim())?.[1];
    return version === undefined ? [] : [Number(version)];
  });
}

/**
 * The script of a form asks only where it leads (`Prefer: return=minimal`, RFC 7240): the browser then loads that page
 * once, and not twice.
 */
export const leadsOn = (request: Request): boolean => /\breturn=minimal\b/.test(request.get('Prefer') ?? '');
