/**
 * /venues/{slug}/edit/{step}: one part of a listing at a time. The same steps lead from a draft to publishing, and change
 * what is published; each is saved at once, and what two people change at once is settled field by field.
 */
import { Type } from '@sinclair/typebox';
import type { Knex } from 'knex';
import { emptyForm, type FormState } from '../../client/logic/form.ts';
import { stopAfter, stopPath } from '../../client/logic/listing.ts';
import { stepFieldLabel } from '../../client/logic/step-fields.ts';
import { editPath, editTitle } from '../../client/logic/step-page.ts';
import { type Compared, choiceName, settle } from '../../client/logic/three-way.ts';
import type { EditPageData, SamePlace } from '../../client/pages/data.ts';
import { type Context, type Reply, type Route, route, seeOther } from '../http/route.ts';
import { isRoomTyped } from '../listing/rooms.ts';
import { mayBeSame } from '../listing/start.ts';
import type { Typed } from '../listing/step.ts';
import { type Address, type Found, findStep, formSteps } from '../listing/steps.ts';
import { notAllowed, notFound, Problem } from '../problem.ts';
import { recordAt } from '../venues/at.ts';
import { actorOf } from '../venues/held.ts';
import { type HeldVenue, isForStewards, mayEditVenue, mayStewardVenue } from '../venues/policy.ts';
import { sentVenue } from '../venues/read.ts';
import type { VenueRecord } from '../venues/record.ts';
import { isoDay, saveVenue } from '../venues/repository.ts';
import { loadRecords } from '../venues/rows.ts';
import { oneOf, type VenueChange } from '../venues/schema.ts';
import { asked } from './edit-asked.ts';
import { editData, faultsInWords } from './edit-data.ts';
import { formAgain, keptValues, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { aboutSlug } from './photo-form.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const Part = Type.Optional(Type.String({ maxLength: 40 }));
const OfStep = Type.Object({
  slug: Type.String({ maxLength: 200 }),
  step: oneOf(formSteps),
  part: Part,
  more: Part,
});
const Query = Type.Object(
  { done: Type.Optional(Type.String()), seen: Type.Optional(Type.String()) },
  { additionalProperties: true },
);
const dones = ['saved', 'room', 'removed', 'copied'] as const;

type Here = Pick<
  Context<typeof OfStep, undefined, undefined, HeldVenue>,
  'db' | 'config' | 'request' | 'visitor' | 'params' | 'subject'
>;

interface Shown {
  record: VenueRecord;
  found: Found;
  form: FormState;
  /** What the form was made from; the record as it is, without it. */
  version?: number;
  clashes?: readonly Compared[];
  same?: SamePlace[];
  gone?: string;
  done?: EditPageData['done'];
  status?: number;
}

const versionIn = (typed: Typed): number | undefined => {
  const version = textOf(typed, 'version');
  return /^\d{1,9}$/.test(version) ? Number(version) : undefined;
};

async function recordOf(db: Knex, id: number, lock = false): Promise<VenueRecord> {
  const [record] = await loadRecords(db, [id], lock);
  if (!record) throw notFound('venue');
  return record;
}

/** A room that somebody took away meanwhile is asked for as a new one, with all that was typed of it. */
function findOrAsNew(record: VenueRecord, address: Address): { found: Found; isGone: boolean } {
  const venue = sentVenue(record);
  try {
    return { found: findStep(venue, address), isGone: false };
  } catch (error) {
    const isRoom = address.step === 'rooms' && /^\d+$/.test(address.part ?? '');
    if (!isRoom || !(error instanceof Problem)) throw error;
    return { found: findStep(venue, { step: 'rooms' }), isGone: true };
  }
}

export function editPages(assets: Assets): Route[] {
  const show = async (context: Here, shown: Shown): Promise<Reply> => {
    const { db, request, params, subject, visitor } = context;
    const { record, found, clashes = [], same = [], version = record.version } = shown;
    const language = languageOf(localeOf(request));
    const isSteward = mayStewardVenue(visitor, subject);
    const data = {
      ...(await editData({ db, language }, record, params, found, { isSteward, clashes })),
      version,
      same,
      form: shown.form,
      ...(shown.done && { done: shown.done }),
      ...(shown.gone && { gone: shown.gone }),
    };
    const title = editTitle(language, data);
    return privatePage(assets, context, data, {
      title: language.t('listing.editPageTitle', { step: title, venue: record.name }),
      description: title,
      path: `/venues/${record.slug}-${record.id}${editPath(data)}`,
      status: shown.status,
    });
  };

  /** Where a form that was saved leads. */
  const next = ({ request, params, subject, visitor }: Here, record: VenueRecord, typed: Typed) => {
    const { step, part, more } = params;
    const path = `/venues/${record.slug}-${record.id}`;
    const go = (to: string) => seeOther(pathInLocale(request, path + to));
    const then = textOf(typed, 'next');
    const fact = /^photo-(\w+)$/.exec(textOf(typed, 'do'))?.[1];
    if (fact) return go(`/photos?fact=${fact}${step === 'rooms' ? `&space=${part}` : ''}`);
    if (step === 'publish') return go('/manage/published');
    if (step === 'rooms' && part) return go(`/edit/rooms?done=${more ? 'saved' : 'room'}`);
    if (then === 'another') return go('/edit/rooms?done=room');
    if (then === 'publish') return go('/edit/publish');
    const isSteward = mayStewardVenue(visitor, subject);
    const topic = findStep(sentVenue(record), params).topic;
    const stop = stopAfter({ step, topic }, isSteward);
    const goesOn = then === 'next' || (subject.status === 'draft' && then !== 'later');
    // Whoever walks round the building has seen what comes next, too.
    const seen = stop?.topic && textOf(typed, 'seen') === 'yes' ? '?seen=yes' : '';
    return go(goesOn && stop ? stopPath(stop) + seen : '/manage?done=saved');
  };

  const save = async (
    context: Here,
    { record, found, typed, isGone }: { record: VenueRecord; found: Found; typed: Typed; isGone: boolean },
  ): Promise<Reply> => {
    const { db, request, params, subject, visitor } = context;
    const language = languageOf(localeOf(request));
    const { step } = found;
    const stored = step.fields(sentVenue(record));
    const version = isGone ? record.version : (versionIn(typed) ?? 0);
    const base = step.fields(sentVenue(await recordAt(db, record, version)));
    const merged = settle({ names: Object.keys(stored), typed, base, stored });
    const values = { ...typed, ...merged.values };
    const gone = isGone && !params.more ? params.part : undefined;
    const again = (form: FormState, more: Partial<Shown> = {}) =>
      show(context, { record, found, form, gone, status: 400, ...more });
    if (isGone && (!gone || textOf(typed, 'again') !== 'yes')) {
      const faults = [{ sentence: language.t(gone ? 'listing.error_gone' : 'listing.error_gonePart') }];
      return again({ values: gone ? values : stored, faults }, { status: 412 });
    }
    if (merged.clashes.length > 0) {
      const faults = merged.clashes.map(({ name }) => ({
        field: choiceName(name),
        sentence: language.t('form.chooseOne', { label: stepFieldLabel(language, name) }),
      }));
      const status = version === record.version ? 400 : 412;
      return again({ values, faults }, { clashes: merged.clashes, status });
    }
    const venue = sentVenue(record);
    const { change, faults } = await step.read(values, { db, venue, today: isoDay() });
    if (faults.length > 0) return again({ values, faults: faultsInWords(language, faults) });
    if (isForStewards(subject, change) && !mayStewardVenue(visitor, subject))
      throw notAllowed(
        'Only a steward publishes a listing, says how exactly its place is shown, and whether it may be proposed for services.',
      );
    const moved = change.location && textOf(values, 'point') !== textOf(stored, 'point');
    if (params.step === 'where' && moved && textOf(typed, 'another') !== 'yes') {
      const same = await mayBeSame(
        db,
        record.name,
        change.location as { lon: number; lat: number },
        record.id,
      );
      const form = { values, faults: [{ field: 'another', sentence: language.t('listing.error_same') }] };
      if (same.length > 0) return again(form, { same });
    }
    try {
      await saveIt(context, change);
    } catch (error) {
      return again(formAgain(values, error, () => undefined));
    }
    return next(context, await recordOf(db, subject.id), typed);
  };

  const saveIt = async ({ db, visitor, subject }: Here, change: VenueChange): Promise<void> => {
    const actor = await actorOf(db, visitor, subject.organisationId);
    // Undone by itself when it fails, so that the page can still be made.
    await db.transaction((inner) => saveVenue(inner, actor, subject.id, change));
  };

  const common = {
    params: OfStep,
    about: aboutSlug,
    access: mayEditVenue,
    undocumented: true,
    answers: { 200: { description: 'A page' } },
  };
  const paths = ['', '/:part', '/:part/:more'].map((more) => `/venues/:slug/edit/:step${more}`);
  return paths.flatMap((path) => [
    route({
      ...common,
      path,
      method: 'get',
      summary: 'One part of a listing',
      query: Query,
      handler: async (context) => {
        const { db, request, params, subject, query } = context;
        const record = await recordOf(db, subject.id);
        const found = findStep(sentVenue(record), params);
        const kept = await keptValues(db, request);
        if (kept) {
          const values = found.step.tidy?.(kept) ?? kept;
          return show(context, { record, found, form: { ...emptyForm, values }, version: versionIn(kept) });
        }
        const seen = query.seen === 'yes' ? { seen: 'yes' } : {};
        const form = { ...emptyForm, values: { ...found.step.fields(sentVenue(record)), ...seen } };
        return show(context, { record, found, form, done: dones.find((done) => done === query.done) });
      },
    }),
    route({
      ...common,
      path,
      method: 'post',
      summary: 'Save one part of a listing',
      form: true,
      body: Type.Object({}, { additionalProperties: true }),
      handler: async (context) => {
        const { db, request, params, subject, body } = context;
        const record = await recordOf(db, subject.id, true);
        const { found, isGone } = findOrAsNew(record, params);
        const sent = typedIn(body);
        const typed = found.step.tidy?.(sent) ?? sent;
        const write = (change: VenueChange) => saveIt(context, change);
        const doing = await asked(context, { record, typed, write });
        if (doing?.to !== undefined) return seeOther(pathInLocale(request, doing.to));
        if (doing) {
          const faults = faultsInWords(languageOf(localeOf(request)), doing.faults);
          const form = { values: doing.values, faults };
          const status = faults.length > 0 ? 400 : 200;
          return show(context, { record, found, form, version: versionIn(typed), status });
        }
        const isNothing = params.step === 'rooms' && !params.part && !isRoomTyped(typed);
        if (isNothing) return next(context, record, typed);
        return save(context, { record, found, typed, isGone });
      },
    }),
  ]);
}
