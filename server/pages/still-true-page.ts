/** /venues/{slug}/still-true: members look through what is said of a place, the oldest first, and say what still holds. */
import { Type } from '@sinclair/typebox';
import type { Knex } from 'knex';
import { emptyForm, type FormFault } from '../../client/logic/form.ts';
import { choiceName, settle } from '../../client/logic/three-way.ts';
import { confirmFacts, findStated, markOf, type SeenFact } from '../facts/confirm.ts';
import { readSeen, readWord, wordOf } from '../facts/look-through.ts';
import { replaceFact } from '../facts/replace.ts';
import type { FactRef } from '../facts/schema.ts';
import { isAnswered, valueTyped } from '../facts/value-typed.ts';
import { type Context, type Reply, type Route, route, seeOther } from '../http/route.ts';
import { notFound } from '../problem.ts';
import { actorOf } from '../venues/held.ts';
import { type HeldVenue, mayEditVenue } from '../venues/policy.ts';
import type { VenueRecord } from '../venues/record.ts';
import { isoDay } from '../venues/repository.ts';
import { loadRecords } from '../venues/rows.ts';
import { NewFact } from '../venues/schema.ts';
import { findFact } from '../vocabulary.ts';
import { keptValues, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { aboutSlug, OfVenue } from './photo-form.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';
import { fieldsOf, type Shown, stillTrueData, unanswered } from './still-true-data.ts';
import { Query, whatWasDone } from './still-true-said.ts';

const Form = Type.Object({}, { additionalProperties: true });
type Typed = ReturnType<typeof typedIn>;
type Here = Pick<
  Context<typeof OfVenue, undefined, undefined, HeldVenue>,
  'config' | 'request' | 'subject'
> & {
  db: Knex;
};
const names = ['value', 'note'] as const;
const longestNote = NewFact.properties.note.maxLength ?? 500;
const howOf = (typed: Typed) => (textOf(typed, 'how') === 'visited' ? 'visited' : 'told');

async function recordOf(db: Knex, id: number, lock = false): Promise<VenueRecord> {
  const [record] = await loadRecords(db, [id], lock);
  if (!record) throw notFound('venue');
  return record;
}

const topicOf = ({ key }: FactRef): string => findFact(key)?.topic ?? '';

export function stillTruePages(assets: Assets): Route[] {
  const show = async (
    { db, config, request, subject }: Here,
    { status = 200, ...shown }: Shown & { status?: number },
  ): Promise<Reply> => {
    const language = languageOf(localeOf(request));
    const { t } = language;
    const record = await recordOf(db, subject.id);
    const { id, slug, name } = record;
    return privatePage(assets, { config, request }, stillTrueData(language, record, isoDay(), shown), {
      title: t('still.pageTitle', { venue: name, name: t('common.name') }),
      description: t('still.how'),
      path: `/venues/${slug}-${id}/still-true`,
      status,
    });
  };

  const common = {
    path: '/venues/:slug/still-true',
    undocumented: true,
    params: OfVenue,
    about: aboutSlug,
    access: mayEditVenue,
    answers: { 200: { description: 'A page' } },
  };
  type Posted = Here &
    Pick<Context<typeof OfVenue, typeof Query, undefined, HeldVenue>, 'params' | 'query' | 'visitor'>;

  /** Back to the same place on the page, which says what was done. */
  const goOn = (
    { request, params, query: { before } }: Posted,
    typed: Typed,
    done: { done: string; topic: string; count?: number; left?: number; undo?: number },
  ) => {
    const said = Object.entries({
      ...done,
      before,
      ...(howOf(typed) === 'visited' && { how: 'visited' }),
    }).flatMap(([name, value]): [string, string][] => (value === undefined ? [] : [[name, String(value)]]));
    const query = new URLSearchParams(said);
    return seeOther(pathInLocale(request, `/venues/${params.slug}/still-true?${query}#done`));
  };
  const changedMeanwhile = (context: Posted, typed: Typed, ref?: FactRef) => {
    const { t } = languageOf(localeOf(context.request));
    const field = ref && `fact-${wordOf(ref)}`;
    const faults: FormFault[] = [{ ...(field && { field }), sentence: t('still.error_changed') }];
    return show(context, { form: { values: { how: howOf(typed) }, faults }, status: 412 });
  };

  const confirm = async (context: Posted, typed: Typed, seen: SeenFact[]) => {
    const { db, subject, visitor } = context;
    const actor = await actorOf(db, visitor, subject.organisationId);
    const made = await confirmFacts(db, actor, subject.id, seen, { method: howOf(typed) });
    const [first] = seen;
    const left = made.left.filter(({ reason }) => reason !== 'newer').length;
    if (first && made.confirmed.length === 0 && left > 0) return changedMeanwhile(context, typed, first);
    return goOn(context, typed, {
      done: made.confirmed.length > 0 ? 'still' : 'nothing',
      topic: first ? topicOf(first) : '',
      count: made.confirmed.length,
      ...(left > 0 && { left }),
      ...(made.outcome === 'updated' && { undo: made.version }),
    });
  };

  const takeAway = async (context: Posted, typed: Typed, seen: SeenFact) => {
    const { db, subject, visitor } = context;
    const fact = findStated(await recordOf(db, subject.id, true), seen);
    if (!fact || markOf(fact) !== seen.mark) return changedMeanwhile(context, typed, seen);
    const actor = await actorOf(db, visitor, subject.organisationId);
    const { version } = await replaceFact(db, actor, subject.id, seen, undefined);
    return goOn(context, typed, { done: 'unknown', topic: topicOf(seen), undo: version });
  };

  const change = async (context: Posted, typed: Typed, ref: FactRef) => {
    const { db, request, subject, visitor } = context;
    const { t } = languageOf(localeOf(request));
    const record = await recordOf(db, subject.id, true);
    const base = { value: textOf(typed, 'base_value'), note: textOf(typed, 'base_note') };
    // Where somebody took the fact away meanwhile, what is known now takes nothing from anybody.
    const stored = findStated(record, ref) ? fieldsOf(record, ref) : base;
    const { values, clashes } = settle({ names, typed, base, stored });
    const again = (faults: FormFault[], status: number) =>
      show(context, {
        form: { values: { ...typed, ...values, ...(typed.value === undefined && unanswered(ref)) }, faults },
        changing: ref,
        clashes,
        status,
      });
    if (clashes.length > 0) {
      const label = languageOf(localeOf(request)).word('facts', ref.key, 'label') ?? ref.key;
      const sentence = t('form.chooseOne', { label });
      return again(
        clashes.map(({ name }) => ({ field: choiceName(name), sentence })),
        412,
      );
    }
    // Nothing chosen is no answer; “I don’t know” is one.
    if (isAnswered(ref.key) && typed.value === undefined && typed[choiceName('value')] === undefined)
      return again([{ field: 'value', sentence: t('still.error_value') }], 400);
    const value = valueTyped(ref.key, String(values.value ?? ''));
    const note = String(values.note ?? '');
    const faults: FormFault[] = [
      ...(value === null ? [{ field: 'value', sentence: t('still.error_number') }] : []),
      ...(note.length > longestNote
        ? [{ field: 'note', sentence: t('still.error_note', { most: longestNote }) }]
        : []),
    ];
    if (faults.length > 0 || value === null) return again(faults, 400);
    const actor = await actorOf(db, visitor, subject.organisationId);
    const isSame = findStated(record, ref) && String(value ?? '') === stored.value && note === stored.note;
    if (isSame) return goOn(context, typed, { done: 'nothing', topic: topicOf(ref) });
    const evidence = { method: howOf(typed), observedOn: isoDay() } as const;
    const fact =
      value === undefined ? undefined : { key: ref.key, value, ...(note && { note }), ...evidence };
    const { version, outcome } = await replaceFact(db, actor, subject.id, ref, fact);
    return goOn(context, typed, {
      done: outcome === 'unchanged' ? 'nothing' : fact ? 'changed' : 'unknown',
      topic: topicOf(ref),
      ...(outcome === 'updated' && { undo: version }),
    });
  };

  return [
    route({
      ...common,
      method: 'get',
      summary: 'Look through what is said of a place',
      query: Query,
      handler: async (context) => {
        const { db, request, params, query } = context;
        const { t } = languageOf(localeOf(request));
        const kept = await keptValues(db, request);
        const word = kept ? textOf(kept, 'change') : query.change;
        const changing = word === undefined ? undefined : readWord(word);
        const form = { ...emptyForm, values: kept ?? { how: query.how ?? 'told' } };
        if (kept && !changing) return show(context, { form, done: { text: t('still.again') } });
        const done = whatWasDone(t, query, params.slug);
        return show(context, {
          form,
          ...(query.all && { asking: query.all }),
          ...(changing && { changing }),
          ...(done && { done }),
        });
      },
    }),
    route({
      ...common,
      method: 'post',
      summary: 'Say what is still true',
      query: Query,
      form: true,
      body: Form,
      handler: (context) => {
        const typed = typedIn(context.body);
        const seenIn = (name: string) => [typed[name] ?? []].flat().flatMap((text) => readSeen(text) ?? []);
        const [unknown] = seenIn('unknown');
        if (unknown) return takeAway(context, typed, unknown);
        const ref = readWord(textOf(typed, 'change'));
        if (ref) return change(context, typed, ref);
        const still = textOf(typed, 'all') === '' ? seenIn('still') : seenIn('fact');
        if (still.length === 0) return changedMeanwhile(context, typed);
        return confirm(context, typed, still);
      },
    }),
  ];
}
