/** What a person may be typing: venues, places and postcodes. Made to answer between two key strokes. */
import type { Knex } from 'knex';
import { read } from '../database/read.ts';
import { fold, placeKey } from './fold.ts';
import { queryTree } from './words.ts';

export interface Suggestion {
  type: 'venue' | 'place' | 'postcode';
  label: string;
  detail?: string;
  /** Path of the venue's page. */
  url?: string;
  lon?: number;
  lat?: number;
  /** What to search for when this is chosen. */
  query?: string;
}

const MOST_VENUES = 5;
const MOST_PLACES = 4;

/** At most nine suggestions; none for fewer than two letters. */
export async function suggest(db: Knex, q: string): Promise<Suggestion[]> {
  const text = placeKey(q);
  if (text.length < 2) return [];
  const [places, venues] = [await suggestPlaces(db, text), await suggestVenues(db, q)];
  return [...places, ...venues];
}

async function suggestVenues(db: Knex, q: string): Promise<Suggestion[]> {
  const tree = queryTree(q, await correctLast(db, q));
  if (tree === null) return [];
  const rows = await read<{ id: number; slug: string; name: string; town: string | null }>(db, {
    text: `select card::json->>'name' as name, card::json->>'slug' as slug, venue_id as id,
        coalesce(card::json->>'locality', card::json->>'town') as town
      from (select venue_id, card, ts_rank('{0.02, 0.1, 0.3, 1}', words, $1::tsquery) as rank
        from (select * from venue_search where words @@ $1::tsquery limit 2000) found
        order by rank desc, venue_id limit ${MOST_VENUES}) best`,
    values: [tree],
  });
  return rows.map(({ id, slug, name, town }) => ({
    type: 'venue',
    label: name,
    ...(town && { detail: town }),
    url: `/venues/${slug}-${id}`,
  }));
}

async function suggestPlaces(db: Knex, text: string): Promise<Suggestion[]> {
  const start = `${text.replace(/[\\%_]/g, '\\$&')}%`;
  const rows = await read<{ name: string; area: string; kind: string; lon: number; lat: number }>(db, {
    text: `select name, area, kind, lon, lat from (
        (select *, 0 as step from place where folded like $1 order by length(folded), folded limit 40)
        union all
        (select *, 1 as step from place where length($2) > 3 and folded % $2 and folded not like $1
          order by similarity(folded, $2) desc, folded limit ${MOST_PLACES})
      ) found
      order by step, (select count(*) from (select from venue_search v
          where v.pt <@ circle_box(to_mercator(lon, lat), 10000) limit 5) near) desc, length(folded), folded, id
      limit ${MOST_PLACES}`,
    values: [start, text],
  });
  return rows.map(({ name, area, kind, lon, lat }) => {
    const isPostcode = kind === 'postcode' || kind === 'postcode_sector' || kind === 'outcode';
    return {
      type: isPostcode ? 'postcode' : 'place',
      label: name,
      detail: area,
      lon,
      lat,
      query: `near ${name}`,
    };
  });
}

/** Typos in words that are finished, and in the one being typed when no word begins like it. */
async function correctLast(db: Knex, q: string): Promise<Map<string, string[]>> {
  const words = fold(q).match(/[\p{L}\p{M}]{4,}/gu) ?? [];
  if (words.length === 0) return new Map();
  const rows = await read<{ asked: string; word: string }>(db, {
    text: `select asked, near.word from unnest($1::text[]) asked, lateral (
        select word from search_word where word % asked order by similarity(word, asked) desc, word limit 3) near
      where not exists (select from search_word known where known.word like asked || '%')`,
    values: [words],
  });
  const found = new Map<string, string[]>();
  for (const { asked, word } of rows) found.set(asked, [...(found.get(asked) ?? []), word]);
  return found;
}
