/**
 * What is counted beside a page: the total, the facets and how many more might fit. One scan of the narrow index
 * answers all three; a very large answer is sampled, and says so.
 */
import type { Knex } from 'knex';
import { HALF_WORLD } from '../database/geometry.ts';
import { read, Values } from '../database/read.ts';
import type { Count, Facets } from '../venues/schema.ts';
import { layouts } from '../vocabulary.ts';
import { accessBits, amenityBits, kindNumbers, layoutBit } from './bits.ts';
import { estimate } from './density.ts';
import {
  allConditions,
  boundsOf,
  type Certainty,
  capacityConditions,
  type Filters,
  kindConditions,
  layoutsHolding,
  needConditions,
  placeConditions,
  rowConditions,
  tableOf,
  textCondition,
  type Unit,
  unitOf,
  unitOfFacets,
  where,
} from './filters.ts';

export interface Summary {
  total: Count;
  facets: Facets;
  mightFit: Count;
  version: string;
}

/** Up to here a total is always exact. */
export const EXACT_TOTAL = 1000;
/** More venues than this in the box, by estimate, and facets of large answers come from a sample of about this many. */
const SAMPLE = 40_000;
/** The same for words, which a sample of places may hardly meet. */
const EXACT_WORDS = 10 * EXACT_TOTAL;
/** Rows that say whether a total is over so many: venues have two spaces each, about. */
const rowsFor = (most: number, unit: Unit) => (unit === 'venue' ? most + 1 : 2.5 * most);

/**
 * Which rows are counted: all; one venue in eight, which has a spatial index of its own; or so large a share of the
 * table's pages, when the box is so large that most of them are in it.
 */
type Sample = 'all' | 'eighth' | { pages: number };

/** Everything counted for the filters. Exact wherever the box is not huge, or the answer is small. */
export async function summarise(db: Knex, filters: Filters, mightFit = true): Promise<Summary> {
  const sample = await sampleFor(db, filters);
  if (sample === 'all') return scan(db, filters, 'all', mightFit);
  const most = filters.words === undefined ? EXACT_TOTAL : EXACT_WORDS;
  if ((await cappedCount(db, filters, most)).over) return scan(db, filters, sample, mightFit);
  const exact = await scan(db, filters, 'all', false);
  // Few match, but all that is not known may fit: that crowd is sampled.
  return mightFit ? { ...exact, mightFit: (await scan(db, filters, sample, true)).mightFit } : exact;
}

/** The total alone, which stops counting at the cap. Above it the value is an estimate. */
export async function countVenues(db: Knex, filters: Filters): Promise<Summary['total']> {
  const counted = await cappedCount(db, filters);
  if (counted.whole) return { value: counted.venues, exact: true };
  return (await summarise(db, filters, false)).total;
}

async function sampleFor(db: Knex, filters: Filters): Promise<Sample> {
  const world = { west: -HALF_WORLD, south: -HALF_WORLD, east: HALF_WORLD, north: HALF_WORLD };
  const box = boundsOf(filters) ?? world;
  if (filters.near && filters.radius !== undefined && filters.radius < 50_000) return 'all';
  const { inBox, total } = await estimate(db, box);
  if (inBox <= SAMPLE) return 'all';
  const pages = SAMPLE / inBox;
  return pages * total < inBox / 8 ? { pages } : 'eighth';
}

/** Counts venues until there are more than `most`. `whole`: all were counted; `over`: there are more. */
export async function cappedCount(
  db: Knex,
  filters: Filters,
  most = EXACT_TOTAL,
): Promise<{ venues: number; whole: boolean; over: boolean }> {
  const values = new Values();
  const text = cappedSql(values, filters, most);
  const [row] = await read<{ whole: boolean; venues: number }>(db, { text, values: values.list });
  const { whole = true, venues = 0 } = row ?? {};
  return { venues, whole, over: venues > most };
}

/** Reads rows until there are surely more venues than `most`; `whole` says that all were read. */
export function cappedSql(values: Values, filters: Filters, most: number): string {
  const unit = unitOf(filters);
  const conditions = where(allConditions(values, filters, 's', unit));
  const rows = rowsFor(most, unit);
  return `select count(*) < ${rows} as whole, count(${unit === 'venue' ? '*' : 'distinct venue_id'})::int as venues
      from (select s.venue_id from ${tableOf[unit]} s ${conditions} limit ${rows}) s`;
}

/** Bytes of one venue in the scan's answer: kind, and masks of layouts, access and amenity; then whether it matches. */
const RECORD = 2 + 8 + 8 + 8 + 1;

/**
 * Reads every row that may count, groups it by venue, and packs a few bytes a venue into one value: the counting of 90
 * facets is then a loop here, several times faster than 90 filtered counts in SQL. With `mightFit` these are all rows
 * that are not known to fail; without it, only those that match or would in another layout.
 */
export function scanStatement(filters: Filters, sample: Sample, mightFit: boolean) {
  return unitOfFacets(filters) === 'venue'
    ? scanVenues(filters, sample, mightFit)
    : scanSpaces(filters, sample, mightFit);
}

/** Where each space of a venue meets what is asked, or none does, the venue’s own row has all counts. */
function scanVenues(filters: Filters, sample: Sample, mightFit: boolean) {
  const values = new Values();
  const conditions = [
    ...(sample === 'eighth' ? ['s.venue_id % 8 = 0'] : []),
    ...textCondition(values, filters, 's', 'venue'),
    ...placeConditions(values, filters, 's'),
    ...rowConditions(values, filters, 's', mightFit ? 'perhaps' : 'sure', 'venue'),
  ];
  const matches = mightFit ? [...needConditions(values, filters, 's', 'sure'), 'true'].join(' and ') : 'true';
  return {
    text: `select string_agg(int2send(kind) || int8send(layouts) || int8send(access_yes) || int8send(amenity_yes) || boolsend(true), '')
          filter (where ${matches}) as packed,
        count(*) filter (where not (${matches}))::int as "mightFit", pg_current_snapshot()::text as version
      from venue_search s ${pagesOf(values, sample)} ${where(conditions)}`,
    values: values.list,
  };
}

const pagesOf = (values: Values, sample: Sample) =>
  typeof sample === 'object'
    ? `tablesample system (${values.bind(sample.pages * 100)}::float4) repeatable (1)`
    : '';

function scanSpaces(filters: Filters, sample: Sample, mightFit: boolean) {
  const values = new Values();
  const certainty: Certainty = mightFit ? 'perhaps' : 'sure';
  // Each layout has a count of its own, so the one that was asked narrows the match but not the scan.
  const { layout, ...anyLayout } = filters;
  const base = [
    ...(sample === 'eighth' ? ['s.venue_id % 8 = 0'] : []),
    ...textCondition(values, filters, 's', 'space'),
    ...placeConditions(values, filters, 's'),
    ...kindConditions(values, filters, 's'),
    ...needConditions(values, filters, 's', certainty),
  ];
  const capacities = [
    ...capacityConditions(values, anyLayout, 's', 'sure'),
    ...(mightFit && filters.people !== undefined ? capacityConditions(values, filters, 's', 'perhaps') : []),
  ];
  const capacity = capacities.length > 0 ? [`(${capacities.join(' or ')})`] : [];
  const met = mightFit ? needConditions(values, filters, 's', 'sure') : [];
  const enough = layout || mightFit ? capacityConditions(values, filters, 's', 'sure') : [];
  const possible = layout || filters.people ? capacityConditions(values, filters, 's', 'perhaps') : [];
  const all = (conditions: string[]) => (conditions.length > 0 ? conditions.join(' and ') : 'true');
  const only = (conditions: string[]) =>
    conditions.length > 0 ? `filter (where ${conditions.join(' and ')})` : '';
  const matches = [...met, ...enough];
  return {
    text: `with venue as (
        select s.venue_id, s.kind, bool_or(${all(matches)}) as matches, bool_or(${all(possible)}) as possible,
          coalesce(bit_or(${layoutsHolding(values, filters.people ?? 1, 's')}) ${only(met)}, 0) as layouts,
          coalesce(bit_or(s.access_yes) ${only(matches)}, 0) as access,
          coalesce(bit_or(s.amenity_yes) ${only(matches)}, 0) as amenity
        from space_search s ${pagesOf(values, sample)}
        ${where([...base, ...capacity])} group by s.venue_id, s.kind)
      select string_agg(int2send(kind) || int8send(layouts) || int8send(access) || int8send(amenity) || boolsend(matches), '')
          filter (where matches or layouts <> 0) as packed,
        count(*) filter (where not matches and possible)::int as "mightFit",
        pg_current_snapshot()::text as version
      from venue`,
    values: values.list,
  };
}

async function scan(db: Knex, filters: Filters, sample: Sample, mightFit: boolean): Promise<Summary> {
  const [row] = await read<{ packed: Buffer | null; mightFit: number; version: string }>(
    db,
    scanStatement(filters, sample, mightFit),
  );
  if (!row) throw new Error('an aggregate always answers one row');
  const counted = countFacets(row.packed ?? Buffer.alloc(0));
  const share = sample === 'all' ? 1 : sample === 'eighth' ? 1 / 8 : sample.pages;
  const scale = (count: number) => Math.round(count / share);
  const scaled = (counts: number[], names: readonly string[]) =>
    Object.fromEntries(names.map((name, at) => [name, scale(counts[at] ?? 0)]));
  return {
    total: { value: scale(counted.matches), exact: share === 1 },
    facets: {
      kind: scaled(counted.kind, kindNumbers),
      layout: scaled(
        counted.layout,
        layouts.map(({ key }) => key),
      ),
      access: scaled(counted.access, accessBits),
      amenity: scaled(counted.amenity, amenityBits),
      exact: share === 1,
    },
    mightFit: { value: scale(row.mightFit), exact: share === 1 },
    version: row.version,
  };
}

function countFacets(packed: Buffer) {
  const zeros = (length: number) => new Array<number>(length).fill(0);
  const counted = {
    matches: 0,
    kind: zeros(kindNumbers.length),
    layout: zeros(layouts.length),
    access: zeros(64),
    amenity: zeros(64),
  };
  const lanes = zeros(64);
  for (let at = 0; at < packed.length; at += RECORD) {
    addBits(lanes, packed.readInt32BE(at + 2), 32);
    addBits(lanes, packed.readInt32BE(at + 6), 0);
    if (packed[at + 26] === 0) continue;
    counted.matches += 1;
    const kind = packed.readUInt16BE(at);
    counted.kind[kind] = (counted.kind[kind] ?? 0) + 1;
    addBits(counted.access, packed.readInt32BE(at + 10), 32);
    addBits(counted.access, packed.readInt32BE(at + 14), 0);
    addBits(counted.amenity, packed.readInt32BE(at + 18), 32);
    addBits(counted.amenity, packed.readInt32BE(at + 22), 0);
  }
  counted.layout = layouts.map(({ key }) => lanes[layoutBit(key)] ?? 0);
  return counted;
}

/** Adds one to the count of each bit set in a 32-bit word. */
function addBits(counts: number[], word: number, offset: number): void {
  for (let rest = word; rest !== 0; rest &= rest - 1) {
    const bit = 31 - Math.clz32(rest & -rest) + offset;
    counts[bit] = (counts[bit] ?? 0) + 1;
  }
}
