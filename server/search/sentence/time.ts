/** When: “tuesday evening”, “tue 7pm”, “7pm on Tuesday”. A day without a time, or a time without a day, stays text. */
import { weekdays } from '../../vocabulary.ts';
import type { Reader } from './reading.ts';
import { joined, rowAt, type Word } from './split.ts';

const days = new Map<string, number>(
  weekdays.flatMap((name, index): [string, number][] => {
    const word = name.toLowerCase();
    return [word, `${word}s`, word.slice(0, 3)].map((each) => [each, index]);
  }),
);
for (const [word, like] of [
  ['tues', 'tue'],
  ['weds', 'wed'],
  ['thur', 'thu'],
  ['thurs', 'thu'],
] as const)
  days.set(word, days.get(like) ?? 0);

const parts = new Map<string, string>([
  ['morning', '10:00'],
  ['mornings', '10:00'],
  ['lunchtime', '12:30'],
  ['lunchtimes', '12:30'],
  ['midday', '12:00'],
  ['noon', '12:00'],
  ['afternoon', '14:00'],
  ['afternoons', '14:00'],
  ['evening', '19:00'],
  ['evenings', '19:00'],
  ['night', '20:00'],
  ['nights', '20:00'],
]);

interface Clock {
  end: number;
  time: string;
}

const clockWord = /^(\d{1,2})(?:[.:](\d\d))?(am|pm)?$/;

/** “7pm”, “7.30 pm”, “19:00”, “2:30” (taken as the afternoon up to 7:59), “6-9pm”, “midday”. A bare “7” needs `told`. */
function clockAt(words: readonly Word[], at: number, told: boolean): Clock | undefined {
  const [first = '', second = ''] = rowAt(words, at, 2);
  const part = parts.get(first);
  if (part !== undefined) return { end: at + 1, time: part };
  const found = clockWord.exec(first);
  if (!found) return undefined;
  const [, hours = '', minutes, glued] = found;
  const apart = !glued && (second === 'am' || second === 'pm') ? second : undefined;
  const range = !glued && !apart ? rangeEnd(words, at + 1) : undefined;
  const half = glued ?? apart ?? range?.half;
  const end = range?.end ?? at + (apart ? 2 : 1);
  let hour = Number(hours);
  if (half) {
    if (hour < 1 || hour > 12) return undefined;
    // “10-2pm” began in the morning.
    const later = range !== undefined && range.half === 'pm' && hour < 12 && hour > range.hour % 12;
    hour = (hour % 12) + (half === 'pm' && !later ? 12 : 0);
  } else if (minutes === undefined && !told) return undefined;
  else if (hour >= 1 && hour < 8 && hours.length === 1) hour += 12;
  if (hour > 23 || Number(minutes ?? 0) > 59) return undefined;
  const oclock = !glued && !apart && !range && second === 'oclock' ? 1 : 0;
  const until = range ? end : skipRange(words, end + oclock);
  return { end: until, time: `${String(hour).padStart(2, '0')}:${minutes ?? '00'}` };
}

interface RangeEnd {
  end: number;
  half: string | undefined;
  hour: number;
  exact: boolean;
}

/** The end of “6-9pm” or “6 to 9pm”, seen from after the 6. */
function afterDash(words: readonly Word[], at: number): RangeEnd | undefined {
  const next = words[at];
  if (!next) return undefined;
  const dash = /^\s*[-–]\s*$/.test(next.gap);
  const index = dash ? at : at + 1;
  if (!dash && !['to', 'till', 'til', 'until'].includes(next.word)) return undefined;
  const found = clockWord.exec(words[index]?.word ?? '');
  const after = words[index + 1]?.word;
  const apart = after === 'am' || after === 'pm' ? after : undefined;
  if (!found) return undefined;
  const [, hour, minutes, glued] = found;
  const end = index + (!glued && apart ? 2 : 1);
  return { end, half: glued ?? apart, hour: Number(hour), exact: minutes !== undefined };
}
const rangeEnd = (words: readonly Word[], at: number) => {
  const range = afterDash(words, at);
  return range?.half ? { ...range, half: range.half } : undefined;
};

/** “7pm to 9pm”, “13:00-15:00”: the end of it is not another wish. */
function skipRange(words: readonly Word[], at: number): number {
  const range = afterDash(words, at);
  return range && (range.half || range.exact) ? range.end : at;
}

/** “at 7pm”, “from 7pm”, “7pm”. */
function timeAt(words: readonly Word[], at: number): Clock | undefined {
  const word = words[at]?.word ?? '';
  if (words[at] === undefined || !joined(words[at]?.gap ?? '')) return undefined;
  if (['at', 'from', 'in', 'after'].includes(word)) {
    const next = words[at + 1]?.word === 'the' ? at + 2 : at + 1;
    return clockAt(words, next, word !== 'in');
  }
  return clockAt(words, at, false);
}

const lead = new Set(['open', 'on', 'every', 'each', 'next', 'this']);
const afterLead = (words: readonly Word[], at: number): number => {
  let index = at;
  while (index < at + 3 && lead.has(words[index]?.word ?? '')) index += 1;
  return index;
};

/** The day first: “on Tuesday evening at 7pm”. */
function dayThenTime(words: readonly Word[], at: number): (Clock & { day: number }) | undefined {
  const index = afterLead(words, at);
  const day = days.get(words[index]?.word ?? '');
  if (day === undefined) return undefined;
  const time = timeAt(words, index + 1);
  if (!time) return undefined;
  const exact = parts.has(words[time.end - 1]?.word ?? '') ? timeAt(words, time.end) : undefined;
  return { day, ...(exact ?? time) };
}

/** The time first: “at 7pm on Tuesday”. */
function timeThenDay(words: readonly Word[], at: number): (Clock & { day: number }) | undefined {
  const time = timeAt(words, at);
  if (!time) return undefined;
  const index = afterLead(words, time.end);
  const day = joined(words[index]?.gap ?? '') ? days.get(words[index]?.word ?? '') : undefined;
  return day === undefined ? undefined : { day, time: time.time, end: index + 1 };
}

export const readTime: Reader = (words, at) => {
  const found = dayThenTime(words, at) ?? timeThenDay(words, at);
  const name = found && weekdays[found.day];
  if (!found || !name) return undefined;
  const value = `${name.slice(0, 3).toLowerCase()}-${found.time}`;
  return { end: found.end, filter: { parameter: 'openAt', value, label: `Open ${name} at ${found.time}` } };
};
