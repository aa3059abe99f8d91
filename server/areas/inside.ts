/**
 * What lies inside an area. PostgreSQL reads an outline of thousands of corners anew for every point that it is asked
 * of; here it is read once, and cut into bands, so that a point meets only the sides beside it.
 */
import type { Knex } from 'knex';
import { read } from '../database/read.ts';

export type Inside = (x: number, y: number) => boolean;

const BANDS = 512;
/** PostgreSQL takes what is nearer to a side than this for a point on it, which is inside. */
const ON_SIDE = 1e-6;

/** For each area, whether a point (Mercator metres) is in it: in an odd number of its rings. */
export async function insideOf(db: Knex, ids: readonly string[]): Promise<Map<string, Inside>> {
  const rows = await read<{ id: string; ring: Buffer }>(db, {
    text: 'select area_id as id, poly_send(ring) as ring from area_ring where area_id = any($1::text[])',
    values: [ids],
  });
  const tests = new Map<string, Inside[]>();
  for (const { id, ring } of rows) tests.set(id, [...(tests.get(id) ?? []), insideRing(corners(ring))]);
  return new Map(
    ids.map((id) => {
      const rings = tests.get(id) ?? [];
      return [id, (x, y) => rings.reduce((odd, ring) => odd !== ring(x, y), false)];
    }),
  );
}

/** As PostgreSQL sends a polygon: how many corners, and two doubles for each. */
function corners(ring: Buffer): Float64Array {
  const list = new Float64Array(2 * ring.readInt32BE(0));
  for (let index = 0; index < list.length; index += 1) list[index] = ring.readDoubleBE(4 + 8 * index);
  return list;
}

function insideRing(ring: Float64Array): Inside {
  const heights = ring.filter((_value, index) => index % 2 === 1);
  const low = heights.reduce((least, y) => Math.min(least, y), Number.POSITIVE_INFINITY);
  const high = heights.reduce((most, y) => Math.max(most, y), Number.NEGATIVE_INFINITY);
  const bandOf = (y: number) =>
    Math.max(0, Math.min(BANDS - 1, Math.floor(((y - low) / (high - low || 1)) * BANDS)));
  /** The sides of each band, by the index of their first corner. */
  const bands: number[][] = Array.from({ length: BANDS }, () => []);
  const count = ring.length / 2;
  const corner = (index: number) => 2 * (index % count);
  for (let index = 0; index < count; index += 1) {
    const [a, b] = [ring[corner(index) + 1] ?? 0, ring[corner(index + 1) + 1] ?? 0];
    const [from, to] = [bandOf(Math.min(a, b) - ON_SIDE), bandOf(Math.max(a, b) + ON_SIDE)];
    for (let band = from; band <= to; band += 1) bands[band]?.push(index);
  }
  return (x, y) => {
    if (y < low - ON_SIDE || y > high + ON_SIDE) return false;
    let odd = false;
    for (const index of bands[bandOf(y)] ?? []) {
      const [from, to] = [corner(index), corner(index + 1)];
      const [ax, ay, bx, by] = [ring[from] ?? 0, ring[from + 1] ?? 0, ring[to] ?? 0, ring[to + 1] ?? 0];
      if (onSide(x, y, ax, ay, bx, by)) return true;
      if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) odd = !odd;
    }
    return odd;
  };
}

function onSide(x: number, y: number, ax: number, ay: number, bx: number, by: number): boolean {
  const length = Math.hypot(bx - ax, by - ay);
  if (length === 0) return Math.hypot(x - ax, y - ay) <= ON_SIDE;
  const along = ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length;
  const across = Math.abs((x - ax) * (by - ay) - (y - ay) * (bx - ax)) / length;
  return across <= ON_SIDE && along >= -ON_SIDE && along <= length + ON_SIDE;
}
