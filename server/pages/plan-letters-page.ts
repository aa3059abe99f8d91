/** /plan/{id}/letters: where a plan ends; drafts to the holders of the chosen places, sent one by one or together. */
import { Type } from '@sinclair/typebox';
import { emptyForm, type FormFault, type FormState } from '../../client/logic/form.ts';
import { isNamed } from '../../client/logic/plan-question.ts';
import { fillDrafts, makeDrafts } from '../enquiries/drafts.ts';
import { MOST_TOGETHER, pageLimits } from '../enquiries/limits.ts';
import { maySend } from '../enquiries/policy.ts';
import { trySending } from '../enquiries/send.ts';
import { lettersAmong, planLetters } from '../enquiries/sites.ts';
import { type Context, type Reply, type Route, route, seeOther } from '../http/route.ts';
import type { Typed } from '../people/kept-form.ts';
import { personOfVisit } from '../people/policy.ts';
import { mayUsePlan, type PlanSubject } from '../plan/policy.ts';
import { aboutPlan, readPlan } from '../plan/repository.ts';
import { notAllowed, Problem } from '../problem.ts';
import { enquirySaid, numberOf, readFill, refusalFault, termsOf } from './enquiry-form.ts';
import { draftWords, enquiryLetter } from './enquiry-letters.ts';
import { keptValues, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const OfPlan = Type.Object({ id: Type.Integer({ minimum: 1, maximum: 2_147_483_647 }) });
const Query = Type.Object(
  { done: Type.Optional(Type.String()), after: Type.Optional(Type.String({ pattern: '^\\d{1,5}$' })) },
  { additionalProperties: true },
);
const Form = Type.Object({}, { additionalProperties: true });
const doneOf = ['made', 'filled', 'sent', 'deleted'] as const;

type Here = Pick<
  Context<typeof OfPlan, undefined, undefined, PlanSubject>,
  'db' | 'config' | 'request' | 'subject' | 'visitor'
>;
interface Shown {
  after?: number;
  form?: FormState;
  done?: (typeof doneOf)[number];
  status?: number;
}

/** What would be done there, where the name of the plan says more than its question. */
async function serviceOf({ db, request, subject }: Here): Promise<{ service?: string }> {
  const { name, asked } = await readPlan(db, subject.id);
  return isNamed(languageOf(localeOf(request)), { ...asked, name }) ? { service: name } : {};
}

/** Sends each that is ticked; what cannot go stays, and is told. */
async function sendTicked(
  { db, config, request, subject, visitor }: Here,
  typed: Typed,
): Promise<FormFault[]> {
  const language = languageOf(localeOf(request));
  const ticked = [typed.send ?? []].flat().filter((each) => /^[1-9]\d{0,8}$/.test(each));
  // Nobody sends the letters of other plans by their numbers.
  const ids = await lettersAmong(db, subject.id, ticked.map(Number));
  if (ids.length === 0 || ids.length > MOST_TOGETHER)
    return [{ field: 'send', sentence: language.t('enquiry.error_none', { most: MOST_TOGETHER }) }];
  const faults: FormFault[] = [];
  for (const id of ids) {
    const sending = {
      id,
      visitor: personOfVisit(visitor),
      acceptedTerms: numberOf(typed, `accept-${id}`),
      versions: [numberOf(typed, `version-${id}`) ?? 0],
    };
    const about = (sentence: string, field = `send-${id}`) => faults.push({ field, sentence });
    try {
      const outcome = await trySending(db, sending, enquiryLetter(config.publicUrl));
      if (!('refusal' in outcome)) continue;
      const { field, sentence } = refusalFault(language, outcome.refusal);
      about(
        language.t('enquiry.refusedAbout', { venue: outcome.venue, why: sentence }),
        field === 'acceptedTerms' ? `accept-${id}` : undefined,
      );
    } catch (error) {
      if (!(error instanceof Problem) || ![404, 412].includes(error.status)) throw error;
      about(language.t('enquiry.error_stale'));
    }
  }
  return faults;
}

export function planLettersPages(assets: Assets): Route[] {
  const show = async (here: Here, { form = emptyForm, done, after, status = 200 }: Shown): Promise<Reply> => {
    const { db, config, request, subject, visitor } = here;
    const language = languageOf(localeOf(request));
    const { name } = await readPlan(db, subject.id);
    const telling = { visitor, publicUrl: config.publicUrl };
    const letters = await planLetters(db, subject.id, telling, after === undefined ? {} : { after });
    const sites = [];
    for (const { enquiry, ...site } of letters.items) {
      const terms = enquiry?.state === 'draft' ? await termsOf(db, language, enquiry) : undefined;
      sites.push({
        ...site,
        ...(enquiry && { enquiry: enquirySaid(language, enquiry) }),
        ...(terms && { terms }),
      });
    }
    const title = language.t('enquiry.lettersTitle');
    return privatePage(
      assets,
      here,
      {
        page: 'planLetters',
        plan: { id: subject.id, name },
        sites,
        toWrite: letters.toWrite,
        maySend: maySend(visitor, subject),
        ...(letters.next !== undefined && { next: letters.next }),
        ...(done && { done }),
        form,
      },
      {
        title: language.t('enquiry.pageTitle', { title, name: language.t('common.name') }),
        description: language.t('enquiry.lettersHow'),
        path: `/plan/${subject.id}/letters`,
        status,
      },
    );
  };
  const common = {
    path: '/plan/:id/letters',
    undocumented: true,
    params: OfPlan,
    about: aboutPlan,
    access: mayUsePlan,
    answers: { 200: { description: 'A page' } },
  };

  return [
    route({
      ...common,
      method: 'get',
      summary: 'The letters of a plan',
      query: Query,
      handler: async (context) => {
        const { db, request, query } = context;
        const kept = await keptValues(db, request);
        const done = doneOf.find((each) => each === query.done);
        return show(context, {
          ...(done && { done }),
          ...(query.after !== undefined && { after: Number(query.after) }),
          ...(kept && { form: { ...emptyForm, values: kept } }),
        });
      },
    }),
    route({
      ...common,
      method: 'post',
      limits: pageLimits,
      summary: 'Make drafts, fill them in, or send those that are ticked',
      form: true,
      body: Form,
      handler: async (context) => {
        const { db, config, request, subject, visitor, body } = context;
        const typed = typedIn(body);
        const on = (done: string) =>
          seeOther(pathInLocale(request, `/plan/${subject.id}/letters?done=${done}`));
        if (textOf(typed, 'do') === 'fill') {
          const { fill, faults } = readFill(typed, languageOf(localeOf(request)));
          if (!fill) return show(context, { form: { values: typed, faults }, status: 400 });
          await fillDrafts(db, subject.id, fill);
          return on('filled');
        }
        if (textOf(typed, 'do') !== 'send') {
          const telling = { visitor, publicUrl: config.publicUrl };
          const words = draftWords(languageOf(localeOf(request)));
          const service = await serviceOf(context);
          const { made } = await makeDrafts(db, subject.id, { telling, words, ...service });
          return on(made > 0 ? 'made' : 'none');
        }
        if (!maySend(visitor, subject)) throw notAllowed('A person who is a member sends letters.');
        const faults = await sendTicked(context, typed);
        if (faults.length === 0) return on('sent');
        return show(context, { form: { values: typed, faults }, status: 400 });
      },
    }),
  ];
}
