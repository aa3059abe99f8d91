/** How many people: “for 40”, “forty people”, “up to 30”, “a dozen”; never an age, an hour, a year or an address. */
import type { Reader } from './reading.ts';
import { joined, phraseAt, rowAt, type Word } from './split.ts';
import { startsAddress } from './street.ts';
import { articles, endsName, longestMeaning, meaningOf, setOf, typed } from './vocabulary.ts';

const units =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'.split(' ');
const numbers = new Map<string, number>([
  ...units.map((word, index): [string, number] => [word, index + 1]),
  ...'sixteen seventeen eighteen nineteen'
    .split(' ')
    .map((word, index): [string, number] => [word, index + 16]),
  ...'twenty thirty forty fifty sixty seventy eighty ninety'
    .split(' ')
    .map((word, index): [string, number] => [word, (index + 2) * 10]),
]);
const scales = new Map([
  ['dozen', 12],
  ['hundred', 100],
  ['thousand', 1000],
]);

/** These alone say that a number is of people. */
const strong: ReadonlySet<string> = new Set([
  ...setOf(
    'for, for a group of, for groups of, group of, groups of, party of, capacity, capacity of, capacity for, holds, ' +
      'hold, holding, fits, fit, fitting, seats, seating, seating for, accommodates, accommodate, up to, at least, ' +
      'minimum, minimum of, min, a minimum of, no more than, not more than, number of people, no of people, people',
  ),
  ...typed('people'),
]);
const weak = setOf('about, around, roughly, approx, approximately, circa, over, more than, some');
const nouns: ReadonlySet<string> = new Set([
  ...setOf(
    'people, person, persons, ppl, pax, guests, guest, attendees, attendee, adults, adult, children, child, kids, ' +
      'delegates, participants, folk, folks, visitors, members, seats, seat, seater, chairs, women, men, students, ' +
      'pupils, learners, elders, pensioners, staff, toddlers, babies, parents, capacity, of us, of them',
  ),
  ...typed('peopleAfter'),
]);
const adjectives = setOf('older, young, younger, elderly, disabled, local, deaf, autistic, other, seated');
/** After one of these the number counts something else. */
const otherUnits = setOf(
  'am, pm, oclock, hour, hours, hr, hrs, minute, minutes, min, mins, day, days, week, weeks, month, months, year, ' +
    'years, yr, yrs, night, nights, mile, miles, mi, km, m, metre, metres, meters, pounds, quid, percent, pence, ' +
    'rooms, room, halls, tables, cars, sessions, times, step, steps, floors, square, sq, cm, ft, feet, ' +
    'classes, groups, parking, toilets, wheelchairs',
);
const ages = setOf('over, under, age, ages, aged, the over, the under, no, number, unit, flat, suite');

interface Count {
  value: number;
  end: number;
  digits: boolean;
  /** “40+” is said of people, and of ages. */
  plus?: boolean;
}

function numberAt(words: readonly Word[], at: number): Count | undefined {
  const row = rowAt(words, at, 6);
  const [first = ''] = row;
  if (/^\d{1,6}\+?$/.test(first))
    return { value: Number.parseInt(first, 10), end: at + 1, digits: true, plus: first.endsWith('+') };
  let index = articles.has(first) && scales.has(row[1] ?? '') ? 1 : 0;
  let value = first === 'half' && row[1] === 'a' && row[2] === 'dozen' ? 6 : 0;
  if (value > 0) return { value, end: at + 3, digits: false };
  let part = index;
  for (; index < row.length; index++) {
    const word = row[index] ?? '';
    const scale = scales.get(word);
    const number = numbers.get(word);
    if (scale !== undefined) {
      value += (part || 1) * scale;
      part = 0;
    } else if (number !== undefined && (part === 0 || (part >= 20 && part % 10 === 0 && number < 10)))
      part += number;
    else if (!(word === 'and' && value > 0 && numbers.has(row[index + 1] ?? ''))) break;
  }
  value += part;
  return value > 1 ? { value, end: at + index, digits: false } : undefined;
}

/** “40-50” and “40 to 50” ask for a room that holds the larger number. */
function countAt(words: readonly Word[], at: number): Count | undefined {
  const first = numberAt(words, at);
  const next = first && words[first.end];
  if (!first || !next) return first;
  const dash = /^\s*[-–]\s*$/.test(next.gap);
  const second =
    dash || next.word === 'to' || next.word === 'or'
      ? numberAt(words, first.end + (dash ? 0 : 1))
      : undefined;
  return second && second.value > first.value ? { ...second, digits: first.digits } : first;
}

function prefixAt(words: readonly Word[], at: number): { end: number; strong: boolean } {
  let end = at;
  let isStrong = false;
  for (;;) {
    const length = phraseAt(words, end, strong, 4) || phraseAt(words, end, weak, 2);
    if (length === 0) return { end, strong: isStrong };
    isStrong ||= phraseAt(words, end, strong, 4) > 0;
    end += length;
  }
}

const nounEnd = (words: readonly Word[], at: number): number => {
  const skip = phraseAt(words, at, adjectives, 1);
  const length = phraseAt(words, at + skip, nouns, 2);
  return length === 0 ? at : at + skip + length;
};

const layoutFollows = (words: readonly Word[], at: number): boolean => {
  const row = rowAt(words, at, longestMeaning);
  return row.some((_, length) => meaningOf(row.slice(0, length + 1))?.parameter === 'layout');
};

export const readPeople: Reader = (words, at) => {
  const prefix = prefixAt(words, at);
  const count = countAt(words, prefix.end);
  const first = words[prefix.end];
  if (!count || !first || count.value < 1 || count.value > 100_000) return undefined;
  if (/[£$€#]\s*$/.test(first.gap)) return undefined;
  const before = words[at - 1]?.word ?? '';
  if (ages.has(before) && joined(words[at]?.gap ?? '')) return undefined;
  const after = words[count.end];
  if (/^\s?%/.test(after?.gap ?? '')) return undefined;
  const end = nounEnd(words, count.end);
  if (end === count.end && !(count.plus && (!after || !joined(after.gap) || endsName(after.word)))) {
    if (phraseAt(words, count.end, otherUnits, 1) > 0 && joined(after?.gap ?? '')) return undefined;
    if (startsAddress(words, count.end)) return undefined;
    if (count.digits && count.value >= 1900 && count.value < 2100) return undefined;
    const dozens = !count.digits && words[count.end - 1]?.word === 'dozen';
    if (!prefix.strong && !dozens && !layoutFollows(words, count.end)) return undefined;
  }
  const value = String(count.value);
  return {
    end,
    filter: {
      parameter: 'people',
      value,
      label: `${count.value.toLocaleString('en-GB')} ${count.value === 1 ? 'person' : 'people'}`,
    },
  };
};
