/** Headers that keep a page to its own: a strict Content-Security-Policy, and open reading for other sites' scripts. */
import type { Request, RequestHandler } from 'express';
import helmet from 'helmet';
import type { Config } from '../config.ts';
import { notAllowed } from '../problem.ts';

/**
 * Map pictures may come from the configured tile host, and nothing else from anywhere else. The one style that may
 * stand in a page is the stylesheet itself, known by its hash.
 */
export function securityHeaders(
  { tileUrl, publicUrl }: Pick<Config, 'tileUrl' | 'publicUrl'>,
  style?: { hash: string },
): RequestHandler {
  const tiles = new URL(tileUrl.replaceAll(/[{}]/g, '')).origin.replace('//s.', '//*.');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'", ...(style ? [`'${style.hash}'`] : [])],
        imgSrc: ["'self'", 'data:', tiles],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        manifestSrc: ["'self'"],
        workerSrc: ["'self'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    // Only the host itself can promise HTTPS.
    strictTransportSecurity: publicUrl.startsWith('https:'),
    crossOriginResourcePolicy: { policy: 'cross-origin' },
    // Tile hosts ask to see where a request comes from; other sites see no more than our origin.
    referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
  });
}

/** Anyone's script may read the public register; no cookies travel. */
export const openReading: RequestHandler = (request, response, next) => {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Expose-Headers', 'ETag, Link, Retry-After');
  if (request.method !== 'OPTIONS') {
    next();
    return;
  }
  response.setHeader('Access-Control-Allow-Methods', 'GET, HEAD, POST');
  response.setHeader('Access-Control-Allow-Headers', 'Content-Type, If-None-Match');
  response.setHeader('Access-Control-Max-Age', '86400');
  response.status(204).end();
};

/** Did one of our own pages send this, as far as the browser says? Programs say nothing, and bring no cookies. */
function isOwn(request: Request, publicUrl: string): boolean {
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined) return site === 'same-origin' || site === 'none';
  const { origin } = request.headers;
  if (origin === undefined) return true;
  return (
    origin === new URL(publicUrl).origin ||
    (URL.canParse(origin) && new URL(origin).host === request.headers.host)
  );
}

/**
 * Another site's page cannot act in the name of whoever is signed in here: what a browser sends from elsewhere with a
 * cookie is refused. The cookie is SameSite=Lax besides. A form of ours is refused without one too, or another site
 * could sign somebody in as a person of its own, and read later what they typed.
 */
export const refuseForeignForms =
  (publicUrl: string, { isPage }: { isPage: boolean }): RequestHandler =>
  (request, _response, next) => {
    if ((isPage || request.headers.cookie !== undefined) && !isOwn(request, publicUrl))
      throw notAllowed('This came from another site. Open the page here, and try again.');
    next();
  };
