/** /api/v1/venues/{id}/facts/confirm: saying that facts are still true. */
import { Type } from '@sinclair/typebox';
import { versionsToChange } from '../http/conditional.ts';
import { ok, type Route, route } from '../http/route.ts';
import { aboutVenue, actorOf } from '../venues/held.ts';
import { mayEditVenue } from '../venues/policy.ts';
import { Id } from '../venues/schema.ts';
import { confirmFacts } from './confirm.ts';
import { ConfirmFacts, FactsConfirmed } from './schema.ts';

const confirm = route({
  method: 'post',
  path: '/api/v1/venues/:id/facts/confirm',
  about: aboutVenue,
  access: mayEditVenue,
  summary: 'Say that facts are still true',
  description:
    'One change, in which nothing but the evidence of these facts changes. What is gone by now, or known from that day or later already, is left as it is. Send If-Match with the ETag you read: 428 without, 412 when somebody was first.',
  params: Type.Object({ id: Id }),
  body: ConfirmFacts,
  answers: { 200: { description: 'Confirmed, as far as they stood', schema: FactsConfirmed } },
  handler: async ({ db, params, body: { facts, ...evidence }, visitor, subject, request }) => {
    const versions = versionsToChange(request);
    const actor = await actorOf(db, visitor, subject.organisationId);
    const made = await confirmFacts(db, actor, params.id, facts, evidence, { versions });
    const { id, version, outcome, confirmed, left } = made;
    return ok({ id, version, outcome, confirmed, left }, { headers: { ETag: `"${version}"` } });
  },
});

export const factRoutes: Route[] = [confirm];
