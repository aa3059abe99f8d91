/** /api/v1/venues/{id}/mergers and /api/v1/mergers: what is one place, and held by two groups. */
import { Type } from '@sinclair/typebox';
import { looksAfter } from '../claims/policy.ts';
import { everyone, ok, type Route, route } from '../http/route.ts';
import { notFound } from '../problem.ts';
import { aboutVenue } from '../venues/held.ts';
import { Id } from '../venues/schema.ts';
import type { OperatorLetters } from './letters.ts';
import { areOfTwo, mergeVenues } from './merge.ts';
import {
  aboutMerger,
  answerMerger,
  decideMerger,
  listMergers,
  mayAnswer,
  openMergers,
  proposeMerger,
} from './merger.ts';
import { Mergers, NewMerge, NewMergerAnswer, NewMergerDecision } from './schema.ts';

const WithId = Type.Object({ id: Id });
const Proposed = Type.Object({ id: Id }, { $id: 'MergerProposed' });
const Answered = Type.Object({ outcome: Type.String() }, { $id: 'MergerAnswered' });

export const mergerRoutes = (lettersFor: (publicUrl: string) => OperatorLetters): Route[] => [
  route({
    method: 'post',
    path: '/api/v1/operator/venues/:id/merge',
    access: looksAfter,
    summary: 'Merge a venue into another',
    description:
      'For one place listed twice. The address leads to the one that is kept from then on. When two groups hold them, it is proposed to both, with the reason, and published; it is done when both agree, or by an operator after 14 days in which neither objects.',
    params: WithId,
    body: NewMerge,
    answers: {
      204: { description: 'Merged' },
      202: { description: 'Both groups are asked', schema: Proposed },
    },
    handler: async ({ db, config, params, body, visitor }) => {
      const letters = lettersFor(config.publicUrl);
      const ids = { from: params.id, into: body.into, visitor };
      const { reason } = body;
      if (reason !== undefined && (await areOfTwo(db, ids.from, ids.into)))
        return ok({ id: await proposeMerger(db, { ...ids, reason }, letters.merger) }, { status: 202 });
      await mergeVenues(db, ids, letters.merge);
      return ok('', { status: 204 });
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/venues/:id/mergers',
    access: everyone,
    summary: 'Whether a venue is to become one with another',
    description: 'What was proposed, why, and what both groups say to it; newest first.',
    params: WithId,
    answers: { 200: { description: 'Proposals', schema: Mergers } },
    cacheControl: 'public, max-age=0, must-revalidate',
    handler: async ({ db, params }) => {
      if (!(await aboutVenue({ db, params })).isPublic) throw notFound('venue');
      return ok({ items: await listMergers(db, params.id) });
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/operator/mergers',
    access: looksAfter,
    summary: 'Proposals to merge that wait for an answer',
    answers: { 200: { description: 'The oldest first', schema: Mergers } },
    cacheControl: 'private, no-store',
    handler: async ({ db }) => ok({ items: await openMergers(db) }),
  }),
  route({
    method: 'post',
    path: '/api/v1/mergers/:id/answer',
    about: aboutMerger,
    access: mayAnswer,
    summary: 'Agree that two venues become one, or object',
    description:
      'For stewards of both groups. What is said is published; another answer takes the place of the one before. When both agree it is done at once; when one objects, nobody may.',
    params: WithId,
    body: NewMergerAnswer,
    answers: { 200: { description: 'answered, or merged', schema: Answered } },
    handler: async ({ db, config, body, subject, visitor }) => {
      const letter = lettersFor(config.publicUrl).merge;
      return ok({ outcome: await answerMerger(db, { merger: subject, visitor, sent: body }, letter) });
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/operator/mergers/:id/decision',
    about: aboutMerger,
    access: looksAfter,
    summary: 'Carry a proposal out, or drop it',
    description:
      '`merged`: after 14 days in which neither group objects. `dropped`: at any time. Both groups read why.',
    params: WithId,
    body: NewMergerDecision,
    answers: { 204: { description: 'Decided' } },
    handler: async ({ db, config, body, subject, visitor }) => {
      const letter = lettersFor(config.publicUrl).merge;
      await decideMerger(db, { merger: subject, visitor, ...body }, letter);
      return ok('', { status: 204 });
    },
  }),
];
