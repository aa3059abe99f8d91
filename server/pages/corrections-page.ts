/** /venues/{slug}/corrections: what visitors and data sets suggest, for those who look after a place to answer. */
import { Type } from '@sinclair/typebox';
import { formatDay, isolated } from '../../client/language/format.ts';
import type { Language } from '../../client/language/language.ts';
import { emptyForm, type FormState } from '../../client/logic/form.ts';
import { editLabel, roomNames, valueText } from '../../client/logic/history.ts';
import type { CorrectionsPageData, CorrectionView } from '../../client/pages/data.ts';
import { acceptCorrection, declineCorrection } from '../corrections/answer.ts';
import { type Correction, DeclineCorrection } from '../corrections/schema.ts';
import { listWaiting } from '../corrections/waiting.ts';
import { type Context, type Route, route, seeOther } from '../http/route.ts';
import { notFound, Problem } from '../problem.ts';
import { actorOf } from '../venues/held.ts';
import { type HeldVenue, mayAnswer, mayStewardVenue } from '../venues/policy.ts';
import type { VenueRecord } from '../venues/record.ts';
import { loadRecords } from '../venues/rows.ts';
import { correctionLetters } from './correction-letters.ts';
import { keptValues, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { aboutSlug, OfVenue } from './photo-form.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const Form = Type.Object({}, { additionalProperties: true });
const Query = Type.Object(
  { done: Type.Optional(Type.String()), undo: Type.Optional(Type.String({ pattern: '^\\d{1,9}$' })) },
  { additionalProperties: true },
);
const longestReason = DeclineCorrection.properties.reason.maxLength ?? 300;
const doneKeys = {
  accepted: 'correction.done_accepted',
  seenTo: 'correction.done_seenTo',
  declined: 'correction.done_declined',
} as const;
const refusals: Record<
  number,
  'correction.error_gone' | 'correction.error_noFit' | 'correction.error_stale'
> = {
  404: 'correction.error_gone',
  409: 'correction.error_noFit',
  412: 'correction.error_stale',
};

type Here = Pick<
  Context<typeof OfVenue, undefined, undefined, HeldVenue>,
  'db' | 'config' | 'request' | 'subject' | 'visitor'
>;

/** Where what cannot be put there by a tap is changed. */
const handWays: Record<string, string> = {
  hours: '/edit/hours',
  place: '/edit/where',
  closed: '/manage/listing',
  '/spaces': '/edit/rooms',
};

/** Who suggests it, how they know, and on which day. */
function whoSays(language: Language, { from, name, source, method, seenOn, madeAt }: Correction): string {
  const { t } = language;
  if (from === 'import')
    return t('correction.fromSource', {
      who: isolated(language, source ?? ''),
      day: formatDay(language, madeAt),
    });
  return t('correction.from', {
    who: name ? isolated(language, name) : t('correction.fromVisitor'),
    how: t(`correction.how_${method ?? 'told'}`),
    day: formatDay(language, seenOn ?? madeAt),
  });
}

function viewOf(
  language: Language,
  { record, isSteward }: { record: VenueRecord; isSteward: boolean },
  each: Correction,
): CorrectionView {
  const { t } = language;
  const { id, about, path, value, now, words, wantsAnswer, applies } = each;
  const place = `/venues/${record.slug}-${record.id}`;
  // Nobody but its members changes a place by hand.
  const mayChange = record.organisationId !== undefined && !applies && (about !== 'closed' || isSteward);
  const byHand = mayChange ? place + (handWays[path ?? about] ?? '/manage') : undefined;
  const shown = {
    id,
    ...(words && { words }),
    who: whoSays(language, each),
    wantsAnswer,
    applies,
    ...(byHand && { byHand }),
  };
  if (path === undefined) return { ...shown, what: t(`correction.subject_${about as 'other'}`) };
  if (path === '/spaces') return { ...shown, what: t('correction.rooms'), right: '…' };
  return {
    ...shown,
    what: editLabel(language, path, roomNames(record.spaces, [])),
    right: valueText(language, path, value) ?? '…',
    now: now === undefined ? '' : (valueText(language, path, now) ?? '…'),
  };
}

export function correctionPages(assets: Assets): Route[] {
  const show = async (
    { db, config, request, subject, visitor }: Here,
    shown: { form?: FormState; done?: CorrectionsPageData['done']; status?: number },
  ) => {
    const language = languageOf(localeOf(request));
    const { t } = language;
    const [record] = await loadRecords(db, [subject.id]);
    if (!record) throw notFound('venue');
    const { id, slug, name, version } = record;
    const waiting = await listWaiting(db, record);
    return privatePage(
      assets,
      { config, request },
      {
        page: 'corrections',
        venue: { id, slug, name },
        version,
        back: `/venues/${slug}-${id}${subject.organisationId === undefined ? '' : '/manage'}`,
        items: waiting.map((each) =>
          viewOf(language, { record, isSteward: mayStewardVenue(visitor, subject) }, each),
        ),
        form: shown.form ?? emptyForm,
        ...(shown.done && { done: shown.done }),
      },
      {
        title: t('correction.waitingPageTitle', { venue: name, name: t('common.name') }),
        description: t('correction.waitingHow'),
        path: `/venues/${slug}-${id}/corrections`,
        status: shown.status ?? 200,
      },
    );
  };
  const common = {
    path: '/venues/:slug/corrections',
    undocumented: true,
    params: OfVenue,
    about: aboutSlug,
    access: mayAnswer,
    answers: { 200: { description: 'A page' } },
  };
  return [
    route({
      ...common,
      method: 'get',
      summary: 'What waits to be answered about a place',
      query: Query,
      handler: async (context) => {
        const { db, request, params, query } = context;
        const { t } = languageOf(localeOf(request));
        const kept = await keptValues(db, request);
        const key = Object.hasOwn(doneKeys, query.done ?? '') && doneKeys[query.done as 'accepted'];
        const undo = query.undo && `/venues/${params.slug}/manage/history/${query.undo}`;
        return show(context, {
          ...(kept && { form: { ...emptyForm, values: kept } }),
          ...(key && { done: { text: t(key), ...(undo && { undo }) } }),
        });
      },
    }),
    route({
      ...common,
      method: 'post',
      summary: 'Accept or decline a suggestion',
      form: true,
      body: Form,
      handler: async (context) => {
        const { db, config, request, params, subject, visitor, body } = context;
        const { t } = languageOf(localeOf(request));
        const typed = typedIn(body);
        const [id, reason] = [textOf(typed, 'id'), textOf(typed, 'reason')];
        const letters = correctionLetters(config.publicUrl);
        const goOn = (query: string) =>
          seeOther(pathInLocale(request, `/venues/${params.slug}/corrections?${query}`));
        if (reason.length > longestReason) {
          const faults = [{ field: 'reason', sentence: t('correction.error_reason') }];
          return show(context, { form: { values: typed, faults }, status: 400 });
        }
        try {
          if (textOf(typed, 'do') === 'decline') {
            const answered = { venueId: subject.id, id, ...(reason && { reason }) };
            await db.transaction((inner) => declineCorrection(inner, answered, letters));
            return goOn('done=declined');
          }
          const actor = await actorOf(db, visitor, subject.organisationId);
          const versions = [Number(textOf(typed, 'version')) || 0];
          const answered = { venueId: subject.id, id, actor, versions };
          const { outcome, version } = await db.transaction((inner) =>
            acceptCorrection(inner, answered, letters),
          );
          return goOn(outcome === 'updated' ? `done=accepted&undo=${version}` : 'done=seenTo');
        } catch (error) {
          const key = error instanceof Problem ? refusals[error.status] : undefined;
          if (!(error instanceof Problem) || key === undefined) throw error;
          const faults = [{ sentence: t(key) }];
          return show(context, { form: { values: typed, faults }, status: error.status });
        }
      },
    }),
  ];
}
