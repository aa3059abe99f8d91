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
  const pairs = Array.from({ length: Math.ceil(all.length / 2) }, (_, n) => [
    all[2 * n] ?? '',
    all[2 * n + 1] ?? '',
  ]).filter(([opens, closes]) => opens || closes) as [string, string][];
  if (pairs.some(([opens, closes]) => !clock.test(opens) || !clock.test(closes)))
    faults.push({ field, name: 'times' });
  else if (pairs.length > 0 && listIn(values, field).includes(CLOSED))
    faults.push({ field, name: 'closedTimes' });
  return pairs;
}

function exceptionsIn(values: Fields, faults: StepFault[]): OpeningException[] {
  return rowsIn(values, 'days', EXCEPTION_COLUMNS, [0, 1, 3, 4, 5]).map((row, n) => {
    const [from = '', until = '', how, opens = '', closes = '', note = ''] = row;
    const wrong = () => faults.push({ field: `days_${n}`, name: 'days' });
    const isOpen = how === 'open';
    if (!isDay(from) || (until !== '' && (!isDay(until) || until < from)) || note.length > 200) wrong();
    else if (isOpen && (!clock.test(opens) || !clock.test(closes))) wrong();
    else if (!isOpen && (opens !== '' || closes !== '')) wrong();
    return {
      from,
      ...(until && until !== from && { until }),
      ...(isOpen ? { opens, closes: closing(opens, closes) } : { closed: true }),
      ...(note && { note }),
    };
  });
}

const sameDays = (all: readonly OpeningException[]): boolean =>
  all.some((each, n) => all.findIndex(({ from, until }) => from === each.from && until === each.until) !== n);

function hoursIn(values: Fields, stored: OpeningHours | null | undefined, faults: StepFault[]) {
  const pairs = days.map((weekday) => ({ weekday, times: timesIn(values, `day${weekday}`, faults) }));
  const weekly = pairs.flatMap(({ weekday, times }) =>
    times.map(([opens, closes]) => ({ weekday, opens, closes: closing(opens, closes) })),
  );
  const isStated =
    weekly.length > 0 || days.every((weekday) => listIn(values, `day${weekday}`).includes(CLOSED));
  const exceptions = exceptionsIn(values, faults);
  if (faults.length === 0 && sameDays(exceptions)) faults.push({ field: 'days_0', name: 'daysClash' });
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
