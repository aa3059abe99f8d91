/** An enquiry in a few words. */
import type { Enquiry } from '../../server/enquiries/schema.ts';
import { formatDay } from '../language/format.ts';
import type { Language } from '../language/language.ts';

/** Where it stands: “Sent on 3 May 2026. It waits for an answer.” */
export function stateWords(language: Language, { state, sentAt, withdrawnAt, answer }: Enquiry): string {
  const { t } = language;
  const at = answer?.at ?? withdrawnAt ?? sentAt;
  if (at === undefined || state === 'draft') return t('enquiry.state_draft');
  const day = formatDay(language, at.slice(0, 10));
  return answer
    ? t(`enquiry.state_${answer.answer}`, { day })
    : t(`enquiry.state_${state as 'sent'}`, { day });
}

export const placeName = ({ t }: Language, { venue }: Pick<Enquiry, 'venue'>): string =>
  venue.name ?? t('enquiry.goneName');
