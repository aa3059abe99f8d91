/** The sites of a plan: found as everybody finds venues, at the points that everybody is shown. */
import type { Knex } from 'knex';
import { type InputFault, invalidInput, Problem } from '../problem.ts';
import { findItems, findVenues } from '../venues/find.ts';
import type { VenueItem } from '../venues/schema.ts';
import { type Asked, type Candidate, MOST_CANDIDATES } from './schema.ts';

const PAGE = 100;
const NAMED = 5;

/** Undefined where the public is shown no place. */
function candidateOf({ id, location }: VenueItem, included: boolean): Candidate | undefined {
  const { lon, lat, precision } = location;
  return lon === undefined || lat === undefined ? undefined : { id, lon, lat, precision, included };
}

type Search = Asked['candidates']['search'];

/** Every venue of a search. Throws Problem 400 with pointers into the body. */
async function searched(db: Knex, search: NonNullable<Search>): Promise<VenueItem[]> {
  const found = new Map<number, VenueItem>();
  let cursor: string | undefined;
  try {
    do {
      const page = await findVenues(db, {
        ...search,
        limit: PAGE,
        include: ['none'],
        ...(cursor !== undefined && { cursor }),
      });
      for (const item of JSON.parse(page.items) as VenueItem[]) found.set(item.id, item);
      cursor = page.next;
      if (found.size > MOST_CANDIDATES) throw tooMany();
    } while (cursor !== undefined);
  } catch (error) {
    if (!(error instanceof Problem) || !error.errors) throw error;
    throw invalidInput(error.errors.map(inBody));
  }
  return [...found.values()];
}

/** The same fault, of the body instead of a query. */
const inBody = ({ parameter, ...fault }: InputFault): InputFault =>
  parameter === undefined ? fault : { ...fault, pointer: `#/candidates/search/${parameter}` };

const tooMany = () =>
  invalidInput([
    {
      pointer: '#/candidates/search',
      detail: `More than ${MOST_CANDIDATES} venues are found. Ask for an area, or for what the room must have.`,
      allowed: { maximum: MOST_CANDIDATES },
    },
  ]);

/**
 * The candidates in the order of their ids, those that are included in any case among them. Throws Problem 400 when
 * there are none or too many, and when one that is to be included is not there, or its place is not shown.
 */
export async function findCandidates(
  db: Knex,
  { search, include = [], exclude = [] }: Asked['candidates'],
): Promise<Candidate[]> {
  const both = include.filter((id) => exclude.includes(id));
  if (both.length > 0)
    throw invalidInput([
      { pointer: '#/candidates/exclude', detail: `Venue ${both.join(', ')} cannot be both in and out.` },
    ]);
  const wanted = (await findItems(db, include)).flatMap((item) => candidateOf(item, true) ?? []);
  const missing = include.filter((id) => !wanted.some((each) => each.id === id));
  if (missing.length > 0)
    throw invalidInput([
      {
        pointer: '#/candidates/include',
        detail: `There is no venue ${missing.slice(0, NAMED).join(', ')} whose place is shown to everybody.`,
        value: missing.slice(0, NAMED),
      },
    ]);
  const out = new Set([...include, ...exclude]);
  const found = (search ? await searched(db, search) : [])
    .filter(({ id }) => !out.has(id))
    .flatMap((item) => candidateOf(item, false) ?? []);
  const all = [...wanted, ...found].sort((a, b) => a.id - b.id);
  if (all.length > MOST_CANDIDATES) throw tooMany();
  if (all.length === 0)
    throw invalidInput([
      {
        pointer: '#/candidates',
        detail: search
          ? 'No venue is found whose place is shown to everybody. Ask for less of them, or elsewhere.'
          : 'There is nothing to choose from. Say a search, or venues to include.',
      },
    ]);
  return all;
}

/** From the most that is shown to the least. */
const precisions = ['exact', 'approximate', 'hidden'];
const rank = (precision: string) => precisions.indexOf(precision);

/** What may be said of candidates now: where each was, unless its holder shows less of it since; by its name of today. */
export async function shownNow(db: Knex, candidates: readonly Candidate[]): Promise<Map<number, VenueItem>> {
  const items = await findItems(
    db,
    candidates.map(({ id }) => id),
  );
  const was = new Map(candidates.map(({ id, precision }) => [id, rank(precision)]));
  return new Map(
    items
      .filter(({ id, location }) => rank(location.precision) <= (was.get(id) ?? 0))
      .map((item) => [item.id, item]),
  );
}
