/** /api/v1/organisations: who lists places, their members, and what was done in their name. */
import { Type } from '@sinclair/typebox';
import { listAudit, recordAudit } from '../audit/repository.ts';
import { contentEtag, versionsToChange } from '../http/conditional.ts';
import { everyone, ok, type Route, route } from '../http/route.ts';
import { personOfVisit, signedIn } from '../people/policy.ts';
import { Id } from '../venues/schema.ts';
import { newOrganisationLimits } from './limits.ts';
import { mayHandOn, mayRemove, maySeeInside, maySteward } from './policy.ts';
import {
  aboutOrganisation,
  changeOrganisation,
  createOrganisation,
  getOrganisation,
  handOnStewardship,
  listMembers,
  ORGANISATION_CHANGED,
  removeMember,
  setRole,
} from './repository.ts';
import {
  AuditList,
  HandOn,
  MemberChange,
  Members,
  NewOrganisation,
  Organisation,
  OrganisationChange,
  OrganisationChanged,
  OrganisationMade,
} from './schema.ts';

const WithId = Type.Object({ id: Id });
const WithPerson = Type.Object({ id: Id, person: Id });
const limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 }));
const place = (description: string) => Type.Optional(Type.Integer({ minimum: 1, description }));
const After = Type.Object(
  { limit, after: place('Those after this one; from `next`') },
  { additionalProperties: false },
);
const Before = Type.Object(
  { limit, before: place('Those before this one; from `next`') },
  { additionalProperties: false },
);

export const organisationRoutes: Route[] = [
  route({
    method: 'post',
    path: '/api/v1/organisations',
    access: signedIn,
    limits: newOrganisationLimits,
    summary: 'Add an organisation',
    description: 'You are its first steward. Its short name is made from its name.',
    body: NewOrganisation,
    answers: { 201: { description: 'Added', schema: OrganisationMade } },
    handler: async ({ db, body, visitor }) => {
      const made = await createOrganisation(db, body, personOfVisit(visitor).id);
      return ok(made, { status: 201, headers: { Location: `/api/v1/organisations/${made.id}` } });
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/organisations/:id',
    access: everyone,
    summary: 'One organisation, and the places it lists',
    description: 'Who its members are is not public. 410 when it is dissolved.',
    params: WithId,
    query: After,
    answers: { 200: { description: 'The organisation', schema: Organisation } },
    cacheControl: 'public, max-age=0, must-revalidate',
    handler: async ({ db, params, query, request }) => {
      const { organisation, version } = await getOrganisation(db, params.id, query);
      const ETag = contentEtag(version, JSON.stringify(organisation), request);
      return ok(organisation, { headers: { ETag } });
    },
  }),
  route({
    method: 'patch',
    path: '/api/v1/organisations/:id',
    about: aboutOrganisation,
    access: maySteward,
    summary: 'Change what an organisation says of itself',
    description: 'Send If-Match with the ETag you read: 428 without, 412 when somebody was first.',
    params: WithId,
    body: OrganisationChange,
    answers: { 200: { description: 'Changed', schema: OrganisationChanged } },
    handler: async ({ db, params, body, request, visitor }) => {
      const version = await changeOrganisation(db, params.id, body, versionsToChange(request));
      const detail = { fields: Object.keys(body) };
      await recordAudit(db, { visitor, organisationId: params.id, action: ORGANISATION_CHANGED, detail });
      return ok({ version }, { headers: { ETag: `"${version}"` } });
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/organisations/:id/members',
    about: aboutOrganisation,
    access: maySeeInside,
    summary: 'Who is a member',
    params: WithId,
    query: After,
    answers: { 200: { description: 'Members with their roles', schema: Members } },
    cacheControl: 'private, no-store',
    handler: async ({ db, params, query }) => ok(await listMembers(db, params.id, query)),
  }),
  route({
    method: 'patch',
    path: '/api/v1/organisations/:id/members/:person',
    about: aboutOrganisation,
    access: maySteward,
    summary: 'Change the role of a member',
    description: '409 when no steward would be left.',
    params: WithPerson,
    body: MemberChange,
    answers: { 204: { description: 'Changed' } },
    handler: async ({ db, params: { id, person }, body, visitor }) => {
      await setRole(db, id, person, body.role);
      await recordAudit(db, {
        visitor,
        organisationId: id,
        action: 'member.role',
        detail: { role: body.role },
      });
      return ok('', { status: 204 });
    },
  }),
  route({
    method: 'delete',
    path: '/api/v1/organisations/:id/members/:person',
    about: aboutOrganisation,
    access: mayRemove,
    summary: 'Remove a member, or leave',
    description: '409 when no steward would be left.',
    params: WithPerson,
    answers: { 204: { description: 'No longer a member' } },
    handler: async ({ db, params: { id, person }, visitor }) => {
      await removeMember(db, id, person);
      const left = visitor.kind === 'person' && visitor.id === person;
      await recordAudit(db, { visitor, organisationId: id, action: left ? 'member.leave' : 'member.remove' });
      return ok('', { status: 204 });
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/organisations/:id/stewardship',
    about: aboutOrganisation,
    access: mayHandOn,
    summary: 'Hand your stewardship on to another member',
    description: 'They become a steward and you step down, both or neither.',
    params: WithId,
    body: HandOn,
    answers: { 204: { description: 'Handed on' } },
    handler: async ({ db, params: { id }, body, visitor }) => {
      await handOnStewardship(db, id, {
        from: personOfVisit(visitor).id,
        to: body.person,
        leaves: body.leave ?? false,
      });
      await recordAudit(db, { visitor, organisationId: id, action: 'member.hand_on' });
      return ok('', { status: 204 });
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/organisations/:id/audit',
    about: aboutOrganisation,
    access: maySeeInside,
    summary: 'What was done in the name of an organisation',
    params: WithId,
    query: Before,
    answers: { 200: { description: 'Entries, newest first', schema: AuditList } },
    cacheControl: 'private, no-store',
    handler: async ({ db, params, query }) => ok(await listAudit(db, params.id, query)),
  }),
];
