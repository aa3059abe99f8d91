/** What lies beside an area, what it lies in, and what lies in it. */
import type { Knex } from 'knex';
import { type Box, boxText, fromMercator, greatCircle, pointText } from '../database/geometry.ts';
import { read } from '../database/read.ts';
import type { AreaLink, AreaOverview } from './schema.ts';
import { coarseRings } from './sketch.ts';

type Outline = Parameters<typeof coarseRings>[0];

const MOST_NEIGHBOURS = 8;
const MOST_PARTS = 100;
/** Metres between two outlines that are drawn as one line. */
const TOUCHING = 60;
/** Corners kept of an outline when it is measured. */
const CORNERS = 300;

const columns = 'a.id, a.name, a.kind, now.slug';
const current = 'join area_slug now on now.area_id = a.id and now.current';

/** The areas of the same kind round it; the nearest first, those that touch before all. */
export async function neighboursOf(
  db: Knex,
  { id, kind }: AreaLink,
  { bounds, outline }: { bounds: Box; outline: Outline },
): Promise<AreaOverview['neighbours']> {
  const middle = { x: (bounds.west + bounds.east) / 2, y: (bounds.south + bounds.north) / 2 };
  const rows = await read<AreaLink & { outline: Outline; across: number }>(db, {
    text: `select ${columns}, a.outline, greatest(width(a.bounds), height(a.bounds)) as across from area a ${current}
      where a.kind = $1 and a.id <> $2 order by a.bounds <-> $3::point limit ${2 * MOST_NEIGHBOURS}`,
    values: [kind, id, pointText(middle)],
  });
  const across = Math.max(bounds.east - bounds.west, bounds.north - bounds.south);
  const ground = metresPerUnit(middle);
  const own = coarseRings(outline, across / CORNERS);
  return rows
    .map(({ outline: other, across: size, ...area }) => {
      const step = size / CORNERS;
      const distance = gap(own, coarseRings(other, step)) * ground;
      const touching = Math.max(TOUCHING, (2 * Math.max(size, across) * ground) / CORNERS);
      return { area, distance, touches: distance <= touching };
    })
    .sort((a, b) => Number(b.touches) - Number(a.touches) || (a.touches ? 0 : a.distance - b.distance))
    .slice(0, MOST_NEIGHBOURS)
    .map(({ area, touches }) => ({ ...area, touches }));
}

function metresPerUnit({ x, y }: { x: number; y: number }): number {
  const [a, b] = [fromMercator(x, y), fromMercator(x + 100, y)];
  return greatCircle(a.lon, a.lat, b.lon, b.lat) / 100;
}

type Rings = [number, number][][];

/** The least distance from a corner of one outline to a side of the other, either way round. */
const gap = (one: Rings, other: Rings): number => Math.min(reach(one, other), reach(other, one));

function reach(corners: Rings, sides: Rings): number {
  let least = Number.POSITIVE_INFINITY;
  for (const ring of sides)
    for (let index = 0; index < ring.length; index += 1) {
      const [ax, ay] = ring[index] ?? [0, 0];
      const [bx, by] = ring[(index + 1) % ring.length] ?? [0, 0];
      const length = (bx - ax) ** 2 + (by - ay) ** 2 || 1;
      for (const [x, y] of corners.flat()) {
        const along = Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
        const distance = (x - ax - along * (bx - ax)) ** 2 + (y - ay - along * (by - ay)) ** 2;
        if (distance < least) least = distance;
      }
    }
  return Math.sqrt(least);
}

/** Larger areas of other kinds that hold the middle of this one, the smallest first. */
export const holdersOf = (db: Knex, { id, kind }: AreaLink, bounds: Box): Promise<AreaLink[]> =>
  read<AreaLink>(db, {
    text: `select ${columns} from area a ${current}
      where a.bounds @> box($3::point, $3::point) and a.kind <> $1 and a.id <> $2 and area(a.bounds) > area($4::box)
        and (select count(*) from area_ring r where r.area_id = a.id and r.ring @> $3::point) % 2 = 1
      order by area(a.bounds), a.id limit 6`,
    values: [
      kind,
      id,
      pointText({ x: (bounds.west + bounds.east) / 2, y: (bounds.south + bounds.north) / 2 }),
      boxText(bounds),
    ],
  });

/** Smaller areas of other kinds whose middle is in this one, by kind and name. */
export const partsOf = (db: Knex, { id, kind }: AreaLink, bounds: Box): Promise<AreaLink[]> =>
  read<AreaLink>(db, {
    text: `select ${columns} from area a ${current}
      where a.bounds && $3::box and a.kind <> $1 and a.id <> $2 and area(a.bounds) < area($3::box)
        and (select count(*) from area_ring r where r.area_id = $2 and r.ring @> center(a.bounds)) % 2 = 1
      order by a.kind, a.name, a.id limit ${MOST_PARTS}`,
    values: [kind, id, boxText(bounds)],
  });
