/**
 * Reads OSM `opening_hours`. The weekly part is what holds in an ordinary week; dated rules become exceptions; what
 * fits neither is said in the note and never counted as open. The library works on the clock of the process, so it
 * is asked about calendar days only and answers are taken apart by their calendar parts.
 */
import { dayNumber, dayOfNumber, months } from './opening-osm.ts';
import { commentOnly, countable, join, parse, plain, type Rule, rulesOf } from './opening-rules.ts';
import { type Interval, merge, minutesPerDay, minutesPerWeek, periodsOf } from './opening-week.ts';
import type { OpeningException, OpeningPeriod } from './schema.ts';

export interface OsmReading {
  weekly: OpeningPeriod[];
  exceptions: OpeningException[];
  /** Sentences for what the structure cannot say. */
  notes: string[];
  /** Does the structure say everything that the text says? */
  complete: boolean;
  /** Is it closed whenever the weekly part does not say open? Not when a rule is odd in other than a holiday. */
  wholeWeek: boolean;
}

const month = months.join('|');
const clock = '\\d\\d:\\d\\d';
const datedRule = new RegExp(
  `^(\\d{4}) (${month}) (\\d\\d?)(?:-(?:(?:(\\d{4}) )?(${month}) )?(\\d\\d?))?:? ` +
    `(?:(off|closed)|(${clock}-${clock}(?:,${clock}-${clock})*)( open)?)(?: "([^"]+)")?$`,
);
const isoDay = (year: string, name: string, day: string) =>
  `${year}-${String(months.indexOf(name) + 1).padStart(2, '0')}-${day.padStart(2, '0')}`;

/** “2026 Dec 24-28 off "Christmas"” as exceptions. A comment without “open” leaves it unknown, so it is not taken. */
function exceptionsOf(rule: string): OpeningException[] | undefined {
  const found = datedRule.exec(rule);
  if (!found) return undefined;
  const [, year = '', name = '', day = '', toYear, toName, toDay, off, times, open, note] = found;
  if (!off && note !== undefined && !open) return undefined;
  const from = isoDay(year, name, day);
  const until = toDay === undefined ? from : isoDay(toYear ?? year, toName ?? name, toDay);
  if (until < from) return undefined;
  const common = { from, ...(until > from && { until }) };
  const said = note === undefined ? {} : { note };
  if (off || times === undefined) return [{ ...common, closed: true, ...said }];
  return times.split(',').map((time) => ({
    ...common,
    opens: time.slice(0, 5),
    closes: time.slice(6) <= time.slice(0, 5) ? later(time.slice(6)) : time.slice(6),
    ...said,
  }));
}
const later = (time: string) => `${Number(time.slice(0, 2)) + 24}${time.slice(2)}`;
const sameDays = (a: OpeningException | undefined, b: OpeningException | undefined) =>
  a?.from === b?.from && a?.until === b?.until;

/** Rules that are counted and exceptions that stand apart. “,” adds to the rule before instead of replacing it. */
function sortOut(rules: readonly Rule[]) {
  const exceptions: OpeningException[] = [];
  const kept: Rule[] = [];
  let before: OpeningException | undefined;
  for (const { text, separator } of rules) {
    const dated = exceptionsOf(text);
    const adds = separator === ', ';
    if (dated && separator !== '||' && (!adds || (before && sameDays(before, dated[0])))) {
      const again = adds ? [] : exceptions.filter((each) => sameDays(each, dated[0]));
      for (const each of again) exceptions.splice(exceptions.indexOf(each), 1);
      exceptions.push(...dated);
      before = dated[0];
      continue;
    }
    before = undefined;
    kept.push({ text, separator });
  }
  return { exceptions, kept };
}

const local = (day: number) => {
  const [year, monthOfYear, date] = dayOfNumber(day).split('-').map(Number);
  return new Date(year ?? 0, (monthOfYear ?? 1) - 1, date);
};
const minuteOf = (date: Date) =>
  Date.UTC(date.getFullYear(), date.getMonth(), date.getDate(), date.getHours(), date.getMinutes()) / 60_000;

const intervals = (text: string, fromDay: number, toDay: number): Interval[] =>
  text === ''
    ? []
    : parse(text)
        .getOpenIntervals(local(fromDay), local(toDay))
        .filter(([, , unknown]) => !unknown)
        .map(([start, end]) => [minuteOf(start), minuteOf(end)]);

/** Open by this text on these days (days since 1970, the last not included), as minutes since 1970 on its own clock. */
export function osmIntervals(text: string, timezone: string, fromDay: number, toDay: number): Interval[] {
  const counted = rulesOf(text, timezone).rules.filter(countable);
  return merge(intervals(join(counted), fromDay, toDay));
}

const firstMonday = dayNumber('2026-01-05');

/** Minutes of the week at which it is open in at least two of three weeks. */
function ordinaryWeek(text: string, weeks: number): Interval[] {
  const changes = new Map<number, number>();
  const count = (at: number, by: number) => changes.set(at, (changes.get(at) ?? 0) + by);
  const base = firstMonday * minutesPerDay;
  for (const [start, end] of intervals(text, firstMonday, firstMonday + 7 * weeks))
    for (let at = start - base; at < end - base; ) {
      const monday = Math.floor(at / minutesPerWeek) * minutesPerWeek;
      const until = Math.min(end - base, monday + minutesPerWeek);
      count(at - monday, 1);
      count(until - monday, -1);
      at = until;
    }
  const open: Interval[] = [];
  let depth = 0;
  let since = 0;
  for (const [at, by] of [...changes].sort((a, b) => a[0] - b[0])) {
    if (depth * 3 >= weeks * 2) open.push([since, at]);
    depth += by;
    since = at;
  }
  return merge(open);
}

const holidayOff = /^(PH|SH)(,(PH|SH))* (off|closed)$/;

function noteOf(rule: string): string {
  if (/^PH (off|closed)$/.test(rule)) return 'Closed on public holidays.';
  const words = commentOnly(rule) ? rule.slice(1, -1).trim() : `Also: ${rule}`;
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${/[.!?]$/.test(words) ? '' : '.'}`;
}

/** The text taken apart, or the library’s own words on why it cannot be read. */
export function readOsm(text: string, timezone: string): OsmReading | { fault: string } {
  try {
    const { rules, unread } = rulesOf(text, timezone);
    const { exceptions, kept } = sortOut(rules);
    const odd = kept.map((rule) => rule.text).filter((rule) => !plain(rule));
    const counted = kept.filter(countable);
    const stable = counted.every((rule) => parse(rule.text).isWeekStable());
    return {
      weekly: periodsOf(ordinaryWeek(join(counted), stable ? 1 : 52)),
      exceptions,
      notes: [...odd, ...unread].map(noteOf),
      wholeWeek:
        counted.length > 0 &&
        odd.every((rule) => holidayOff.test(rule)) &&
        !kept.some(({ separator }) => separator === '||'),
      complete: odd.length + unread.length === 0 && !kept.some(({ separator }) => separator === '||'),
    };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  }
}
