/** The venues worth judging: those that no known fact rules out, fewest open questions first. */
import type { Knex } from 'knex';
import { read, Values } from '../database/read.ts';
import { accessBits, amenityBits, maskOf } from '../search/bits.ts';
import { layoutColumns } from '../search/document.ts';
import { type Filters, nearPoint, placeConditions, rowConditions, where } from '../search/filters.ts';

export interface Candidate {
  id: number;
  /** Metres from the place asked. */
  distance?: number;
}

/** Venue ids, best first: fewest needs left to ask about in their best space, then nearest, then newest. */
export async function findCandidates(db: Knex, filters: Filters, limit: number): Promise<Candidate[]> {
  const values = new Values();
  const mask = (group: 'access' | 'amenity', bits: readonly string[], keys: string[] | undefined) => {
    const asked = maskOf(bits, keys ?? []);
    return asked === '0' ? [] : [`bit_count((${values.bind(asked)}::bigint & ~s.${group}_yes)::bit(64))`];
  };
  const column =
    filters.layout !== undefined && layoutColumns.includes(filters.layout) ? filters.layout : 'capacity_max';
  const asks = [
    ...mask('access', accessBits, filters.access),
    ...mask('amenity', amenityBits, filters.amenity),
    ...(filters.people !== undefined || filters.layout !== undefined ? [`(s.${column} is null)::int`] : []),
    ...(filters.openAt !== undefined
      ? [`(s.open is null or not s.open @> ${values.bind(filters.openAt)}::int)::int`]
      : []),
    '0',
  ].join(' + ');
  const distance = filters.near
    ? `great_circle(s.pt, ${values.bind(nearPoint(filters.near))}::point)`
    : 'null::float8';
  const conditions = [
    ...placeConditions(values, filters, 's'),
    ...rowConditions(values, filters, 's', 'perhaps'),
  ];
  const rows = await read<{ id: number; distance: number | null }>(db, {
    text: `select venue_id as id, min(distance) as distance from (
        select s.venue_id, s.updated_at, ${asks} as asks, ${distance} as distance from space_search s ${where(conditions)}) s
      group by venue_id order by min(asks), min(distance) nulls last, max(updated_at) desc, venue_id desc
      limit ${values.bind(limit)}::int`,
    values: values.list,
  });
  return rows.map((row) => ({
    id: row.id,
    ...(row.distance !== null && { distance: Math.round(row.distance) }),
  }));
}
