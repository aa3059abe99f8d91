/** Handing a venue on, with the consent of both sides; and dissolving an organisation. */
import { Type } from '@sinclair/typebox';
import { versionsToChange } from '../http/conditional.ts';
import { ok, type Route, route } from '../http/route.ts';
import { aboutVenue } from '../venues/held.ts';
import { mayStewardVenue } from '../venues/policy.ts';
import { dissolve } from './dissolve.ts';
import { aboutHandover, acceptHandover, endHandover, listHandovers, offerVenue } from './handover.ts';
import type { OrganisationLetter } from './letters.ts';
import { handoverLimits } from './limits.ts';
import { mayAcceptHandover, mayEndHandover, maySteward } from './policy.ts';
import { aboutOrganisation } from './repository.ts';
import { Id } from './schema.ts';
import { Dissolving, Handovers, NewHandover } from './schema-handovers.ts';

const WithId = Type.Object({ id: Id });
const HandoverMade = Type.Object({ id: Id }, { $id: 'HandoverMade' });

export const handoverRoutes = (letterFor: (publicUrl: string) => OrganisationLetter): Route[] => [
  route({
    method: 'post',
    path: '/api/v1/venues/:id/handovers',
    about: aboutVenue,
    access: mayStewardVenue,
    limits: handoverLimits,
    summary: 'Offer a venue to another organisation',
    description:
      'A steward of that organisation accepts within 14 days, or nothing changes. 409 when it is offered already, or was claimed and can still be contested.',
    params: WithId,
    body: NewHandover,
    answers: { 201: { description: 'Offered', schema: HandoverMade } },
    handler: async ({ db, config, params, body, visitor }) => {
      const offer = { venueId: params.id, visitor, toId: body.organisationId };
      const id = await offerVenue(db, offer, letterFor(config.publicUrl));
      return ok({ id }, { status: 201 });
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/organisations/:id/handovers',
    about: aboutOrganisation,
    access: maySteward,
    summary: 'Venues that are offered, by an organisation and to it',
    params: WithId,
    answers: { 200: { description: 'Open offers', schema: Handovers } },
    cacheControl: 'private, no-store',
    handler: async ({ db, params }) => ok(await listHandovers(db, params.id)),
  }),
  route({
    method: 'post',
    path: '/api/v1/handovers/:id/accept',
    about: aboutHandover,
    access: mayAcceptHandover,
    summary: 'Accept a venue that is offered',
    description:
      'Your organisation holds it from then on. Contacts that are not public, and what was private before, stay with the other organisation.',
    params: WithId,
    answers: { 204: { description: 'Handed on' } },
    handler: async ({ db, config, subject, visitor }) => {
      await acceptHandover(db, { handover: subject, visitor }, letterFor(config.publicUrl));
      return ok('', { status: 204 });
    },
  }),
  route({
    method: 'delete',
    path: '/api/v1/handovers/:id',
    about: aboutHandover,
    access: mayEndHandover,
    summary: 'Take an offer back, or decline it',
    params: WithId,
    answers: { 204: { description: 'Nothing is offered any more' } },
    handler: async ({ db, config, subject, visitor }) => {
      await endHandover(db, { handover: subject, visitor }, letterFor(config.publicUrl));
      return ok('', { status: 204 });
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/organisations/:id/dissolve',
    about: aboutOrganisation,
    access: maySteward,
    summary: 'Dissolve an organisation',
    description:
      'Each of its venues is given up or withdrawn. Its members, keys, invitations, contacts and record end; its name stays in the histories of places, or becomes “a former group”. Cannot be undone. Send If-Match: 428 without, 412 when somebody changed it first.',
    params: WithId,
    body: Dissolving,
    answers: { 204: { description: 'Dissolved' } },
    handler: async ({ db, config, params, body, visitor, request }) => {
      const what = {
        organisationId: params.id,
        visitor,
        dissolving: body,
        versions: versionsToChange(request),
      };
      await dissolve(db, what, letterFor(config.publicUrl));
      return ok('', { status: 204 });
    },
  }),
];
