/** The form of a question, read into what a plan is asked by, and written from what one was asked by. */
import type { Language } from '../../client/language/language.ts';
import type { FormFault } from '../../client/logic/form.ts';
import type { Kind } from '../../client/logic/plan-question.ts';
import { type Weighing, weighings } from '../../client/logic/plan-weights.ts';
import type { Typed } from '../people/kept-form.ts';
import {
  type Asked,
  MOST_CANDIDATES,
  MOST_SECONDS,
  type NewPlan,
  questions,
  USUAL_SECONDS,
} from '../plan/schema.ts';
import { type Mode, modes } from '../travel/schema.ts';
import { textOf } from './form.ts';
import { type PlaceSearch, queryOfSearch, typedOf } from './plan-search.ts';

/** What one press asks, when nothing was changed. */
export const usual: Typed = {
  question: 'mclp',
  p: '5',
  share: '95',
  weight: 'people',
  far: '15',
  unit: 'minutes',
  mode: 'walking',
  consent: 'any',
  by: 'straight_line',
  seconds: String(USUAL_SECONDS),
};

/** The kind that was pressed last; the usual one where it is none. */
export function kindOf(typed: Typed): Kind {
  const last = [typed.question ?? []].flat().at(-1);
  return questions.find((each) => each === last) ?? 'mclp';
}

/** A number as people write it here: “1.5”, or “1,5”; “1,200” is more than a thousand. */
export function numberIn(text: string): number | undefined {
  const joined = text.replace(/\s/g, '');
  const plain = /^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(joined)
    ? joined.replaceAll(',', '')
    : joined.replace(',', '.');
  return /^\d{1,7}(\.\d{1,4})?$/.test(plain) ? Number(plain) : undefined;
}
const wholeIn = (text: string, most: number): number | undefined => {
  const number = numberIn(text);
  return number !== undefined && Number.isInteger(number) && number >= 1 && number <= most
    ? number
    : undefined;
};

/** The places that were named, by what is to become of them. */
export function namedIn(typed: Typed): { include: number[]; exclude: number[]; all: number[] } {
  const [include, exclude, all]: [number[], number[], number[]] = [[], [], []];
  const put = (list: number[], id: number) => list.includes(id) || list.push(id);
  for (const [name, value] of Object.entries(typed)) {
    const id = Number(/^place-(\d{1,9})$/.exec(name)?.[1]);
    if (!id) continue;
    put(all, id);
    const last = [value ?? ''].flat().at(-1);
    if (last === 'in') put(include, id);
    if (last === 'out') put(exclude, id);
  }
  return { include, exclude, all };
}

/** Which numbers a kind of question asks for. */
const needs: Record<Kind, readonly ('p' | 'far' | 'share')[]> = {
  coverage: ['far'],
  mclp: ['p', 'far'],
  lscp: ['far', 'share'],
  p_median: ['p'],
  p_centre: ['p'],
};

export interface Ready {
  kind: Kind;
  weights: Weighing[];
  search: PlaceSearch | undefined;
  organisations: { id: number }[];
  layer: number | undefined;
  /** What it is called when nobody says. */
  nameOf: (
    asked: Pick<NewPlan, 'question' | 'demand'> & { mode: Mode; unit: 'minutes' | 'metres' },
  ) => string;
}

/** What is asked; what is wrong is said beside its field, and then there is no plan. */
export function readPlan(
  typed: Typed,
  { kind, weights, search, organisations, layer, nameOf }: Ready,
  { t }: Language,
): { plan?: NewPlan; faults: FormFault[] } {
  const faults: FormFault[] = [];
  const wrong = (field: string, sentence: string) => void faults.push({ field, sentence });
  const text = (name: string) => textOf(typed, name);
  const p = wholeIn(text('p'), MOST_CANDIDATES);
  const far = numberIn(text('far'));
  const share = numberIn(text('share'));
  const asks = needs[kind];
  if (asks.includes('p') && p === undefined) wrong('p', t('plan.error_p', { most: MOST_CANDIDATES }));
  if (asks.includes('share') && !(share && share <= 100)) wrong('share', t('plan.error_share'));
  const weight =
    text('weight') === 'own'
      ? text('expression')
      : weights.find(({ key }) => key === text('weight'))?.expression;
  if (weight === undefined) wrong('weight', t('plan.error_weight'));
  if (asks.includes('far') && !far) wrong('far', t('plan.error_far'));
  if (layer === undefined) wrong('layer', t('plan.error_layer'));
  const most = text('most') === '' ? undefined : numberIn(text('most'));
  if (text('most') !== '' && !most) wrong('most', t('plan.error_most'));
  const seconds = wholeIn(text('seconds') || String(USUAL_SECONDS), MOST_SECONDS);
  if (seconds === undefined) wrong('seconds', t('plan.error_seconds', { most: MOST_SECONDS }));
  if (text('name').length > 160) wrong('name', t('plan.error_name', { most: 160 }));
  const organisation = organisations.find(({ id }) => String(id) === text('organisationId'));
  if (!organisation) wrong('organisationId', t('plan.error_organisationId'));
  if (faults.length > 0 || !organisation || layer === undefined || weight === undefined) return { faults };
  const mode = modes.find((each) => each === text('mode')) ?? 'walking';
  const unit = text('unit') === 'metres' ? ('metres' as const) : ('minutes' as const);
  const { include, exclude } = namedIn(typed);
  const question = {
    kind,
    ...(asks.includes('p') && { p }),
    ...(asks.includes('far') && { within: far }),
    ...(asks.includes('share') && share && { share: share / 100 }),
  };
  const demand = { layer, weight };
  return {
    plan: {
      organisationId: organisation.id,
      name: text('name') || nameOf({ question, demand, mode, unit }),
      question,
      demand,
      candidates: {
        ...(search && { search }),
        ...(include.length > 0 && { include }),
        ...(exclude.length > 0 && { exclude }),
        consent: text('consent') === 'agreed' ? 'agreed' : 'any',
      },
      travel: {
        ...(text('by') === 'network' && { by: 'network' as const }),
        mode,
        unit,
        ...(most && { most }),
      },
      seconds,
    },
    faults,
  };
}

/** A plan as the fields of the form that asks it anew. */
export function typedFrom(
  { question, demand, candidates, travel, seconds }: Asked,
  columns: Parameters<typeof weighings>[0],
): Typed {
  const { kind, p, within, share } = question;
  const weight = weighings(columns).find(({ expression }) => expression === demand.weight)?.key;
  const named = (ids: number[] | undefined, value: string) =>
    Object.fromEntries((ids ?? []).map((id) => [`place-${id}`, value]));
  return {
    ...usual,
    question: kind,
    ...(p !== undefined && { p: String(p) }),
    ...(within !== undefined && { far: String(within) }),
    ...(share !== undefined && { share: String(Math.round(share * 1000) / 10) }),
    layer: String(demand.layer),
    weight: weight ?? 'own',
    ...(weight === undefined && { expression: demand.weight }),
    unit: travel.unit,
    mode: travel.model.mode,
    ...(travel.most !== undefined && { most: String(travel.most) }),
    consent: candidates.consent,
    by: travel.by ?? 'straight_line',
    seconds: String(seconds),
    ...typedOf(queryOfSearch(candidates.search ?? {})),
    ...named(candidates.include, 'in'),
    ...named(candidates.exclude, 'out'),
  };
}
