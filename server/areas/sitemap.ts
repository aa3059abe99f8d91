/** What a crawler is shown: published venues by runs of their ids, and areas in the order of their addresses. */
import type { Knex } from 'knex';
import { read } from '../database/read.ts';

/** Addresses of a part, times the languages, stay far below the 50,000 and 50 MB that the protocol allows. */
export const PART = 5000;

export interface SitemapPart {
  number: number;
  changed?: string;
}
export interface SitemapPage {
  path: string;
  changed?: string;
}

/** A page that says nothing, of a group that lists nothing, is for nobody to find. */
const isSeen = `dissolved_at is null and exists (select from venue v where v.organisation_id = o.id
  and v.status = 'published' and v.hidden_at is null)`;

/** The runs of ids in which there are venues, with the day of the newest change. */
export const venueParts = (db: Knex): Promise<SitemapPart[]> =>
  read<{ number: number; changed: string }>(db, {
    text: `select venue_id / ${PART} as number, to_char(max(updated_at) at time zone 'utc', 'YYYY-MM-DD') as changed
      from venue_search group by 1 order by 1`,
    values: [],
  });

export const venuesOfPart = (db: Knex, part: number): Promise<SitemapPage[]> =>
  read<{ path: string; changed: string }>(db, {
    text: `select '/venues/' || slug || '-' || id as path, to_char(updated_at at time zone 'utc', 'YYYY-MM-DD') as changed
      from venue where id >= $1::bigint and id < $1::bigint + ${PART} and status = 'published' and hidden_at is null order by id`,
    values: [part * PART],
  });

export async function areaParts(db: Knex): Promise<SitemapPart[]> {
  const [row] = await read<{ areas: number }>(db, {
    text: 'select count(*)::int as areas from area_slug where current',
    values: [],
  });
  return Array.from({ length: Math.ceil((row?.areas ?? 0) / PART) }, (_, number) => ({ number }));
}

export const areasOfPart = (db: Knex, part: number): Promise<SitemapPage[]> =>
  read<{ path: string }>(db, {
    text: `select '/areas/' || slug as path from area_slug where current order by slug limit ${PART} offset $1`,
    values: [part * PART],
  });

/** Organisations that hold something anybody can see, by runs of their ids. */
export const organisationParts = (db: Knex): Promise<SitemapPart[]> =>
  read<{ number: number; changed: string }>(db, {
    text: `select id / ${PART} as number, to_char(max(updated_at) at time zone 'utc', 'YYYY-MM-DD') as changed
      from organisation o where ${isSeen} group by 1 order by 1`,
    values: [],
  });

export const organisationsOfPart = (db: Knex, part: number): Promise<SitemapPage[]> =>
  read<{ path: string; changed: string }>(db, {
    text: `select '/organisations/' || slug || '-' || id as path,
        to_char(updated_at at time zone 'utc', 'YYYY-MM-DD') as changed
      from organisation o where id >= $1::bigint and id < $1::bigint + ${PART} and ${isSeen} order by id`,
    values: [part * PART],
  });
