/** What a changed question takes along from the plan before, in words. */
import type { Question } from '../../server/plan/schema.ts';
import { formatNumber } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import { amount, percent } from './plan-question.ts';

export type CarriedChoice =
  | { key: 'shares'; shares: NonNullable<Question['shares']> }
  | ({ key: 'capacity' } & NonNullable<Question['capacity']>)
  | { key: 'travel'; detour: number; metresPerMinute: number };

export function carriedWords(language: Language, choice: CarriedChoice): string {
  const { t } = language;
  switch (choice.key) {
    case 'shares':
      return t('plan.carried_shares', {
        shares: choice.shares
          .map(({ group, share }) => t('plan.carriedShare', { share: percent(language, share, 1), group }))
          .join(t('common.comma')),
      });
    case 'capacity':
      return t(choice.perSession === undefined ? 'plan.carried_rooms' : 'plan.carried_capacity', {
        people: formatNumber(language, choice.perSession ?? 0),
        count: choice.sessions,
        sessions: formatNumber(language, choice.sessions),
      });
    case 'travel':
      return t('plan.carried_travel', {
        detour: formatNumber(language, choice.detour),
        speed: amount(language, (choice.metresPerMinute * 60) / 1000),
      });
  }
}
