/** /api/v1/venues/{id}/claims, /api/v1/claims, /api/v1/contests: whose a place is, and who says otherwise. */
import { Type } from '@sinclair/typebox';
import { everyone, ok, type Route, route } from '../http/route.ts';
import { notFound } from '../problem.ts';
import { aboutVenue, actorOf } from '../venues/held.ts';
import { mayStewardVenue } from '../venues/policy.ts';
import { Id } from '../venues/schema.ts';
import { claimVenue, releaseVenue } from './claim.ts';
import { contestClaim, sayMore, takeBack } from './contest.ts';
import type { ClaimLetter } from './letters.ts';
import { claimLimits, wordsLimits } from './limits.ts';
import { mayAddWords, mayClaim, mayTakeBack } from './policy.ts';
import { aboutClaim, aboutContest, listClaims } from './repository.ts';
import { ClaimList, NewClaim, NewContest, NewWords } from './schema.ts';

const WithId = Type.Object({ id: Id });
const Made = Type.Object({ id: Id }, { $id: 'Made' });
const ClaimsQuery = Type.Object(
  {
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
    before: Type.Optional(Type.Integer({ minimum: 1, description: 'Claims before this one; from `next`' })),
  },
  { additionalProperties: false },
);

export const claimRoutes = (letterFor: (publicUrl: string) => ClaimLetter): Route[] => [
  route({
    method: 'get',
    path: '/api/v1/venues/:id/claims',
    access: everyone,
    summary: 'Who said that a venue is theirs',
    description:
      'Claims with their evidence, who contests them, what both sides say and what was decided; newest first. Groups by name, people never.',
    params: WithId,
    query: ClaimsQuery,
    answers: { 200: { description: 'Claims, newest first', schema: ClaimList } },
    cacheControl: 'public, max-age=0, must-revalidate',
    handler: async ({ db, params, query }) => {
      if (!(await aboutVenue({ db, params })).isPublic) throw notFound('venue');
      return ok(await listClaims(db, params.id, query));
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/venues/:id/claims',
    access: mayClaim,
    limits: claimLimits,
    summary: 'Claim a venue that nobody holds',
    description:
      'For a group of which you are a steward. It holds the venue at once. When your email address is at the venue’s published domain, nothing else is needed; otherwise `declaration` is published with the claim, and for 14 days another group can contest it. 409 when somebody holds it already.',
    params: WithId,
    body: NewClaim,
    answers: { 201: { description: 'The group holds the venue now', schema: Made } },
    handler: async ({ db, config, params, body, visitor }) => {
      if (!mayClaim(visitor)) throw new TypeError('only people come here');
      const about = { venueId: params.id, visitor, claim: body };
      const id = await claimVenue(db, about, letterFor(config.publicUrl));
      return ok({ id }, { status: 201, headers: { Location: `/api/v1/venues/${params.id}/claims` } });
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/venues/:id/release',
    about: aboutVenue,
    access: mayStewardVenue,
    summary: 'Give a venue up',
    description: 'Nobody holds it from then on. Contacts that were not public are taken out of it.',
    params: WithId,
    answers: { 204: { description: 'Nobody holds it now' } },
    handler: async ({ db, params, subject, visitor }) => {
      const holderId = subject.organisationId;
      await releaseVenue(db, await actorOf(db, visitor, holderId), { venueId: params.id, holderId });
      return ok('', { status: 204 });
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/claims/:id/contests',
    access: mayClaim,
    limits: claimLimits,
    summary: 'Say that a claim is wrong',
    description:
      'For a group of which you are a steward, within 14 days of the claim. What you say is published beside it; an operator decides.',
    params: WithId,
    body: NewContest,
    answers: { 201: { description: 'Contested', schema: Made } },
    handler: async ({ db, config, params, body, visitor }) => {
      if (!mayClaim(visitor)) throw new TypeError('only people come here');
      const claim = await aboutClaim({ db, params });
      if (!claim.isPublic) throw notFound('claim');
      const id = await contestClaim(db, { claim, visitor, contest: body }, letterFor(config.publicUrl));
      return ok({ id }, { status: 201, headers: { Location: `/api/v1/venues/${claim.venueId}/claims` } });
    },
  }),
  route({
    method: 'post',
    path: '/api/v1/contests/:id/words',
    about: aboutContest,
    access: mayAddWords,
    limits: wordsLimits,
    summary: 'Add to what is said in a contest',
    description: 'For stewards of both groups, and for operators who ask. Everybody can read it.',
    params: WithId,
    body: NewWords,
    answers: { 204: { description: 'Said' } },
    handler: async ({ db, config, body, subject, visitor }) => {
      await sayMore(db, { contest: subject, visitor, words: body.words }, letterFor(config.publicUrl));
      return ok('', { status: 204 });
    },
  }),
  route({
    method: 'delete',
    path: '/api/v1/contests/:id',
    about: aboutContest,
    access: mayTakeBack,
    summary: 'Take a contest back',
    params: WithId,
    answers: { 204: { description: 'Taken back; what was said stays' } },
    handler: async ({ db, subject }) => {
      await takeBack(db, subject);
      return ok('', { status: 204 });
    },
  }),
];
