/** /operator: what waits for those who look after the register, and what they may do about a listing. */
import { Type } from '@sinclair/typebox';
import { emptyForm, type FormFault, type FormState } from '../../client/logic/form.ts';
import type { OperatorVenuePageData } from '../../client/pages/data.ts';
import { decideContest, sayMore } from '../claims/contest.ts';
import { looksAfter } from '../claims/policy.ts';
import { aboutContest } from '../claims/repository.ts';
import { unheldWaiting } from '../corrections/waiting.ts';
import { type Context, type Route, route, seeOther } from '../http/route.ts';
import { hideVenue, restoreVenue } from '../operator/hide.ts';
import { areOfTwo, mergeVenues } from '../operator/merge.ts';
import { aboutMerger, decideMerger, openMergers, proposeMerger, whyNotYet } from '../operator/merger.ts';
import {
  closeReport,
  isVenue,
  noticeOf,
  openContests,
  openReports,
  signals,
  venueInHand,
} from '../operator/repository.ts';
import { notFound, Problem } from '../problem.ts';
import { heldName } from '../venues/held.ts';
import { Id } from '../venues/schema.ts';
import { idOfSlug } from '../venues/slug.ts';
import { keptValues, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { operatorLetters } from './operator-letters.ts';
import { html, settingsOf } from './page.ts';
import { type Assets, renderPage } from './render.ts';
import { isSaid } from './report-page.ts';
import { pathInLocale } from './sign-in-first.ts';

const WithId = Type.Object({ id: Id });
const From = Type.Optional(Type.Integer({ minimum: 1 }));
const Query = Type.Object(
  {
    done: Type.Optional(Type.String()),
    listing: Type.Optional(Type.String({ maxLength: 500 })),
    contests: From,
    reports: From,
  },
  { additionalProperties: true },
);
const Form = Type.Object({}, { additionalProperties: true });
const privately = (status = 200) => ({ status, headers: { 'Cache-Control': 'private, no-store' } });
const PAGE = 10;

type Here = Pick<Context<undefined, undefined, undefined>, 'db' | 'config' | 'request'>;
type Shown = { status?: number; isDone?: boolean; after?: { contests?: number; reports?: number } };

/** Does it, or undoes it all and answers with the sentence when it cannot be done now. */
async function refusedWith(
  { db }: Here,
  sentence: string,
  work: (db: Here['db']) => Promise<void>,
): Promise<FormFault | undefined> {
  try {
    await db.transaction(work);
    return undefined;
  } catch (error) {
    if (error instanceof Problem && [403, 404, 409].includes(error.status)) return { sentence };
    throw error;
  }
}

/** People paste what stands in their browser: with a host, with a language, with what comes after. */
const idInAddress = (text: string): number | undefined =>
  idOfSlug(/([^/?#\s]+)\/*(?:[?#].*)?\s*$/.exec(text)?.[1] ?? '');

const numberIn = (text: string): number => {
  const id = idOfSlug(text);
  if (id === undefined) throw notFound('page');
  return id;
};

export function operatorPages(assets: Assets): Route[] {
  const queue = async ({ db, config, request }: Here, form: FormState, shown: Shown = {}) => {
    const { t } = languageOf(localeOf(request));
    const page = renderPage(
      {
        page: 'operator',
        contests: await openContests(db, { limit: PAGE, after: shown.after?.contests }),
        reports: await openReports(db, { limit: PAGE, after: shown.after?.reports }),
        unheld: await unheldWaiting(db),
        signals: await signals(db),
        mergers: await openMergers(db),
        form,
        isDone: shown.isDone === true,
        settings: settingsOf(config, request),
      },
      assets,
      {
        title: `${t('operator.queueTitle')} – ${t('common.name')}`,
        description: t('operator.queueTitle'),
        path: '/operator',
        isPrivate: true,
      },
    );
    return html(page, privately(shown.status));
  };

  const inHand = async ({ db, config, request }: Here, id: number, form: FormState, shown: Shown = {}) => {
    const { t } = languageOf(localeOf(request));
    const { slug, name, status, holder } = await venueInHand(db, id);
    const notice = await noticeOf(db, id);
    const mergers = (await openMergers(db))
      .filter(({ from, into }) => [from.id, into.id].includes(id))
      .map((merger) => {
        const notYet = whyNotYet(merger);
        return { merger, ...(notYet && { notYet }) };
      });
    const data: OperatorVenuePageData = {
      page: 'operatorVenue',
      venue: { id, slug, name },
      ...(holder && { holder }),
      ...(notice && { notice }),
      mergers,
      reports: (await openReports(db, { limit: 50, venueId: id })).items,
      isPublished: status === 'published',
      form,
      isDone: shown.isDone === true,
      settings: settingsOf(config, request),
    };
    const page = renderPage(data, assets, {
      title: `${name} – ${t('common.name')}`,
      description: t('operator.queueTitle'),
      path: `/operator/venues/${id}`,
      isPrivate: true,
    });
    return html(page, privately(shown.status));
  };

  const common = { undocumented: true, access: looksAfter, answers: { 200: { description: 'A page' } } };
  return [
    route({
      ...common,
      method: 'get',
      path: '/operator',
      summary: 'What waits for those who look after the register',
      query: Query,
      handler: async (context) => {
        const { db, request, query } = context;
        const { listing } = query;
        if (listing !== undefined) {
          const id = idInAddress(listing);
          if (id !== undefined && (await isVenue(db, id)))
            return seeOther(pathInLocale(request, `/operator/venues/${id}`));
          const sentence = languageOf(localeOf(request)).t('operator.error_listing');
          const form = { values: { listing }, faults: [{ field: 'listing', sentence }] };
          return queue(context, form, { status: 404 });
        }
        const values = (await keptValues(db, request)) ?? {};
        return queue(context, { ...emptyForm, values }, { isDone: query.done === 'yes', after: query });
      },
    }),
    route({
      ...common,
      method: 'post',
      path: '/operator',
      summary: 'Decide a contest, ask for more, or close a report',
      form: true,
      body: Form,
      handler: async (context) => {
        const { db, config, request, visitor, body } = context;
        const { t } = languageOf(localeOf(request));
        const typed = typedIn(body);
        const again = (faults: FormFault[], status = 400) =>
          queue(context, { values: typed, faults }, { status });
        const done = () => seeOther(pathInLocale(request, '/operator?done=yes'));
        const refused = t('operator.error_refused');
        const report = textOf(typed, 'report');
        if (report) {
          const fault = await refusedWith(context, refused, async (db) => {
            await closeReport(db, numberIn(report), visitor);
          });
          return fault ? again([fault], 409) : done();
        }
        const decision = textOf(typed, 'decision');
        const words = textOf(typed, 'words');
        const isKnown = decision === 'upheld' || decision === 'overturned' || decision === 'more';
        const contest = await aboutContest({ db, params: { id: numberIn(textOf(typed, 'contest')) } });
        // More than one contest may wait: the summary says which one it means.
        const { name: venue } = await heldName(db, contest.venueId);
        const faults = [
          ...(isKnown ? [] : [{ field: 'decision', sentence: t('operator.error_decision', { venue }) }]),
          ...(isSaid(words)
            ? []
            : [{ field: 'words', sentence: t('operator.error_decisionWords', { venue }) }]),
        ];
        if (faults.length > 0 || !isKnown) return again(faults);
        const letter = operatorLetters(config.publicUrl).claim;
        const fault = await refusedWith(context, refused, async (db) => {
          if (decision === 'more') await sayMore(db, { contest, visitor, words }, letter);
          else await decideContest(db, { contest, visitor, decision, reason: words }, letter);
        });
        return fault ? again([fault], 409) : done();
      },
    }),
    route({
      ...common,
      method: 'get',
      path: '/operator/venues/:id',
      summary: 'One listing in the hands of an operator',
      params: WithId,
      query: Query,
      handler: async (context) => {
        const values = (await keptValues(context.db, context.request)) ?? {};
        const isDone = context.query.done === 'yes';
        return inHand(context, context.params.id, { ...emptyForm, values }, { isDone });
      },
    }),
    route({
      ...common,
      method: 'post',
      path: '/operator/venues/:id',
      summary: 'Hide a listing, show it again, or merge it into another',
      params: WithId,
      form: true,
      body: Form,
      handler: async (context) => {
        const { config, request, params, body, visitor } = context;
        const about = { venueId: params.id, visitor };
        const { t } = languageOf(localeOf(request));
        const typed = typedIn(body);
        const again = (fault: FormFault, status = 400) =>
          inHand(context, params.id, { values: typed, faults: [fault] }, { status });
        const doing = textOf(typed, 'do');
        const letters = operatorLetters(config.publicUrl);
        const reason = textOf(typed, 'reason');
        const into = idInAddress(textOf(typed, 'into'));
        if (doing === 'hide' && !isSaid(reason))
          return again({ field: 'reason', sentence: t('operator.error_hideReason') });
        if (doing === 'merge' && (into === undefined || into === params.id))
          return again({ field: 'into', sentence: t('operator.error_into') });
        const why = textOf(typed, doing === 'merge' ? 'mergerReason' : 'words');
        const ends = doing === 'carryOut' || doing === 'drop';
        const isOfTwo =
          doing === 'merge' && into !== undefined && (await areOfTwo(context.db, params.id, into));
        if ((ends || isOfTwo) && !isSaid(why))
          return again(
            ends
              ? { field: 'words', sentence: t('operator.error_mergerWhy') }
              : { field: 'mergerReason', sentence: t('operator.error_mergerReason') },
          );
        const refused = t(
          ends
            ? 'operator.error_merger'
            : doing === 'merge'
              ? 'operator.error_merge'
              : 'operator.error_refused',
        );
        const fault = await refusedWith(context, refused, async (db) => {
          if (doing === 'hide') await hideVenue(db, { ...about, reason }, letters.hiding);
          else if (doing === 'restore') await restoreVenue(db, about, letters.hiding);
          else if (ends) {
            const merger = await aboutMerger({ db, params: { id: numberIn(textOf(typed, 'merger')) } });
            const decision = doing === 'carryOut' ? 'merged' : 'dropped';
            await decideMerger(db, { merger, visitor, decision, words: why }, letters.merge);
          } else if (isOfTwo && into !== undefined)
            await proposeMerger(db, { from: params.id, into, visitor, reason: why }, letters.merger);
          else if (doing === 'merge' && into !== undefined)
            await mergeVenues(db, { from: params.id, into, visitor }, letters.merge);
          else throw notFound('page');
        });
        return fault
          ? again(fault, 409)
          : seeOther(pathInLocale(request, `/operator/venues/${params.id}?done=yes`));
      },
    }),
  ];
}
