/** /plan/new: the question, filled in so that one press answers it. What is in its address is filled in too. */
import { Type } from '@sinclair/typebox';
import type { Knex } from 'knex';
import type { FormFault } from '../../client/logic/form.ts';
import { questionWords } from '../../client/logic/plan-question.ts';
import type { PlanAskPageData } from '../../client/pages/data.ts';
import { searchOf } from '../http/conditional.ts';
import { type Context, type Route, route, seeOther } from '../http/route.ts';
import type { Typed } from '../people/kept-form.ts';
import { personOfVisit, signedIn } from '../people/policy.ts';
import { askPlan } from '../plan/ask.ts';
import { askLimits } from '../plan/limits.ts';
import { mayUsePlan } from '../plan/policy.ts';
import { aboutPlan, readPlan as keptPlan } from '../plan/repository.ts';
import type { Asked } from '../plan/schema.ts';
import { straightLine } from '../travel/straight-line.ts';
import { findItems, findVenues } from '../venues/find.ts';
import type { VenueItem } from '../venues/schema.ts';
import { expressionFault } from './demand-weighing.ts';
import { keptValues, textOf, typedIn } from './form.ts';
import { languageOf } from './languages.ts';
import { localeOf } from './locale.ts';
import { carriedFrom, carryingIn, carryOver } from './plan-carried.ts';
import { faultsOf } from './plan-faults.ts';
import { type Numbers, numbersOf, usableLayers, weightChoices } from './plan-layers.ts';
import { placesOf, queryIn, type ReadSearch, readSearch } from './plan-search.ts';
import { kindOf, namedIn, readPlan, typedFrom, usual } from './plan-typed.ts';
import { privatePage } from './private-page.ts';
import type { Assets } from './render.ts';
import { pathInLocale } from './sign-in-first.ts';

const path = '/plan/new';
const Form = Type.Object({}, { additionalProperties: true });
/** Places found by one word of a name, and in all on the form. */
const FOUND = 8;
const MOST_NAMED = 100;

type Here = Pick<Context<undefined, undefined, undefined>, 'db' | 'config' | 'request' | 'visitor'>;

interface Loaded {
  typed: Typed;
  organisations: { id: number; name: string }[];
  layers: Awaited<ReturnType<typeof usableLayers>>;
  layer?: Awaited<ReturnType<typeof usableLayers>>[number];
  numbers?: Numbers;
  read: ReadSearch;
  from?: { id: number; name: string; asked: Asked };
}

/** The organisations one may plan for, those that plan services before those that hold places. */
const organisationsOf = (db: Knex, ids: number[]): Promise<{ id: number; name: string }[]> =>
  db('organisation')
    .whereIn('id', ids)
    .whereNull('dissolved_at')
    .orderByRaw(`array_position(array['commissioner', 'agency'], kind), name`)
    .select('id', 'name');

/** The plan that is asked anew, when the reader may see it. */
async function planBefore({ db, visitor }: Here, typed: Typed) {
  const id = Number(/^\d{1,9}$/.exec(textOf(typed, 'from'))?.[0]);
  if (!id) return undefined;
  const subject = await aboutPlan({ db, params: { id } }).catch(() => undefined);
  return subject && mayUsePlan(visitor, subject) ? keptPlan(db, id) : undefined;
}

/** Everything that the form is read against: what was typed over what was asked before, over what is usual. */
async function load(context: Here, given: Typed): Promise<Loaded> {
  const { db, request, visitor } = context;
  const organisationIds = personOfVisit(visitor).memberships.map(({ organisationId }) => organisationId);
  const organisations = await organisationsOf(db, organisationIds);
  const layers = await usableLayers(db, organisationIds);
  const before = await planBefore(context, given);
  const isFirst = before !== undefined && given.question === undefined;
  const wanted = textOf(given, 'layer') || (before ? String(before.asked.demand.layer) : '');
  const layer = layers.find(({ id }) => String(id) === wanted) ?? layers[0];
  const numbers = layer && (await numbersOf(db, layer));
  const old = isFirst ? typedFrom(before.asked, numbers?.columns ?? []) : {};
  const organisationId = String(before?.organisationId ?? organisations[0]?.id ?? '');
  const said = { ...usual, organisationId, ...old, ...given, ...(layer && { layer: String(layer.id) }) };
  const typed: Typed = before
    ? { ...said, carry: carryingIn(said, carriedFrom(before.asked, kindOf(said)), isFirst) }
    : said;
  const isOffered =
    textOf(typed, 'weight') === 'own' || numbers?.weights.some(({ key }) => key === textOf(typed, 'weight'));
  return {
    typed: isOffered ? typed : { ...typed, weight: numbers?.weights[0]?.key ?? 'own' },
    organisations,
    layers,
    ...(layer && { layer }),
    ...(numbers && { numbers }),
    read: readSearch(queryIn(typed), languageOf(localeOf(request))),
    ...(before && { from: { id: before.id, name: before.name, asked: before.asked } }),
  };
}

/** Places that were named before, and those that a name finds now; found ones are offered, and nothing else. */
async function namedPlaces(
  db: Knex,
  typed: Typed,
): Promise<Pick<PlanAskPageData['places'], 'named' | 'notFound' | 'found' | 'gone'>> {
  const { all: ids, include } = namedIn(typed);
  const items = await findItems(db, ids.slice(0, MOST_NAMED));
  // Of those that were to stay out, nothing need be said: they cannot be chosen.
  const gone = include.filter((id) => ids.indexOf(id) < MOST_NAMED && !items.some((item) => item.id === id));
  const name = textOf(typed, 'find').slice(0, 100);
  const found: VenueItem[] =
    name === ''
      ? []
      : JSON.parse(
          (await findVenues(db, { q: `"${name.replaceAll('"', ' ')}"`, limit: FOUND, include: ['none'] }))
            .items,
        );
  const all = new Map([...items, ...found].map((item) => [item.id, item]));
  return {
    named: [...all.values()].map((item) => ({
      id: item.id,
      name: item.name,
      ...(item.town && { town: item.town }),
    })),
    ...(gone.length > 0 && { gone: gone.length }),
    ...(name !== '' && (found.length === 0 ? { notFound: name } : { found: found.length })),
  };
}

export function planAskPages(assets: Assets): Route[] {
  const show = async (context: Here, loaded: Loaded, faults: FormFault[], status = 200) => {
    const { db, request } = context;
    const { typed, organisations, layers, layer, numbers, read, from } = loaded;
    const language = languageOf(localeOf(request));
    const { t } = language;
    const places = {
      ...(await placesOf(db, language, queryIn(typed), read)),
      ...(await namedPlaces(db, typed)),
    };
    const named = Object.fromEntries(
      places.named.map(({ id }) => [`place-${id}`, typed[`place-${id}`] ?? 'free']),
    );
    return privatePage(
      assets,
      context,
      {
        page: 'planAsk',
        kind: kindOf(typed),
        form: { values: { ...typed, ...named }, faults: [...faults, ...read.faults] },
        organisations,
        layers: layers.map(({ id, name }) => ({ id, name })),
        ...(layer &&
          numbers && {
            layer: {
              id: layer.id,
              name: layer.name,
              unit: layer.unit,
              columns: numbers.version.columns,
              example: numbers.example,
            },
          }),
        weights: weightChoices(language, numbers?.weights ?? []),
        places,
        ...(from && {
          from: { id: from.id, name: from.name, carried: carriedFrom(from.asked, kindOf(typed)) },
        }),
      },
      {
        title: t('plan.pageTitle', {
          plan: t(from ? 'plan.againTitle' : 'plan.askTitle'),
          name: t('common.name'),
        }),
        description: t('plan.plansHow'),
        path,
        status,
      },
    );
  };
  const common = { path, undocumented: true, access: signedIn, answers: { 200: { description: 'A page' } } };

  return [
    route({
      ...common,
      method: 'get',
      summary: 'Ask a question',
      handler: async (context) => {
        const kept = await keptValues(context.db, context.request);
        const given = kept ?? givenIn(searchOf(context.request));
        return show(context, await load(context, given), []);
      },
    }),
    route({
      ...common,
      method: 'post',
      summary: 'Have a question worked out',
      limits: askLimits,
      form: true,
      body: Form,
      handler: async (context) => {
        const { db, request, visitor, body } = context;
        const language = languageOf(localeOf(request));
        const loaded = await load(context, typedIn(body));
        // Enter in the field of a name presses the button of the whole form, and means the field.
        if (textOf(loaded.typed, 'find') !== '') return show(context, loaded, []);
        const { typed, numbers, read, layer, organisations, from } = loaded;
        const { plan, faults } = readPlan(
          typed,
          {
            kind: kindOf(typed),
            weights: numbers?.weights ?? [],
            search: read.search,
            organisations,
            layer: layer?.id,
            nameOf: ({ question, demand, mode, unit }) =>
              questionWords(language, {
                question,
                demand,
                travel: { unit, model: straightLine(mode) },
              }).slice(0, 160),
          },
          language,
        );
        const isOwn = textOf(typed, 'weight') === 'own';
        const own = isOwn
          ? expressionFault(textOf(typed, 'expression'), numbers?.version.columns ?? [], language)
          : undefined;
        if (own !== undefined) faults.push({ field: 'expression', sentence: own });
        if (!plan || faults.length > 0 || read.faults.length > 0) return show(context, loaded, faults, 400);
        try {
          const id = await db.transaction((savepoint) =>
            askPlan(savepoint, visitor, from ? carryOver(plan, from.asked, typed) : plan),
          );
          return seeOther(pathInLocale(request, `/plan/${id}${from ? `?from=${from.id}` : ''}`));
        } catch (error) {
          const refused = faultsOf(language, error, isOwn);
          return show(context, loaded, refused.faults, refused.status);
        }
      },
    }),
  ];
}

/** The parameters of an address as fields of the form. Of the search’s lists, each value counts for itself. */
function givenIn(search: string): Typed {
  const params = new URLSearchParams(search);
  const typed: Typed = {};
  for (const name of new Set(params.keys())) {
    const values = params.getAll(name).map((value) => value.trim());
    typed[name] = values.length > 1 ? values : (values[0] ?? '');
  }
  for (const id of (params.get('include') ?? '').split(','))
    if (/^\d{1,9}$/.test(id)) typed[`place-${id}`] = 'in';
  for (const id of (params.get('exclude') ?? '').split(','))
    if (/^\d{1,9}$/.test(id)) typed[`place-${id}`] = 'out';
  const lists = queryIn(typed);
  for (const name of ['within', 'profile', 'access', 'amenity', 'kind'])
    if (lists[name]) typed[name] = lists[name];
  return typed;
}
