/** What a new listing begins with: its point, from a postcode or as typed, and whether it is here already. */
import type { Knex } from 'knex';
import { placeKey } from '../search/fold.ts';
import { findPlaces } from '../search/places.ts';
import { findVenues } from '../venues/find.ts';
import type { VenueItem } from '../venues/schema.ts';

export interface Point {
  lon: number;
  lat: number;
}

/** Metres within which a place of a similar name may be the same. */
const SAME_PLACE = 100;
/** Trigram similarity from which two names are alike; “Hall” alone makes 0.25. */
const ALIKE = 0.35;

/** The first part of a British postcode, or that with a digit: a district, whose middle is nobody's door. */
const isDistrict = (key: string) => /^[a-z]{1,2}\d[a-z\d]?( \d)?$/.test(key);

/** The middle of a whole postcode, when the gazetteer has it. */
export async function pointOfPostcode(db: Knex, postcode: string): Promise<Point | undefined> {
  const key = placeKey(postcode);
  if (isDistrict(key)) return undefined;
  const found = (await findPlaces(db, [key])).get(key);
  return found && found.kind === 'postcode' ? { lon: found.lon, lat: found.lat } : undefined;
}

const pair = /^\s*(-?\d{1,3}(?:\.\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:\.\d+)?)\s*$/;

/** `51.4275, -0.168`: latitude first, as maps and phones show it. What is wrong with it when it is no such pair, or no place on a map. */
export function pointTyped(text: string): Point | 'point' | 'pointRange' {
  const [, lat, lon] = pair.exec(text) ?? [];
  if (lat === undefined || lon === undefined) return 'point';
  const point = { lat: Number(lat), lon: Number(lon) };
  return Math.abs(point.lat) <= 85 && Math.abs(point.lon) <= 180 ? point : 'pointRange';
}

/** Places in the public register that may be this one: near, by their public points, and of a similar name; but for itself. */
export async function mayBeSame(
  db: Knex,
  name: string,
  { lon, lat }: Point,
  except?: number,
): Promise<Pick<VenueItem, 'id' | 'slug' | 'name'>[]> {
  const found = await findVenues(db, { near: [lon, lat], radius: SAME_PLACE, limit: 20, include: ['none'] });
  const all: VenueItem[] = JSON.parse(found.items);
  const items = all.filter(({ id }) => id !== except);
  if (items.length === 0) return [];
  const { rows } = await db.raw(
    `select id from json_to_recordset(:items::json) as row(id int, name text)
     where similarity(lower(name), lower(:name)) >= :alike order by similarity(lower(name), lower(:name)) desc`,
    { items: JSON.stringify(items.map((item) => ({ id: item.id, name: item.name }))), name, alike: ALIKE },
  );
  return rows.flatMap(({ id }: { id: number }) =>
    items.filter((item) => item.id === id).map((item) => ({ id, slug: item.slug, name: item.name })),
  );
}
