/**
 * Roughly how many venues are in a box. It only chooses between two shapes of the same query, so a minute-old
 * answer will do, and a wrong one costs time, never truth.
 */
import type { Knex } from 'knex';
import { type Box, HALF_WORLD } from '../database/geometry.ts';

const LEVEL = 11;
const MAX_AGE = 60_000;
const CELL = (2 * HALF_WORLD) / 2 ** LEVEL;

interface Density {
  read: number;
  cells: Map<number, number>;
  total: number;
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
    'select x, y, sum(venues)::int as venues from rollup where level = ? group by x, y',
    [LEVEL],
  );
  const cells = new Map<number, number>();
  let total = 0;
  for (const { x, y, venues } of rows as { x: number; y: number; venues: number }[]) {
    cells.set(cellKey(x, y), venues);
    total += venues;
  }
  const density = { read: Date.now(), cells, total };
  known.set(key, density);
  return density;
}
