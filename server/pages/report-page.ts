/** /venues/{slug}/report, and /venues/{slug}/reply: what visitors tell operators, and what holders answer them. */
import { Type } from '@sinclair/typebox';
import { emptyForm, type FormFault, type FormState } from '../../client/logic/form.ts';
import { Words } from '../claims/schema.ts';
import { type Context, everyone, type Route, route, seeOther } from '../http/route.ts';
import { replyToHiding } from '../operator/hide.ts';
import { reportLimits } from '../operator/limits.ts';
import { insertReport, noticeOf, venueInHand } from '../operator/repository.ts';
import { notFound } from '../problem.ts';
import { venueHeld } from '../venues/held.ts';
import { mayStewardVenue } from '../venues/policy.ts';
import { idOfSlug } from '../venues/slug.ts';
import { reportKinds } from '../vocabulary.ts';
import { keptValues, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { html, settingsOf } from './page.ts';
import { privatePage } from './private-page.ts';
import { type Assets, renderPage } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const OfVenue = Type.Object({ slug: Type.String({ maxLength: 200 }) });
const Query = Type.Object({ done: Type.Optional(Type.String()) }, { additionalProperties: true });
const Form = Type.Object({}, { additionalProperties: true });

type Here = Pick<Context<typeof OfVenue, undefined, undefined>, 'db' | 'config' | 'request' | 'params'>;

/** Enough words, and not too many? */
export const isSaid = (words: string): boolean =>
  words.length >= (Words.minLength ?? 0) && words.length <= (Words.maxLength ?? 0);

/** Throws Problem 404. */
function idIn(slug: string): number {
  const id = idOfSlug(slug);
  if (id === undefined) throw notFound('venue');
  return id;
}

export function reportPages(assets: Assets): Route[] {
  const about = ({ db, params }: { db: Here['db']; params: { slug: string } }) =>
    venueHeld(db, idIn(params.slug));
  const common = { undocumented: true, params: OfVenue, answers: { 200: { description: 'A page' } } };

  const report = async (context: Here, form: FormState, isDone = false, status = 200) => {
    const { db, config, request, params } = context;
    const { t } = languageOf(localeOf(request));
    if (!(await about(context)).isPublic) throw notFound('venue');
    const { id, slug, name } = await venueInHand(db, idIn(params.slug));
    const page = renderPage(
      { page: 'report', venue: { id, slug, name }, form, isDone, settings: settingsOf(config, request) },
      assets,
      {
        title: `${t(isDone ? 'operator.reportDoneTitle' : 'operator.reportTitle')} – ${t('common.name')}`,
        description: t('operator.reportHow'),
        path: `/venues/${slug}-${id}/report`,
        isPrivate: true,
      },
    );
    return html(page, { status, headers: { 'Cache-Control': 'no-store' } });
  };

  const reply = async (context: Here, form: FormState, isDone = false, status = 200) => {
    const { db, config, request, params } = context;
    const { t } = languageOf(localeOf(request));
    const notice = await noticeOf(db, idIn(params.slug));
    if (!notice) throw notFound('page');
    const { id, slug, name } = await venueInHand(db, idIn(params.slug));
    const path = `/venues/${params.slug}/reply`;
    return privatePage(
      assets,
      { config, request },
      {
        page: 'notice',
        notice,
        reply: {
          venue: { id, slug, name },
          form,
          path: pathInLocale(request, path),
          back: pathInLocale(request, `/venues/${params.slug}/manage`),
          isDone,
        },
      },
      {
        title: `${t('operator.noticeTitle')} – ${t('common.name')}`,
        description: t('operator.noticeTitle'),
        path,
        status,
      },
    );
  };

  return [
    route({
      ...common,
      method: 'get',
      path: '/venues/:slug/report',
      access: everyone,
      summary: 'Report a listing',
      query: Query,
      handler: (context) => report(context, emptyForm, context.query.done === 'yes'),
    }),
    route({
      ...common,
      method: 'post',
      path: '/venues/:slug/report',
      access: everyone,
      summary: 'Send a report',
      form: true,
      body: Form,
      limits: reportLimits,
      handler: async (context) => {
        const { db, request, params, body } = context;
        const { t } = languageOf(localeOf(request));
        const typed = typedIn(body);
        const words = textOf(typed, 'words');
        const kind = reportKinds.find((each) => each === textOf(typed, 'kind'));
        const faults: FormFault[] = [
          ...(kind ? [] : [{ field: 'kind', sentence: t('operator.error_kind') }]),
          ...(isSaid(words) ? [] : [{ field: 'words', sentence: t('operator.error_reportWords') }]),
        ];
        if (faults.length > 0 || !kind) return report(context, { values: typed, faults }, false, 400);
        const venue = await about(context);
        if (!venue.isPublic) throw notFound('venue');
        await insertReport(db, venue.id, { kind, words });
        return seeOther(pathInLocale(request, `/venues/${params.slug}/report?done=yes`));
      },
    }),
    route({
      ...common,
      method: 'get',
      path: '/venues/:slug/reply',
      about,
      access: mayStewardVenue,
      summary: 'Reply to the reason for which a listing is hidden',
      query: Query,
      handler: async (context) => {
        const values = (await keptValues(context.db, context.request)) ?? {};
        return reply(context, { ...emptyForm, values }, context.query.done === 'yes');
      },
    }),
    route({
      ...common,
      method: 'post',
      path: '/venues/:slug/reply',
      about,
      access: mayStewardVenue,
      summary: 'Publish the reply',
      form: true,
      body: Form,
      handler: async (context) => {
        const { db, request, params, body, subject } = context;
        const { t } = languageOf(localeOf(request));
        const typed = typedIn(body);
        const words = textOf(typed, 'words');
        if (!isSaid(words)) {
          const faults = [{ field: 'words', sentence: t('operator.error_reply') }];
          return reply(context, { values: typed, faults }, false, 400);
        }
        await replyToHiding(db, subject.id, words);
        return seeOther(pathInLocale(request, `/venues/${params.slug}/reply?done=yes`));
      },
    }),
  ];
}
