/** /venues/{slug}/merger: whether two listings are one place, for everybody; …/manage/merger: what a group says to it. */
import { Type } from '@sinclair/typebox';
import { emptyForm, type FormState } from '../../client/logic/form.ts';
import { type Context, everyone, type Route, route, seeOther } from '../http/route.ts';
import { answerMerger, listMergers, mayAnswer } from '../operator/merger.ts';
import { notFound, Problem } from '../problem.ts';
import { heldName } from '../venues/held.ts';
import { type HeldVenue, mayStewardVenue } from '../venues/policy.ts';
import { keptValues, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { operatorLetters } from './operator-letters.ts';
import { html, settingsOf } from './page.ts';
import { aboutSlug, OfVenue } from './photo-form.ts';
import { type Assets, renderPage } from './render.ts';
import { isSaid } from './report-page.ts';
import { pathInLocale } from './sign-in-first.ts';

const Query = Type.Object({ done: Type.Optional(Type.String()) }, { additionalProperties: true });
const Form = Type.Object({}, { additionalProperties: true });

type Here = Pick<
  Context<typeof OfVenue, undefined, undefined, HeldVenue>,
  'db' | 'config' | 'request' | 'subject'
>;

const subjectOf = ({
  id,
  from,
  into,
  fromGroup,
  intoGroup,
}: Awaited<ReturnType<typeof listMergers>>[number]) => ({
  id,
  fromId: from.id,
  intoId: into.id,
  fromGroup: fromGroup.id,
  intoGroup: intoGroup.id,
  isPublic: true,
});

export function mergerPages(assets: Assets): Route[] {
  const show = async (
    { db, config, request, subject }: Here,
    answer?: { form: FormState; isDone: boolean; status?: number },
  ) => {
    const { t } = languageOf(localeOf(request));
    const venue = await heldName(db, subject.id);
    const own = `/venues/${venue.slug}-${venue.id}${answer ? '/manage' : ''}/merger`;
    const page = renderPage(
      {
        page: 'merger',
        venue,
        mergers: await listMergers(db, venue.id),
        ...(answer && {
          answer: { form: answer.form, isDone: answer.isDone, path: pathInLocale(request, own) },
        }),
        settings: settingsOf(config, request),
      },
      assets,
      {
        title: t('operator.mergerPageTitle', { venue: venue.name, name: t('common.name') }),
        description: t('operator.mergerTitle'),
        path: own,
        // Stewards answer on a page of their own; that for everybody is in caches, and says nothing of who reads it.
        ...(answer ? { isPrivate: true } : { isUnlisted: true }),
      },
    );
    const cache = answer ? 'private, no-store' : 'public, max-age=0, must-revalidate';
    return html(page, { status: answer?.status ?? 200, headers: { 'Cache-Control': cache } });
  };
  const common = {
    undocumented: true,
    params: OfVenue,
    about: aboutSlug,
    answers: { 200: { description: 'A page' } },
  };
  return [
    route({
      ...common,
      method: 'get',
      path: '/venues/:slug/merger',
      access: everyone,
      summary: 'Whether two listings are one place',
      handler: async (context) => {
        if (!context.subject.isPublic) throw notFound('venue');
        return show(context);
      },
    }),
    route({
      ...common,
      method: 'get',
      path: '/venues/:slug/manage/merger',
      access: mayStewardVenue,
      summary: 'What a group says to it',
      query: Query,
      handler: async (context) => {
        const values = (await keptValues(context.db, context.request)) ?? {};
        return show(context, { form: { ...emptyForm, values }, isDone: context.query.done === 'yes' });
      },
    }),
    route({
      ...common,
      method: 'post',
      path: '/venues/:slug/manage/merger',
      access: mayStewardVenue,
      summary: 'Agree that two listings become one, or object',
      form: true,
      body: Form,
      handler: async (context) => {
        const { db, config, request, params, subject, visitor, body } = context;
        const { t } = languageOf(localeOf(request));
        const typed = typedIn(body);
        const again = (field: string | undefined, sentence: string, status = 400) => {
          const faults = [{ ...(field && { field }), sentence }];
          return show(context, { form: { values: typed, faults }, isDone: false, status });
        };
        const answer = textOf(typed, 'answer');
        const words = textOf(typed, 'words');
        if (answer !== 'agrees' && answer !== 'objects')
          return again('answer', t('operator.error_mergerAnswer'));
        if ((answer === 'objects' || words !== '') && !isSaid(words))
          return again('words', t('operator.error_mergerWords'));
        const open = (await listMergers(db, subject.id)).find(({ state }) => state === 'open');
        if (!open || !mayAnswer(visitor, subjectOf(open)))
          return again(undefined, t('operator.error_merger'), 409);
        const sent = { answer, ...(words && { words }) } as const;
        const letter = operatorLetters(config.publicUrl).merge;
        try {
          // Undone by itself when it fails, so that the page can still be made.
          const outcome = await db.transaction((inner) =>
            answerMerger(inner, { merger: subjectOf(open), visitor, sent }, letter),
          );
          const to =
            outcome === 'merged'
              ? `/venues/${open.into.id}`
              : `/venues/${params.slug}/manage/merger?done=yes`;
          return seeOther(pathInLocale(request, to));
        } catch (error) {
          if (!(error instanceof Problem) || error.status !== 409) throw error;
          return again(undefined, t('operator.error_merger'), 409);
        }
      },
    }),
  ];
}
