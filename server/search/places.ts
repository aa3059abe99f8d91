/** The gazetteer: places and postcodes by name, for “near …” and for suggestions while typing. */
import type { Knex } from 'knex';
import { read } from '../database/read.ts';
import type { Place } from './sentence.ts';

export interface GazetteerPlace {
  name: string;
  area: string;
  kind: string;
  lon: number;
  lat: number;
}

/** Metres that “near” means for each kind of place. */
const radii: Record<string, number> = {
  city: 15_000,
  town: 5_000,
  village: 4_000,
  hamlet: 3_000,
  suburb: 2_000,
  station: 1_500,
  postcode: 1_000,
  postcode_sector: 1_500,
  outcode: 3_000,
};
const OTHER_RADIUS = 2_500;

/** Better-known kinds first, where several places share a name. */
const KIND_ORDER = `array_position(array['outcode','postcode_sector','postcode','city','town','suburb','village','station','hamlet'], kind)`;

/**
 * The places of these folded names. Where a name is shared, the one with most venues round it wins, so that a
 * register of London takes “Richmond” as London's.
 */
export async function findPlaces(db: Knex, folded: string[]): Promise<Map<string, Place>> {
  if (folded.length === 0) return new Map();
  const rows = await read<GazetteerPlace & { folded: string }>(db, {
    text: `select distinct on (p.folded) p.folded, p.name, p.area, p.kind, p.lon, p.lat from place p
      cross join lateral (
        select count(*) as venues from (
          select from venue_search v where v.pt <@ circle_box(to_mercator(p.lon, p.lat), 10000) limit 50) near) around
      where p.folded = any($1::text[])
      order by p.folded, around.venues desc, ${KIND_ORDER} nulls last, p.id`,
    values: [folded],
  });
  return new Map(
    rows.map(({ folded: key, name, kind, lon, lat }) => [
      key,
      { name, kind, lon, lat, radius: radii[kind] ?? OTHER_RADIUS },
    ]),
  );
}
