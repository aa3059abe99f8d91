/** Why a site was chosen, and why an area is left out, in words. */
import type { Plan } from '../../server/plan/schema.ts';
import type { Findings } from '../../server/plan/schema-findings.ts';
import { isolated } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import { countedIn, moreTravelWords } from './plan-question.ts';
import { formatAmount } from './plan-words.ts';

type Answered = Pick<Plan, 'question' | 'travel'> & {
  answer?: Pick<NonNullable<Plan['answer']>, 'demand' | 'outOfReach'>;
};

/** What would be worse without a site: “Without it: 4,210 fewer within reach”. */
export function addsWords(
  language: Language,
  plan: Answered,
  { adds }: Pick<Findings['sites'][number], 'adds'>,
): string {
  const { t } = language;
  const { kind } = plan.question;
  const { unit } = plan.travel;
  if (adds === undefined) return t('paper.addsAll');
  if (adds <= 0) return t('paper.addsNothing');
  if (kind === 'p_centre') return t('paper.addsLongest', { travel: moreTravelWords(language, adds, unit) });
  if (kind !== 'p_median') return t('paper.addsFewer', { amount: formatAmount(language, adds) });
  const counted = countedIn(plan);
  return t('paper.addsLonger', {
    travel: moreTravelWords(language, counted > 0 ? adds / counted : 0, unit),
  });
}

/** Why nobody in an area is reached. */
export const gapWords = ({ t }: Language, reason: Findings['gaps'][number]['reason']): string =>
  t(`paper.gap_${reason}`);

/** The site that would be missed most: by its number and its name where sites are listed, else by its name. */
export function lostWords(
  language: Language,
  {
    question: { kind },
    answer: { sites },
  }: {
    question: Pick<Plan['question'], 'kind'>;
    answer: { sites: readonly { id: number; name?: string }[] };
  },
  { firstToLose }: Pick<Findings, 'firstToLose'>,
): string | undefined {
  const { t } = language;
  const at = sites.findIndex(({ id }) => id === firstToLose?.id);
  if (!firstToLose || at < 0) return undefined;
  if (firstToLose.loses !== undefined && firstToLose.loses <= 0) return t('paper.lostNone');
  const known = sites[at]?.name;
  const name = isolated(language, known ?? t('paper.siteGone'));
  if (kind !== 'coverage') return t('paper.lost', { number: at + 1, name });
  return known === undefined ? undefined : t('plan.lostMost', { name });
}
