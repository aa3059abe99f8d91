/** The part of a plan's form that is a search: read as the search page reads it, in words, and counted. */
import type { Static } from '@sinclair/typebox';
import type { Knex } from 'knex';
import type { Language } from '../../client/language/language.ts';
import { chipsOf } from '../../client/logic/chips.ts';
import type { FormFault } from '../../client/logic/form.ts';
import {
  apiQuery,
  type Query,
  readQuery,
  searchPath,
  without,
  writeQuery,
} from '../../client/logic/query.ts';
import type { AreaChoice } from '../../client/pages/data.ts';
import { findAreas, listAreas } from '../areas/read.ts';
import { decodeParameters, parameterValidator } from '../http/validate.ts';
import type { Typed } from '../people/kept-form.ts';
import type { CandidatesAsked } from '../plan/schema.ts';
import { findVenues } from '../venues/find.ts';
import { VenueQuery } from '../venues/schema.ts';

export type PlaceSearch = NonNullable<Static<typeof CandidatesAsked>['search']>;

const validate = parameterValidator(VenueQuery);
const MOST_AREAS = 100;
/** What has a field in the form of a plan. */
const fields = ['people', 'layout', 'within', 'profile', 'access', 'amenity'];

/** What was asked of places, as the address of a search has it. */
export function queryIn(typed: Typed): Query {
  const params = new URLSearchParams();
  for (const [name, values] of Object.entries(typed))
    for (const value of [values ?? []].flat()) params.append(name, value);
  return without(apiQuery(readQuery(params)), 'sort', 'cursor');
}

/** The same as fields of a form. */
export const typedOf = (query: Query): Typed =>
  Object.fromEntries(
    Object.entries(query).map(([name, values]) => [name, values.length > 1 ? values : (values[0] ?? '')]),
  );

const joined: Record<string, string> = { near: ',', bbox: ',' };

/** The address of a search from what a plan keeps of it. */
export const queryOfSearch = (search: PlaceSearch): Query =>
  Object.fromEntries(
    Object.entries(search).map(([name, value]) => [
      name,
      joined[name] && Array.isArray(value) ? [value.join(joined[name])] : [value].flat().map(String),
    ]),
  );

export interface ReadSearch {
  /** Absent where something of it is not understood. */
  search?: PlaceSearch;
  faults: FormFault[];
}

export function readSearch(query: Query, { t }: Language): ReadSearch {
  const asked = decodeParameters(VenueQuery, new URLSearchParams(writeQuery(query)));
  const faults = validate(asked).map(({ parameter = '' }): FormFault => {
    if (parameter === 'people') return { field: 'people', sentence: t('plan.error_people') };
    const value = (query[parameter] ?? []).join(', ');
    return {
      field: fields.includes(parameter) ? parameter : 'search',
      sentence: t('plan.error_search', { value }),
    };
  });
  return faults.length > 0 ? { faults } : { search: asked as PlaceSearch, faults };
}

const wordsOf = (language: Language, query: Query, areas: AreaChoice[]): string[] => [
  ...(query.q ? [`“${query.q.join(' ')}”`] : []),
  ...chipsOf(language, query, [], areas).map(({ label }) => label),
];

/** What the page says of the places that can be chosen from. */
export async function placesOf(db: Knex, language: Language, query: Query, { search }: ReadSearch) {
  const { items } = await listAreas(db, { limit: MOST_AREAS });
  const missing = (query.within ?? []).filter((id) => !items.some((area) => area.id === id));
  const areas: AreaChoice[] =
    missing.length > 0 ? [...items, ...(await findAreas(db, missing.slice(0, MOST_AREAS)))] : items;
  const found = search && (await findVenues(db, { ...search, limit: 1, include: ['total'] }));
  const kept = Object.entries(without(query, ...fields)).flatMap(([name, values]) =>
    values.map((value): [string, string] => [name, value]),
  );
  return {
    ...(found?.summary.total && { count: found.summary.total }),
    chips: wordsOf(language, query, areas),
    kept,
    areas,
    search: searchPath(query),
  };
}

/** What candidates had to have, in words. */
export async function searchWords(
  db: Knex,
  language: Language,
  search: PlaceSearch | undefined,
): Promise<string[]> {
  if (!search) return [];
  const query = queryOfSearch(search);
  const areas = query.within ? await findAreas(db, query.within.slice(0, MOST_AREAS)) : [];
  return wordsOf(language, query, areas);
}
