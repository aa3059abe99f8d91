/** /api/v1/organisations/{id}/keys: for programs of an organisation. */
import { Type } from '@sinclair/typebox';
import { recordAudit } from '../audit/repository.ts';
import { ok, type Route, route } from '../http/route.ts';
import { listKeys, makeKey, revokeKey } from './keys.ts';
import { keyLimits } from './limits.ts';
import { maySteward } from './policy.ts';
import { aboutOrganisation } from './repository.ts';
import { Id } from './schema.ts';
import { KeyMade, Keys, NewKey } from './schema-keys.ts';

const WithId = Type.Object({ id: Id });
const WithKey = Type.Object({ id: Id, key: Id });

export const keyRoutes: Route[] = [
  route({
    method: 'get',
    path: '/api/v1/organisations/:id/keys',
    about: aboutOrganisation,
    access: maySteward,
    summary: 'The keys of an organisation',
    description: 'How each begins, never the key itself.',
    params: WithId,
    answers: { 200: { description: 'Keys, the newest first', schema: Keys } },
    cacheControl: 'private, no-store',
    handler: async ({ db, params }) => ok(await listKeys(db, params.id)),
  }),
  route({
    method: 'post',
    path: '/api/v1/organisations/:id/keys',
    about: aboutOrganisation,
    access: maySteward,
    limits: keyLimits,
    summary: 'Make a key',
    description: 'The answer has the key; it is kept as a digest, and cannot be told again.',
    params: WithId,
    body: NewKey,
    answers: { 201: { description: 'Made', schema: KeyMade } },
    handler: async ({ db, params, body, visitor }) => {
      const made = await makeKey(db, params.id, body, visitor.kind === 'person' ? visitor.id : undefined);
      const detail = { key: made.name, scopes: made.scopes };
      await recordAudit(db, { visitor, organisationId: params.id, action: 'key.make', detail });
      return ok(made, { status: 201, headers: { 'Cache-Control': 'no-store' } });
    },
  }),
  route({
    method: 'delete',
    path: '/api/v1/organisations/:id/keys/:key',
    about: aboutOrganisation,
    access: maySteward,
    summary: 'Revoke a key',
    params: WithKey,
    answers: { 204: { description: 'It opens nothing any more' } },
    handler: async ({ db, params: { id, key }, visitor }) => {
      const name = await revokeKey(db, id, key);
      await recordAudit(db, { visitor, organisationId: id, action: 'key.revoke', detail: { key: name } });
      return ok('', { status: 204 });
    },
  }),
];
