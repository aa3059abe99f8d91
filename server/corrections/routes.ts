/** /api/v1/venues/{id}/corrections: what visitors suggest, and how it is answered. */
import { Type } from '@sinclair/typebox';
import { looksAfter } from '../claims/policy.ts';
import { versionsToChange } from '../http/conditional.ts';
import { networkOf } from '../http/rate.ts';
import { everyone, ok, type Route, route } from '../http/route.ts';
import { notFound } from '../problem.ts';
import { aboutVenue, actorOf } from '../venues/held.ts';
import { mayAnswer } from '../venues/policy.ts';
import { loadRecords } from '../venues/rows.ts';
import { Id } from '../venues/schema.ts';
import { acceptCorrection, declineCorrection } from './answer.ts';
import type { CorrectionLetters } from './letters.ts';
import { correctionLimits } from './limits.ts';
import { suggestCorrection } from './repository.ts';
import {
  CorrectionAnswered,
  Corrections,
  DeclineCorrection,
  NewCorrection,
  UnheldCorrections,
} from './schema.ts';
import { listWaiting, unheldWaiting } from './waiting.ts';

const OfVenue = Type.Object({ id: Id });
const OfCorrection = Type.Object({
  id: Id,
  correction: Type.String({ pattern: '^[vi]\\d{1,9}$', description: '`id` of the list' }),
});
const privately = 'private, no-store';

export const correctionRoutes = (lettersFor: (publicUrl: string) => CorrectionLetters): Route[] => [
  route({
    method: 'post',
    path: '/api/v1/venues/:id/corrections',
    access: everyone,
    limits: correctionLimits,
    summary: 'Suggest a correction',
    description:
      'Anybody may. Nothing of it is public before those who look after the place accept it, and the address never is.',
    params: OfVenue,
    body: NewCorrection,
    answers: { 202: { description: 'It waits to be looked at' } },
    handler: async ({ db, config, params, body, request }) => {
      const sent = { publicUrl: config.publicUrl, ...(request.ip && { network: networkOf(request.ip) }) };
      await suggestCorrection(db, params.id, body, sent);
      return ok({}, { status: 202 });
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/venues/:id/corrections',
    about: aboutVenue,
    access: mayAnswer,
    summary: 'What waits to be answered about a venue',
    description: 'Suggestions of visitors, and what data sets say beside a higher word; the oldest first.',
    params: OfVenue,
    answers: { 200: { description: 'What waits', schema: Corrections } },
    cacheControl: privately,
    handler: async ({ db, params }) => {
      const [record] = await loadRecords(db, [params.id]);
      if (!record) throw notFound('venue');
      return ok({ items: await listWaiting(db, record) }, { headers: { ETag: `"${record.version}"` } });
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/venues/:id/corrections/:correction/accept',
    about: aboutVenue,
    access: mayAnswer,
    summary: 'Accept a suggestion',
    description:
      'What can be put into the venue is, as one change with credit to whoever suggested it. Send If-Match with the ETag of the list: 428 without, 412 when the venue was changed since; 409 when it does not fit.',
    params: OfCorrection,
    answers: { 200: { description: 'Accepted', schema: CorrectionAnswered } },
    handler: async ({ db, config, params, visitor, subject, request }) => {
      const versions = versionsToChange(request);
      const actor = await actorOf(db, visitor, subject.organisationId);
      const answered = { venueId: params.id, id: params.correction, actor, ...(versions && { versions }) };
      const { id, version, outcome } = await acceptCorrection(db, answered, lettersFor(config.publicUrl));
      return ok({ id, version, outcome }, { headers: { ETag: `"${version}"` } });
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/venues/:id/corrections/:correction/decline',
    about: aboutVenue,
    access: mayAnswer,
    summary: 'Decline a suggestion',
    params: OfCorrection,
    body: DeclineCorrection,
    answers: { 204: { description: 'Declined' } },
    handler: async ({ db, config, params, body }) => {
      const answered = {
        venueId: params.id,
        id: params.correction,
        ...(body.reason && { reason: body.reason }),
      };
      await declineCorrection(db, answered, lettersFor(config.publicUrl));
      return ok('', { status: 204 });
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/operator/corrections',
    access: looksAfter,
    summary: 'Places that nobody holds, about which visitors suggested something',
    answers: { 200: { description: 'The longest waiting first', schema: UnheldCorrections } },
    cacheControl: privately,
    handler: async ({ db }) => ok({ items: await unheldWaiting(db) }),
  }),
];
