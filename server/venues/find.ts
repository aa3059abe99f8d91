/**
 * One search, many mouths: the list, the page, GeoJSON and CSV all ask here, so a filter added once is everywhere.
 */
import type { Knex } from 'knex';
import { read } from '../database/read.ts';
import { registerVersion } from '../database/version.ts';
import { firstPhotoSql } from '../photos/first.ts';
import { readCursor, type Sort } from '../search/cursor.ts';
import type { Filters } from '../search/filters.ts';
import { findPage, type Page } from '../search/list.ts';
import { countRelaxed, partsOf } from '../search/relax.ts';
import { countVenues, type Summary, summarise } from '../search/summary.ts';
import { type Understanding, understand } from '../search/understand.ts';
import { withOpenState } from './open-now.ts';
import { counts, type Relaxed, type Understood, type VenueItem, type VenueQuery } from './schema.ts';

export const DEFAULT_LIMIT = 20;
/** How many of those that might fit are shown below those that do. */
export const FIRST_POSSIBLE = 3;

type Wanted = ReadonlySet<NonNullable<VenueQuery['include']>[number]>;

export interface Found {
  /** A JSON array of VenueItem, as text. */
  items: string;
  count: number;
  next?: string;
  sort: Sort;
  summary: Partial<Pick<Summary, 'total' | 'facets' | 'mightFit'>>;
  understood: Understood[];
  /** A JSON array of VenueItem, as text. */
  possible?: string;
  relaxed?: Relaxed[];
  /** What the answer was read from, or undefined when its parts were read at different moments. */
  version: string | undefined;
}

/** One page of venues and what is counted beside it. Throws Problem 400 for a question that cannot be asked. */
export async function findVenues(db: Knex, query: VenueQuery): Promise<Found> {
  const { limit = DEFAULT_LIMIT, cursor: cursorText, include, ...asked } = query;
  const wanted: Wanted = new Set(include ?? counts);
  // Words and areas are looked up before the page is read; both must be of the same moment to carry a version.
  const before = asked.q || asked.within ? await registerVersion(db) : undefined;
  const meaning = await understand(db, asked);
  const { filters, understood, sort } = meaning;
  const cursor = cursorText === undefined ? undefined : readCursor(cursorText, sort);
  const shown = { evidence: wanted.has('evidence'), photo: wanted.has('photo') };
  const page = await findPage(db, { filters, sort, limit, ...shown, ...(cursor && { cursor }) });
  const counted = await countBeside(db, filters, wanted, page);
  const first = cursor === undefined && !filters.match;
  const beside = first ? await findBeside(db, { asked, meaning, wanted, page, counted }) : {};
  const same =
    [before, counted.version].every((each) => each === undefined || each === page.version) &&
    !wanted.has('open') &&
    Object.keys(beside).length === 0;
  return {
    items: wanted.has('open') ? await withOpenState(db, page.items) : page.items,
    count: page.count,
    ...(page.next && { next: page.next }),
    sort,
    summary: counted.summary,
    understood,
    ...beside,
    version: same ? page.version : undefined,
  };
}

interface Beside {
  asked: Parameters<typeof partsOf>[0];
  meaning: Understanding;
  wanted: Wanted;
  page: Page;
  counted: Counted;
}

/** What a person is shown beside the first page: the first that might fit; and when nothing does, what to let go of. */
async function findBeside(
  db: Knex,
  { asked, meaning: { filters, understood, sort }, wanted, page, counted }: Beside,
): Promise<Pick<Found, 'possible' | 'relaxed'>> {
  const found: Pick<Found, 'possible' | 'relaxed'> = {};
  if (wanted.has('possible') && counted.summary.mightFit?.value !== 0) {
    const might = { ...filters, match: 'possible' as const };
    const { items } = await findPage(db, {
      filters: might,
      sort,
      limit: FIRST_POSSIBLE,
      evidence: wanted.has('evidence'),
      photo: wanted.has('photo'),
    });
    found.possible = wanted.has('open') ? await withOpenState(db, items) : items;
  }
  if (wanted.has('relaxed') && page.count === 0)
    found.relaxed = await countRelaxed(db, partsOf(asked, understood, filters));
  return found;
}

/** The published venues among these ids as lists show them, in the order of the ids: the public view and nothing else. */
export async function findItems(db: Knex, ids: readonly number[]): Promise<VenueItem[]> {
  const rows = await read<{ id: number; card: string }>(db, {
    text: `select v.venue_id as id, '{' || ${firstPhotoSql('v.venue_id')} || substr(v.card, 2) as card from venue_search v
      where v.venue_id = any($1::int[])`,
    values: [ids],
  });
  const cards = new Map(rows.map(({ id, card }) => [id, card]));
  return ids.flatMap((id) => {
    const card = cards.get(id);
    return card ? [JSON.parse(card) as VenueItem] : [];
  });
}

/** The list as JSON text, without parsing what PostgreSQL has already written. */
export function listText({ items, next, sort, summary, understood, possible, relaxed }: Found): string {
  const rest = JSON.stringify({
    ...(next && { next }),
    sort,
    ...summary,
    ...(understood.length > 0 && { understood }),
    ...(relaxed && { relaxed }),
  });
  const texts = [`"items":${items}`, ...(possible ? [`"possible":${possible}`] : [])].join(',');
  return `{${texts},${rest.slice(1)}`;
}

type Counted = { summary: Found['summary']; version?: string };

async function countBeside(db: Knex, filters: Filters, wanted: Wanted, page: Page): Promise<Counted> {
  if (filters.match) return countPossible(db, filters, wanted, page);
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

/** The total of what might fit is what the list of what does fit says of it; nothing else is counted there. */
async function countPossible(db: Knex, filters: Filters, wanted: Wanted, page: Page): Promise<Counted> {
  if (!wanted.has('total')) return { summary: {} };
  const { match: _possible, ...certain } = filters;
  const { version, mightFit } = await cachedSummary(db, certain, true, page.version);
  return { summary: { total: mightFit }, version };
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
