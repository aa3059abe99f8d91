/** The built files, as the build compressed them. */
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import compressedFiles from 'express-static-gzip';

const YEAR = 365 * 24 * 3600;
const HOUR = 3600;

function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/**
 * Serves what is in `folder`; names in assets/ carry a hash of what they hold, or are of a file that holds nothing
 * (`first-view.css`), so they never change.
 */
export function builtFiles(folder: string): RequestHandler {
  const assets = join(folder, 'assets');
  const files = compressedFiles(folder, {
    enableBrotli: true,
    orderPreference: ['br', 'gz'],
    index: false,
    serveStatic: {
      redirect: false,
      dotfiles: 'ignore',
      cacheControl: false,
      setHeaders: (response, path) =>
        response.setHeader(
          'Cache-Control',
          path.startsWith(assets) ? `public, max-age=${YEAR}, immutable` : `public, max-age=${HOUR}`,
        ),
    },
  });
  return (request, response, next) => {
    // The API is no file, and neither is an address that cannot be read: the app says what is wrong with it.
    if (request.path.startsWith('/api/') || !isReadable(request.path)) return next();
    files(request, response, (error?: unknown) => {
      // Nothing is there, or no longer, so what follows is no compressed file.
      for (const name of ['Content-Encoding', 'Content-Type', 'Vary']) response.removeHeader(name);
      next(error);
    });
  };
}
