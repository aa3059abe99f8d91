/** What waits to be answered about a venue: suggestions of visitors, and what data sets say beside a higher word. */
import type { Knex } from 'knex';
import { canonical, statements, type VenueRecord } from '../venues/record.ts';
import type { NewFact } from '../venues/schema.ts';
import { findFact } from '../vocabulary.ts';
import type { Correction, NewCorrection, UnheldCorrections } from './schema.ts';

/** More than anybody looks through at once. */
const MOST = 100;

export interface CorrectionRow {
  id: number;
  about: NewCorrection['about'];
  space_id: number | null;
  key: string | null;
  value: string | number | null;
  words: string | null;
  method: 'visited' | 'told';
  seen_on: string;
  named: string | null;
  wants_answer: boolean;
  madeAt: string;
}

export interface SuggestionRow {
  id: number;
  path: string;
  value: unknown;
  source_id: string;
  source: string;
  madeAt: string;
}

/** Who holds a place, and whether it is listed, is not for data sets to suggest. */
const notAsked = ['/status', '/organisationId'];

/** Where a visitor’s suggestion would stand, and as what. */
function placeOf({ about, space_id, key, value, method, seen_on }: CorrectionRow): {
  path?: string;
  value?: unknown;
} {
  const room = space_id === null ? '' : `/spaces/${space_id}`;
  if (about === 'fact') {
    const fact = { key, value, method, observedOn: seen_on };
    return { path: `${room}/facts/${key}`, value: fact };
  }
  if (about === 'capacity')
    return { path: `${room}/capacities/${key}`, value: { layout: key, comfortable: value } };
  return about === 'name' ? { path: '/name', value } : {};
}

/** Can it be put there? Rooms are not replaced whole, and what is gone stays gone. */
function applies(record: VenueRecord, path: string): boolean {
  const [, list = '', id = '', part = '', key = ''] = path.split('/');
  if (list === 'facts') return findFact(id)?.scope !== 'space';
  if (list !== 'spaces') return true;
  const isThere = record.spaces.some((space) => String(space.id) === id);
  return isThere && (part === 'capacities' || (part === 'facts' && findFact(key)?.scope !== 'venue'));
}

export function asCorrection(record: VenueRecord, row: CorrectionRow): Correction {
  const place = placeOf(row);
  return {
    id: `v${row.id}`,
    from: 'visitor',
    about: row.about,
    ...(place.path !== undefined && { ...place, ...nowAt(record, place.path) }),
    ...(row.words !== null && { words: row.words }),
    method: row.method,
    seenOn: row.seen_on,
    ...(row.named !== null && { name: row.named }),
    wantsAnswer: row.wants_answer,
    applies: place.path !== undefined && applies(record, place.path),
    madeAt: row.madeAt,
  };
}

const nowAt = (record: VenueRecord, path: string) => {
  const now = statements(record).get(path);
  return now === undefined ? {} : { now };
};

export const asSuggestion = (
  record: VenueRecord,
  { id, path, value, source, madeAt }: SuggestionRow,
): Correction => ({
  id: `i${id}`,
  from: 'import',
  about: 'field',
  path,
  value,
  ...nowAt(record, path),
  source,
  wantsAnswer: false,
  applies: applies(record, path),
  madeAt,
});

export const corrections = (db: Knex) =>
  db('correction as c')
    .where('c.state', 'waiting')
    .select(
      'c.id',
      'c.about',
      'c.space_id',
      'c.key',
      'c.value',
      'c.words',
      'c.method',
      'c.seen_on',
      'c.named',
    )
    .select(db.raw(`c.email is not null as wants_answer, to_json(c.made_at)#>>'{}' as "madeAt"`));

export const suggestions = (db: Knex) =>
  db('suggestion as s')
    .join('source as o', 'o.id', 's.source_id')
    .whereNull('s.declined_at')
    .whereNotIn('s.path', notAsked)
    .select('s.id', 's.path', 's.value', 's.source_id', 'o.name as source')
    .select(db.raw(`to_json(s.suggested_at)#>>'{}' as "madeAt"`));

/** What a data set says that the venue says by now, too, waits for nobody. */
const saysSomethingElse = ({ value, now }: Correction) => {
  const what = (each: unknown) => (each as Partial<NewFact> | undefined)?.value ?? each;
  return canonical(what(value)) !== canonical(what(now));
};

/** The oldest first, visitors before data sets. */
export async function listWaiting(db: Knex, record: VenueRecord): Promise<Correction[]> {
  const said: CorrectionRow[] = await corrections(db)
    .where('c.venue_id', record.id)
    .orderBy('c.id')
    .limit(MOST);
  const beside: SuggestionRow[] = await suggestions(db)
    .where('s.venue_id', record.id)
    .orderBy('s.id')
    .limit(MOST);
  return [
    ...said.map((row) => asCorrection(record, row)),
    ...beside.map((row) => asSuggestion(record, row)).filter(saysSomethingElse),
  ];
}

/** How many visitors’ suggestions, and data sets’, wait for each of these venues; those without any are left out. */
export async function countWaiting(db: Knex, venueIds: readonly number[]): Promise<Map<number, number>> {
  if (venueIds.length === 0) return new Map();
  const { rows } = await db.raw(
    `select venue_id, count(*)::int as waiting from (
       select venue_id from correction where state = 'waiting' and venue_id = any(:ids)
       union all
       select venue_id from suggestion where declined_at is null and venue_id = any(:ids) and path <> all(:notAsked)
     ) all_waiting group by venue_id`,
    { ids: [...venueIds], notAsked },
  );
  return new Map(rows.map((row: { venue_id: number; waiting: number }) => [row.venue_id, row.waiting]));
}

/** Published places that nobody holds, with suggestions of visitors: those who look after the register answer them. */
export async function unheldWaiting(db: Knex, limit = 50): Promise<UnheldCorrections['items']> {
  const { rows } = await db.raw(
    `select json_build_object('id', v.id, 'slug', v.slug, 'name', v.name) as venue, count(*)::int as waiting
     from correction c join venue v on v.id = c.venue_id
     where c.state = 'waiting' and v.organisation_id is null and v.status = 'published'
     group by v.id order by min(c.id) limit ?`,
    [limit],
  );
  return rows;
}
