/** The language of a request is a folder of the path: /cy/about is /about in Welsh. Only pages have languages. */
import type { Request, RequestHandler } from 'express';
import { defaultLocale, type Locale, splitPath } from '../../client/language/locales.ts';

const spoken = new WeakMap<Request, Locale>();

/** Takes the folder off, so that every route is written once. `originalUrl` keeps the address as it was asked. */
export const readLocale: RequestHandler = (request, _response, next) => {
  const [locale, path] = splitPath(request.url);
  if (locale !== defaultLocale && !path.startsWith('/api/v1') && !path.startsWith('/assets/')) {
    spoken.set(request, locale);
    request.url = path;
  }
  next();
};

export const localeOf = (request: Request): Locale => spoken.get(request) ?? defaultLocale;
