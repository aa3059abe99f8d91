/** /venues/{slug}/check: what was seen on a walk round, typed in on the way or afterwards; /check/print: the sheet for it. */
import { Type } from '@sinclair/typebox';
import type { ClashView } from '../../client/components/clashes.tsx';
import { formatDay } from '../../client/language/format.ts';
import type { Language } from '../../client/language/language.ts';
import { checkParts, fieldOf, ROOMS_AT_ONCE, valueText } from '../../client/logic/check.ts';
import { emptyForm, type FormState } from '../../client/logic/form.ts';
import { choiceName } from '../../client/logic/three-way.ts';
import type { CheckTaken } from '../checks/schema.ts';
import { takeCheck } from '../checks/take.ts';
import { type Context, type Route, route, seeOther } from '../http/route.ts';
import { actorOf, heldName } from '../venues/held.ts';
import { lastChange } from '../venues/last-change.ts';
import { type HeldVenue, mayEditVenue } from '../venues/policy.ts';
import { getRecord } from '../venues/read.ts';
import { isoDay, latestDay } from '../venues/repository.ts';
import { findFact } from '../vocabulary.ts';
import { readCheck } from './check-form.ts';
import { keptValues, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { aboutSlug, OfVenue } from './photo-form.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const Query = Type.Object(
  {
    done: Type.Optional(Type.String({ pattern: '^\\d{1,4}$' })),
    rooms: Type.Optional(Type.String({ pattern: '^\\d{1,3}$' })),
  },
  { additionalProperties: true },
);
const firstOf = ({ rooms = '0' }: { rooms?: string }) => Number(rooms);
type Here = Pick<
  Context<undefined, undefined, undefined, HeldVenue>,
  'db' | 'config' | 'request' | 'subject'
>;

interface Shown {
  form: FormState;
  clashes?: ClashView[];
  said?: string[];
  first?: number;
  status?: number;
}

/** Both versions of each, as a person reads them. */
const clashViews = (language: Language, { clashes }: CheckTaken, observedOn: string): ClashView[] =>
  clashes.flatMap(({ key, spaceId, value, now }) => {
    const entry = findFact(key);
    if (!entry) return [];
    const seen = (said: typeof value, day: string) =>
      language.t('check.mineSeen', {
        value: valueText(language, entry, said),
        day: formatDay(language, day),
      });
    return {
      name: fieldOf(key, spaceId),
      label: language.word('facts', key, 'label') ?? entry.label,
      mine: String(value),
      mineText: seen(value, observedOn),
      theirsText: now ? seen(now.value, now.observedOn) : '',
    };
  });

export function checkPages(assets: Assets): Route[] {
  const show = async ({ db, config, request, subject }: Here, shown: Shown) => {
    const language = languageOf(localeOf(request));
    const { t } = language;
    const { form, clashes = [], said = [], first = 0 } = shown;
    const named = await heldName(db, subject.id);
    const { venue } = await getRecord(db, subject.id);
    const last = clashes.length > 0 ? await lastChange(db, subject.id) : undefined;
    const next = first + ROOMS_AT_ONCE;
    return privatePage(
      assets,
      { config, request },
      {
        page: 'check',
        venue: named,
        parts: checkParts(language, venue, { today: isoDay(), first, most: ROOMS_AT_ONCE }),
        ...(first > 0 && { first }),
        ...((venue.spaces ?? []).length > next && { next }),
        form,
        clashes,
        who: last?.who ?? '',
        day: last ? formatDay(language, last.at) : '',
        said,
      },
      {
        title: t('check.pageTitle', { venue: named.name }),
        description: t('check.how'),
        path: `/venues/${named.slug}-${named.id}/check`,
        status: shown.status ?? 200,
      },
    );
  };
  const common = {
    path: '/venues/:slug/check',
    params: OfVenue,
    about: aboutSlug,
    access: mayEditVenue,
    undocumented: true,
    answers: { 200: { description: 'A page' } },
  };
  return [
    route({
      ...common,
      method: 'get',
      summary: 'Check a place on a walk round it',
      query: Query,
      handler: async (context) => {
        const { db, request, query } = context;
        const { t } = languageOf(localeOf(request));
        const values = (await keptValues(db, request)) ?? {};
        const said = query.done === undefined ? [] : [t('check.done', { count: Number(query.done) })];
        return show(context, { form: { ...emptyForm, values }, said, first: firstOf(query) });
      },
    }),
    route({
      ...common,
      method: 'post',
      summary: 'Send what was seen on a walk round a place',
      query: Query,
      form: true,
      body: Type.Object({}, { additionalProperties: true }),
      handler: async (context) => {
        const { db, request, visitor, subject, params, query, body } = context;
        const language = languageOf(localeOf(request));
        const { t } = language;
        const typed = typedIn(body);
        const { day, by, answers, unchosen, faults } = readCheck(typed, language, latestDay());
        const first = firstOf(query);
        if (faults.length > 0) return show(context, { form: { values: typed, faults }, first, status: 400 });
        const isOpen = (key: string, spaceId?: number) => unchosen.includes(fieldOf(key, spaceId));
        // What nobody chose between stays a clash, also where what is stated has not changed again.
        const asked = answers.map((each) =>
          isOpen(each.key, each.spaceId)
            ? { ...each, was: { value: each.value, observedOn: '0001-01-01' } }
            : each,
        );
        const actor = await actorOf(db, visitor, subject.organisationId);
        const taken = await takeCheck(db, actor, subject.id, {
          observedOn: day,
          ...(by && { observedBy: by }),
          answers: asked,
        });
        const rooms = [...new Set(taken.gone.map(({ spaceId }) => `#${spaceId}`))].join(', ');
        const gone = rooms ? [t('check.gone', { rooms })] : [];
        if (taken.clashes.length === 0 && gone.length === 0)
          return seeOther(
            pathInLocale(
              request,
              `/venues/${params.slug}/check?done=${taken.saved}${first > 0 ? `&rooms=${first}` : ''}`,
            ),
          );
        const clashes = clashViews(language, taken, day);
        const choose = clashes.map(({ name, label }) => ({
          field: choiceName(name),
          sentence: t('form.chooseOne', { label }),
        }));
        const kept = Object.fromEntries(clashes.map(({ name, mine }) => [name, mine]));
        return show(context, {
          form: { values: { ...kept, day, by }, faults: choose },
          clashes,
          first,
          said: [...(taken.saved > 0 ? [t('check.partDone', { count: taken.saved })] : []), ...gone],
          status: 412,
        });
      },
    }),
    route({
      ...common,
      path: '/venues/:slug/check/print',
      method: 'get',
      summary: 'A sheet to check a place with',
      handler: async ({ db, config, request, subject }) => {
        const language = languageOf(localeOf(request));
        const { t } = language;
        const named = await heldName(db, subject.id);
        const { venue } = await getRecord(db, subject.id);
        const today = isoDay();
        return privatePage(
          assets,
          { config, request },
          {
            page: 'checkSheet',
            venue: named,
            parts: checkParts(language, venue, { today }),
            day: formatDay(language, today),
          },
          {
            title: t('check.sheetTitle', { venue: named.name }),
            description: t('check.sheetHow'),
            path: `/venues/${named.slug}-${named.id}/check/print`,
          },
        );
      },
    }),
  ];
}
