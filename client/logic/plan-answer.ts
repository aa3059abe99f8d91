/** An answer in words, for people who have never heard of optimisation: what comes of it, and how sure that is. */
import type { Answer } from '../../server/plan/schema.ts';
import type { Group } from '../../server/plan/schema-findings.ts';
import { formatNumber } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import { type Asked, amount, countedIn, farWords, percent, travelWords } from './plan-question.ts';
import { columnWords, peopleColumn, weightWords } from './plan-weights.ts';

export interface Told extends Asked {
  answer: Pick<Answer, 'status' | 'gap' | 'objective' | 'demand' | 'reached' | 'outOfReach' | 'reasons'>;
  /** How many were chosen. */
  sites: number;
  /** How many of them had to be; nobody asks where nothing is said of how sure it is. */
  fixed?: number;
  /** That it might take. */
  seconds: number;
}

/** How many sites there are in words of an answer. */
export const countSites = ({ sites }: Pick<Answer, 'sites'>): Pick<Told, 'sites' | 'fixed'> => ({
  sites: sites.length,
  fixed: sites.filter(({ included }) => included).length,
});

/** Nobody is in reach whatever is chosen. */
const isHopeless = ({ answer: { demand, outOfReach } }: Told) => demand.areas === outOfReach.areas;

/** What is found, in one sentence. */
export function answerWords(language: Language, told: Told): string {
  const { t } = language;
  const { question, travel, demand, answer, sites, seconds } = told;
  const { kind, within, share = 1, p = 1 } = question;
  const { unit, model, most } = travel;
  const far = within ?? most;
  const farther = far === undefined ? '' : farWords(language, far, unit, model.mode);
  if (isHopeless(told))
    return t(farther ? 'plan.answer_nobody' : 'plan.answer_nobodyAtAll', { far: farther });
  if (answer.status === 'unknown') return t('plan.answer_unknown', { count: seconds });
  if (answer.status === 'infeasible')
    return kind === 'lscp'
      ? t('plan.answer_short', {
          most: percent(language, answer.demand.weight - answer.outOfReach.weight, answer.demand.weight),
          share: percent(language, share, 1),
          far: farther,
        })
      : t(question.shares ? 'plan.answer_shares' : 'plan.answer_few', {
          count: p,
          number: formatNumber(language, p),
        });
  const counted = {
    count: sites,
    number: formatNumber(language, sites),
    weight: weightWords(language, demand.weight),
    reached: amount(language, answer.reached.weight),
    all: amount(language, answer.demand.weight),
    percent: percent(language, answer.reached.weight, answer.demand.weight),
    far: farther,
    mode: t(`plan.mode_${model.mode}`),
  };
  switch (kind) {
    case 'p_centre':
      return t('plan.answer_p_centre', { ...counted, travel: travelWords(language, answer.objective, unit) });
    case 'p_median':
      return t('plan.answer_p_median', {
        ...counted,
        travel: travelWords(language, average(told), unit),
      });
    default:
      return t(`plan.answer_${kind}`, counted);
  }
}

/** The mean way of those who count, in the unit of travel. */
const average = (told: Told): number => {
  const counted = countedIn(told);
  return counted > 0 ? told.answer.objective / counted : 0;
};

/** How many people that are, where some of them count more than once. */
export function peopleWords(language: Language, told: Told, groups: readonly Group[] = []): string {
  const name = peopleColumn(
    groups.map((each) => ({ column: each.name })).filter(({ column }) => column !== 'weight'),
  );
  const people = groups.find((each) => each.name === name);
  if (!people || told.demand.weight.trim() === people.name || told.answer.status === 'infeasible') return '';
  return language.t('plan.answerPeople', {
    people: columnWords(language, people.name),
    reached: amount(language, people.after),
    all: amount(language, people.total),
    percent: percent(language, people.after, people.total),
  });
}

/** How sure it is. Empty where there was nothing to choose. */
export function proofWords(language: Language, told: Told): string {
  const { t } = language;
  const { answer, question, sites, fixed = 0 } = told;
  if (isHopeless(told) || answer.status === 'unknown' || answer.status === 'infeasible') return '';
  // Without the places that had to be chosen, another choice may well do better.
  if (answer.status === 'optimal' && question.kind !== 'coverage' && fixed > 0)
    return t(`plan.proofFixed_${question.kind}`);
  if (answer.status === 'optimal')
    return t(`plan.proof_${question.kind}`, { count: sites, number: formatNumber(language, sites) });
  return t('plan.proof_gap', { percent: percent(language, Math.abs(answer.gap), 1) });
}

/** What else is to be said. What the sentence has said already is left out, and so is what this reader cannot know. */
const told = [
  'no-candidates',
  'no-consent',
  'no-places',
  'nobody-counts',
  'numbers-left-out',
  'places-out-of-reach',
  'all-sites-chosen',
  'no-sites-asked',
  'more-fixed-than-asked',
  'shares-not-together',
  'capacity-short',
  'capacity-not-known',
  'supply-unused',
  'off-network',
] as const;

export const reasonWords = ({ t }: Language, { reasons }: Pick<Answer, 'reasons'>): string[] =>
  told
    .filter((each) => reasons.includes(each))
    .map((each) => t(`plan.reason_${each.replaceAll('-', '_')}` as 'plan.reason_no_places'));
