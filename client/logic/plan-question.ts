/** A plan in words: what is asked, how people travel, how sure the answer is. One sentence each, in the reader's language. */
import type { Plan, Question } from '../../server/plan/schema.ts';
import { formatNumber } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import { weightWords } from './plan-weights.ts';

export type Kind = Question['kind'];
export type Asked = Pick<Plan, 'question' | 'travel' | 'demand'>;
type Mode = Plan['travel']['model']['mode'];
type Unit = Plan['travel']['unit'];

/** As many figures as somebody can use. */
export const rounded = (value: number): number =>
  Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));

/** “83,020”, “7.5” */
export const amount = (language: Language, value: number): string => formatNumber(language, rounded(value));

/** A share of 1 as “64.7%”: with one decimal, and never 100 or 0 unless it is. */
export function percent(language: Language, part: number, whole: number): string {
  const share = whole > 0 ? (100 * part) / whole : 0;
  const near = Math.round(share * 10) / 10;
  const honest = near === 100 && share < 100 ? 99.9 : near === 0 && share > 0 ? 0.1 : near;
  return language.t('figures.share', { number: formatNumber(language, honest) });
}

/** “15 minutes on foot” */
export const farWords = (language: Language, far: number, unit: Unit, mode: Mode): string =>
  language.t(`plan.far_${unit}`, {
    count: rounded(far),
    number: amount(language, far),
    mode: language.t(`plan.mode_${mode}`),
  });

/** The same without how: “12 minutes”; nobody walks parts of a metre. */
export function travelWords(language: Language, travel: number, unit: Unit): string {
  const figure = unit === 'metres' ? Math.round(travel) : rounded(travel);
  return language.t(`plan.travel_${unit}`, { count: figure, number: formatNumber(language, figure) });
}

/** Travel that is less than this is not worth a figure of its own. */
const least = { minutes: 0.1, metres: 1 } as const;

/** How much longer a way becomes; what is next to nothing is “less than 0.1 minutes”, and never a figure that is not so. */
export const moreTravelWords = (language: Language, travel: number, unit: Unit): string =>
  travel < least[unit]
    ? language.t('figures.lessThan', { travel: travelWords(language, least[unit], unit) })
    : travelWords(language, travel, unit);

/** Whose ways a total of ways is made of: who is farther than counts is taken to be as far as counts. */
export const countedIn = ({
  travel: { most },
  answer,
}: {
  travel: Pick<Plan['travel'], 'most'>;
  answer?: Pick<NonNullable<Plan['answer']>, 'demand' | 'outOfReach'>;
}): number => (answer ? answer.demand.weight - (most === undefined ? answer.outOfReach.weight : 0) : 0);

/** What is asked, with its parts marked `<b>`. */
export function questionRich(language: Language, { question, travel, demand }: Asked): string {
  const { t } = language;
  const { kind, p = 1, within, share = 1 } = question;
  const { unit, model, most } = travel;
  const far = within ?? most;
  const values = {
    count: p,
    number: formatNumber(language, p),
    weight: weightWords(language, demand.weight),
    far: far === undefined ? '' : farWords(language, far, unit, model.mode),
    mode: t(`plan.mode_${model.mode}`),
    share: percent(language, share, 1),
  };
  return t(kind === 'lscp' && share === 1 ? 'plan.said_lscp_all' : `plan.said_${kind}`, values);
}

export const questionWords = (language: Language, asked: Asked): string =>
  questionRich(language, asked).replace(/<\/?b>/g, '');

/** Was it given a name of its own? Else it is called like its question, and need not be said twice. */
export const isNamed = (language: Language, plan: Asked & { name: string }): boolean =>
  plan.name !== questionWords(language, plan).slice(0, 160);
