/** Opening hours in the words of a language: the state now, and a line for each day of an ordinary week. */
import type { Hours, OpenState } from '../../server/venues/schema.ts';
import { formatDay, formatTime, formatWeekday } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import type { MessageKey } from '../language/messages.ts';

const minutesPerDay = 1440;
/** After midnight, of “17:30”. */
export const minutesOf = (clock: string): number =>
  Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
/** Days since 1970, of a day such as 2026-07-01 or a clock such as 2026-07-01T17:00. */
const dayNumber = (clock: string): number => Date.parse(`${clock.slice(0, 10)}T00:00Z`) / 86_400_000;
/** 1970 began on a Thursday. */
const weekdayOf = (day: number): number => ((day + 3) % 7) + 1;

/** “Tuesday” within a week, “1 March” when it is further away. */
function dayText(language: Language, clock: string, ahead: number): string {
  if (ahead < 7) return formatWeekday(language, weekdayOf(dayNumber(clock)));
  const month = language.t(`common.month${Number(clock.slice(5, 7))}` as MessageKey);
  return language.t('venue.dayOfMonth', { day: Number(clock.slice(8, 10)), month });
}

/** “Open now, until 5pm” or “Closed now, opens Tuesday at 9am”. */
export function todayText(language: Language, hours: Pick<Hours, 'osm'>, state: OpenState): string {
  const { t } = language;
  const { open, now, changes } = state;
  if (changes === undefined) {
    if (open) return t('venue.openAlways');
    return t(hours.osm === 'off' ? 'venue.closed' : 'venue.hoursVary');
  }
  const ahead = dayNumber(changes) - dayNumber(now);
  const minutes = minutesOf(changes.slice(11));
  const values = { time: formatTime(language, minutes) };
  if (ahead === 0 || (open && ahead === 1 && minutes === 0))
    return t(open ? 'venue.openUntil' : 'venue.opensAt', values);
  if (ahead === 1) return t(open ? 'venue.openUntilTomorrow' : 'venue.opensTomorrow', values);
  const day = dayText(language, changes, ahead);
  return t(open ? 'venue.openUntilDay' : 'venue.opensDay', { ...values, day });
}

export interface DayOfWeek {
  weekday: number;
  label: string;
  text: string;
}

/** A note that may open a day which has no fixed hours. */
const otherTimes = /also: |appointment|arrangement|request/i;

/** One line a day. A day without hours is closed only when there is no note that may say otherwise. */
export function describeWeek(language: Language, hours: Pick<Hours, 'weekly' | 'osm' | 'note'>): DayOfWeek[] {
  const { t } = language;
  const fixed = hours.weekly.length > 0 || hours.osm === 'off';
  const closed = otherTimes.test(hours.note ?? '') ? 'venue.seeNote' : 'venue.closed';
  const none = t(fixed ? closed : 'venue.hoursVary');
  return [1, 2, 3, 4, 5, 6, 7].map((weekday) => {
    const times = hours.weekly
      .filter((each) => each.weekday === weekday)
      .map(({ opens, closes }) => [minutesOf(opens), minutesOf(closes)] as const);
    const allDay = times.some(([start, end]) => start === 0 && end === minutesPerDay);
    const text = times
      .map(([start, end]) =>
        t('venue.fromTo', { from: formatTime(language, start), to: formatTime(language, end) }),
      )
      .join(t('common.comma'));
    const label = formatWeekday(language, weekday);
    return { weekday, label, text: allDay ? t('venue.openAllDay') : text || none };
  });
}

/** “25 December 2026: Closed”, for each day or stretch that is not over yet. */
export function exceptionsText(language: Language, { exceptions }: Hours, today: string): string[] {
  const { t } = language;
  return exceptions
    .filter(({ from, until }) => (until ?? from) >= today)
    .map(({ from, until, opens, closes, note }) => {
      const days = until
        ? t('venue.daysFromTo', { from: formatDay(language, from), until: formatDay(language, until) })
        : formatDay(language, from);
      const time = (clock: string) => formatTime(language, minutesOf(clock));
      const hours =
        opens && closes ? t('venue.fromTo', { from: time(opens), to: time(closes) }) : t('venue.closed');
      return note ? t('venue.exceptionNote', { days, hours, note }) : t('venue.exception', { days, hours });
    });
}
