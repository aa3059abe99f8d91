/** Keeps search in step with a venue, in the transaction that changes it. */
import type { Knex } from 'knex';
import { publicVenue } from '../venues/public-venue.ts';
import { isShown, type VenueRecord } from '../venues/record.ts';
import { layoutColumns, type SearchDocument, type SpaceRow, searchDocument } from './document.ts';

/** Replaces what search keeps of the venue; nothing is kept of one that is not shown. `known`: it was there before. */
export async function refreshSearch(db: Knex, record: VenueRecord, known = true): Promise<void> {
  if (known) {
    await db.raw(
      `with gone as (delete from venue_search where venue_id = :id returning pt, core, capacity_bucket),
         spaces as (delete from space_search where venue_id = :id)
       insert into rollup_change (pt, core, capacity_bucket, venues)
       select pt, core, capacity_bucket, -1 from gone where pt is not null`,
      { id: record.id },
    );
  }
  if (!isShown(record)) return;
  const organisation = record.organisationId
    ? await db('organisation').where({ id: record.organisationId }).first('id', 'slug', 'name')
    : undefined;
  const venue = publicVenue(record, {
    organisation,
    provenance: [],
    today: record.updatedAt.slice(0, 10),
    publicUrl: '',
  });
  await insertDocuments(db, [searchDocument(venue)]);
}

/** Writes rows of many venues at once, and queues them for the map's rollup and the vocabulary. */
export async function insertDocuments(db: Knex, documents: SearchDocument[]): Promise<void> {
  const json = (rows: object[]) => JSON.stringify(rows);
  await db.raw(
    `with added as (insert into venue_search (venue_id, pt, kind, access_yes, access_no, amenity_yes, amenity_no,
       layouts, capacity_max, updated_at, words, card, core, capacity_bucket)
     select venue_id, to_mercator(lon, lat), kind, access_yes, access_no, amenity_yes, amenity_no, layouts,
       capacity_max, updated_at, words::tsvector, card, core, capacity_bucket
     from json_to_recordset(?::json) as row(venue_id int, lon float8, lat float8, kind int2, access_yes int8,
       access_no int8, amenity_yes int8, amenity_no int8, layouts int8, capacity_max int, updated_at timestamptz,
       words text, card text, core int2, capacity_bucket int2)
     returning pt, core, capacity_bucket)
     insert into rollup_change (pt, core, capacity_bucket, venues)
     select pt, core, capacity_bucket, 1 from added where pt is not null`,
    [json(documents.map((document) => document.venue))],
  );
  const layouts = layoutColumns.join(', ');
  await db.raw(
    `insert into space_search (venue_id, space_id, pt, kind, access_yes, access_no, amenity_yes, amenity_no,
       capacity_max, venue_capacity, ${layouts}, open, open_whole, updated_at)
     select venue_id, space_id, to_mercator(lon, lat), kind, access_yes, access_no, amenity_yes, amenity_no,
       capacity_max, venue_capacity, ${layouts}, open::int4multirange, open_whole, updated_at
     from json_to_recordset(?::json) as row(venue_id int, space_id int, lon float8, lat float8, kind int2,
       access_yes int8, access_no int8, amenity_yes int8, amenity_no int8, capacity_max int, venue_capacity int,
       ${layoutColumns.map((column) => `${column} int`).join(', ')}, open text,
       open_whole boolean, updated_at timestamptz)`,
    [json(documents.flatMap((document): SpaceRow[] => document.spaces))],
  );
  // Queued: words in the vocabulary itself would make two writers of one new word wait for each other.
  const words = [...new Set(documents.flatMap((document) => document.words))];
  await db.raw(
    `insert into search_word_change (words)
     select words from (select array_agg(each) as words from unnest(?::text[]) each
       where not exists (select from search_word where word = each)) fresh where words is not null`,
    [words],
  );
}
