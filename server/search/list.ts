/**
 * One page of venues. Two stages: the keys of the page from a narrow index, then the cards of those keys, joined
 * into JSON by PostgreSQL and passed through as text.
 */
import type { Knex } from 'knex';
import { read, type Statement, Values } from '../database/read.ts';
import { firstPhotoSql } from '../photos/first.ts';
import { type Cursor, type Sort, writeCursor } from './cursor.ts';
import { estimate, likelihood } from './density.ts';
import { askSql, canAskSql, seenSql } from './evidence.ts';
import {
  allConditions,
  asksOfSpaces,
  boundsOf,
  capacityConditions,
  type Filters,
  matchConditions,
  nearPoint,
  needConditions,
  tableOf,
  unitOf,
  where,
} from './filters.ts';

export interface Page {
  /** A JSON array of VenueItem, as text. */
  items: string;
  count: number;
  next: string | undefined;
  /** What the database had committed when this was read; equal versions mean equal answers. */
  version: string;
}

interface PageQuery {
  filters: Filters;
  sort: Sort;
  limit: number;
  cursor?: Cursor;
  /** Say besides what each answer rests on. */
  evidence?: boolean;
  /** And the first photo. */
  photo?: boolean;
}

interface PageRow {
  items: string | null;
  found: number;
  key: string;
  id: number;
  version: string;
}

export async function findPage(db: Knex, query: PageQuery): Promise<Page> {
  const shape = await shapeFor(db, query);
  let [row] = await read<PageRow>(db, pageStatement(query, shape));
  // Matches were rarer than hoped, and the walk was given up; the box is always whole.
  if (shape !== 'box' && shape.walk !== null && row && row.found <= query.limit)
    [row] = await read<PageRow>(db, pageStatement(query, 'box'));
  if (!row) throw new Error('an aggregate always answers one row');
  const more = row.found > query.limit;
  return {
    items: `[${row.items ?? ''}]`,
    count: Math.min(row.found, query.limit),
    next: more ? writeCursor({ sort: query.sort, key: row.key, venueId: row.id }) : undefined,
    version: row.version,
  };
}

/**
 * `box`: read everything in the box and sort it. `walk`: follow the ordered index until the page is full, for at most
 * so many rows when another way is left (null: to the end).
 */
export type Shape = 'box' | { walk: number | null };

/** Spaces of a venue, about. */
const SPACES = 2;

/** Exported, as below, so that benchmarks run the very statement that the service runs. */
export async function shapeFor(db: Knex, { filters, sort, limit }: PageQuery): Promise<Shape> {
  if (sort === 'distance' || sort === 'relevance') return 'box';
  const box = boundsOf(filters);
  if (filters.words || filters.radius !== undefined) return 'box';
  if (!box) return filters.near ? 'box' : { walk: null };
  const { inBox, total } = await estimate(db, box);
  const matches = inBox * (await likelihood(db, filters));
  // Venues to pass until the page is full. Twice as many are allowed, and never more than the box would cost.
  const passed = (limit * total) / Math.max(matches, 1);
  return passed < inBox ? { walk: SPACES * Math.round(Math.min(2 * passed, inBox)) } : 'box';
}

/** The SQL of one page. */
export function pageStatement(
  { filters, sort, limit, cursor, evidence, photo }: PageQuery,
  shape: Shape,
): Statement {
  const values = new Values();
  const keys =
    sort === 'distance'
      ? nearestKeys(values, filters, limit, cursor)
      : sort === 'relevance'
        ? relevantKeys(values, filters, limit, cursor)
        : orderedKeys(values, filters, sort, limit, cursor, shape);
  const order = sort === 'distance' ? 'key, venue_id' : 'key desc, venue_id desc';
  const distance = sort === 'distance' ? 'key' : distanceTo(values, filters, 'v.pt');
  const more = {
    distance: distance && `round(${distance})::int`,
    fits: asksOfSpaces(filters) && fittingSpaces(values, filters),
    seen: evidence && seenSql(values, filters),
    ask: evidence && askSql(values, filters),
    canAsk: evidence && filters.match && canAskSql,
  };
  const extra = Object.entries(more).flatMap(([name, sql]) => (sql ? [`'"${name}":' || ${sql} || ','`] : []));
  if (photo) extra.push(firstPhotoSql('k.venue_id'));
  const card = extra.length > 0 ? `'{' || ${extra.join(' || ')} || substr(v.card, 2)` : 'v.card';
  const size = values.bind(limit);
  return {
    text: `with ${keys},
      page as (
        select row_number() over (order by ${order}) as n, k.key, k.venue_id, ${card} as item
        from (select * from keys order by ${order} limit ${size}::int + 1) k join venue_search v using (venue_id)
      )
      select string_agg(item, ',' order by n) filter (where n <= ${size}::int) as items, count(*)::int as found,
        (max(key::text) filter (where n = ${size}::int)) as key, (max(venue_id) filter (where n = ${size}::int)) as id,
        pg_current_snapshot()::text as version
      from page`,
    values: values.list,
  };
}

const distanceTo = (values: Values, filters: Filters, point: string): string | undefined =>
  filters.near && `great_circle(${point}, ${values.bind(nearPoint(filters.near))}::point)`;

/** The spaces that meet everything asked, as a JSON array of ids. */
function fittingSpaces(values: Values, filters: Filters): string {
  const conditions = [
    'f.venue_id = k.venue_id',
    'f.space_id is not null',
    ...needConditions(values, filters, 'f', 'sure'),
    ...capacityConditions(values, filters, 'f', 'sure'),
  ];
  return `(select '[' || coalesce(string_agg(f.space_id::text, ',' order by f.space_id), '') || ']' from space_search f ${where(conditions)})`;
}

/**
 * Nearest first by great circle. The index orders by Mercator distance, which differs a little, so it is asked only
 * how far the page reaches; within that circle the exact order decides.
 */
function nearestKeys(values: Values, filters: Filters, limit: number, cursor: Cursor | undefined): string {
  if (!filters.near) throw new Error('sorting by distance needs `near`');
  const point = `${values.bind(nearPoint(filters.near))}::point`;
  const size = `${values.bind(limit + 1)}::int`;
  const unit = unitOf(filters);
  const conditions = allConditions(values, filters, 's', unit);
  if (cursor) {
    const [key, id] = [values.bind(cursor.key), values.bind(cursor.venueId)];
    conditions.push(`(great_circle(s.pt, ${point}), s.venue_id) > (${key}::float8, ${id}::int)`);
  }
  return `nearest as (
      select distinct on (s.pt <-> ${point}, s.venue_id) s.venue_id, great_circle(s.pt, ${point}) as key
      from ${tableOf[unit]} s ${where(conditions)} order by s.pt <-> ${point}, s.venue_id limit ${size}
    ), reach as (
      select circle_box(${point}, case when count(*) = ${size} then max(key) else 2e7 end) as circle from nearest
    ), keys as (
      select distinct on (key, venue_id) venue_id, key from (
        select s.venue_id, great_circle(s.pt, ${point}) as key
        from ${tableOf[unit]} s ${where([...conditions, 's.pt <@ (select circle from reach)'])}
      ) s order by key, venue_id limit ${size}
    )`;
}

/** Metres around the place asked in which best matches are looked for first. */
const FIRST_REACH = 2500;
/** No text rank is higher. */
const MOST_RANK = 2;

/**
 * Best match first: text rank, and where a place was asked, halved at a kilometre. Then what is far away cannot win:
 * the worst of the best near by says how far the page can reach, and only that circle is ranked.
 */
function relevantKeys(values: Values, filters: Filters, limit: number, cursor: Cursor | undefined): string {
  const words = `${values.bind(filters.words ?? '')}::tsquery`;
  const near = distanceTo(values, filters, 'v.pt');
  const rank = `ts_rank('{0.1, 0.3, 0.6, 1}', v.words, ${words})`;
  const key = `round((${rank}${near ? ` / (1 + ${near} / 1000)` : ''})::numeric, 6)`;
  const unit = unitOf(filters);
  const { near: place, radius, words: text, box, within, kind } = filters;
  const ofVenue = unit === 'venue' ? filters : { near: place, radius, words: text, box, within, kind };
  const conditions = allConditions(values, ofVenue, 'v', 'venue');
  if (unit === 'space') {
    const row = matchConditions(values, filters, 's', 'space');
    conditions.push(`exists (select from space_search s ${where(['s.venue_id = v.venue_id', ...row])})`);
  }
  const after = cursor
    ? `where (key, venue_id) < (${values.bind(cursor.key)}::numeric, ${values.bind(cursor.venueId)}::int)`
    : '';
  const size = `${values.bind(limit + 1)}::int`;
  const best = (more: string[]) =>
    `select venue_id, key from (select v.venue_id, ${key} as key from venue_search v ${where([...conditions, ...more])}) r
      ${after} order by key desc, venue_id desc limit ${size}`;
  if (!place) return `keys as (${best([])})`;
  const point = `${values.bind(nearPoint(place))}::point`;
  return `best as materialized (${best([`v.pt <@ circle_box(${point}, ${FIRST_REACH})`])}
    ), reach as (
      select circle_box(${point}, case when count(*) = ${size} and min(key) > 0
        then greatest(0, 1000 * (${MOST_RANK} / min(key) - 1))::float8 else 2e7 end) as circle from best
    ), keys as (${best(['v.pt <@ (select circle from reach)'])})`;
}

/** Newest or largest first. Rows of one venue share the key, so they stand together and one of each is kept. */
function orderedKeys(
  values: Values,
  filters: Filters,
  sort: 'updated' | 'capacity',
  limit: number,
  cursor: Cursor | undefined,
  shape: Shape,
): string {
  const [column, type] = sort === 'updated' ? ['updated_at', 'timestamptz'] : ['venue_capacity', 'int'];
  const after = (key: string) =>
    cursor
      ? [`(${key}, s.venue_id) < (${values.bind(cursor.key)}::${type}, ${values.bind(cursor.venueId)}::int)`]
      : [];
  const size = `${values.bind(limit + 1)}::int`;
  // “offset 0” in a box, and the inner “limit” of a walk, are fences: the planner cannot know how many rows a box
  // holds, and would take the other way in.
  if (shape === 'box' && unitOf(filters) === 'venue') {
    const key = sort === 'updated' ? 's.updated_at' : 'coalesce(s.capacity_max, 0)';
    const conditions = [...after(key), ...allConditions(values, filters, 's', 'venue')];
    return `keys as (
      select venue_id, key from (select s.venue_id, ${key} as key from venue_search s ${where(conditions)} offset 0) s
      order by key desc, venue_id desc limit ${size}
    )`;
  }
  const order = `order by s.${column} desc, s.venue_id desc`;
  const conditions = allConditions(values, filters, 's', 'space');
  const rows =
    shape === 'box'
      ? `(select s.venue_id, s.${column} from space_search s ${where([...after(`s.${column}`), ...conditions])} offset 0) s`
      : `(select * from space_search s ${where(after(`s.${column}`))} ${order} limit ${values.bind(shape.walk)}::int) s ${where(conditions)}`;
  return `keys as (
      select distinct on (s.${column}, s.venue_id) s.venue_id, s.${column} as key from ${rows}
      ${order} limit ${size}
    )`;
}
