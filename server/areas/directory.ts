/** The index of areas: by kind, the largest kind first, a page at a time, with how many venues each has. */
import type { Knex } from 'knex';
import { read, Values } from '../database/read.ts';
import { countVenuesIn } from './read.ts';
import type { AreaGroup, AreaLink } from './schema.ts';

/** Kinds from the largest to the smallest; others come after them by name. */
const sizes = [
  'country',
  'region',
  'county',
  'borough',
  'district',
  'ward',
  'parish',
  'neighbourhood',
  'msoa',
  'lsoa',
];
const rank = (kind: string) => (sizes.includes(kind) ? sizes.indexOf(kind) : sizes.length);

const FEW = 30;
const MANY = 100;

export interface DirectoryQuery {
  kind?: string;
  /** Part of the name. */
  q?: string;
  /** Id of the last area on the page before; only beside `kind`. */
  after?: string;
}

/** All kinds with their first areas, or a page of one kind. */
export async function listDirectory(db: Knex, { kind, q, after }: DirectoryQuery): Promise<AreaGroup[]> {
  const values = new Values();
  const named = q ? `and a.name ilike ${values.bind(`%${q.replace(/[\\%_]/g, '\\$&')}%`)}` : '';
  const ofKind = kind ? `and a.kind = ${values.bind(kind)}` : '';
  const kinds = await read<{ kind: string; count: number }>(db, {
    text: `select a.kind, count(*)::int as count from area a where true ${named} ${ofKind} group by a.kind`,
    values: values.list,
  });
  kinds.sort((a, b) => rank(a.kind) - rank(b.kind) || a.kind.localeCompare(b.kind));
  const groups: AreaGroup[] = [];
  for (const each of kinds)
    groups.push({ ...each, ...(await readGroup(db, each.kind, q, after, kind ? MANY : FEW)) });
  const counts = await countVenuesIn(
    db,
    groups.flatMap(({ areas }) => areas.map(({ id }) => id)),
  );
  return groups.map((group) => ({
    ...group,
    areas: group.areas.map((area) => ({ ...area, venues: counts.get(area.id) ?? 0 })),
  }));
}

async function readGroup(
  db: Knex,
  kind: string,
  q: string | undefined,
  after: string | undefined,
  limit: number,
) {
  const values = new Values();
  const conditions = [`a.kind = ${values.bind(kind)}`];
  if (q) conditions.push(`a.name ilike ${values.bind(`%${q.replace(/[\\%_]/g, '\\$&')}%`)}`);
  if (after) conditions.push(`(a.name, a.id) > (select name, id from area where id = ${values.bind(after)})`);
  const rows = await read<AreaLink>(db, {
    text: `select a.id, a.name, a.kind, now.slug from area a join area_slug now on now.area_id = a.id and now.current
      where ${conditions.join(' and ')} order by a.kind, a.name, a.id limit ${limit + 1}`,
    values: values.list,
  });
  const areas = rows.slice(0, limit);
  const last = areas.at(-1);
  return { areas, ...(rows.length > limit && last && { next: last.id }) };
}
