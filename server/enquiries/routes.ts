/** /api/v1/enquiries and /plans/{id}/enquiries: what an agency asks the holders of places, within their terms. */
import { Type } from '@sinclair/typebox';
import { contentEtag, versionsToChange } from '../http/conditional.ts';
import { ok, type Reply, type Route, route } from '../http/route.ts';
import { maySeeInside } from '../organisations/policy.ts';
import { aboutOrganisation } from '../organisations/repository.ts';
import { personOfVisit } from '../people/policy.ts';
import { mayUsePlan } from '../plan/policy.ts';
import { aboutPlan } from '../plan/repository.ts';
import { Id, oneOf, strict } from '../venues/schema-words.ts';
import { answerEnquiry } from './answer.ts';
import { changeDraft, deleteDraft, makeDrafts } from './drafts.ts';
import type { EnquiryWords } from './letters.ts';
import { draftLimits, sendLimits } from './limits.ts';
import { mayAnswerEnquiry, mayRead, maySend, mayWrite } from './policy.ts';
import { aboutEnquiry, listEnquiries, readEnquiry } from './repository.ts';
import {
  DraftsMade,
  Enquiries,
  Enquiry,
  EnquiryAnswer,
  EnquiryChange,
  EnquiryDone,
  EnquirySending,
  PlanLetters,
} from './schema.ts';
import { sendEnquiry, withdrawEnquiry } from './send.ts';
import { planLetters } from './sites.ts';

const WithId = Type.Object({ id: Id });
const cacheControl = 'private, no-store';
const path = '/api/v1/enquiries/:id';
const ifMatch = 'Send If-Match with the ETag you read: 428 without, 412 when somebody was first.';
const limit = Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 }));
const doneReply = (done: { version: number }): Reply => ok(done, { headers: { ETag: `"${done.version}"` } });
const done = (description: string) => ({ 200: { description, schema: EnquiryDone } });
const one = { path, params: WithId, about: aboutEnquiry };

const planRoutes = (words: EnquiryWords): Route[] => [
  route({
    method: 'get',
    path: '/api/v1/plans/:id/enquiries',
    about: aboutPlan,
    access: mayUsePlan,
    summary: 'Whom to write to about a plan',
    description:
      'Each chosen site with its enquiry, or why there can be none. 409 while the plan has no answer.',
    params: WithId,
    query: Type.Object(
      {
        limit,
        after: Type.Optional(
          Type.Integer({ minimum: 0, maximum: 100_000, description: 'Those after so many; from `next`' }),
        ),
      },
      strict,
    ),
    answers: { 200: { description: 'Sites and letters', schema: PlanLetters } },
    cacheControl,
    handler: async ({ db, params, query, visitor, config: { publicUrl } }) =>
      ok(await planLetters(db, params.id, { visitor, publicUrl }, query)),
  }),
  route({
    method: 'post',
    path: '/api/v1/plans/:id/enquiries',
    about: aboutPlan,
    access: mayUsePlan,
    limits: draftLimits,
    summary: 'Make drafts of letters to the holders',
    description:
      'One for each chosen site that has a holder to ask and no letter of this plan yet; 100 at most, so ask again while some are `left`. Nobody is told before a person sends them. 409 while the plan has no answer.',
    params: WithId,
    answers: { 201: { description: 'How many were made', schema: DraftsMade } },
    handler: async ({ db, params, visitor, config: { publicUrl } }) =>
      ok(await makeDrafts(db, params.id, { telling: { visitor, publicUrl }, words: words.draft }), {
        status: 201,
      }),
  }),
];

const ownRoutes: Route[] = [
  route({
    ...one,
    method: 'get',
    access: mayRead,
    summary: 'One enquiry',
    description:
      'For those who ask and, once it is sent, for members of the group that is asked; nobody else learns that it is there. It books nothing.',
    answers: { 200: { description: 'The enquiry', schema: Enquiry } },
    cacheControl,
    handler: async ({ db, params, visitor, subject, request }) => {
      const enquiry = await readEnquiry(db, params.id, mayWrite(visitor, subject) ? 'asker' : 'holder');
      const body = JSON.stringify(enquiry);
      return ok(body, { headers: { ETag: contentEtag(enquiry.version, body, request) } });
    },
  }),
  route({
    ...one,
    method: 'patch',
    access: mayWrite,
    summary: 'Change a draft',
    description: `${ifMatch} 409 when it was sent.`,
    body: EnquiryChange,
    answers: done('Changed'),
    handler: async ({ db, params, body, request }) =>
      doneReply(await changeDraft(db, params.id, body, versionsToChange(request))),
  }),
  route({
    ...one,
    method: 'delete',
    access: mayWrite,
    summary: 'Delete a draft',
    description: '409 when it was sent: withdraw it instead.',
    answers: { 204: { description: 'Deleted' } },
    handler: async ({ db, params }) => {
      await deleteDraft(db, params.id);
      return ok('', { status: 204 });
    },
  }),
  route({
    method: 'get',
    path: '/api/v1/organisations/:id/enquiries',
    about: aboutOrganisation,
    access: maySeeInside,
    summary: 'The enquiries of an organisation',
    params: WithId,
    query: Type.Object(
      {
        side: Type.Optional(
          oneOf(['asked', 'received'] as const, {
            default: 'received',
            description: 'asked: by it, drafts too; received: about places it held when they were sent',
          }),
        ),
        limit,
        before: Type.Optional(
          Type.Integer({ minimum: 1, description: 'Those before this one; from `next`' }),
        ),
      },
      strict,
    ),
    answers: { 200: { description: 'Enquiries, the newest first', schema: Enquiries } },
    cacheControl,
    handler: async ({ db, params, query: { side, ...page } }) =>
      ok(
        await listEnquiries(
          db,
          { organisations: [params.id], side: side === 'asked' ? 'asker' : 'holder' },
          page,
        ),
      ),
  }),
];

const sendingRoutes = (letterFor: EnquiryWords['letter']): Route[] => [
  route({
    ...one,
    path: `${path}/send`,
    method: 'post',
    access: maySend,
    limits: sendLimits,
    summary: 'Send a draft to the holder',
    description: `By a person who is signed in, not by a key: it accepts the house terms in the name of their organisation. Stewards of the holder get a letter, and their addresses are shown to nobody. 409 when the holder cannot be asked. ${ifMatch}`,
    body: EnquirySending,
    answers: done('Sent'),
    handler: async ({ db, params: { id }, body: { acceptedTerms }, visitor, request, config }) => {
      const sending = {
        id,
        visitor: personOfVisit(visitor),
        acceptedTerms,
        versions: versionsToChange(request),
      };
      return doneReply(await sendEnquiry(db, sending, letterFor(config.publicUrl)));
    },
  }),
  route({
    ...one,
    path: `${path}/withdraw`,
    method: 'post',
    access: maySend,
    summary: 'Withdraw an enquiry',
    description: `One that was sent, and is not answered yet; the holder is told. ${ifMatch}`,
    answers: done('Withdrawn'),
    handler: async ({ db, params: { id }, visitor, request, config }) => {
      const sending = { id, visitor: personOfVisit(visitor), versions: versionsToChange(request) };
      return doneReply(await withdrawEnquiry(db, sending, letterFor(config.publicUrl)));
    },
  }),
  route({
    ...one,
    path: `${path}/answer`,
    method: 'post',
    access: mayAnswerEnquiry,
    summary: 'Answer an enquiry',
    description: `By a steward of the group that was asked. It is told to whoever sent it, and books nothing. 409 when it was withdrawn, is answered, or the place has another holder since. ${ifMatch}`,
    body: EnquiryAnswer,
    answers: done('Answered'),
    handler: async ({ db, params: { id }, body: answer, visitor, request, config }) => {
      const answering = { id, answer, visitor: personOfVisit(visitor), versions: versionsToChange(request) };
      return doneReply(await answerEnquiry(db, answering, letterFor(config.publicUrl)));
    },
  }),
];

export const enquiryRoutes = (words: EnquiryWords): Route[] => [
  ...planRoutes(words),
  ...ownRoutes,
  ...sendingRoutes(words.letter),
];
