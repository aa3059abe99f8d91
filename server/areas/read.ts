/** Areas (wards, boroughs, neighbourhoods) that a search can be kept within. */
import type { Knex } from 'knex';
import { read } from '../database/read.ts';
import { notFound } from '../problem.ts';

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

/** An area with its outline as a GeoJSON geometry. Throws Problem 404. */
export async function getArea(db: Knex, id: string): Promise<Area & { outline: object }> {
  const [area] = await read<Area & { outline: object }>(db, {
    text: 'select id, name, kind, outline from area where id = $1',
    values: [id],
  });
  if (!area) throw notFound('area');
  return area;
}
