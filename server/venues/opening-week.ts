/** Opening periods as minutes of the week: 0 is Monday 00:00, 10,080 the Monday after. */
import type { Hours, OpeningPeriod } from './schema.ts';

export type Interval = [start: number, end: number];

export const minutesPerDay = 1440;
export const minutesPerWeek = 7 * minutesPerDay;

/** “09:30” as minutes; hours may count on past midnight. */
export const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3));

const two = (number: number) => String(number).padStart(2, '0');
export const clockOf = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** In order, with what overlaps or touches made one. */
export function merge(intervals: readonly Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const [start, end] of [...intervals].sort((a, b) => a[0] - b[0])) {
    const last = merged.at(-1);
    if (last && start <= last[1]) last[1] = Math.max(last[1], end);
    else merged.push([start, end]);
  }
  return merged;
}

/** When it is open in an ordinary week; what runs past Sunday midnight goes on at Monday 00:00. */
export const weekMinutes = (hours: Pick<Hours, 'weekly'>): Interval[] =>
  merge(
    hours.weekly.flatMap(({ weekday, opens, closes }): Interval[] => {
      const midnight = (weekday - 1) * minutesPerDay;
      const [start, end] = [midnight + minutesOf(opens), midnight + minutesOf(closes)];
      return end <= minutesPerWeek
        ? [[start, end]]
        : [
            [start, minutesPerWeek],
            [0, end - minutesPerWeek],
          ];
    }),
  );

/** Open at this minute of this weekday (1 is Monday)? The minute of closing is not open. */
export function openAt(hours: Pick<Hours, 'weekly'>, weekday: number, minute: number): boolean {
  const at = (weekday - 1) * minutesPerDay + minute;
  return weekMinutes(hours).some(([start, end]) => start <= at && at < end);
}

/** A night out ends by noon and lasts under a day; anything longer is told day by day. */
const latestTail = 12 * 60;

/** The one way to write merged minutes of the week as periods, by day and hour. */
export function periodsOf(intervals: readonly Interval[]): OpeningPeriod[] {
  const open = intervals.map(([start, end]): Interval => [start, end]);
  const [first, last] = [open[0], open.at(-1)];
  if (first && last && first !== last && first[0] === 0 && last[1] === minutesPerWeek) {
    last[1] += first[1];
    open.shift();
  }
  return open
    .flatMap(([start, end]) => daily(start, end))
    .map(([start, end]) => {
      const day = Math.floor(start / minutesPerDay);
      const midnight = day * minutesPerDay;
      return { weekday: (day % 7) + 1, opens: clockOf(start - midnight), closes: clockOf(end - midnight) };
    })
    .sort((a, b) => a.weekday - b.weekday || (a.opens < b.opens ? -1 : 1));
}

function daily(start: number, end: number): Interval[] {
  const midnight = (Math.floor(start / minutesPerDay) + 1) * minutesPerDay;
  const oneNight = end - midnight <= latestTail && end - start < minutesPerDay;
  return end <= midnight || oneNight ? [[start, end]] : [[start, midnight], ...daily(midnight, end)];
}
