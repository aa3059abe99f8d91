/** An enquiry in a few words. */
import type { Enquiry } from '../../server/enquiries/schema.ts';
import { formatDay } from '../language/format.ts';
import type { Language } from '../language/language.ts';

type Side = 'asker' | 'holder';

/** A group that no longer holds the place cannot answer for it. */
export const waitsForYou = ({ state, since }: Enquiry, side: Side): boolean =>
  side === 'holder' && state === 'sent' && !since.includes('holder_changed');

/** Where it stands: “Sent on 3 May 2026. It waits for an answer.” */
export function stateWords(language: Language, enquiry: Enquiry, side: Side = 'asker'): string {
  const { t } = language;
  const { state, sentAt, withdrawnAt, answer } = enquiry;
  const at = answer?.at ?? withdrawnAt ?? sentAt;
  if (at === undefined || state === 'draft') return t('enquiry.state_draft');
  const day = formatDay(language, at.slice(0, 10));
  if (waitsForYou(enquiry, side)) return t('enquiry.state_waitsForYou', { day });
  return answer
    ? t(`enquiry.state_${answer.answer}`, { day })
    : t(`enquiry.state_${state as 'sent'}`, { day });
}

/** What its page is called, to the group that asks and to the one that is asked. */
export function enquiryTitle(language: Language, enquiry: Enquiry, side: Side): string {
  const venue = placeName(language, enquiry);
  if (enquiry.state === 'draft') return language.t('enquiry.draftTitle', { venue });
  if (side === 'asker') return language.t('enquiry.subject_yours', { venue });
  return language.t('enquiry.subject_sent', { from: enquiry.from.name, venue });
}

export const placeName = ({ t }: Language, { venue }: Pick<Enquiry, 'venue'>): string =>
  venue.name ?? t('enquiry.goneName');
