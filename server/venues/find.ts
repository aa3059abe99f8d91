/**
 * One search, many mouths: the list, the page, GeoJSON and CSV all ask here, so a filter added once is everywhere.
 */
import type { Knex } from 'knex';
import { registerVersion } from '../database/version.ts';
import { readCursor } from '../search/cursor.ts';
import type { Filters } from '../search/filters.ts';
import { findPage, type Page } from '../search/list.ts';
import { countVenues, type Summary, summarise } from '../search/summary.ts';
import { understand } from '../search/understand.ts';
import type { Understood, VenueQuery } from './schema.ts';

export const DEFAULT_LIMIT = 20;

export interface Found {
  /** A JSON array of VenueItem, as text. */
  items: string;
  count: number;
  next?: string;
  summary: Partial<Pick<Summary, 'total' | 'facets' | 'mightFit'>>;
  understood: Understood[];
  /** What the answer was read from, or undefined when its parts were read at different moments. */
  version: string | undefined;
}

/** One page of venues and what is counted beside it. Throws Problem 400 for a question that cannot be asked. */
export async function findVenues(db: Knex, query: VenueQuery): Promise<Found> {
  const { limit = DEFAULT_LIMIT, cursor: cursorText, include, ...asked } = query;
  // Words and areas are looked up before the page is read; both must be of the same moment to carry a version.
  const before = asked.q || asked.within ? await registerVersion(db) : undefined;
  const { filters, understood, sort } = await understand(db, asked);
  const cursor = cursorText === undefined ? undefined : readCursor(cursorText, sort);
  const page = await findPage(db, { filters, sort, limit, ...(cursor && { cursor }) });
  const counted = await countBeside(db, filters, include, page);
  const same = [before, counted.version].every((each) => each === undefined || each === page.version);
  return {
    items: page.items,
    count: page.count,
    ...(page.next && { next: page.next }),
    summary: counted.summary,
    understood,
    version: same ? page.version : undefined,
  };
}

/** The list as JSON text, without parsing what PostgreSQL has already written. */
export function listText({ items, next, summary, understood }: Found): string {
  const rest = JSON.stringify({
    ...(next && { next }),
    ...summary,
    ...(understood.length > 0 && { understood }),
  });
  return rest === '{}' ? `{"items":${items}}` : `{"items":${items},${rest.slice(1)}`;
}

type Counted = { summary: Found['summary']; version?: string };

async function countBeside(
  db: Knex,
  filters: Filters,
  include: VenueQuery['include'],
  page: Page,
): Promise<Counted> {
  const wanted = new Set(include ?? ['total', 'facets', 'mightFit']);
  if (wanted.has('facets') || wanted.has('mightFit')) {
    const { version, total, facets, mightFit } = await cachedSummary(
      db,
      filters,
      wanted.has('mightFit'),
      page.version,
    );
    const summary = {
      ...(wanted.has('total') && { total }),
      ...(wanted.has('facets') && { facets }),
      ...(wanted.has('mightFit') && { mightFit }),
    };
    return { summary, version };
  }
  return wanted.has('total') ? { summary: { total: await countVenues(db, filters) } } : { summary: {} };
}

/** Summaries of the newest state of each database, so that paging and reloading do not count again. */
const cache = new WeakMap<object, Map<string, Summary>>();
const MOST_CACHED = 500;

async function cachedSummary(
  db: Knex,
  filters: Filters,
  mightFit: boolean,
  version: string,
): Promise<Summary> {
  if (db.isTransaction) return summarise(db, filters, mightFit);
  const kept = cache.get(db) ?? new Map<string, Summary>();
  cache.set(db, kept);
  const key = JSON.stringify([filters, mightFit]);
  const known = kept.get(key);
  if (known?.version === version) return known;
  const summary = await summarise(db, filters, mightFit);
  kept.delete(key);
  kept.set(key, summary);
  const oldest = kept.keys().next();
  if (kept.size > MOST_CACHED && !oldest.done) kept.delete(oldest.value);
  return summary;
}
