/** One row into one venue, by a mapping; or the reason why not. Pure: knows no file and no database. */
import { isoDay } from '../venues/repository.ts';
import type { Address, Contact, Identifier, NewSpace, NewVenue, OpeningHours } from '../venues/schema.ts';
import { kinds } from '../vocabulary.ts';
import { dated, readFacts } from './facts.ts';
import type { Mapping, Sentences } from './mapping.ts';
import type { LonLat, Row, Values } from './row.ts';
import { choose, fill, holds, isName, isWhole, matches } from './template.ts';

/** What the person who started the import adds for values that neither the row nor the mapping has. */
export interface Defaults {
  observedOn?: string;
  timezone?: string;
}

export interface MappedVenue {
  recordId: string;
  sameAs: string[];
  venue: NewVenue;
  /** The mapping tells opening hours, and this row has none. */
  withoutHours: boolean;
  /** Rows with the same group are one venue. */
  group?: string;
  /** What this row is in its group; the names it may have, best first. */
  space?: Omit<NewSpace, 'name'> & { names: string[] };
  /** Was the kind only the mapping's last resort? Then another row of the group may know better. */
  kindIsDefault: boolean;
  /** What was left out, and why. */
  remarks: string[];
}

export type Mapped =
  | { recordId: string; mapped: MappedVenue }
  | { recordId: string; skipped: string }
  | { recordId: string; rejected: string };

/** A mapping as a function of rows. */
export function mapper(mapping: Mapping, defaults: Defaults = {}): (row: Row) => Mapped {
  const nothing = new Set(mapping.empty ?? []);
  return (row) => {
    const values = Object.fromEntries(
      Object.entries(row.values).map(([column, value]) => [
        column,
        nothing.has(value.trim()) ? '' : value.trim(),
      ]),
    );
    return mapRow(mapping, defaults, { ...row, values });
  };
}

/** An index of PostgreSQL holds keys up to a third of a page. */
const LONGEST_ID = 300;

function mapRow(mapping: Mapping, defaults: Defaults, row: Row): Mapped {
  const { values } = row;
  const recordId = isWhole(mapping.recordId, values) ? fill(mapping.recordId, values) : '';
  const rejected = (reason: string): Mapped => ({ recordId, rejected: reason });
  if (row.fault) return rejected(row.fault);
  if (row.skipped) return { recordId, skipped: row.skipped };
  const rule = mapping.skip?.find(({ when }) => holds(when, values));
  if (rule) return { recordId, skipped: rule.reason };
  if (recordId === '') return rejected('no record id');
  if (recordId.length > LONGEST_ID) return rejected(`its record id is longer than ${LONGEST_ID} characters`);
  const names = list(mapping.name).map((text) => fill(text, values));
  const name = names.find(isName);
  if (name === undefined) {
    const said = names.find(Boolean);
    return { recordId, skipped: said ? `no name: “${said}” is not one` : 'no name' };
  }
  const place = row.point ?? placeOf(mapping, values);
  if ('fault' in place) return rejected(place.fault);
  const kind = kindOf(mapping, values);
  if ('unknown' in kind) return rejected(`its kind “${kind.unknown}” is not in the mapping`);

  const remarks: string[] = [];
  const venue: NewVenue = {
    name,
    kind: kind.key,
    location: { ...place, precision: mapping.precision ?? 'exact' },
    ...(mapping.status && { status: mapping.status }),
    ...(mapping.names && { names: namesOf(mapping.names, values, name) }),
    ...(mapping.description && { description: sentences(mapping.description, values) }),
    ...(mapping.address && { address: addressOf(mapping.address, values) }),
    ...(mapping.identifiers && { identifiers: identifiersOf(mapping.identifiers, values) }),
    ...(mapping.contacts && { contacts: contactsOf(mapping.contacts, values) }),
    ...(mapping.tenure && { tenure: mapping.tenure }),
    ...factsOf(mapping, defaults, values, remarks),
    ...hoursOf(mapping, defaults, values, place, remarks),
  };
  const sameAs = (mapping.sameAs ?? [])
    .filter(({ value, when }) => isWhole(value, values) && holds(when, values))
    .map(({ value }) => fill(value, values));
  const withoutHours = mapping.openingHours !== undefined && fill(mapping.openingHours.osm, values) === '';
  const { isDefault: kindIsDefault } = kind;
  const mapped = {
    recordId,
    sameAs,
    venue,
    kindIsDefault,
    withoutHours,
    remarks,
    ...groupOf(mapping, values),
  };
  return { recordId, mapped };
}

const list = (texts: string | string[]) => (typeof texts === 'string' ? [texts] : texts);

function placeOf({ location }: Mapping, values: Values): LonLat | { fault: string } {
  if (!location) return { fault: 'no place' };
  const [lon, lat] = [fill(location.lon, values), fill(location.lat, values)];
  if (lon === '' || lat === '') return { fault: 'no place' };
  const numeric = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/;
  if (!numeric.test(lon) || !numeric.test(lat))
    return { fault: `its place “${lon}, ${lat}” is not two numbers` };
  return { lon: Number(lon), lat: Number(lat) };
}

function kindOf(
  { kind }: Mapping,
  values: Values,
): { key: string; isDefault: boolean } | { unknown: string } {
  if (typeof kind === 'string') return { key: kind, isDefault: false };
  if ('osmTags' in kind) {
    const key = osmKind(values);
    return key === undefined ? { unknown: '' } : { key, isDefault: false };
  }
  const found = choose(kind, values);
  return 'unknown' in found ? found : { key: found.chosen, isDefault: found.chosen === kind.default };
}

/** The first kind of the vocabulary of which all tags match. */
export const osmKind = (tags: Values): string | undefined =>
  kinds.find(({ osm }) =>
    osm.some((each) => Object.entries(each).every(([tag, value]) => tags[tag] === value)),
  )?.key;

const languageTag = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;

function namesOf(
  wanted: NonNullable<Mapping['names']>,
  values: Values,
  name: string,
): Record<string, string> {
  const found =
    typeof wanted === 'string'
      ? Object.entries(values)
          .filter(([column]) => matches(wanted, column))
          .map(([column, value]) => [column.slice(wanted.length - 1), value] as const)
      : Object.entries(wanted).map(([language, text]) => [language, fill(text, values)] as const);
  return Object.fromEntries(
    found.filter(([language, value]) => languageTag.test(language) && value !== name && isName(value)),
  );
}

/** The sentences whose conditions hold and whose columns are filled. */
function sentences(parts: Sentences, values: Values): string {
  return parts
    .map((part) => (typeof part === 'string' ? { text: part, when: undefined } : part))
    .filter(({ when }) => holds(when, values))
    .map(({ text }) => fill(text, values))
    .filter((text) => text !== '')
    .join(' ');
}

function addressOf(parts: NonNullable<Mapping['address']>, values: Values): Address {
  const filled = Object.entries(parts).map(([part, texts]) => {
    const text = list(texts)
      .map((each) => fill(each, values))
      .filter(Boolean)
      .join(', ');
    return [part, part === 'country' || part === 'postcode' ? text.toUpperCase() : text];
  });
  return Object.fromEntries(filled.filter(([, text]) => text !== ''));
}

const identifiersOf = (rules: NonNullable<Mapping['identifiers']>, values: Values): Identifier[] =>
  rules
    .filter(({ value, when }) => isWhole(value, values) && holds(when, values))
    .map(({ scheme, value }) => ({ scheme, value: fill(value, values) }));

function contactsOf(rules: NonNullable<Mapping['contacts']>, values: Values): Contact[] {
  const found = rules.map(({ kind, value, name, public: isPublic }): Contact => {
    const named = name && fill(name, values);
    return {
      kind,
      value: fill(value, values),
      ...(named && { name: named }),
      ...(isPublic && { public: true }),
    };
  });
  return found.filter(
    ({ kind, value }, at) =>
      value !== '' && found.findIndex((each) => each.kind === kind && each.value === value) === at,
  );
}

function factsOf(
  mapping: Mapping,
  defaults: Defaults,
  values: Values,
  remarks: string[],
): Pick<NewVenue, 'facts'> {
  if (!mapping.facts && !mapping.osmTags && !mapping.acceslibre) return {};
  const { facts, remarks: found } = readFacts(mapping, values);
  remarks.push(...found);
  if (facts.length === 0) return { facts: [] };
  const { observedOn } = mapping;
  const told = typeof observedOn === 'object' ? fill(observedOn.from, values).slice(0, 10) : observedOn;
  const fallback = typeof observedOn === 'object' ? observedOn.default : undefined;
  const day = [told, fallback, defaults.observedOn].find((each) => each && isDay(each));
  if (day) return { facts: dated(facts, day) };
  remarks.push('nothing says when its facts were seen, so they are left out: say --observed-on');
  // Nothing is said of facts: those of an earlier import stay.
  return {};
}

/** Is it a day of the calendar, written 2026-03-12? */
export function isDay(text: string): boolean {
  const instant = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(instant.getTime()) && isoDay(instant) === text;
}

/** The French coast, from Dieppe to Cap Gris-Nez, in the corner of the box below. */
const acrossTheChannel = ({ lon, lat }: LonLat) => (lat < 50.7 && lon > 0.3) || (lat < 51 && lon > 1.2);

/** Where the time of day is that of London. Elsewhere a time zone must be said; it is not guessed. */
const inBritain = (place: LonLat) =>
  place.lon > -8.7 && place.lon < 1.8 && place.lat > 49.8 && place.lat < 61 && !acrossTheChannel(place);

function hoursOf(
  { openingHours }: Mapping,
  defaults: Defaults,
  values: Values,
  place: LonLat,
  remarks: string[],
): { openingHours?: OpeningHours } {
  const osm = openingHours ? fill(openingHours.osm, values) : '';
  if (osm === '') return {};
  const timezone =
    openingHours?.timezone ?? defaults.timezone ?? (inBritain(place) ? 'Europe/London' : undefined);
  if (timezone) return { openingHours: { osm, timezone } };
  remarks.push(
    'its opening hours are in a time zone that nothing names, so they are left out: say --timezone',
  );
  return {};
}

function groupOf({ group }: Mapping, values: Values): Pick<MappedVenue, 'group' | 'space'> {
  const by = group ? fill(group.by, values) : '';
  if (!group || by === '') return {};
  if (!group.space) return { group: by };
  const { name, setting, description } = group.space;
  const names = list(name)
    .map((text) => fill(text, values))
    .filter(Boolean);
  const where = setting && choose(setting, values);
  const told = description && sentences(description, values);
  return {
    group: by,
    space: {
      names,
      ...(where && 'chosen' in where && { setting: where.chosen }),
      ...(told && { description: told }),
    },
  };
}
