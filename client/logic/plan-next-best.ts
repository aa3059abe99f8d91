/** What it would cost to choose the next best place in the stead of a chosen one, in words. */
import type { Plan } from '../../server/plan/schema.ts';
import type { Findings } from '../../server/plan/schema-findings.ts';
import { isolated } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import { amount, countedIn, moreTravelWords } from './plan-question.ts';

type Why = Findings['sites'][number];

/** Undefined where there is no other place to choose. */
export function nextBestWords(language: Language, plan: Plan, { nextBest }: Why): string | undefined {
  if (!nextBest) return undefined;
  const { t } = language;
  const { kind } = plan.question;
  const { unit } = plan.travel;
  const name = nextBest.name === undefined ? t('plan.nextGone') : isolated(language, nextBest.name);
  const { costs } = nextBest;
  if (costs === undefined) return t('plan.nextNone', { name });
  if (costs <= 0) return t('plan.nextSame', { name });
  if (kind === 'p_centre')
    return t('plan.nextLongest', { name, travel: moreTravelWords(language, costs, unit) });
  if (kind === 'p_median') {
    const counted = countedIn(plan);
    return t('plan.nextMean', {
      name,
      travel: moreTravelWords(language, counted > 0 ? costs / counted : 0, unit),
    });
  }
  return t('plan.nextFewer', { name, number: amount(language, costs) });
}
