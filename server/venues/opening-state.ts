/** Open now? Until when? By the venue’s own clock, exceptions included, across changes of summer time. */
import { dayNumber, dayOfNumber, span, toOsm } from './opening-osm.ts';
import { osmIntervals } from './opening-osm-read.ts';
import { clockOf, type Interval, merge, minutesOf, minutesPerDay } from './opening-week.ts';
import type { Hours, OpeningException } from './schema.ts';

export interface OpeningState {
  open: boolean;
  /** When that ends, on the venue’s own clock, such as 2026-07-01T17:00; absent when it does not within a year. */
  changes?: string;
}

const clocks = new Map<string, Intl.DateTimeFormat>();

/** The wall clock of a zone, as minutes since 1970 on that clock. */
function clockAt(instant: Date, timeZone: string): number {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  clocks.set(timeZone, clock);
  const parts = new Map(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const part = (name: Intl.DateTimeFormatPartTypes) => parts.get(name) ?? 0;
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) / 60_000;
}

/** 1970 began on a Thursday. */
const weekdayOf = (day: number) => ((((day + 3) % 7) + 7) % 7) + 1;

/** The exceptions that hold on a day: those of the shortest stretch that covers it, the later one of equals. */
function exceptionsOn(hours: Hours, day: number): OpeningException[] {
  const covering = hours.exceptions.filter(
    ({ from, until }) => dayNumber(from) <= day && day <= dayNumber(until ?? from),
  );
  const [holds] = [...covering].sort((a, b) => span(a) - span(b) || dayNumber(b.from) - dayNumber(a.from));
  return covering.filter(({ from, until }) => from === holds?.from && until === holds.until);
}

function periodsOn(hours: Hours, day: number): Interval[] {
  const exceptions = exceptionsOn(hours, day);
  const stated =
    exceptions.length > 0 ? exceptions : hours.weekly.filter(({ weekday }) => weekday === weekdayOf(day));
  return stated.flatMap(({ opens, closes }): Interval[] =>
    opens === undefined || closes === undefined ? [] : [[minutesOf(opens), minutesOf(closes)]],
  );
}

/** Where the OSM text says more than the structure, the text is asked. */
function openingsBetween(hours: Hours, fromDay: number, toDay: number): Interval[] {
  if (hours.osm !== '' && hours.osm !== toOsm(hours.weekly, hours.exceptions))
    return osmIntervals(hours.osm, hours.timezone, fromDay, toDay);
  const days = Array.from({ length: toDay - fromDay }, (_, index) => fromDay + index);
  return merge(
    days.flatMap((day) =>
      periodsOn(hours, day).map(
        ([start, end]): Interval => [day * minutesPerDay + start, day * minutesPerDay + end],
      ),
    ),
  );
}

/** Most changes are within days; a long closure takes a second, longer look. */
const looks = [9, 400];

function stateOnClock(hours: Hours, now: number): { open: boolean; change?: number } {
  const today = Math.floor(now / minutesPerDay);
  let open = false;
  for (const days of looks) {
    const openings = openingsBetween(hours, today - 2, today + days);
    const current = openings.find(([start, end]) => start <= now && now < end);
    open = current !== undefined;
    const change = current ? current[1] : openings.find(([start]) => start > now)?.[0];
    if (change !== undefined && change < (today + days) * minutesPerDay) return { open, change };
  }
  return { open };
}

const textOf = (minutes: number): string => {
  const day = Math.floor(minutes / minutesPerDay);
  return `${dayOfNumber(day)}T${clockOf(minutes - day * minutesPerDay)}`;
};

/** What a clock in the zone shows, such as 2026-07-01T10:15. */
export const clockTextAt = (instant: Date, timeZone: string): string => textOf(clockAt(instant, timeZone));

export function stateAt(hours: Hours, instant: Date): OpeningState {
  const { open, change } = stateOnClock(hours, clockAt(instant, hours.timezone));
  return change === undefined ? { open } : { open, changes: textOf(change) };
}
