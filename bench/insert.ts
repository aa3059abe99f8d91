/** Generated venues into the register, its search rows and the wide table, as the service would write them. */
import type { Knex } from 'knex';
import { searchDocument } from '../server/search/document.ts';
import { insertDocuments } from '../server/search/write.ts';
import { publicVenue } from '../server/venues/public-venue.ts';
import type { VenueRecord } from '../server/venues/record.ts';
import { TODAY } from './generate.ts';
import { insertWide } from './wide.ts';

export async function insertVenues(transaction: Knex.Transaction, records: VenueRecord[]): Promise<void> {
  await insertRecords(transaction, records);
  const venues = records.map((record) =>
    publicVenue(record, { organisation: undefined, provenance: [], today: TODAY, publicUrl: '' }),
  );
  const documents = venues.map(searchDocument);
  await insertDocuments(transaction, documents);
  await insertWide(transaction, venues, documents);
}

/** The register's own rows, as far as a list or a map can reach them: facts and hours are in the search rows. */
async function insertRecords(transaction: Knex, records: VenueRecord[]): Promise<void> {
  const insert = async (table: string, columns: string, types: string, rows: object[]) => {
    await transaction.raw(
      `insert into ${table} (${columns}) select ${columns} from json_to_recordset(?::json) as row(${types})`,
      [JSON.stringify(rows)],
    );
  };
  await insert(
    'venue',
    'id, slug, name, kind, description, status, lon, lat, precision, address, created_at, updated_at',
    `id int, slug text, name text, kind text, description text, status text, lon float8, lat float8, precision text,
     address jsonb, created_at timestamptz, updated_at timestamptz`,
    records.map(({ location, createdAt, updatedAt, ...record }) => ({
      ...record,
      ...location,
      created_at: createdAt,
      updated_at: updatedAt,
    })),
  );
  const spaces = records.flatMap((record) =>
    record.spaces.map((space, position) => ({ ...space, venue_id: record.id, position })),
  );
  await insert(
    'space',
    'id, venue_id, position, name, setting, floor',
    'id int, venue_id int, position int2, name text, setting text, floor int2',
    spaces,
  );
  await insert(
    'capacity',
    'space_id, layout, comfortable',
    'space_id int, layout text, comfortable int',
    spaces.flatMap((space) => space.capacities.map((each) => ({ ...each, space_id: space.id }))),
  );
}
