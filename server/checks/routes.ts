/** /api/v1/venues/{id}/checks: what was seen on a walk round a place. */
import { Type } from '@sinclair/typebox';
import { ok, type Route, route } from '../http/route.ts';
import { aboutVenue, actorOf } from '../venues/held.ts';
import { mayEditVenue } from '../venues/policy.ts';
import { Id } from '../venues/schema.ts';
import { CheckTaken, NewCheck } from './schema.ts';
import { takeCheck } from './take.ts';

export const checkRoutes: Route[] = [
  route({
    method: 'post',
    path: '/api/v1/venues/:id/checks',
    about: aboutVenue,
    access: mayEditVenue,
    summary: 'Send what was seen on a walk round a venue',
    description:
      'Confirms or changes the facts that were looked at, as visited; all others stay as they are. Each answer says what was stated when the check was begun, so nobody’s change is overwritten, however late it comes. Send an Idempotency-Key, and it can be sent again until it is answered.',
    params: Type.Object({ id: Id }),
    body: NewCheck,
    limits: [{ name: 'check', tries: 120, seconds: 3600, by: 'visitor' }],
    answers: { 200: { description: 'What was saved, and what was not', schema: CheckTaken } },
    handler: async ({ db, params, body, visitor, subject }) => {
      const actor = await actorOf(db, visitor, subject.organisationId);
      return ok(await takeCheck(db, actor, params.id, body));
    },
  }),
];
