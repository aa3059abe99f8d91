/** Changes as sentences: what it is about, what it was, and what it became. */
import type { Hours, Services } from '../../server/venues/schema.ts';
import { findFact } from '../../server/vocabulary.ts';
import { formatDay, formatFloor, formatList, formatNumber, isolated } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import { factLabel } from './facts.ts';
import { describeWeek } from './hours.ts';
import { addressLines } from './place.ts';
import { servicesText } from './services.ts';

/** One difference, by JSON Pointer into the venue. */
export interface EditView {
  path: string;
  before?: unknown;
  after?: unknown;
  withheld?: true;
}

/** One difference as it is read: a sentence, or what it was and what it became. */
export type HistoryLine = string | { what: string; before?: string; after: string };

export interface EntryLines {
  lines: HistoryLine[];
  /** What goes without saying: all that a new room, or a new listing, came with. */
  more: HistoryLine[];
}

/** The names of rooms by their ids, also of those that are gone. */
export type RoomNames = ReadonlyMap<string, string>;

const MOST_LINES = 8;

const unpointed = (part: string) => part.replaceAll('~1', '/').replaceAll('~0', '~');
const partsOf = (path: string) => path.split('/').slice(1).map(unpointed);

export function roomNames(
  rooms: readonly { id: number; name: string }[],
  edits: readonly EditView[],
): RoomNames {
  const names = new Map<string, string>();
  for (const { path, before, after } of edits) {
    const [list, id = '', field] = partsOf(path);
    const name = after ?? before;
    if (list === 'spaces' && field === 'name' && typeof name === 'string' && !names.has(id))
      names.set(id, name);
  }
  for (const { id, name } of rooms) names.set(String(id), name);
  return names;
}

interface SaidFact {
  value: string | number;
  note?: string;
  method: 'visited' | 'told' | 'imported';
  observedOn: string;
}

function factText(language: Language, key: string, fact: SaidFact | undefined): string {
  const { t } = language;
  if (!fact) return t('history.notKnown');
  const { value, note, method, observedOn } = fact;
  const { unit, grade } = findFact(key) ?? {};
  const number = typeof value === 'number' ? formatNumber(language, value) : '';
  const said =
    typeof value === 'string'
      ? t(`history.answer_${value as 'yes' | 'no' | 'partial'}`)
      : unit === 'cm'
        ? t('history.cm', { number })
        : unit === 'm'
          ? t('common.metres', { number })
          : grade
            ? t('history.grade', { number })
            : number;
  const how = t(`history.how_${method}`, { said, day: formatDay(language, observedOn) });
  return note ? t('history.withNote', { said: how, note }) : how;
}

/** The days of an ordinary week that have hours, one to a line. */
function hoursText(language: Language, hours: Hours): string {
  const open = new Set(hours.weekly.map(({ weekday }) => weekday));
  const days = describeWeek(language, hours)
    .filter(({ weekday }) => open.has(weekday))
    .map(({ label, text }) => `${label} ${text}`);
  return [...days, ...(hours.note ? [hours.note] : [])].join('\n') || hours.osm;
}

interface Capacity {
  comfortable: number;
  legalMaximum?: number;
  condition?: string;
}
interface Tenure {
  holder: 'community' | 'faith' | 'council' | 'school' | 'company' | 'other';
  interest?: 'freehold' | 'leasehold' | 'licence' | 'asset_transfer' | 'other';
  expiresOn?: string;
}
type Contact = {
  kind: 'email' | 'phone' | 'website' | 'social';
  value: string;
  name?: string;
  public?: boolean;
};

const servicesLine = (language: Language, { consent, sessionsPerWeek }: Services) =>
  servicesText(language, consent, sessionsPerWeek === undefined ? '' : String(sessionsPerWeek));

/** What stood in a field, as a person reads it; undefined where only that it changed can be said. */
function fieldText(language: Language, field: string, value: unknown): string | undefined {
  const { t, word } = language;
  if (field === 'kind') return word('kinds', String(value), 'label') ?? String(value);
  if (field === 'status') return t(`account.status_${value as 'draft' | 'published' | 'withdrawn'}`);
  if (field === 'setting') return t(`history.setting_${value as 'indoor' | 'outdoor'}`);
  if (field === 'floor') return formatFloor(language, Number(value));
  if (field === 'floorArea')
    return t('history.squareMetres', { number: formatNumber(language, Number(value)) });
  if (field === 'address') return addressLines(value as object).join(t('common.comma'));
  if (field === 'names') return Object.values(value as object).join(t('common.comma'));
  if (field === 'identifiers')
    return (value as { scheme: string; value: string }[])
      .map((each) => `${each.scheme} ${each.value}`)
      .join(t('common.comma'));
  if (field === 'contacts')
    return (value as Contact[])
      .map((each) =>
        t(each.public ? 'history.contactPublic' : 'history.contactPrivate', {
          kind: t(`venue.${each.kind}`),
          value: [each.value, each.name].filter(Boolean).join(t('common.comma')),
        }),
      )
      .join('\n');
  if (field === 'openingHours') return hoursText(language, value as Hours);
  if (field === 'tenure') {
    const { holder, interest, expiresOn } = value as Tenure;
    return [
      t(`history.tenure_${holder}`),
      interest && t(`history.interest_${interest}`),
      expiresOn && t('history.until', { day: formatDay(language, expiresOn) }),
    ]
      .filter(Boolean)
      .join(t('common.comma'));
  }
  if (field === 'services') return servicesLine(language, value as Services);
  if (field === 'location') {
    const { lat, lon, precision } = value as Place;
    return [`${lat}, ${lon}`, t(`history.precision_${precision}`)].join(t('common.comma'));
  }
  if (field === 'joins') return formatList(language, value as string[]);
  return typeof value === 'string' ? value : undefined;
}

/** A photo that came, went, or is spoken of in other words. */
function photoLine({ t }: Language, { before, after }: EditView): HistoryLine {
  const [was, is] = [before, after] as ({ alt: string } | undefined)[];
  const what = t('history.field_photos');
  if (!was && !is) return t('history.photoTaken');
  if (!was) return t('history.photoAdded', { photo: is?.alt ?? '' });
  if (!is) return t('history.photoDeleted', { photo: was.alt });
  if (was.alt === is.alt) return t('history.photoChanged', { photo: is.alt });
  return { what, before: was.alt, after: is.alt };
}

const fieldNames = [
  ...['name', 'names', 'kind', 'description', 'organisationId', 'status', 'location', 'address'],
  ...[
    'identifiers',
    'contacts',
    'tenure',
    'openingHours',
    'setting',
    'floor',
    'floorArea',
    'joins',
    'photos',
    'services',
  ],
] as const;

const labelOf = ({ t }: Language, field: string): string =>
  (fieldNames as readonly string[]).includes(field) ? t(`history.field_${field as 'name'}`) : field;

interface Place {
  lon: number;
  lat: number;
  precision: 'exact' | 'approximate' | 'hidden';
}

/** How exactly a place is shown, and whether it was moved. */
function placeLine({ t }: Language, { before, after }: EditView): HistoryLine {
  const [was, is] = [before, after] as (Place | undefined)[];
  const what = t('history.field_location');
  if (!was || !is || was.precision === is.precision) return t('history.changed', { what });
  return {
    what,
    before: t(`history.precision_${was.precision}`),
    after: t(`history.precision_${is.precision}`),
  };
}

/** What a path is about: “Hearing loop”, “Floor”; which room it is of is not said. */
export function pathLabel(language: Language, path: string): string {
  const [list = '', id = '', part = '', key = ''] = partsOf(path);
  if (list === 'facts') return factLabel(language, id);
  if (list !== 'spaces') return labelOf(language, list);
  if (part === 'facts') return factLabel(language, key);
  return part === 'capacities' ? (language.word('layouts', key, 'label') ?? key) : labelOf(language, part);
}

/** The same, with its room: “Main hall, Floor”. */
export function editLabel(language: Language, path: string, rooms: RoomNames): string {
  const [list, id = ''] = partsOf(path);
  const part = pathLabel(language, path);
  if (list !== 'spaces') return part;
  const room = isolated(language, rooms.get(id) ?? language.t('history.someRoom'));
  return language.t('history.ofRoom', { room, part });
}

/** What stands at a path, as a person reads it; undefined where only that it changed can be said. */
export function valueText(language: Language, path: string, value: unknown): string | undefined {
  const { t } = language;
  const [list = '', id = '', part = '', key = ''] = partsOf(path);
  if (list === 'facts' || part === 'facts')
    return factText(language, part === 'facts' ? key : id, value as SaidFact | undefined);
  if (value === undefined && list === 'services') return servicesLine(language, { consent: 'ask_first' });
  if (value === undefined) return t(part === 'capacities' ? 'history.notKnown' : 'history.nothing');
  if (part !== 'capacities') return fieldText(language, list === 'spaces' ? part : list, value);
  const { comfortable, legalMaximum, condition } = value as Capacity;
  const said =
    legalMaximum === undefined
      ? t('history.people', { count: comfortable })
      : t('history.peopleMost', { count: comfortable, most: legalMaximum });
  return condition ? t('history.withNote', { said, note: condition }) : said;
}

function editLine(language: Language, edit: EditView, rooms: RoomNames): HistoryLine {
  const { t } = language;
  const { path, before, after, withheld } = edit;
  const what = editLabel(language, path, rooms);
  if (withheld) return t('history.withheld', { what });
  if (path === '/location') return placeLine(language, edit);
  if (path.startsWith('/photos/')) return photoLine(language, edit);
  const [was, is] = [valueText(language, path, before), valueText(language, path, after)];
  if (was === undefined || is === undefined || was === is) return t('history.changed', { what });
  return { what, before: was, after: is };
}

/** Of what is new as a whole it goes without saying that nothing was there before. */
const asNew = (line: HistoryLine): HistoryLine =>
  typeof line === 'string' ? line : { what: line.what, after: line.after };

/** A whole change. Rooms that came or went are one line each. */
export function entryLines(
  language: Language,
  { action, edits }: { action: 'added' | 'changed'; edits: readonly EditView[] },
  rooms: RoomNames,
): EntryLines {
  const { t } = language;
  const whole = new Map<string, string>();
  for (const { path, before, after, withheld } of edits) {
    const [list, id = '', field] = partsOf(path);
    if (list !== 'spaces' || field !== 'name' || withheld) continue;
    const room = String(after ?? before);
    if (before === undefined) whole.set(id, t('history.roomAdded', { room }));
    else if (after === undefined) whole.set(id, t('history.roomGone', { room }));
  }
  const isOfWhole = ({ path }: EditView) =>
    partsOf(path)[0] === 'spaces' && whole.has(partsOf(path)[1] ?? '');
  const own = edits.filter((edit) => !isOfWhole(edit)).map((edit) => editLine(language, edit, rooms));
  const parts = edits
    .filter((edit) => isOfWhole(edit) && !edit.path.endsWith('/name'))
    .map((edit) => {
      const line = editLine(language, edit, rooms);
      return edit.before === undefined ? asNew(line) : line;
    });
  const lines = [...whole.values(), ...own];
  if (action === 'added') return { lines: [t('history.begun')], more: [...lines, ...parts].map(asNew) };
  return { lines: lines.slice(0, MOST_LINES), more: [...lines.slice(MOST_LINES), ...parts] };
}
