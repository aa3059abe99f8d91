/**
 * Opening hours of a venue or a space: checked, sorted and merged, with the same said as OSM `opening_hours`.
 * Times are the venue’s own clock, Europe/London unless it says otherwise, and never the clock of the process.
 */
import { weekdays } from '../vocabulary.ts';
import { dayNumber, isDay, span, toOsm } from './opening-osm.ts';
import { readOsm } from './opening-osm-read.ts';
import { minutesOf, periodsOf, weekMinutes } from './opening-week.ts';
import type { Hours, OpeningException, OpeningHours, OpeningPeriod } from './schema.ts';

export { toOsm } from './opening-osm.ts';
export { clockTextAt, stateAt } from './opening-state.ts';
export { openAt, weekMinutes } from './opening-week.ts';

interface Fault {
  fault: string;
}

/** The hours as answered, or one sentence on what is wrong. `osm` is read only when `weekly` is absent. */
export function normaliseHours(input: OpeningHours): { hours: Hours } | Fault {
  const timezone = zoneOf(input.timezone ?? 'Europe/London');
  if (timezone === undefined)
    return { fault: `There is no time zone called “${input.timezone}”. Use a name such as Europe/London.` };
  const fault = weeklyFault(input.weekly ?? []) ?? exceptionFault(input.exceptions ?? []);
  if (fault !== undefined) return { fault };
  const exceptions = sorted(input.exceptions ?? []);
  const stated = input.note?.trim();
  if (input.weekly === undefined && input.osm?.trim())
    return fromOsm(input.osm, exceptions, timezone, stated);
  const weekly = periodsOf(weekMinutes({ weekly: input.weekly ?? [] }));
  const osm =
    keptOsm(input.osm, weekly, exceptions, timezone) ?? written(weekly, exceptions, timezone, input);
  return { hours: { weekly, exceptions, timezone, osm, ...(stated && { note: stated }) } };
}

/** The zone’s name in its proper spelling, when there is such a zone; offsets are not names. */
function zoneOf(name: string): string | undefined {
  if (!/^[A-Za-z][\w+-]*(\/[\w+-]+)*$/.test(name)) return undefined;
  try {
    const { timeZone } = new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions();
    return timeZone.toLowerCase() === name.toLowerCase() ? timeZone : name;
  } catch {
    return undefined;
  }
}

function weeklyFault(weekly: readonly OpeningPeriod[]): string | undefined {
  for (const { weekday, opens, closes } of weekly) {
    const day = weekdays[weekday - 1] ?? 'one day';
    if (minutesOf(closes) <= minutesOf(opens)) return closesFirst(`On ${day}`, opens, closes);
  }
  return undefined;
}

const closesFirst = (when: string, opens: string, closes: string) =>
  `${when} it closes at ${closes}, which is not after it opens at ${opens}. ` +
  `If that is the next morning, write ${Number(closes.slice(0, 2)) + 24}${closes.slice(2)}.`;

function exceptionFault(exceptions: readonly OpeningException[]): string | undefined {
  for (const each of exceptions) {
    const { from, until, closed, opens, closes } = each;
    const strange = [from, until ?? from].find((day) => !isDay(day));
    if (strange !== undefined) return `There is no such day as ${strange}.`;
    if (until !== undefined && until < from) return `The exception from ${from} ends before it begins.`;
    if (closed && (opens !== undefined || closes !== undefined))
      return `The exception of ${from} says closed and also gives times. Keep one of them.`;
    if (!closed && (opens === undefined || closes === undefined))
      return `Say of ${from} that it is closed, or when it opens and when it closes.`;
    if (opens !== undefined && closes !== undefined && minutesOf(closes) <= minutesOf(opens))
      return closesFirst(`On ${from}`, opens, closes);
  }
  return clash(sorted(exceptions));
}

/** Exceptions of the very same days add up, so they must not contradict one another. */
function clash(exceptions: readonly OpeningException[]): string | undefined {
  for (const [index, next] of exceptions.entries()) {
    const each = exceptions[index - 1];
    if (each === undefined || each.from !== next.from || each.until !== next.until) continue;
    if (each.closed || next.closed)
      return `Two exceptions of ${each.from} contradict each other. Keep one of them.`;
    if (minutesOf(next.opens ?? '') < minutesOf(each.closes ?? ''))
      return `The times of two exceptions of ${each.from} overlap. Make them one.`;
  }
  return undefined;
}

const spoken = (note: string | undefined) => note?.replace(/\s+/g, ' ').replaceAll('"', '’').trim();

/** In the order of the calendar, each written one way, and each once. */
function sorted(exceptions: readonly OpeningException[]): OpeningException[] {
  const tidy = exceptions.map(({ from, until, closed, opens, closes, note }): OpeningException => {
    const words = spoken(note);
    return {
      from,
      ...(until !== undefined && until !== from && { until }),
      ...(closed ? { closed } : { opens, closes }),
      ...(words && { note: words }),
    };
  });
  const distinct = new Map(tidy.map((each) => [JSON.stringify(each), each]));
  const key = ({ opens = '', closes = '', note = '' }: OpeningException) => `${opens} ${closes} ${note}`;
  return [...distinct.values()].sort(
    (a, b) =>
      dayNumber(a.from) - dayNumber(b.from) ||
      span(b) - span(a) ||
      (key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0),
  );
}

/** Is it closed at every hour of an ordinary week that is not said to be open? If not, closed is not known. */
export function coversWeek({ weekly, exceptions, osm, timezone }: Hours): boolean {
  if (osm === toOsm(weekly, exceptions)) return true;
  const reading = readOsm(osm, timezone);
  return !('fault' in reading) && reading.wholeWeek;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);
const longestNote = 300;

function fromOsm(text: string, given: OpeningException[], timezone: string, stated?: string) {
  const reading = readOsm(text, timezone);
  if ('fault' in reading) return { fault: `The opening hours could not be read: ${reading.fault}` };
  const { weekly, notes, complete } = reading;
  const exceptions = sorted([...reading.exceptions, ...given]);
  const fault = exceptionFault(exceptions);
  if (fault !== undefined) return { fault };
  const added = given.length > 0 ? `; ${toOsm([], given)}` : '';
  const osm = complete ? toOsm(weekly, exceptions) : `${text.trim().replace(/;$/, '')}${added}`;
  const all = [stated, ...notes].filter((note): note is string => Boolean(note));
  const note = all.filter((each, index) => index === all.indexOf(each)).join(' ');
  const short = note.length > longestNote ? `${note.slice(0, longestNote - 1)}…` : note;
  return { hours: { weekly, exceptions, timezone, osm, ...(short && { note: short }) } };
}

/** A text that says the same and more is not thrown away when hours are sent back as they were answered. */
function keptOsm(
  text: string | undefined,
  weekly: OpeningPeriod[],
  exceptions: OpeningException[],
  timezone: string,
): string | undefined {
  if (!text?.trim()) return undefined;
  const reading = readOsm(text, timezone);
  if ('fault' in reading || reading.complete) return undefined;
  return same(reading.weekly, weekly) && same(sorted(reading.exceptions), exceptions)
    ? text.trim()
    : undefined;
}

/** Without periods there is nothing to say but the note: hours that are not stated are not “closed”. */
function written(
  weekly: OpeningPeriod[],
  exceptions: OpeningException[],
  timezone: string,
  { note, weekly: stated }: OpeningHours,
): string {
  if (weekly.length > 0) {
    const holidays = timezone === 'Europe/London' && /closed on (public|bank) holidays/i.test(note ?? '');
    return toOsm(weekly, exceptions, holidays ? 'PH off' : undefined);
  }
  if (stated !== undefined || exceptions.length > 0) return toOsm(weekly, exceptions);
  return note ? `"${spoken(note)}"` : 'unknown';
}
