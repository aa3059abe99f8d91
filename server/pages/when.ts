import { formatDay } from '../../client/language/format.ts';
import type { Language } from '../../client/language/language.ts';

const timeZone = 'Europe/London';
const clocks = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' });
const days = new Intl.DateTimeFormat('en-CA', { timeZone });

/** “3 March 2026, 14:05”, on the clock of the halls. */
export function whenText(language: Language, at: string): string {
  const moment = new Date(at);
  return language.t('history.when', {
    day: formatDay(language, days.format(moment)),
    clock: clocks.format(moment),
  });
}
