/** Opening hours written as OSM `opening_hours`; `opening-osm-read.ts` reads them back to the same. */
import { minutesOf, minutesPerDay, minutesPerWeek, weekMinutes } from './opening-week.ts';
import type { OpeningException, OpeningPeriod } from './schema.ts';

const days = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su'] as const;
export const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** Days since 1970 of an ISO day: a calendar count that no time zone touches. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / 86_400_000;
export const dayOfNumber = (number: number): string =>
  new Date(number * 86_400_000).toISOString().slice(0, 10);

/** Is it an ISO day of the calendar? Dates roll the 30th of February over into March. */
export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayNumber(text)) && dayOfNumber(dayNumber(text)) === text;

/** How many days an exception lasts beyond its first. */
export const span = ({ from, until }: OpeningException): number =>
  until === undefined ? 0 : dayNumber(until) - dayNumber(from);

/** “Mo-Fr,Su” from 1, 2, 3, 4, 5, 7. */
function dayList(weekdays: readonly number[]): string {
  const rows: [number, number][] = [];
  for (const weekday of weekdays) {
    const last = rows.at(-1);
    if (last && weekday === last[1] + 1) last[1] = weekday;
    else rows.push([weekday, weekday]);
  }
  const name = (weekday: number) => days[weekday - 1] ?? '';
  return rows
    .map(([first, last]) => (first === last ? name(first) : `${name(first)}-${name(last)}`))
    .join(',');
}

const times = (periods: readonly { opens?: string; closes?: string }[]) =>
  periods.map(({ opens, closes }) => `${opens}-${closes}`).join(',');

function week(weekly: readonly OpeningPeriod[]): string[] {
  const [whole] = weekMinutes({ weekly: [...weekly] });
  if (whole?.[0] === 0 && whole[1] === minutesPerWeek) return ['24/7'];
  const byTimes = new Map<string, number[]>();
  for (const weekday of days.keys()) {
    const periods = weekly.filter((period) => period.weekday === weekday + 1);
    if (periods.length === 0) continue;
    const key = times(periods);
    byTimes.set(key, [...(byTimes.get(key) ?? []), weekday + 1]);
  }
  const rules = [...byTimes].map(([key, weekdays]) => `${dayList(weekdays)} ${key}`);
  // A rule after “;” wipes its whole day, so hours that run past midnight need the adding “,”.
  const pastMidnight = weekly.some(({ closes }) => minutesOf(closes) > minutesPerDay);
  return pastMidnight ? [rules.join(', ')] : rules;
}

const dateText = (day: string) => `${day.slice(0, 4)} ${months[Number(day.slice(5, 7)) - 1]} ${day.slice(8)}`;
const rangeText = ({ from, until }: OpeningException) => {
  if (until === undefined || until === from) return dateText(from);
  return `${dateText(from)}-${from.slice(0, 7) === until.slice(0, 7) ? until.slice(8) : dateText(until)}`;
};

function dated(exceptions: readonly OpeningException[]): string[] {
  const byRange = new Map<string, OpeningException[]>();
  for (const each of [...exceptions].sort((a, b) => span(b) - span(a) || (a.from < b.from ? -1 : 1)))
    byRange.set(rangeText(each), [...(byRange.get(rangeText(each)) ?? []), each]);
  return [...byRange].map(([range, same]) => {
    const byNote = new Map<string, OpeningException[]>();
    for (const each of same) byNote.set(each.note ?? '', [...(byNote.get(each.note ?? '') ?? []), each]);
    return [...byNote]
      .map(([note, group]) => {
        const hours = group[0]?.closed ? 'off' : times(group);
        if (note === '') return `${range} ${hours}`;
        return `${range} ${hours}${hours === 'off' ? '' : ' open'} "${note.replaceAll('"', "'")}"`;
      })
      .join(', ');
  });
}

/**
 * Canonical OSM `opening_hours`. Later rules win there, so long exceptions come first and the shortest one holds.
 * `onHolidays` is a rule for public holidays, placed where dated exceptions still win over it.
 */
export function toOsm(
  weekly: readonly OpeningPeriod[],
  exceptions: readonly OpeningException[] = [],
  onHolidays?: 'PH off',
): string {
  const rules = [...week(weekly), ...(onHolidays ? [onHolidays] : []), ...dated(exceptions)];
  return rules.length === 0 ? 'off' : rules.join('; ');
}
