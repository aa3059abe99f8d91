/** Areas (wards, boroughs, neighbourhoods) that a search can be kept within. */
import type { Knex } from 'knex';
import { type Box, pointText, toMercator } from '../database/geometry.ts';
import { read } from '../database/read.ts';
import { notFound } from '../problem.ts';
import { insideOf } from './inside.ts';
import type { AreaLink } from './schema.ts';

export interface Area {
  id: string;
  name: string;
  kind: string;
}

/** One page of areas by kind and name; `after` is the id of the last one on the page before. */
export async function listAreas(
  db: Knex,
  { kind, q, limit, after }: { kind?: string; q?: string; limit: number; after?: string },
): Promise<{ items: Area[]; next?: string }> {
  const rows = await read<Area>(db, {
    text: `select id, name, kind from area
      where ($1::text is null or kind = $1) and ($2::text is null or name ilike '%' || $2 || '%')
        and ($3::text is null or (kind, name, id) > (select kind, name, id from area where id = $3))
      order by kind, name, id limit $4::int + 1`,
    values: [kind ?? null, q?.replace(/[\\%_]/g, '\\$&') ?? null, after ?? null, limit],
  });
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, ...(rows.length > limit && last && { next: last.id }) };
}

/** The areas with these ids. */
export const findAreas = (db: Knex, ids: readonly string[]): Promise<Area[]> =>
  read<Area>(db, { text: 'select id, name, kind from area where id = any($1::text[])', values: [ids] });

/** An area with its outline as a GeoJSON geometry. Throws Problem 404. */
export async function getArea(db: Knex, id: string): Promise<Area & { outline: object }> {
  const [area] = await read<Area & { outline: object }>(db, {
    text: 'select id, name, kind, outline from area where id = $1',
    values: [id],
  });
  if (!area) throw notFound('area');
  return area;
}

/** The area that has, or once had, this address; its code is one too. Throws Problem 404. */
export async function findAreaBySlug(db: Knex, slug: string): Promise<AreaLink> {
  const [area] = await read<AreaLink>(db, {
    text: `select a.id, a.name, a.kind, now.slug from area a join area_slug now on now.area_id = a.id and now.current
      where a.id = coalesce((select area_id from area_slug where slug = lower($1)), $1)`,
    values: [slug],
  });
  if (!area) throw notFound('area');
  return area;
}

/** An area's bounds in Mercator metres, and its outline as GeoJSON. */
export async function getShape(
  db: Knex,
  id: string,
): Promise<{ bounds: Box; outline: { type: string; coordinates: unknown } }> {
  const [shape] = await read<Box & { outline: { type: string; coordinates: unknown } }>(db, {
    text: `select least((bounds[0])[0], (bounds[1])[0]) as west, least((bounds[0])[1], (bounds[1])[1]) as south,
        greatest((bounds[0])[0], (bounds[1])[0]) as east, greatest((bounds[0])[1], (bounds[1])[1]) as north, outline
      from area where id = $1`,
    values: [id],
  });
  if (!shape) throw notFound('area');
  const { outline, ...bounds } = shape;
  return { bounds, outline };
}

/** How many venues have their public point in each of these areas: as `within` counts them. */
export async function countVenuesIn(db: Knex, ids: readonly string[]): Promise<Map<string, number>> {
  if (ids.length === 0) return new Map();
  const rows = await read<{ id: string; points: Buffer | null }>(db, {
    text: `select a.id, (select string_agg(float8send(s.pt[0]) || float8send(s.pt[1]), '')
        from venue_search s where s.pt <@ a.bounds) as points
      from area a where a.id = any($1::text[])`,
    values: [ids],
  });
  const insides = await insideOf(
    db,
    rows.filter(({ points }) => points).map(({ id }) => id),
  );
  return new Map(
    rows.map(({ id, points }) => {
      const inside = insides.get(id);
      let venues = 0;
      for (let at = 0; points && at < points.length; at += 16)
        if (inside?.(points.readDoubleBE(at), points.readDoubleBE(at + 8))) venues += 1;
      return [id, venues];
    }),
  );
}

/** The areas that hold a public point, the smallest first. */
export async function areasAt(db: Knex, place: { lon: number; lat: number }): Promise<AreaLink[]> {
  return read<AreaLink>(db, {
    text: `select a.id, a.name, a.kind, now.slug from area a join area_slug now on now.area_id = a.id and now.current
      where a.bounds @> box($1::point, $1::point)
        and (select count(*) from area_ring r where r.area_id = a.id and r.ring @> $1::point) % 2 = 1
      order by area(a.bounds), a.id limit 10`,
    values: [pointText(toMercator(place.lon, place.lat))],
  });
}
