/** The chosen sites of a plan as whom to write to: a letter, or why there is none. */
import type { Knex } from 'knex';
import { getPlan, type Telling } from '../plan/results.ts';
import { conflict } from '../problem.ts';
import { enquiriesAbout } from './repository.ts';
import type { PlanLetters, Silence } from './schema.ts';

export interface Site {
  id: number;
  name?: string;
  slug: string;
  /** That is nearest to it, as the plan counts. */
  weight: number;
  silence?: Silence;
  hasLetter: boolean;
}

export interface Chosen {
  organisationId: number;
  /** What the plan counts. */
  counted: string;
  sites: Site[];
}

/** Throws Problem 404, and 409 when the plan has no answer, or chooses nothing. */
export async function chosenSites(db: Knex, planId: number, telling: Telling): Promise<Chosen> {
  const { answer, status, organisationId, question, demand } = await getPlan(db, planId, telling);
  if (!answer) throw conflict(`This plan has no answer: it is ${status}.`);
  if (question.kind === 'coverage')
    throw conflict('This plan chooses no places: it only says who is within reach now.');
  const ids = answer.sites.map(({ id }) => id);
  const venues: { id: number; slug: string; holder: number | null }[] = await db('venue')
    .whereRaw('id = any(?::int[])', [ids])
    .select('id', 'slug', 'organisation_id as holder');
  const written = new Set<number>(await db('enquiry').where({ plan_id: planId }).pluck('venue_id'));
  const sites = answer.sites.map((site): Site => {
    const venue = venues.find(({ id }) => id === site.id);
    const silence: Silence | undefined =
      !venue || site.name === undefined
        ? 'not_shown'
        : venue.holder === null
          ? 'no_holder'
          : venue.holder === organisationId
            ? 'own'
            : site.today?.consent === 'declined'
              ? 'declined'
              : undefined;
    return {
      id: site.id,
      slug: venue?.slug ?? '',
      ...(site.name !== undefined && { name: site.name }),
      weight: site.weight,
      ...(silence && { silence }),
      hasLetter: written.has(site.id),
    };
  });
  return { organisationId, counted: demand.weight, sites };
}

export const isToWrite = ({ silence, hasLetter }: Site): boolean => silence === undefined && !hasLetter;

/** Those of these enquiries that are of the plan, in the order of their numbers. */
export const lettersAmong = (db: Knex, planId: number, ids: readonly number[]): Promise<number[]> =>
  db('enquiry')
    .where({ plan_id: planId })
    .whereRaw('id = any(?::int[])', [[...ids]])
    .orderBy('id')
    .pluck('id');

/** One page of them in the order of the plan. Throws as `chosenSites` does. */
export async function planLetters(
  db: Knex,
  planId: number,
  telling: Telling,
  { limit = 20, after = 0 }: { limit?: number; after?: number } = {},
): Promise<PlanLetters> {
  const { sites } = await chosenSites(db, planId, telling);
  const page = sites.slice(after, after + limit);
  const letters = await enquiriesAbout(
    db,
    planId,
    page.map(({ id }) => id),
  );
  return {
    items: page.map(({ id, slug, name, silence }) => {
      const enquiry = letters.get(id);
      return {
        venue: { id, ...(name !== undefined && { name, slug }) },
        ...(enquiry && { enquiry }),
        ...(silence && { silence }),
      };
    }),
    toWrite: sites.filter(isToWrite).length,
    ...(sites.length > after + limit && { next: after + limit }),
  };
}
