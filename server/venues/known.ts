/** Which venues the register has of the records of a data set, and the ids by which it will know them again. */
import type { Knex } from 'knex';
import type { ImportedVenue, Source } from './import.ts';

/** Metres within which a record that goes by another id is taken for the same building. */
const SAME_SITE = 500;

/** What stands for the digest of a record that is only another id of its venue. */
const AS_MEMBER = '';

export interface Known {
  venues: Map<string, number>;
  /** Those of them that were known by another record until now. */
  takenOver: number[];
}

/**
 * The venues that the register has of these records: by record id; by the id of another row of the same venue; by
 * another id of the same source, when exactly one venue at the same place has it; or by the identifier of the building,
 * when somebody else listed it. The import then adds to that listing, below what its holder says. Another record of
 * the same source is another building: two records of one file never share a venue by anything but their own ids.
 */
export async function findKnown(
  db: Knex,
  source: Source,
  records: readonly ImportedVenue[],
  run: number,
): Promise<Known> {
  if (records.length === 0) return { venues: new Map(), takenOver: [] };
  const given = records.map(
    ({ recordId, sameAs = [], members = [], venue: { location, identifiers = [] } }, n) => ({
      n,
      record_id: recordId,
      lon: location.lon,
      lat: location.lat,
      same_as: sameAs,
      members,
      // A charity may have many buildings; the other schemes name one.
      identifiers: identifiers.filter(({ scheme }) => scheme !== 'charity'),
    }),
  );
  // Another record of this file has been that venue already.
  const isTaken = `exists (select from source_record o where o.source_id = r.source_id
    and o.venue_id = r.venue_id and o.last_run = :run and o.record_id <> g.record_id)`;
  const isNear = 'great_circle(to_mercator(v.lon, v.lat), to_mercator(g.lon, g.lat)) < :distance';
  const { rows } = await db.raw(
    `with given as materialized (
       select * from json_to_recordset(:given::json)
         as row(n int, record_id text, lon float8, lat float8, same_as json, members json, identifiers json)
     ), found as (
       select g.n, case r.digest when :member then 2 else 1 end as step, r.venue_id from given g
       join source_record r on r.source_id = :source and r.record_id = g.record_id
       where r.digest <> :member or not ${isTaken}
       union
       select g.n, 2, v.id from given g cross join lateral json_array_elements_text(g.members) other
       join source_record r on r.source_id = :source and r.record_id = other
       join venue v on v.id = r.venue_id and ${isNear} where not ${isTaken}
       union
       select g.n, 3, v.id from given g cross join lateral json_array_elements_text(g.same_as) other
       join source_record r on r.source_id = :source and r.record_id = other
       join venue v on v.id = r.venue_id and ${isNear}
       union
       select g.n, 4, i.venue_id from given g cross join lateral json_array_elements(g.identifiers) own
       join identifier i on i.scheme = own->>'scheme' and i.value = own->>'value'
       where not exists (select from source_record r where r.venue_id = i.venue_id and r.source_id = :source)
     ), best as (
       select *, min(step) over (partition by n) as first from found
     )
     select n, step, min(venue_id) as venue_id from best where step = first
     group by n, step having count(*) = 1 order by step, n`,
    { given: JSON.stringify(given), source: source.id, distance: SAME_SITE, run, member: AS_MEMBER },
  );
  const known: Known = { venues: new Map(), takenOver: [] };
  const taken = new Set<number>();
  for (const { n, step, venue_id } of rows) {
    if (step > 1 && taken.has(venue_id)) continue;
    taken.add(venue_id);
    known.venues.set(given[n]?.record_id ?? '', venue_id);
    if (step === 2) known.takenOver.push(venue_id);
  }
  return known;
}

export interface Led {
  recordId: string;
  members: string[];
  venueId: number;
}

/**
 * Keeps the ids of all records that make up these venues, so that each is known by any of them when its first record is
 * gone. Those that led a venue before lead it no longer.
 */
export async function saveMembers(
  db: Knex,
  source: Source,
  led: readonly Led[],
  takenOver: readonly number[],
  run: number,
  today: string,
): Promise<void> {
  if (takenOver.length > 0) {
    await db('source_record')
      .where({ source_id: source.id })
      .whereIn('venue_id', [...takenOver])
      .whereNotIn(
        'record_id',
        led.map(({ recordId }) => recordId),
      )
      .update({ digest: AS_MEMBER });
  }
  const members = new Map(led.flatMap(({ members, venueId }) => members.map((id) => [id, venueId] as const)));
  if (members.size === 0) return;
  const seen = { first_seen: today, last_seen: today, last_run: run, vanished_on: null };
  await db('source_record')
    .insert(
      [...members].map(([record_id, venue_id]) => ({
        source_id: source.id,
        record_id,
        venue_id,
        digest: AS_MEMBER,
        ...seen,
      })),
    )
    .onConflict(['source_id', 'record_id'])
    .merge(['digest', 'last_seen', 'last_run', 'vanished_on'])
    .whereRaw('source_record.venue_id = excluded.venue_id');
}
