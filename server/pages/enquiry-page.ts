/** /enquiries/{id}: a draft; and what was asked and answered. */
import { Type } from '@sinclair/typebox';
import { enquiryTitle } from '../../client/logic/enquiry.ts';
import { emptyForm, type FormFault, type FormState } from '../../client/logic/form.ts';
import { answerEnquiry } from '../enquiries/answer.ts';
import { changeDraft, deleteDraft } from '../enquiries/drafts.ts';
import { pageLimits } from '../enquiries/limits.ts';
import {
  type EnquirySubject,
  hasPart,
  mayAnswerEnquiry,
  mayRead,
  maySend,
  mayWrite,
} from '../enquiries/policy.ts';
import { aboutEnquiry, readEnquiry } from '../enquiries/repository.ts';
import { trySending, withdrawEnquiry } from '../enquiries/send.ts';
import { type Context, type Reply, type Route, route, seeOther } from '../http/route.ts';
import type { Typed } from '../people/kept-form.ts';
import { personOfVisit } from '../people/policy.ts';
import { notAllowed, Problem } from '../problem.ts';
import {
  enquirySaid,
  fieldsOf,
  numberOf,
  readAnswer,
  readDraft,
  refusalFault,
  termsOf,
} from './enquiry-form.ts';
import { enquiryLetter } from './enquiry-letters.ts';
import { keptValues, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const OfEnquiry = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) });
const Query = Type.Object({ done: Type.Optional(Type.String()) }, { additionalProperties: true });
const Form = Type.Object({}, { additionalProperties: true });
const doneOf = ['saved', 'sent', 'withdrawn', 'answered'] as const;

type Here = Pick<
  Context<typeof OfEnquiry, undefined, undefined, EnquirySubject>,
  'db' | 'config' | 'request' | 'subject' | 'visitor'
>;
type Shown = { form?: FormState; done?: (typeof doneOf)[number]; status?: number };

/** Does what was pressed. Answers where it leads, or what is wrong. Throws Problem 403, 404, 409 and 412. */
async function pressed(
  { db, config, request, subject, visitor }: Here,
  typed: Typed,
): Promise<string | FormFault[]> {
  const { id } = subject;
  const language = languageOf(localeOf(request));
  const letter = enquiryLetter(config.publicUrl);
  const versions = [numberOf(typed, 'version') ?? 0];
  const person = personOfVisit(visitor);
  const here = `/enquiries/${id}`;
  const wanted = textOf(typed, 'do');
  if (wanted === 'answer' || !maySend(visitor, subject)) {
    if (!mayAnswerEnquiry(visitor, subject))
      throw notAllowed('A steward of the group that is asked answers.');
    const { answer, faults } = readAnswer(typed, language);
    if (!answer) return faults;
    await answerEnquiry(db, { id, visitor: person, answer, versions }, letter);
    return `${here}?done=answered`;
  }
  if (wanted === 'withdraw') {
    await withdrawEnquiry(db, { id, visitor: person, versions }, letter);
    return `${here}?done=withdrawn`;
  }
  const enquiry = await readEnquiry(db, id, 'asker');
  if (wanted === 'delete') {
    await deleteDraft(db, id);
    return enquiry.plan ? `/plan/${enquiry.plan.id}/letters?done=deleted` : '/enquiries';
  }
  const { change, faults } = readDraft(typed, enquiry, language);
  if (faults.length > 0) return faults;
  const saved = await changeDraft(db, id, change, versions);
  if (wanted !== 'send') return `${here}?done=saved`;
  // What was typed is kept, whether it can go or not.
  const acceptedTerms = numberOf(typed, 'acceptedTerms');
  const sending = { id, visitor: person, acceptedTerms, versions: [saved.version] };
  const outcome = await trySending(db, sending, letter);
  return 'refusal' in outcome ? [refusalFault(language, outcome.refusal)] : `${here}?done=sent`;
}

export function enquiryPages(assets: Assets): Route[] {
  const show = async (here: Here, { form = emptyForm, done, status = 200 }: Shown): Promise<Reply> => {
    const { db, request, subject, visitor } = here;
    const language = languageOf(localeOf(request));
    const side = mayWrite(visitor, subject) ? 'asker' : 'holder';
    const enquiry = enquirySaid(language, await readEnquiry(db, subject.id, side));
    const terms = await termsOf(db, language, enquiry);
    const title = enquiryTitle(language, enquiry, side);
    return privatePage(
      assets,
      here,
      {
        page: 'enquiry',
        enquiry,
        side,
        ...(terms && { terms }),
        maySend: maySend(visitor, subject),
        mayAnswer: mayAnswerEnquiry(visitor, subject),
        ...(done && { done }),
        form: { ...form, values: { ...fieldsOf(enquiry), ...form.values } },
      },
      {
        title: language.t('enquiry.pageTitle', { title, name: language.t('common.name') }),
        description: title,
        path: `/enquiries/${enquiry.id}`,
        status,
      },
    );
  };
  const common = {
    path: '/enquiries/:id',
    undocumented: true,
    params: OfEnquiry,
    about: aboutEnquiry,
    answers: { 200: { description: 'A page' } },
  };

  return [
    route({
      ...common,
      method: 'get',
      access: mayRead,
      summary: 'One enquiry',
      query: Query,
      handler: async (context) => {
        const { db, request, query } = context;
        const kept = await keptValues(db, request);
        const done = doneOf.find((each) => each === query.done);
        return show(context, {
          ...(done && { done }),
          ...(kept && { form: { ...emptyForm, values: kept } }),
        });
      },
    }),
    route({
      ...common,
      method: 'post',
      access: hasPart,
      limits: pageLimits,
      summary: 'Change, send, withdraw or answer an enquiry',
      form: true,
      body: Form,
      handler: async (context) => {
        const { db, request, body } = context;
        const typed = typedIn(body);
        const { t } = languageOf(localeOf(request));
        const again = (faults: FormState['faults'], status = 400) =>
          show(context, { form: { values: typed, faults }, status });
        try {
          const path = await db.transaction((inner) => pressed({ ...context, db: inner }, typed));
          return typeof path === 'string' ? seeOther(pathInLocale(request, path)) : again(path);
        } catch (error) {
          if (!(error instanceof Problem) || ![409, 412].includes(error.status)) throw error;
          return again([{ sentence: t('enquiry.error_stale') }], error.status);
        }
      },
    }),
  ];
}
