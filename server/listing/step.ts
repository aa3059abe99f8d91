/** What a step of a listing is: what it asks, what its fields hold of the record, and the change that it makes. */
import type { Knex } from 'knex';
import type { Contact, NewVenue, VenueChange } from '../venues/schema.ts';

export type Typed = Record<string, string | string[]>;
/** A field that is not there is empty. */
export type Fields = Readonly<Record<string, string | string[] | undefined>>;

/** What can be wrong with an answer, by the name of its message. */
export type FaultName =
  | 'name'
  | 'kind'
  | 'point'
  | 'pointRange'
  | 'postcode'
  | 'place'
  | 'number'
  | 'people'
  | 'count'
  | 'cm'
  | 'm'
  | 'grade'
  | 'long'
  | 'names'
  | 'room'
  | 'sameRoom'
  | 'legal'
  | 'joins'
  | 'note'
  | 'times'
  | 'closedTimes'
  | 'days'
  | 'daysClash'
  | 'contact'
  | `contact_${Contact['kind']}`
  | 'sessions'
  | 'sessionsOnly'
  | 'noRoom';

export interface StepFault {
  /** Of one control in a list of rows: its id, which begins with that of its row and a dash. */
  field?: string;
  name: FaultName;
  /** The longest that it may be, where it is too long. */
  most?: number;
}

export interface Asked {
  db: Knex;
  venue: NewVenue;
  today: string;
}

export interface Read {
  change: VenueChange;
  faults: StepFault[];
}

export interface Step {
  /** Its fields from the record. Two people's versions are compared field by field. */
  fields: (venue: NewVenue) => Typed;
  /** What was typed in the one form in which the fields are kept, where controls come in another. */
  tidy?: (typed: Typed) => Typed;
  /** What the fields change, and what is wrong with them. Expects them tidy. */
  read: (values: Fields, asked: Asked) => Read | Promise<Read>;
}

/** The text of a field; of a list its entry at `at`. */
export const textIn = (values: Fields, name: string, at = 0): string =>
  ([values[name] ?? ''].flat()[at] ?? '').replaceAll('\r\n', '\n').trim();

/** All entries of a field that is a list. */
export const listIn = (values: Fields, name: string): string[] =>
  [values[name] ?? []].flat().map((each) => each.trim());

/** A list of `width` columns as rows, without those that are empty in all of the columns that are `written`. */
export function rowsIn(values: Fields, name: string, width: number, written: readonly number[]): string[][] {
  const all = listIn(values, name);
  const rows = Array.from({ length: Math.ceil(all.length / width) }, (_, row) =>
    Array.from({ length: width }, (_, column) => all[row * width + column] ?? ''),
  );
  return rows.filter((row) => written.some((column) => row[column] !== ''));
}

/** A whole number between two others; undefined when it is none. */
export function wholeIn(text: string, least: number, most: number): number | undefined {
  if (!/^-?\d{1,9}$/.test(text)) return undefined;
  const number = Number(text);
  return number >= least && number <= most ? number : undefined;
}

/** Says of each field that is too long how long it may be. */
export const tooLong = (values: Fields, most: Readonly<Record<string, number>>): StepFault[] =>
  Object.entries(most).flatMap(([field, length]) =>
    textIn(values, field).length > length ? [{ field, name: 'long' as const, most: length }] : [],
  );
