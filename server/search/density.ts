/**
 * Roughly how many venues are in a box, and what share of venues a question keeps. It only chooses between two shapes of the same query, so a minute-old
 * answer will do, and a wrong one costs time, never truth.
 */
import type { Knex } from 'knex';
import { type Box, HALF_WORLD } from '../database/geometry.ts';
import { capacityBucket, coreBits, maskOf } from './bits.ts';
import type { Filters } from './filters.ts';

const LEVEL = 11;
const MAX_AGE = 60_000;
const CELL = (2 * HALF_WORLD) / 2 ** LEVEL;

interface Density {
  read: number;
  cells: Map<number, number>;
  total: number;
  /** Venues by their core facts and capacity bucket. */
  kinds: { core: number; bucket: number; venues: number }[];
}

/** One count per database, however many transactions and requests there are. */
const known = new WeakMap<object, Density>();
const reading = new WeakSet<object>();

const cellKey = (x: number, y: number) => y * 2 ** LEVEL + x;

/** About how many venues have their public point in the box (Mercator metres), and in the whole register. */
export async function estimate(db: Knex, box: Box): Promise<{ inBox: number; total: number }> {
  const density = await current(db);
  const [x0, x1] = [toCell(box.west), toCell(box.east)];
  const [y0, y1] = [toCell(box.south), toCell(box.north)];
  let inBox = 0;
  const count = (x: number, y: number) => {
    const venues = density.cells.get(cellKey(x, y));
    if (!venues) return;
    const width = Math.min(box.east, (x + 1) * CELL - HALF_WORLD) - Math.max(box.west, x * CELL - HALF_WORLD);
    const height =
      Math.min(box.north, (y + 1) * CELL - HALF_WORLD) - Math.max(box.south, y * CELL - HALF_WORLD);
    inBox += (venues * Math.max(0, width) * Math.max(0, height)) / CELL ** 2;
  };
  if ((x1 - x0 + 1) * (y1 - y0 + 1) <= density.cells.size) {
    for (let y = y0; y <= y1; y++) for (let x = x0; x <= x1; x++) count(x, y);
  } else {
    for (const key of density.cells.keys()) {
      const [x, y] = [key % 2 ** LEVEL, Math.floor(key / 2 ** LEVEL)];
      if (x >= x0 && x <= x1 && y >= y0 && y <= y1) count(x, y);
    }
  }
  return { inBox, total: density.total };
}

/** A guess at the share of venues that meet a need of which nothing is counted. */
const GUESS = 1 / 4;

/** About what share of venues meets the needs: counted for core facts and capacity, guessed for the others. */
export async function likelihood(db: Knex, filters: Filters): Promise<number> {
  const { kinds, total } = await current(db);
  const needs = [...(filters.access ?? []), ...(filters.amenity ?? [])];
  const core = Number(maskOf(coreBits, needs));
  const bucket = filters.people === undefined ? 0 : capacityBucket(filters.people);
  const meeting = kinds.filter((each) => (each.core & core) === core && each.bucket >= bucket);
  const counted = meeting.reduce((sum, each) => sum + each.venues, 0) / Math.max(total, 1);
  const others = [
    ...needs.filter((key) => !coreBits.includes(key)),
    ...(filters.kind?.length ? ['kind'] : []),
    ...(filters.layout ? ['layout'] : []),
    ...(filters.openAt === undefined ? [] : ['openAt']),
  ];
  return counted * GUESS ** others.length;
}

const toCell = (metres: number) =>
  Math.max(0, Math.min(2 ** LEVEL - 1, Math.floor((metres + HALF_WORLD) / CELL)));

async function current(db: Knex): Promise<Density> {
  const key: object = db.client.config;
  const density = known.get(key);
  if (!density) return refresh(db, key);
  if (Date.now() - density.read > MAX_AGE && !reading.has(key)) {
    reading.add(key);
    // The answer at hand is good enough; a failure here is met again, and reported, by the query itself.
    refresh(db, key)
      .catch(() => {})
      .finally(() => reading.delete(key));
  }
  return density;
}

async function refresh(db: Knex, key: object): Promise<Density> {
  const { rows } = await db.raw(
    `select x, y, null::int as core, null::int as bucket, sum(venues)::int as venues from rollup where level = :level group by x, y
     union all
     select null, null, core, capacity_bucket, sum(venues)::int from rollup where level = :level group by core, capacity_bucket`,
    { level: LEVEL },
  );
  const density: Density = { read: Date.now(), cells: new Map(), total: 0, kinds: [] };
  for (const { x, y, core, bucket, venues } of rows as Record<string, number>[]) {
    if (venues === undefined) continue;
    if (core !== null && core !== undefined) density.kinds.push({ core, bucket: bucket ?? 0, venues });
    else {
      density.cells.set(cellKey(x ?? 0, y ?? 0), venues);
      density.total += venues;
    }
  }
  known.set(key, density);
  return density;
}
