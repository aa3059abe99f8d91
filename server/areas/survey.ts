/** Everything that is counted of an area, read in one go: a few bytes a venue and a room, from the covering indexes. */
import type { Knex } from 'knex';
import { type Box, boxText } from '../database/geometry.ts';
import { read } from '../database/read.ts';
import { insideOf } from './inside.ts';

/** A venue: id, public point, kind, access yes and no, amenity yes and no; and where these begin. */
export const VENUE = 4 + 2 * 8 + 2 + 4 * 8;
const POINT = 4;
export const KIND = 20;
export const ACCESS = 22;
export const AMENITY = 38;
/** A room: id of its venue, access yes and no, seats. */
export const ROOM = 4 + 5 * 8;

export interface Survey {
  venues: Buffer;
  rooms: Buffer;
  spaces: number;
  /** What is true in part, and of which venue. */
  partial: (readonly [venueId: number, key: string])[];
  /** Public points in Mercator metres. */
  points: { id: number; x: number; y: number }[];
  /** What it was read from; undefined when something changed on the way. */
  version: string | undefined;
}

/** Exported so that a benchmark can run the very statement that the service runs. */
export const surveyStatement = (bounds: Box) => ({
  text: `select (select string_agg(int4send(venue_id) || float8send(pt[0]) || float8send(pt[1]) || int2send(kind)
        || int8send(access_yes) || int8send(access_no) || int8send(amenity_yes) || int8send(amenity_no), '')
      from venue_search where pt <@ $1::box) as venues,
    (select string_agg(int4send(venue_id) || int8send(access_yes) || int8send(access_no) || int8send(seats_a)
        || int8send(seats_b) || int8send(seats_c), '')
      from space_search where pt <@ $1::box) as rooms,
    pg_current_snapshot()::text as version`,
  values: [boxText(bounds)],
});

export async function surveyArea(db: Knex, id: string, bounds: Box): Promise<Survey> {
  const [row] = await read<{ venues: Buffer | null; rooms: Buffer | null; version: string }>(
    db,
    surveyStatement(bounds),
  );
  if (!row) throw new Error('an aggregate always answers one row');
  const inside = (await insideOf(db, [id])).get(id) ?? (() => false);
  const venues = records(row.venues, VENUE).filter((each) =>
    inside(each.readDoubleBE(POINT), each.readDoubleBE(POINT + 8)),
  );
  const ids = new Set(venues.map((each) => each.readInt32BE(0)));
  const [more] = await read<{ spaces: number; partial: [number, string][] | null; version: string }>(db, {
    text: `select (select count(*)::int from space where venue_id = any($1::int[])) as spaces,
        (select json_agg(json_build_array(venue_id, key)) from fact
          where answer = 'partial' and venue_id = any($1::int[])) as partial,
        pg_current_snapshot()::text as version`,
    values: [[...ids]],
  });
  return {
    venues: Buffer.concat(venues),
    rooms: Buffer.concat(records(row.rooms, ROOM).filter((each) => ids.has(each.readInt32BE(0)))),
    spaces: more?.spaces ?? 0,
    partial: more?.partial ?? [],
    points: venues.map((each) => ({
      id: each.readInt32BE(0),
      x: each.readDoubleBE(POINT),
      y: each.readDoubleBE(POINT + 8),
    })),
    version: more?.version === row.version ? row.version : undefined,
  };
}

const records = (packed: Buffer | null, size: number): Buffer[] =>
  Array.from({ length: (packed?.length ?? 0) / size }, (_, index) =>
    (packed as Buffer).subarray(index * size, (index + 1) * size),
  );
