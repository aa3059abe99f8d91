/** The usual shape, to measure against: one wide row a venue, with everything a card needs, read in one stage. */
import type { Knex } from 'knex';
import { layoutColumns, type SearchDocument } from '../server/search/document.ts';
import type { Venue } from '../server/venues/schema.ts';

const columns = `id int, slug text, name text, kind text, kind_number int2, description text, lon float8, lat float8,
  precision text, locality text, town text, postcode text, facts jsonb, spaces jsonb, access jsonb, amenities jsonb,
  capacity int, updated_at timestamptz, access_any int8, amenity_any int8,
  ${layoutColumns.map((layout) => `${layout} int`).join(', ')}`;

export const wideTable = `
  create schema bench;
  create table bench.wide (${columns}, pt point);
  alter table bench.wide add primary key (id);`;

const names = columns.split(',').map((column) => column.trim().split(' ')[0]);

/** Rows with the same words, masks and numbers that the service's own search rows have. */
export async function insertWide(db: Knex, venues: Venue[], documents: SearchDocument[]): Promise<void> {
  const rows = venues.map((venue, at) => {
    const document = documents[at];
    if (!document) throw new Error('a document a venue');
    const card = JSON.parse(document.venue.card);
    const either = (mask: 'access_yes' | 'amenity_yes') =>
      document.spaces.reduce((all, space) => all | BigInt(space[mask]), 0n).toString();
    const most = (layout: string) =>
      Math.max(0, ...document.spaces.map((space) => Number(space[layout] ?? 0))) || null;
    const { lon = null, lat = null, precision } = venue.location;
    return {
      ...card,
      description: venue.description,
      kind_number: document.venue.kind,
      lon,
      lat,
      precision,
      facts: Object.fromEntries(venue.facts.map(({ key, value }) => [key, value])),
      updated_at: venue.updatedAt,
      access_any: either('access_yes'),
      amenity_any: either('amenity_yes'),
      ...Object.fromEntries(layoutColumns.map((layout) => [layout, most(layout)])),
    };
  });
  await db.raw(
    `insert into bench.wide select ${names.join(', ')}, to_mercator(lon, lat)
     from json_to_recordset(?::json) as row(${columns})`,
    [JSON.stringify(rows)],
  );
}
