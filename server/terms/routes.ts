/** /api/v1/venues/{id}/terms: the house terms of a venue, now and in every version. */
import { Type } from '@sinclair/typebox';
import type { Request } from 'express';
import type { Knex } from 'knex';
import { contentEtag, versionsToChange } from '../http/conditional.ts';
import { everyone, ok, type Reply, type Route, route, type Visitor } from '../http/route.ts';
import { notFound } from '../problem.ts';
import { aboutVenue, actorOf, venueHeld } from '../venues/held.ts';
import { maySeeRecord, mayStewardVenue } from '../venues/policy.ts';
import { Id } from '../venues/schema.ts';
import { currentTerms, saveTerms, type TermsVersion, termsAt } from './repository.ts';
import { NewTerms, Terms } from './schema.ts';

const OfVenue = Type.Object({ id: Id });
const OfVersion = Type.Object({ id: Id, version: Id });
const Stated = Type.Object({ version: Type.Integer(), outcome: Type.String() }, { $id: 'TermsStated' });

/** Terms are as public as their venue. */
async function isShown(db: Knex, visitor: Visitor, venueId: number): Promise<'public' | 'private'> {
  const venue = await venueHeld(db, venueId);
  if (venue.isPublic) return 'public';
  if (maySeeRecord(visitor, venue)) return 'private';
  throw notFound('venue');
}

function answer(
  { version, statedAt, statedBy, terms }: TermsVersion,
  { id, request, shown, publicUrl }: { id: number; request: Request; shown: string; publicUrl: string },
): Reply {
  const found: Terms =
    version === 0
      ? { version }
      : { version, url: `${publicUrl}/api/v1/venues/${id}/terms/${version}`, statedAt, statedBy, terms };
  const body = JSON.stringify(found);
  return ok(body, {
    headers: {
      ETag: contentEtag(version, body, request),
      'Cache-Control': shown === 'public' ? 'public, max-age=0, must-revalidate' : 'private, no-store',
    },
  });
}

const current = route({
  method: 'get',
  path: '/api/v1/venues/:id/terms',
  access: everyone,
  summary: 'The house terms of a venue',
  description:
    'What the holder asks of its guests, now. Version 0: none are stated yet, which does not mean that there are none. A part that is left out is unknown.',
  params: OfVenue,
  answers: { 200: { description: 'The terms', schema: Terms }, 304: { description: 'Not changed' } },
  handler: async ({ db, config: { publicUrl }, params: { id }, visitor, request }) => {
    const shown = await isShown(db, visitor, id);
    return answer(await currentTerms(db, id), { id, request, shown, publicUrl });
  },
});

const old = route({
  method: 'get',
  path: '/api/v1/venues/:id/terms/:version',
  access: everyone,
  summary: 'One version of the house terms',
  description: 'A version never changes, and stays readable when there is a newer one.',
  params: OfVersion,
  answers: {
    200: { description: 'The terms as they were', schema: Terms },
    304: { description: 'Not changed' },
  },
  handler: async ({ db, config: { publicUrl }, params: { id, version }, visitor, request }) => {
    const shown = await isShown(db, visitor, id);
    return answer(await termsAt(db, id, version), { id, request, shown, publicUrl });
  },
});

const state = route({
  method: 'put',
  path: '/api/v1/venues/:id/terms',
  about: aboutVenue,
  access: mayStewardVenue,
  summary: 'State the house terms',
  description:
    'Replaces them whole, as a new version. Send If-Match with the ETag you read ("0" when none were stated): 428 without, 412 when somebody was first.',
  params: OfVenue,
  body: NewTerms,
  answers: { 200: { description: 'Stated, or as they were', schema: Stated } },
  handler: async ({ db, params, body, visitor, subject, request }) => {
    const against = versionsToChange(request);
    const actor = await actorOf(db, visitor, subject.organisationId);
    const stated = await saveTerms(db, actor, params.id, body, { against });
    return ok(stated, { headers: { ETag: `"${stated.version}"` } });
  },
});

export const termsRoutes: Route[] = [current, old, state];
