/** The built files, as the build compressed them. */
import { existsSync } from 'node:fs';
import type { RequestHandler } from 'express';
import sirv from 'sirv';

const YEAR = 365 * 24 * 3600;
const HOUR = 3600;

/** Serves what is in `folder`; names in /assets/ carry a hash of what they hold, so they never change. */
export function builtFiles(folder: string): RequestHandler {
  // Until the browser's part is built, the pages are plain HTML.
  if (!existsSync(folder)) return (_request, _response, next) => next();
  const files = sirv(folder, {
    brotli: true,
    gzip: true,
    extensions: [],
    setHeaders: (response, path) =>
      response.setHeader(
        'Cache-Control',
        path.startsWith('/assets/') ? `public, max-age=${YEAR}, immutable` : `public, max-age=${HOUR}`,
      ),
  });
  return (request, response, next) => {
    // The API is no file, and nothing is written to one.
    const asks = request.method === 'GET' || request.method === 'HEAD';
    if (asks && !request.path.startsWith('/api/')) files(request, response, next);
    else next();
  };
}
