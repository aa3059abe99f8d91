/** /api/v1/operator, and what anybody may tell an operator: /api/v1/venues/{id}/reports and /notice. */
import { Type } from '@sinclair/typebox';
import { decideContest } from '../claims/contest.ts';
import { looksAfter } from '../claims/policy.ts';
import { aboutContest } from '../claims/repository.ts';
import { everyone, ok, type Route, route } from '../http/route.ts';
import { notFound } from '../problem.ts';
import { aboutVenue } from '../venues/held.ts';
import { mayReadActions, mayStewardVenue } from '../venues/policy.ts';
import { Id } from '../venues/schema.ts';
import { listActions } from './actions.ts';
import { hideVenue, replyToHiding, restoreVenue } from './hide.ts';
import type { OperatorLetters } from './letters.ts';
import { reportLimits } from './limits.ts';
import { closeReport, insertReport, noticeOf, openContests, openReports, signals } from './repository.ts';
import {
  Actions,
  NewDecision,
  NewHiding,
  NewReply,
  NewReport,
  Notice,
  OpenContests,
  Reports,
  Signals,
} from './schema.ts';

const WithId = Type.Object({ id: Id });
const Queue = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
    after: Type.Optional(Type.Integer({ minimum: 1, description: 'Those after this one; from `next`' })),
  },
  { additionalProperties: false },
);
const Newest = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
    before: Type.Optional(Type.Integer({ minimum: 1, description: 'Those before this one; from `next`' })),
  },
  { additionalProperties: false },
);
const done = () => ok('', { status: 204 });

export const operatorRoutes = (lettersFor: (publicUrl: string) => OperatorLetters): Route[] => [
  route({
    method: 'post',
    path: '/api/v1/venues/:id/reports',
    access: everyone,
    limits: reportLimits,
    summary: 'Tell an operator that something is wrong with a listing',
    description: 'Anybody may; who it was is not kept. Only operators read it.',
    params: WithId,
    body: NewReport,
    answers: { 202: { description: 'An operator will look at it' } },
    handler: async ({ db, params, body }) => {
      if (!(await aboutVenue({ db, params })).isPublic) throw notFound('venue');
      await insertReport(db, params.id, body);
      return ok({}, { status: 202 });
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/venues/:id/notice',
    access: everyone,
    summary: 'Why a listing is hidden',
    description: 'The operator’s reason, and what its holder says to it. 404 when it is not hidden.',
    params: WithId,
    answers: { 200: { description: 'The reason and the reply', schema: Notice } },
    cacheControl: 'public, max-age=0, must-revalidate',
    handler: async ({ db, params }) => {
      const notice = await noticeOf(db, params.id);
      if (!notice) throw notFound('notice');
      return ok(notice);
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/venues/:id/notice/reply',
    about: aboutVenue,
    access: mayStewardVenue,
    summary: 'Reply to the reason for which a listing is hidden',
    description: 'Published beside the reason; another reply takes the place of the one before.',
    params: WithId,
    body: NewReply,
    answers: { 204: { description: 'Published' } },
    handler: async ({ db, params, body }) => {
      await replyToHiding(db, params.id, body.words);
      return done();
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/venues/:id/operator-actions',
    about: aboutVenue,
    access: mayReadActions,
    summary: 'What operators did about a venue',
    description: 'For the group that holds it, and for operators; newest first.',
    params: WithId,
    query: Newest,
    answers: { 200: { description: 'Actions, newest first', schema: Actions } },
    cacheControl: 'private, no-store',
    handler: async ({ db, params, query }) => ok(await listActions(db, params.id, query)),
  }),
  route({
    method: 'get',
    path: '/api/v1/operator/contests',
    access: looksAfter,
    summary: 'Contests to decide',
    query: Queue,
    answers: { 200: { description: 'The oldest first', schema: OpenContests } },
    cacheControl: 'private, no-store',
    handler: async ({ db, query }) => ok(await openContests(db, query)),
  }),
  route({
    method: 'post',
    path: '/api/v1/operator/contests/:id/decision',
    about: aboutContest,
    access: looksAfter,
    summary: 'Decide a contest',
    description:
      '`upheld`: the claim stands. `overturned`: the place goes to the group that contested. The reason is published, and both groups get a letter. To ask for more, use /api/v1/contests/{id}/words.',
    params: WithId,
    body: NewDecision,
    answers: { 204: { description: 'Decided' } },
    handler: async ({ db, config, body, subject, visitor }) => {
      const letter = lettersFor(config.publicUrl).claim;
      await decideContest(db, { contest: subject, visitor, ...body }, letter);
      return done();
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/operator/reports',
    access: looksAfter,
    summary: 'What visitors reported',
    query: Queue,
    answers: { 200: { description: 'The oldest first', schema: Reports } },
    cacheControl: 'private, no-store',
    handler: async ({ db, query }) => ok(await openReports(db, query)),
  }),
  route({
    method: 'post',
    path: '/api/v1/operator/reports/:id/close',
    access: looksAfter,
    summary: 'Close a report',
    params: WithId,
    answers: { 204: { description: 'Dealt with' } },
    handler: async ({ db, params, visitor }) => {
      await closeReport(db, params.id, visitor);
      return done();
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/operator/signals',
    access: looksAfter,
    summary: 'What may be abuse',
    description:
      'New groups with many listings, places withdrawn soon after they were claimed on a group’s own word, places with many reports, many suggestions from one network on one day, places where many wait.',
    answers: { 200: { description: 'For a person to look at', schema: Signals } },
    cacheControl: 'private, no-store',
    handler: async ({ db }) => ok({ items: await signals(db) }),
  }),
  route({
    method: 'post',
    path: '/api/v1/operator/venues/:id/hide',
    access: looksAfter,
    summary: 'Hide a listing while you look at it',
    description: 'The reason is published in its place, and its holder can reply.',
    params: WithId,
    body: NewHiding,
    answers: { 204: { description: 'Hidden' } },
    handler: async ({ db, config, params, body, visitor }) => {
      const about = { venueId: params.id, visitor, reason: body.reason };
      await hideVenue(db, about, lettersFor(config.publicUrl).hiding);
      return done();
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/operator/venues/:id/restore',
    access: looksAfter,
    summary: 'Show a hidden listing again',
    params: WithId,
    answers: { 204: { description: 'Shown' } },
    handler: async ({ db, config, params, visitor }) => {
      await restoreVenue(db, { venueId: params.id, visitor }, lettersFor(config.publicUrl).hiding);
      return done();
    },
  }),
];
