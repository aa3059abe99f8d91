/** What puts areas and places into the register; how they are read is `read.ts` and search. */
import type { Feature, MultiPolygon, Polygon, Position } from 'geojson';
import type { Knex } from 'knex';
import { boxText, boxToMercator, toMercator } from '../database/geometry.ts';
import { conflict } from '../problem.ts';
import { placeKey } from '../search/fold.ts';
import { simplify } from './simplify.ts';

export interface AreaProperties {
  id: string;
  name: string;
  /** Such as ward or borough. */
  kind: string;
  /** Id of the area that holds this one. */
  parent?: string;
}
export type AreaFeature = Feature<Polygon | MultiPolygon, AreaProperties>;

export interface NewPlace {
  name: string;
  /** What tells it from others of the same name; may be empty. */
  area: string;
  kind: string;
  lon: number;
  lat: number;
}

export type SaveOutcome = 'created' | 'updated' | 'unchanged';

/**
 * Adds areas or brings them up to date, by id; answers what became of each, in their order. Throws Problem 409 when
 * another source has an area of that id: the same word may be the code of different areas.
 */
export async function saveAreas(
  db: Knex,
  { features }: { features: readonly AreaFeature[] },
  sourceId?: string,
): Promise<SaveOutcome[]> {
  const outcomes: SaveOutcome[] = [];
  for (const feature of features) outcomes.push(await saveArea(db, feature, sourceId));
  return outcomes;
}

async function saveArea(db: Knex, { properties, geometry }: AreaFeature, sourceId?: string) {
  const { id, name, kind, parent = null } = properties;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  const outline = JSON.stringify(simplify(geometry));
  const { rows } = await db.raw(
    `insert into area as a (id, name, kind, parent, source_id, bounds, outline)
     values (:id, :name, :kind, :parent, :source, :bounds::box, :outline::jsonb)
     on conflict (id) do update set name = excluded.name, kind = excluded.kind, parent = excluded.parent,
       source_id = excluded.source_id, bounds = excluded.bounds, outline = excluded.outline
     where coalesce(a.source_id, excluded.source_id) is not distinct from excluded.source_id
       and (a.name, a.kind, a.parent, a.source_id, a.bounds::text, a.outline)
       is distinct from
       (excluded.name, excluded.kind, excluded.parent, excluded.source_id, excluded.bounds::text, excluded.outline)
     returning (xmax = 0) as created`,
    { id, name, kind, parent, source: sourceId ?? null, bounds: boundsText(polygons), outline },
  );
  if (rows.length === 0) {
    const held = await db('area').where({ id }).first('source_id');
    if (held.source_id && held.source_id !== sourceId)
      throw conflict(`Another data set (${held.source_id}) already has an area with this code.`);
    return 'unchanged';
  }
  await db('area_ring').where({ area_id: id }).delete();
  const rings = polygons.flatMap((polygon) =>
    polygon.map((ring, index) => ({ area_id: id, hole: index > 0, ring: ringText(ring) })),
  );
  await db('area_ring').insert(rings);
  return rows[0].created ? 'created' : 'updated';
}

function boundsText(polygons: Position[][][]): string {
  const box = { west: 180, south: 90, east: -180, north: -90 };
  for (const [lon = 0, lat = 0] of polygons.flat(2)) {
    box.west = Math.min(box.west, lon);
    box.south = Math.min(box.south, lat);
    box.east = Math.max(box.east, lon);
    box.north = Math.max(box.north, lat);
  }
  return boxText(boxToMercator(box));
}

function ringText(ring: Position[]): string {
  const corners = ring.map(([lon = 0, lat = 0]) => {
    const { x, y } = toMercator(lon, lat);
    return `(${x},${y})`;
  });
  return `(${corners.join(',')})`;
}

/** Kinds of which there is one of each name: when it moves, the old place goes. */
export const onlyOne: readonly string[] = ['postcode', 'postcode_sector', 'outcode'];

/** Adds places that are not there yet; answers what became of each, in their order. */
export async function savePlaces(
  db: Knex,
  places: readonly NewPlace[],
  sourceId?: string,
): Promise<SaveOutcome[]> {
  const { rows } = await db.raw(
    `with given as (
       select * from json_to_recordset(?::json)
         as row(n int, name text, folded text, area text, kind text, lon float8, lat float8)
     ), moved as (
       delete from place p using given g
       where p.kind = any(?) and p.kind = g.kind and p.folded = g.folded
         and (p.area, p.lon, p.lat) is distinct from (g.area, g.lon, g.lat)
         and not exists (select from given h where h.kind = p.kind and h.folded = p.folded
           and (h.area, h.lon, h.lat) is not distinct from (p.area, p.lon, p.lat))
       returning g.n
     ), added as (
       insert into place (name, folded, area, kind, lon, lat, source_id)
       select name, folded, area, kind, lon, lat, ? from given order by n
       on conflict do nothing returning folded, area, kind, lon, lat
     )
     select n, n in (select n from moved) as moved from given join added using (folded, area, kind, lon, lat)`,
    [
      JSON.stringify(places.map((place, n) => ({ n, ...place, folded: placeKey(place.name) }))),
      [...onlyOne],
      sourceId ?? null,
    ],
  );
  const outcomes: SaveOutcome[] = places.map(() => 'unchanged');
  for (const { n, moved } of rows) outcomes[n] = moved ? 'updated' : 'created';
  return outcomes;
}

/**
 * Makes a place of each postcode sector (“SW17 8”): the middle of its postcodes, as far as this source knows them.
 * Answers how many were added or moved.
 */
export async function savePostcodeSectors(db: Knex, sourceId: string): Promise<number> {
  const { rows } = await db.raw(
    `
    with sector as (
      select left(name, -2) as name, left(folded, -2) as folded, '' as area, min(source_id) as source_id,
        round(avg(lon)::numeric, 6)::float8 as lon, round(avg(lat)::numeric, 6)::float8 as lat
      from place where kind = 'postcode' and source_id = ? group by 1, 2
    ), gone as (
      delete from place p where kind = 'postcode_sector' and exists (
        select from sector s where s.folded = p.folded and (s.area, s.lon, s.lat) is distinct from (p.area, p.lon, p.lat))
    ), added as (
      insert into place (name, folded, area, kind, lon, lat, source_id)
      select name, folded, area, 'postcode_sector', lon, lat, source_id from sector on conflict do nothing returning 1
    )
    select count(*)::int as added from added`,
    [sourceId],
  );
  return rows[0].added;
}
