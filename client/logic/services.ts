/** What a holder says of regular services, as a person reads it. */
import type { Services } from '../../server/venues/schema.ts';
import type { Language } from '../language/language.ts';

/** “yes, up to 3 sessions a week”: in a history, beside what was typed. `sessions` as typed, empty for no limit. */
export function servicesText({ t }: Language, consent: string, sessions: string): string {
  if (consent !== 'agreed') return t(`history.services_${consent === 'declined' ? 'declined' : 'ask_first'}`);
  if (sessions === '') return t('history.services_agreed');
  const count = Number(sessions);
  return Number.isFinite(count) ? t('history.servicesUpTo', { count }) : sessions;
}

/** A sentence for whoever would ask; undefined while nothing is said but that they may ask. */
export function servicesSentence(
  { t }: Language,
  { consent, sessionsPerWeek }: Services,
): string | undefined {
  if (consent === 'ask_first') return undefined;
  if (consent === 'declined') return t('house.servicesDeclined');
  return sessionsPerWeek === undefined
    ? t('house.servicesAgreed')
    : t('house.servicesUpTo', { count: sessionsPerWeek });
}
