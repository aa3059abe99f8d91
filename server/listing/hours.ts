/** When a place, or one of its rooms, is open: a week, days that are other than usual, and a note. */
import { isDay } from '../venues/opening-osm.ts';
import type { NewVenue, OpeningException, OpeningHours } from '../venues/schema.ts';
import {
  type Fields,
  listIn,
  rowsIn,
  type Step,
  type StepFault,
  type Typed,
  textIn,
  tooLong,
} from './step.ts';

const days = [1, 2, 3, 4, 5, 6, 7];
const CLOSED = 'closed';
const clock = /^([01]\d|2[0-3]):[0-5]\d$/;
/** from, until, closed or open, opens, closes, note */
export const EXCEPTION_COLUMNS = 6;

/** On a clock with 24 hours, as the fields of a browser have it. */
const onClock = (time: string) => `${String(Number(time.slice(0, 2)) % 24).padStart(2, '0')}${time.slice(2)}`;
/** What does not come after opening is on the next morning. */
const closing = (opens: string, closes: string) =>
  closes <= opens ? `${Number(closes.slice(0, 2)) + 24}${closes.slice(2)}` : closes;

const hoursOf = (venue: NewVenue, spaceId?: number): OpeningHours | null | undefined =>
  spaceId === undefined ? venue.openingHours : venue.spaces?.find(({ id }) => id === spaceId)?.openingHours;

/** The times of a day, as they were typed, in pairs; those that are empty are left out. */
function timesIn(values: Fields, field: string, faults: StepFault[]) {
  const all = listIn(values, field).filter((each) => each !== CLOSED);
  const pairs = Array.from({ length: Math.ceil(all.length / 2) }, (_, n) => ({
    opens: all[2 * n] ?? '',
    closes: all[2 * n + 1] ?? '',
    ids: [n === 0 ? field : `${field}-o${n}`, `${field}-c${n}`] as const,
  })).filter(({ opens, closes }) => opens || closes);
  const [wrong] = pairs.flatMap(({ opens, closes, ids }) => [
    ...(clock.test(opens) ? [] : [ids[0]]),
    ...(clock.test(closes) ? [] : [ids[1]]),
  ]);
  if (wrong) faults.push({ field: wrong, name: 'times' });
  else if (pairs.length > 0 && listIn(values, field).includes(CLOSED))
    faults.push({ field: `${field}-closed`, name: 'closedTimes' });
  return pairs.map(({ opens, closes }): [string, string] => [opens, closes]);
}

function exceptionsIn(values: Fields, faults: StepFault[]): OpeningException[] {
  return rowsIn(values, 'days', EXCEPTION_COLUMNS, [0, 1, 3, 4, 5]).map((row, n) => {
    const [from = '', until = '', how, opens = '', closes = '', note = ''] = row;
    const wrong = (part = '') => faults.push({ field: `days_${n}${part}`, name: 'days' });
    const isOpen = how === 'open';
    if (!isDay(from)) wrong();
    else if (until !== '' && (!isDay(until) || until < from)) wrong('-until');
    else if (isOpen && !clock.test(opens)) wrong('-opens');
    else if (isOpen && !clock.test(closes)) wrong('-closes');
    else if (!isOpen && (opens !== '' || closes !== '')) wrong('-how');
    else if (note.length > 200) wrong('-note');
    return {
      from,
      ...(until && until !== from && { until }),
      ...(isOpen ? { opens, closes: closing(opens, closes) } : { closed: true }),
      ...(note && { note }),
    };
  });
}

/** The first row that is about the days of one before it; -1 without. */
const sameDays = (all: readonly OpeningException[]): number =>
  all.findIndex(
    (each, n) => all.findIndex(({ from, until }) => from === each.from && until === each.until) !== n,
  );

function hoursIn(values: Fields, stored: OpeningHours | null | undefined, faults: StepFault[]) {
  const pairs = days.map((weekday) => ({ weekday, times: timesIn(values, `day${weekday}`, faults) }));
  const weekly = pairs.flatMap(({ weekday, times }) =>
    times.map(([opens, closes]) => ({ weekday, opens, closes: closing(opens, closes) })),
  );
  const isStated =
    weekly.length > 0 || days.every((weekday) => listIn(values, `day${weekday}`).includes(CLOSED));
  const exceptions = exceptionsIn(values, faults);
  const twice = sameDays(exceptions);
  if (faults.length === 0 && twice >= 0) faults.push({ field: `days_${twice}`, name: 'daysClash' });
  const note = textIn(values, 'note');
  const isSaid = isStated || exceptions.length > 0 || note !== '';
  const { osm = '', note: _was, ...kept } = stored ?? {};
  const before = hoursFields(stored);
  const stays = [...days.map((weekday) => `day${weekday}`), 'days'].every(
    (field) => listIn(values, field).join('|') === listIn(before, field).join('|'),
  );
  // What a data set said in a text of its own may say more than a week can, and is kept while the week is.
  const saysMore = stays && osm !== '' && osm !== 'unknown' && !osm.startsWith('"');
  if (!isSaid && !saysMore) return null;
  if (saysMore) return { ...kept, osm, ...(note && { note }) };
  return {
    timezone: stored?.timezone ?? 'Europe/London',
    ...(isStated && { weekly }),
    ...(exceptions.length > 0 && { exceptions }),
    ...(note && { note }),
  };
}

function hoursFields(hours: OpeningHours | null | undefined): Typed {
  const { weekly = [], exceptions = [], note = '', osm } = hours ?? {};
  const isStated = weekly.length > 0 || osm === 'off';
  const week = days.map((weekday): [string, string[]] => {
    const times = weekly.filter((each) => each.weekday === weekday);
    const all = times.flatMap(({ opens, closes }) => [opens, onClock(closes)]);
    return [`day${weekday}`, all.length === 0 && isStated ? [CLOSED] : all];
  });
  return {
    ...Object.fromEntries(week),
    days: exceptions.flatMap(({ from, until = '', closed, opens = '', closes, note: said = '' }) => [
      from,
      until,
      closed ? CLOSED : 'open',
      opens,
      closes ? onClock(closes) : '',
      said,
    ]),
    note,
  };
}

/** The box that says closed, in the field of its day. */
function tidy(typed: Typed): Typed {
  const closed = listIn(typed, CLOSED);
  return {
    ...typed,
    ...Object.fromEntries(
      days.map((weekday) => {
        const times = listIn(typed, `day${weekday}`).filter((each) => each !== CLOSED);
        while (times.at(-1) === '') times.pop();
        const isClosed = closed.includes(String(weekday)) || listIn(typed, `day${weekday}`).includes(CLOSED);
        return [`day${weekday}`, [...(isClosed ? [CLOSED] : []), ...times]];
      }),
    ),
    days: rowsIn(typed, 'days', EXCEPTION_COLUMNS, [0, 1, 3, 4, 5]).flat(),
  };
}

export const hoursStep = (spaceId?: number): Step => ({
  fields: (venue) => hoursFields(hoursOf(venue, spaceId)),
  tidy,
  read: (values, { venue }) => {
    const faults = tooLong(values, { note: 300 });
    const openingHours = hoursIn(values, hoursOf(venue, spaceId), faults);
    if (spaceId === undefined) return { change: { openingHours }, faults };
    const spaces = venue.spaces?.map(({ openingHours: was, ...space }) => {
      const now = space.id === spaceId ? openingHours : was;
      return { ...space, ...(now && { openingHours: now }) };
    });
    return { change: { spaces }, faults };
  },
});
