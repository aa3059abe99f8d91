/** The sites of a plan: found as everybody finds venues, at the points that everybody is shown. */
import type { Knex } from 'knex';
import { type InputFault, invalidInput, Problem } from '../problem.ts';
import { findItems, findVenues } from '../venues/find.ts';
import type { Services, VenueItem } from '../venues/schema.ts';
import { askFirst, servicesOf } from '../venues/services.ts';
import { reasons } from './reasons.ts';
import { roomOf } from './room.ts';
import { type Asked, type Candidate, MOST_CANDIDATES } from './schema.ts';

const PAGE = 100;
const NAMED = 5;

/** With what its holder says of services now; undefined where the public is shown no place. */
function candidateOf(
  item: VenueItem,
  services: ReadonlyMap<number, Services>,
  { included, layout }: { included: boolean; layout: string | undefined },
): Candidate | undefined {
  const { id, location } = item;
  const { lon, lat, precision } = location;
  if (lon === undefined || lat === undefined) return undefined;
  const capacity = roomOf(item, layout);
  const room = capacity === undefined ? {} : { capacity };
  return { id, lon, lat, precision, included, ...room, ...(services.get(id) ?? askFirst) };
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

const fault = (pointer: string, detail: string, value?: unknown) =>
  invalidInput([{ pointer, detail, ...(value !== undefined && { value }) }]);

/** Who is to be included must be there, with a place that is shown, and with a holder who lets it be proposed. */
async function included(
  db: Knex,
  { search, include = [], consent }: Asked['candidates'],
): Promise<Candidate[]> {
  const pointer = '#/candidates/include';
  const services = await servicesOf(db, include);
  const found = (await findItems(db, include)).flatMap(
    (item) => candidateOf(item, services, { included: true, layout: search?.layout }) ?? [],
  );
  const first = (ids: number[]) => ids.slice(0, NAMED);
  const missing = first(include.filter((id) => !found.some((each) => each.id === id)));
  if (missing.length > 0)
    throw fault(
      pointer,
      `There is no venue ${missing.join(', ')} whose place is shown to everybody.`,
      missing,
    );
  const idsOf = (word: (consent: Candidate['consent']) => boolean) =>
    first(found.filter((each) => word(each.consent)).map(({ id }) => id));
  const declined = idsOf((each) => each === 'declined');
  if (declined.length > 0)
    throw fault(
      pointer,
      `Venue ${declined.join(', ')} may not be proposed for services: its holder has declined.`,
      declined,
    );
  const unsaid = consent === 'agreed' ? idsOf((each) => each !== 'agreed') : [];
  if (unsaid.length > 0)
    throw fault(
      pointer,
      `The holder of venue ${unsaid.join(', ')} has not agreed yet, and only those who have are asked for.`,
      unsaid,
    );
  return found;
}

/**
 * The candidates in the order of their ids, those that are included in any case among them; never one whose holder
 * has declined. Throws Problem 400 when there are none or too many, and when one that is to be included is not there,
 * its place is not shown, or its holder does not let it be proposed.
 */
export async function findCandidates(
  db: Knex,
  { search, include = [], exclude = [], consent }: Asked['candidates'],
): Promise<Candidate[]> {
  const both = include.filter((id) => exclude.includes(id));
  if (both.length > 0)
    throw fault('#/candidates/exclude', `Venue ${both.join(', ')} cannot be both in and out.`);
  const wanted = await included(db, { search, include, consent });
  const out = new Set([...include, ...exclude]);
  const items = (search ? await searched(db, search) : []).filter(({ id }) => !out.has(id));
  const services = await servicesOf(
    db,
    items.map(({ id }) => id),
  );
  const found = items.flatMap(
    (item) => candidateOf(item, services, { included: false, layout: search?.layout }) ?? [],
  );
  const may = found.filter((each) =>
    consent === 'agreed' ? each.consent === 'agreed' : each.consent !== 'declined',
  );
  const all = [...wanted, ...may].sort((a, b) => a.id - b.id);
  if (all.length > MOST_CANDIDATES) throw tooMany();
  if (all.length > 0) return all;
  if (found.length > 0 && consent === 'agreed') throw fault('#/candidates/consent', reasons['no-consent']);
  if (found.length > 0)
    throw fault(
      '#/candidates',
      'The holders of all venues that are found have declined to have services there.',
    );
  throw fault(
    '#/candidates',
    search
      ? 'No venue is found whose place is shown to everybody. Ask for less of them, or elsewhere.'
      : 'There is nothing to choose from. Say a search, or venues to include.',
  );
}

/** From the most that is shown to the least. */
const precisions = ['exact', 'approximate', 'hidden'];
const rank = (precision: string) => precisions.indexOf(precision);

/** What may be said of candidates now: where each was, unless its holder shows less of it since; by its name of today. */
export async function shownNow(
  db: Knex,
  candidates: readonly Pick<Candidate, 'id' | 'precision'>[],
): Promise<Map<number, VenueItem>> {
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
