/**
 * The state of a search is its URL and nothing else. A `Query` holds the parameters as in the URL; this file reads
 * and writes it. It also forgives what a plain HTML form sends: blank fields, and a weekday and a time in two fields.
 */

export type Query = Record<string, string[]>;

/** In the order in which they are written, so that one state has one URL. */
export const parameters = [
  'q',
  'people',
  'layout',
  'near',
  'radius',
  'bbox',
  'within',
  'polygon',
  'kind',
  'profile',
  'access',
  'amenity',
  'openAt',
  'match',
  'sort',
  'cursor',
  'view',
] as const;
const known: ReadonlySet<string> = new Set(parameters);
const lists = new Set(['within', 'kind', 'profile', 'access', 'amenity']);

export const defaultTime = '10:00';

/**
 * From a URL’s query part, a form or an Express query string. What others add to a link on its way, such as `utm_source`,
 * asks nothing and is forgotten.
 */
export function readQuery(search: string | URLSearchParams): Query {
  const params = typeof search === 'string' ? new URLSearchParams(search) : search;
  const query: Query = {};
  for (const [name, raw] of params) {
    if (!known.has(name)) continue;
    const values = (lists.has(name) ? raw.split(',') : [raw]).map((each) => each.trim()).filter(Boolean);
    if (values.length === 0) continue;
    query[name] = lists.has(name) ? [...new Set([...(query[name] ?? []), ...values])] : values;
  }
  const day = params.get('openDay')?.trim();
  if (day && !query.openAt) query.openAt = [`${day}-${params.get('openTime')?.trim() || defaultTime}`];
  return query;
}

/** The query part of a URL, without “?”; empty when nothing is asked. */
export function writeQuery(query: Query): string {
  const params = new URLSearchParams();
  for (const name of parameters) for (const value of query[name] ?? []) params.append(name, value);
  return params.toString().replaceAll('%2C', ',').replaceAll('%3A', ':').replaceAll('%3B', ';');
}

export const searchPath = (query: Query): string => {
  const search = writeQuery(query);
  return search === '' ? '/' : `/?${search}`;
};

/** What the API is asked: everything but what only the page knows. */
export const apiQuery = (query: Query): Query => without(query, 'view');

export const first = (query: Query, name: string): string => query[name]?.[0] ?? '';

export function without(query: Query, ...names: string[]): Query {
  return Object.fromEntries(Object.entries(query).filter(([name]) => !names.includes(name)));
}

/** Take one value away; the page of results starts again from the first. */
export function withoutValue(query: Query, name: string, value: string): Query {
  const left = (query[name] ?? []).filter((each) => each !== value);
  const rest = without(query, name, 'cursor');
  return left.length > 0 ? { ...rest, [name]: left } : rest;
}

/** Put a value in place of what was there; an empty one takes the parameter away. */
export function withValue(query: Query, name: string, value: string): Query {
  const rest = without(query, name, 'cursor');
  return value === '' ? rest : { ...rest, [name]: [value] };
}

export const sameQuery = (a: Query, b: Query): boolean => writeQuery(a) === writeQuery(b);

export interface OpenAt {
  day: string;
  time: string;
}

export function readOpenAt(query: Query): OpenAt {
  const [, day = '', time = ''] =
    /^([a-z]{3})[- ]((?:[01]\d|2[0-3]):[0-5]\d)$/.exec(first(query, 'openAt')) ?? [];
  return {
    day: day || first(query, 'openDay'),
    time: time || first(query, 'openTime') || defaultTime,
  };
}

/** What stands in a form right now, letter by letter: spaces and half-made choices included. */
export function draftOf(form: HTMLFormElement): Query {
  const draft: Query = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') draft[name] = [...(draft[name] ?? []), value];
  }
  return draft;
}

/** What a draft asks, once it is cleaned as a submitted form would be. */
export function askedBy(draft: Query): Query {
  const params = new URLSearchParams();
  for (const [name, values] of Object.entries(draft)) for (const value of values) params.append(name, value);
  return readQuery(params);
}

/** Where a link leads, with what was typed or ticked since the last question; nothing that the link itself is about. */
export function withUnasked(next: Query, asked: Query, draft: Query): Query {
  // “Clear all” means all.
  if (Object.keys(next).length === 0) return next;
  const typed = askedBy(draft);
  const one = (query: Query, name: string) => query[name]?.join() ?? '';
  const fresh = parameters.filter(
    (name) =>
      name !== 'cursor' && one(typed, name) !== one(asked, name) && one(next, name) === one(asked, name),
  );
  if (fresh.length === 0) return next;
  return { ...without(next, 'cursor', ...fresh), ...only(typed, fresh) };
}

const only = (query: Query, names: readonly string[]): Query =>
  Object.fromEntries(Object.entries(query).filter(([name]) => names.includes(name)));
