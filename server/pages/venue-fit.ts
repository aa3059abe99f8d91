/** The search that somebody came from, judged against the venue they look at. */
import type { Knex } from 'knex';
import { askedFor } from '../../client/logic/chips.ts';
import { first, type Query, readQuery, writeQuery } from '../../client/logic/query.ts';
import type { FitData } from '../../client/pages/data.ts';
import { judgeVenue } from '../fit/fit.ts';
import { decodeParameters, parameterValidator } from '../http/validate.ts';
import { Problem } from '../problem.ts';
import { type Understanding, understand } from '../search/understand.ts';
import { type Venue, VenueQuery } from '../venues/schema.ts';

const validateQuery = parameterValidator(VenueQuery);
const judged = ['q', 'people', 'layout', 'profile', 'access', 'amenity', 'openAt'];

/** Undefined when the address asks nothing that a venue can be judged by, or nothing that can be understood. */
export async function fitOf(db: Knex, venue: Venue, search: string) {
  const asked = readQuery(search);
  const query: Query = Object.fromEntries(
    judged.flatMap((name) => (asked[name] ? [[name, asked[name]]] : [])),
  );
  const meaning = await meaningOf(db, query);
  if (!meaning) return undefined;
  const { filters, understood } = meaning;
  const { people, layout, access, amenity, openAt } = filters;
  if ([people, layout, openAt].every((each) => each === undefined) && !access?.length && !amenity?.length)
    return undefined;
  const { answer, spaces } = judgeVenue(venue, filters);
  const { facts } = askedFor(query, understood);
  const time = first(query, 'openAt') || understood.find(({ parameter }) => parameter === 'openAt')?.value;
  const fit: FitData = {
    query,
    facts,
    answer,
    rooms: spaces,
    ...(people !== undefined && { people }),
    ...(layout !== undefined && { layout }),
    ...(openAt !== undefined && { openAt }),
  };
  // What other places are asked, in the words of a question.
  const needs: VenueQuery = {
    ...(people !== undefined && { people }),
    ...(layout !== undefined && { layout }),
    ...(access?.length && { access }),
    ...(amenity?.length && { amenity }),
    ...(time && { openAt: time }),
  };
  return { fit, needs };
}

async function meaningOf(db: Knex, query: Query): Promise<Understanding | undefined> {
  try {
    const asked = decodeParameters(VenueQuery, new URLSearchParams(writeQuery(query)));
    if (validateQuery(asked).length > 0) return undefined;
    return await understand(db, asked);
  } catch (error) {
    if (error instanceof Problem && error.status === 400) return undefined;
    throw error;
  }
}
