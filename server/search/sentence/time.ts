/** When: “tuesday evening”, “tue 7pm”, “nos Fawrth am 7”. A day without a time, or a time without a day, stays text. */
import { typedWords, weekdays } from '../../vocabulary.ts';
import { fold } from '../fold.ts';
import { mutated, plain } from '../forms.ts';
import type { Reader } from './reading.ts';
import { joined, rowAt, type Word } from './split.ts';

type Half = 'am' | 'pm';

const key = (text: string) => fold(text).split(' ').map(plain).join(' ');
const each = (list: string) => list.split(', ').map(key);
const every = <T>(lists: readonly (readonly [list: string, value: T])[]): [string, T][] =>
  lists.flatMap(([list, value]) => each(list).map((word): [string, T] => [word, value]));

const days = new Map<string, number>([
  ...weekdays.flatMap((name, index) => every([[`${name}, ${name.slice(0, 3)}`, index]])),
  ...every([
    ['tues', 1],
    ['weds', 2],
    ['thur', 3],
    ['thurs', 3],
  ]),
  ...typedWords.flatMap((words) =>
    words.days.flatMap((list, index) =>
      list
        .split(', ')
        .flatMap((day) => mutated(fold(day)).map((form): [string, number] => [key(form), index])),
    ),
  ),
]);

const parts = new Map<string, string>([
  ...every([
    ['morning', '10:00'],
    ['lunchtime', '12:30'],
    ['midday, noon', '12:00'],
    ['afternoon', '14:00'],
    ['evening', '19:00'],
    ['night', '20:00'],
  ]),
  ...typedWords.flatMap(({ dayParts }) =>
    every(Object.entries(dayParts).map(([time, list]): [string, string] => [list, time])),
  ),
]);

const halves = new Map<string, Half>([
  ...every<Half>([
    ['am', 'am'],
    ['pm', 'pm'],
  ]),
  ...typedWords.flatMap(({ am, pm }) =>
    every<Half>([
      [am, 'am'],
      [pm, 'pm'],
    ]),
  ),
]);

/** Before an hour. After those of the first kind a bare number is an hour; after the others only a part of the day is meant. */
const tellHour: ReadonlySet<string> = new Set([
  'at',
  'from',
  'after',
  ...typedWords.flatMap(({ at }) => each(at)),
]);
const leadsTo: ReadonlySet<string> = new Set([
  'in',
  'the',
  ...typedWords.flatMap(({ inThe }) => each(inThe)),
]);
/** Before a day. */
const lead: ReadonlySet<string> = new Set([
  ...['open', 'on', 'every', 'each', 'next', 'this'],
  ...typedWords.flatMap(({ onDay }) => each(onDay)),
]);

const plainAt = (words: readonly Word[], at: number): string => plain(words[at]?.word ?? '');
const dayAt = (words: readonly Word[], at: number): number | undefined => days.get(plainAt(words, at));

/** The longest phrase of one or two words that stands here. */
function phraseOf<T>(words: readonly Word[], at: number, map: ReadonlyMap<string, T>) {
  const row = rowAt(words, at, 2).map(plain);
  for (let length = row.length; length > 0; length--) {
    const value = map.get(row.slice(0, length).join(' '));
    if (value !== undefined) return { end: at + length, value };
  }
  return undefined;
}

interface Clock {
  end: number;
  time: string;
  /** Told by a part of the day: what an hour after it is of. */
  half?: Half;
}

const clockWord = /^(\d{1,2})(?:[.:](\d\d))?([a-z]{2})?$/;

/** The hour, the minutes and the half of the day that a word is, or the words after it. */
function hourAt(words: readonly Word[], at: number) {
  const [, hours, minutes, glued] = clockWord.exec(words[at]?.word ?? '') ?? [];
  if (hours === undefined) return undefined;
  const half = glued === undefined ? undefined : halves.get(glued);
  if (glued !== undefined && !half) return undefined;
  const apart = half || !joined(words[at + 1]?.gap ?? '') ? undefined : phraseOf(words, at + 1, halves);
  return { hours, minutes, half: half ?? apart?.value, end: apart?.end ?? at + 1 };
}

/** “7pm”, “7.30 pm”, “19:00”, “2:30” (taken as the afternoon up to 7:59), “6-9pm”, “midday”. A bare “7” needs `told`. */
function clockAt(words: readonly Word[], at: number, told: boolean, meant?: Half): Clock | undefined {
  const part = phraseOf(words, at, parts);
  if (part) return { end: part.end, time: part.value, half: part.value < '12' ? 'am' : 'pm' };
  const found = hourAt(words, at);
  if (!found) return undefined;
  const { hours, minutes } = found;
  const range = found.half ? undefined : rangeEnd(words, at + 1);
  let hour = Number(hours);
  const half = found.half ?? range?.half ?? (hour >= 1 && hour <= 12 ? meant : undefined);
  const end = range?.end ?? found.end;
  if (half) {
    if (hour < 1 || hour > 12) return undefined;
    // “10-2pm” began in the morning.
    const later = range !== undefined && range.half === 'pm' && hour < 12 && hour > range.hour % 12;
    hour = (hour % 12) + (half === 'pm' && !later ? 12 : 0);
  } else if (minutes === undefined && !told) return undefined;
  else if (hour >= 1 && hour < 8 && hours.length === 1) hour += 12;
  if (hour > 23 || Number(minutes ?? 0) > 59) return undefined;
  const oclock = !found.half && !range && words[end]?.word === 'oclock' ? 1 : 0;
  const until = range ? end : skipRange(words, end + oclock);
  return { end: until, time: `${String(hour).padStart(2, '0')}:${minutes ?? '00'}` };
}

interface RangeEnd {
  end: number;
  half: Half | undefined;
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
  const found = hourAt(words, index);
  if (!found) return undefined;
  const { hours, minutes, half, end } = found;
  return { end, half, hour: Number(hours), exact: minutes !== undefined };
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

/** “at 7pm”, “from 7pm”, “in the evening”, “7pm”. */
function timeAt(words: readonly Word[], at: number, meant?: Half): Clock | undefined {
  if (words[at] === undefined || !joined(words[at]?.gap ?? '')) return undefined;
  let next = at;
  let told = false;
  for (; next < at + 3; next += 1) {
    if (phraseOf(words, next, parts)) break;
    const word = plainAt(words, next);
    if (tellHour.has(word)) told = true;
    else if (!leadsTo.has(word)) break;
  }
  return clockAt(words, next, told, meant);
}

const afterLead = (words: readonly Word[], at: number): number => {
  let index = at;
  while (index < at + 3 && lead.has(plainAt(words, index))) index += 1;
  return index;
};

/** After a part of the day its hour may be told: “evening at 7”. */
const exactAfter = (words: readonly Word[], { half }: Clock, at: number): Clock | undefined =>
  half && timeAt(words, at, half);

/** The day first: “on Tuesday evening at 7pm”. */
function dayThenTime(words: readonly Word[], at: number): (Clock & { day: number }) | undefined {
  const index = afterLead(words, at);
  const day = dayAt(words, index);
  if (day === undefined) return undefined;
  const time = timeAt(words, index + 1);
  return time && { day, ...(exactAfter(words, time, time.end) ?? time) };
}

/** The time first: “at 7pm on Tuesday”, “nos Fawrth am 7”. */
function timeThenDay(words: readonly Word[], at: number): (Clock & { day: number }) | undefined {
  const time = timeAt(words, at);
  if (!time) return undefined;
  const index = afterLead(words, time.end);
  const day = joined(words[index]?.gap ?? '') ? dayAt(words, index) : undefined;
  if (day === undefined) return undefined;
  return { day, time: time.time, end: index + 1, ...exactAfter(words, time, index + 1) };
}

export const readTime: Reader = (words, at) => {
  const found = dayThenTime(words, at) ?? timeThenDay(words, at);
  const name = found && weekdays[found.day];
  if (!found || !name) return undefined;
  const value = `${name.slice(0, 3).toLowerCase()}-${found.time}`;
  return { end: found.end, filter: { parameter: 'openAt', value, label: `Open ${name} at ${found.time}` } };
};
