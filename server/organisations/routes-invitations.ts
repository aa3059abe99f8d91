/** /api/v1/organisations/{id}/invitations, /api/v1/invitations/accept, /api/v1/me/invitations. */
import { Type } from '@sinclair/typebox';
import { recordAudit } from '../audit/repository.ts';
import { everyone, ok, type Route, route } from '../http/route.ts';
import { keepSession } from '../people/cookie.ts';
import { deviceOf } from '../people/device.ts';
import { redeemLimits } from '../people/limits.ts';
import { personOfVisit, signedIn } from '../people/policy.ts';
import {
  acceptInvitation,
  declineInvitation,
  invitationsTo,
  invite,
  listInvitations,
  withdrawInvitation,
} from './invitations.ts';
import type { OrganisationLetter } from './letters.ts';
import { invitationLimits } from './limits.ts';
import { maySteward } from './policy.ts';
import { aboutOrganisation } from './repository.ts';
import { Id } from './schema.ts';
import {
  Acceptance,
  Accepted,
  InvitationMade,
  Invitations,
  NewInvitation,
  OwnInvitations,
} from './schema-invitations.ts';

const WithId = Type.Object({ id: Id });
const WithInvitation = Type.Object({ id: Id, invitation: Id });

export const invitationRoutes = (letterFor: (publicUrl: string) => OrganisationLetter): Route[] => [
  route({
    method: 'get',
    path: '/api/v1/organisations/:id/invitations',
    about: aboutOrganisation,
    access: maySteward,
    summary: 'Who is invited and has not answered',
    params: WithId,
    answers: { 200: { description: 'Open invitations, the newest first', schema: Invitations } },
    cacheControl: 'private, no-store',
    handler: async ({ db, params }) => ok(await listInvitations(db, params.id)),
  }),
  route({
    method: 'post',
    path: '/api/v1/organisations/:id/invitations',
    about: aboutOrganisation,
    access: maySteward,
    limits: invitationLimits,
    summary: 'Invite somebody by email',
    description:
      'Sends a letter with a link that is good once, for 14 days. The answer is the same whether anybody has that address or not. Inviting an address again sends a new letter; the old link is worth nothing then. 409 when it is a member’s.',
    params: WithId,
    body: NewInvitation,
    answers: { 201: { description: 'The letter is on its way', schema: InvitationMade } },
    handler: async ({ db, config, params, body, visitor }) => {
      const about = { organisationId: params.id, visitor, invitation: body };
      return ok(await invite(db, config, about, letterFor(config.publicUrl)), { status: 201 });
    },
  }),
  route({
    method: 'delete',
    path: '/api/v1/organisations/:id/invitations/:invitation',
    about: aboutOrganisation,
    access: maySteward,
    summary: 'Take an invitation back',
    params: WithInvitation,
    answers: { 204: { description: 'Its link is worth nothing any more' } },
    handler: async ({ db, params: { id, invitation }, visitor }) => {
      await withdrawInvitation(db, id, invitation);
      await recordAudit(db, { visitor, organisationId: id, action: 'member.invite_back' });
      return ok('', { status: 204 });
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/invitations/accept',
    access: everyone,
    limits: redeemLimits,
    summary: 'Accept an invitation',
    description:
      'With the token of the letter when you are new here: that makes your account, and answers with the cookie of a session. When there is an account with the address already, sign in with it first; then the id does. 410 when the invitation was used, taken back, or is too old.',
    body: Acceptance,
    answers: { 200: { description: 'You are a member', schema: Accepted } },
    handler: async ({ db, config, body, request, visitor }) => {
      const { session, ...accepted } = await acceptInvitation(db, visitor, body, deviceOf(request));
      return ok(accepted, {
        headers: {
          'Cache-Control': 'no-store',
          ...(session && { 'Set-Cookie': keepSession(config, session) }),
        },
      });
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/me/invitations',
    access: signedIn,
    summary: 'Where I am invited',
    answers: { 200: { description: 'Open invitations to my address', schema: OwnInvitations } },
    cacheControl: 'private, no-store',
    handler: async ({ db, visitor }) => ok(await invitationsTo(db, personOfVisit(visitor).email)),
  }),
  route({
    method: 'delete',
    path: '/api/v1/me/invitations/:id',
    access: signedIn,
    summary: 'Say no to an invitation',
    params: WithId,
    answers: { 204: { description: 'Declined' } },
    handler: async ({ db, params, visitor }) => {
      await declineInvitation(db, params.id, personOfVisit(visitor).email);
      return ok('', { status: 204 });
    },
  }),
];
