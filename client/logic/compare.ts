/** Places side by side: a row for each thing that any of them is known for. Not known is never no. */
import type { Fact, OpenState, Venue } from '../../server/venues/schema.ts';
import { type FactEntry, facts, findFact } from '../../server/vocabulary.ts';
import { formatAge, formatDay, formatList, formatNumber } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import { factLabel, unknownOf } from './facts.ts';
import { todayText } from './hours.ts';

export interface Line {
  text: string;
  answer?: 'yes' | 'no' | 'partial' | 'unknown';
  /** How long ago it was seen or told, and on which day. */
  age?: string;
  day?: string;
}

export interface Row {
  key: string;
  label: string;
  /** One for each place; each has at least one line. */
  cells: Line[][];
}

export interface Group {
  key: string;
  label: string;
  rows: Row[];
}

interface Question {
  venues: readonly Venue[];
  open: Record<number, OpenState>;
  layout?: string;
  differences: boolean;
}

const unknown = ({ t }: Language): Line[] => [{ text: t('compare.unknown'), answer: 'unknown' }];
const said = (language: Language, text: string | undefined): Line[] =>
  text ? [{ text }] : unknown(language);

function largest(language: Language, { spaces }: Venue, layout?: string): Line[] {
  const all = spaces.flatMap(({ name, capacities }) =>
    capacities
      .filter((each) => layout === undefined || each.layout === layout)
      .map(({ comfortable }) => ({ name, comfortable })),
  );
  const best = all.sort((a, b) => b.comfortable - a.comfortable)[0];
  return said(
    language,
    best && language.t('compare.room', { room: best.name, number: formatNumber(language, best.comfortable) }),
  );
}

function placeText({ t }: Language, { location, address }: Venue): string {
  const place = [...new Set([address.locality, address.town])].filter(Boolean).join(t('common.comma'));
  if (location.precision === 'hidden') return t('compare.placeHidden');
  if (location.precision === 'approximate')
    return place ? t('compare.placeAbout', { place }) : t('compare.placeInexact');
  return [address.street, place, address.postcode].filter(Boolean).join(t('common.comma'));
}

function valueText(language: Language, { key, value }: Fact): string {
  const { t } = language;
  if (typeof value !== 'number') return t(`compare.${value}`);
  const number = formatNumber(language, value);
  const unit = findFact(key)?.unit;
  if (unit === 'm') return t('compare.metres', { number });
  return unit === 'cm' ? t('compare.centimetres', { number }) : number;
}

function line(language: Language, fact: Fact, space?: string): Line {
  const answer = valueText(language, fact);
  return {
    text: space ? language.t('compare.ofSpace', { space, answer }) : answer,
    ...(typeof fact.value !== 'number' && { answer: fact.value }),
    age: formatAge(language, fact.age.days),
    day: formatDay(language, fact.observedOn),
  };
}

/** Rooms of which an access need is not known, where it is known of others: not named, they would pass for any of these. */
function silentRooms(language: Language, venue: Venue, entry: FactEntry): Line[] {
  if (entry.group !== 'access') return [];
  const answer = language.t('compare.unknown');
  return unknownOf(venue, entry).flatMap(({ spaces }): Line[] =>
    spaces
      ? [
          {
            text: language.t('compare.ofSpace', { space: formatList(language, spaces), answer }),
            answer: 'unknown',
          },
        ]
      : [],
  );
}

/** What is said of the whole place, then what is said of single rooms. */
function factCell(language: Language, venue: Venue, entry: FactEntry): Line[] {
  const { key } = entry;
  const of = (list: readonly Fact[], space?: string) =>
    list.filter((fact) => fact.key === key).map((fact) => line(language, fact, space));
  const lines = [...of(venue.facts), ...venue.spaces.flatMap((space) => of(space.facts, space.name))];
  return lines.length > 0 ? [...lines, ...silentRooms(language, venue, entry)] : unknown(language);
}

function placeRows(language: Language, { venues, open }: Question): Row[] {
  const { t, word } = language;
  const hours = (venue: Venue) => {
    const state = open[venue.id];
    return venue.openingHours && state && todayText(language, venue.openingHours, state);
  };
  const row = (key: string, label: string, text: (venue: Venue) => string | undefined): Row => ({
    key,
    label,
    cells: venues.map((venue) => said(language, text(venue))),
  });
  return [
    row('kind', t('compare.kind'), ({ kind }) => word('kinds', kind, 'label')),
    row('place', t('compare.place'), (venue) => placeText(language, venue)),
    row('holder', t('compare.holder'), ({ organisation }) => organisation?.name ?? t('compare.holderNone')),
    row('hours', t('compare.hours'), hours),
  ];
}

function roomRows(language: Language, { venues, layout }: Question): Row[] {
  const { t, word, tag } = language;
  const row = (key: string, label: string, cell: (venue: Venue) => Line[]): Row => ({
    key,
    label,
    cells: venues.map(cell),
  });
  const name = layout && word('layouts', layout, 'label')?.toLocaleLowerCase(tag);
  return [
    row('largest', t('compare.largest'), (venue) => largest(language, venue)),
    ...(layout && name
      ? [
          row('largestLayout', t('compare.largestLayout', { layout: name }), (venue) =>
            largest(language, venue, layout),
          ),
        ]
      : []),
    row('rooms', t('compare.roomList'), ({ spaces }) =>
      said(
        language,
        formatList(
          language,
          spaces.map((space) => space.name),
        ),
      ),
    ),
  ];
}

function factRows(language: Language, { venues }: Question, group: 'access' | 'amenity'): Row[] {
  const known = new Set(
    venues.flatMap((venue) => [venue, ...venue.spaces]).flatMap((each) => each.facts.map(({ key }) => key)),
  );
  return facts
    .filter((entry) => entry.group === group && known.has(entry.key))
    .map((entry) => ({
      key: entry.key,
      label: factLabel(language, entry.key),
      cells: venues.map((venue) => factCell(language, venue, entry)),
    }));
}

/** Is the same said of every place? When it was seen makes no difference. */
const differs = ({ cells }: Row): boolean =>
  new Set(cells.map((lines) => lines.map(({ text }) => text).join('\n'))).size > 1;

export function compareGroups(language: Language, question: Question): Group[] {
  const { t } = language;
  const groups: Group[] = [
    { key: 'place', label: t('compare.general'), rows: placeRows(language, question) },
    { key: 'rooms', label: t('compare.rooms'), rows: roomRows(language, question) },
    { key: 'access', label: t('venue.access'), rows: factRows(language, question, 'access') },
    { key: 'amenity', label: t('venue.facilities'), rows: factRows(language, question, 'amenity') },
  ];
  return groups
    .map((group) => ({
      ...group,
      rows: question.differences ? group.rows.filter(differs) : group.rows,
    }))
    .filter(({ rows }) => rows.length > 0);
}
