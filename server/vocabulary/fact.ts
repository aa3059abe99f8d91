/** What an entry of the fact vocabulary is. Kept apart from the lists so that each list reads as a list. */

export type FactGroup = 'access' | 'amenity';

/** Headings under which facts are read aloud, in the order in which a visitor meets them. */
export type FactTopic =
  | 'arriving'
  | 'getting_in'
  | 'moving_around'
  | 'toilets'
  | 'senses'
  | 'people'
  | 'eating'
  | 'equipment'
  | 'comfort'
  | 'outside';

/** An OpenStreetMap tag and which of its values mean what. `number` says the value is a number in `unit`. */
export interface OsmTag {
  tag: string;
  yes?: readonly string[];
  partial?: readonly string[];
  no?: readonly string[];
  number?: boolean;
}

/** Where the entry comes from, so that import and export are driven by this list and not by code per field. */
export interface Standard {
  osm?: OsmTag;
  /** Property path in A11yJSON. */
  a11yjson?: string;
  /** Column of the French accessibility schema (acceslibre). */
  acceslibre?: string;
  schemaOrg?: string;
}

export interface FactEntry {
  key: string;
  group: FactGroup;
  topic: FactTopic;
  label: string;
  /** What somebody who filters by it asks for, where the label alone would not say: “No steps at the entrance”. */
  need?: string;
  /** `answer`: yes, no or partial. `number`: a number in `unit`. */
  value: 'answer' | 'number';
  unit?: 'cm' | 'm' | 'count';
  /** When a number counts as meeting the need; both ends included. */
  meets?: { atLeast?: number; atMost?: number };
  /** Where the fact may be stated. A space's own statement overrides its venue's. */
  scope: 'venue' | 'space' | 'both';
  /** The number is a grade: 0 is the lowest, and not none. */
  grade?: true;
  /** The value is measured from a public landmark, so it is withheld when the place is not exact. */
  locates?: true;
  /** Whole sentences for the venue page; `{n}` is the number, and `one` is for a single one. */
  yes: string;
  no: string;
  one?: string;
  /** What people type. The label is always included. */
  words: readonly string[];
  standard: Standard;
}

type Details = Partial<Pick<FactEntry, 'scope' | 'grade' | 'locates' | 'meets' | 'need' | 'one'>> & Standard;

const entry = (
  value: 'answer' | 'number',
  key: string,
  topic: FactTopic,
  label: string,
  yes: string,
  no: string,
  words: string,
  details: Details,
): Omit<FactEntry, 'group'> => {
  const { scope = 'venue', grade, locates, meets, need, one, ...standard } = details;
  return {
    key,
    topic,
    label,
    value,
    scope,
    yes,
    no,
    words: words === '' ? [] : words.split(', '),
    standard,
    ...(grade && { grade }),
    ...(locates && { locates }),
    ...(meets && { meets }),
    ...(need && { need }),
    ...(one && { one }),
  };
};

/** A fact answered yes, no or partial. `words` is a comma list of what people type. */
export const answer = (
  key: string,
  topic: FactTopic,
  label: string,
  yes: string,
  no: string,
  words: string,
  details: Details = {},
) => entry('answer', key, topic, label, yes, no, words, details);

/** A fact that is a number; `meets` says which numbers satisfy somebody who asks for it. */
export const number = (
  key: string,
  topic: FactTopic,
  label: string,
  unit: 'cm' | 'm' | 'count',
  sentence: string,
  none: string,
  words: string,
  details: Details & Required<Pick<Details, 'meets'>>,
) => ({ ...entry('number', key, topic, label, sentence, none, words, details), unit });

/** An OSM tag with the usual values: yes and designated, limited, no. */
export const osmAnswer = (tag: string, extra: Partial<OsmTag> = {}): OsmTag => ({
  tag,
  yes: ['yes', 'designated'],
  partial: ['limited'],
  no: ['no'],
  ...extra,
});
