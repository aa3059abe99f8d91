/** Who holds a venue, and in whose name a visitor changes it. */
import type { Knex } from 'knex';
import type { Visitor } from '../http/visitor.ts';
import { notFound } from '../problem.ts';
import type { HeldVenue } from './policy.ts';
import { type Actor, isShown } from './record.ts';
import { servicesIn } from './services.ts';

/** What policies decide on. Throws Problem 404. */
export async function venueHeld(db: Knex, id: number): Promise<HeldVenue> {
  const [row] = await db('venue')
    .where({ id })
    .select('organisation_id', 'status', 'precision', 'hidden_at', 'services_consent', 'services_sessions');
  if (!row) throw notFound('venue');
  return {
    id,
    isPublic: isShown({ status: row.status, isHidden: row.hidden_at !== null }),
    status: row.status,
    precision: row.precision,
    services: servicesIn(row),
    ...(row.organisation_id !== null && { organisationId: row.organisation_id }),
  };
}

/** For `about` of routes whose path has `:id`. */
export const aboutVenue = ({ db, params }: { db: Knex; params: { id: number } }): Promise<HeldVenue> =>
  venueHeld(db, params.id);

/**
 * A visitor as the author of a change. The public reads the organisation's name; which person it was, only members do.
 */
export async function actorOf(
  db: Knex,
  visitor: Visitor,
  organisationId: number | undefined,
): Promise<Actor> {
  if (visitor.kind === 'operator') return operator;
  return actorFor(db, { organisationId, ...(visitor.kind === 'person' && { personId: visitor.id }) });
}

const operator: Actor = { name: 'operator', kind: 'operator', rank: 'holder' };

/** The same for somebody who is not here, such as the reader of a letter. */
export async function actorFor(
  db: Knex,
  { organisationId, personId }: { organisationId: number | undefined; personId?: number },
): Promise<Actor> {
  if (organisationId === undefined) return operator;
  const organisation = await db('organisation').where({ id: organisationId }).first('name');
  return {
    name: organisation?.name ?? 'member',
    kind: 'member',
    rank: 'holder',
    ...(personId !== undefined && { personId }),
  };
}

export interface HeldPlace {
  id: number;
  slug: string;
  name: string;
  status: 'draft' | 'published' | 'withdrawn';
  /** By an operator, for now. */
  isHidden: boolean;
  organisationId: number;
}

/** What these organisations hold, whatever its status, by name. At most 200: who has more finds them by search. */
export const heldVenues = (db: Knex, organisationIds: number[]): Promise<HeldPlace[]> =>
  db('venue')
    .whereIn('organisation_id', organisationIds)
    .orderBy(['name', 'id'])
    .limit(200)
    .select('id', 'slug', 'name', 'status', 'organisation_id as organisationId', {
      isHidden: db.raw('hidden_at is not null'),
    });

/** What a page about a venue is headed with. */
export interface NamedVenue {
  id: number;
  slug: string;
  name: string;
}

/** Throws Problem 404. Whether the visitor may know its name is for the caller to know. */
export async function heldName(db: Knex, id: number): Promise<NamedVenue> {
  const row: NamedVenue | undefined = await db('venue').where({ id }).first('id', 'slug', 'name');
  if (!row) throw notFound('venue');
  return row;
}
