/** What people type in other languages than English. Added to what the search understands; takes nothing from it. */
import { arabic } from './words-ar.ts';
import { welsh } from './words-cy.ts';

/** Comma lists. The words stand in any form that the language gives them (`server/search/forms.ts`). */
export interface TypedWords {
  /** Words for each profile, fact and layout, by key. */
  profiles: Readonly<Record<string, string>>;
  facts: Readonly<Record<string, string>>;
  layouts: Readonly<Record<string, string>>;
  /** Words for kinds and other words of names, by what the register calls them in English. */
  like: Readonly<Record<string, string>>;
  /** Before a number of people, and after it. */
  people: string;
  peopleAfter: string;
  /** Before a place: near, in. */
  near: string;
  /** Around what is wanted: with, for, that has. */
  glue: string;
  /** Between two that are wanted: and, also. */
  joiners: string;
  /** Room, place, to hire: they say nothing more. */
  generic: string;
  /** Without, not. */
  negations: string;
  /** One-word facts that are often part of a name. */
  shy: string;
  /** A layout that may be a building. */
  ambiguous: string;
  /** Seven lists, Monday first. */
  days: readonly string[];
  /** Parts of the day, by the time that is meant. */
  dayParts: Readonly<Record<string, string>>;
  /** After an hour of the morning, and after one of the afternoon or evening. */
  am: string;
  pm: string;
  /** Before a day, before an hour, and before a part of the day. */
  onDay: string;
  at: string;
  inThe: string;
}

export const typedWords: readonly TypedWords[] = [welsh, arabic];
