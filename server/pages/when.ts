import { formatDay } from '../../client/language/format.ts';
import type { Language } from '../../client/language/language.ts';

/** “3 March 2026, 14:05”, on the clock of the halls. */
export function whenText(language: Language, at: string): string {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: 'Europe/London',
    hour: '2-digit',
    minute: '2-digit',
  }).format(new Date(at));
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/London' }).format(new Date(at));
  return language.t('history.when', { day: formatDay(language, day), clock });
}
