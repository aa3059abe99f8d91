/** The questions of a check: from the vocabulary, access first, of the whole place and of each room; and their fields. */
import type { NewFact, NewSpace, NewVenue } from '../../server/venues/schema.ts';
import {
  accessFacts,
  amenityFacts,
  type FactEntry,
  type FactGroup,
  type FactTopic,
  findFact,
  topics,
} from '../../server/vocabulary.ts';
import { formatAge, formatDay } from '../language/format.ts';
import type { Language } from '../language/language.ts';

export interface Question {
  /** The name of its field. */
  field: string;
  key: string;
  label: string;
  /** Of a number. */
  unit?: 'cm' | 'm' | 'count' | 'grade';
  stated?: {
    value: string;
    /** What a form carries of it: the value and since when. */
    was: string;
    /** “Yes”, “86 cm” */
    text: string;
    /** “Stated: yes, seen 3 months ago” */
    sentence: string;
    /** “yes, seen 3 March 2026”: on paper an age would not stay true */
    dated: string;
  };
}

export interface CheckPart {
  /** Of the room; absent: the whole place. */
  spaceId?: number;
  /** Unlike any other part’s: for the ids of its headings. */
  name: string;
  title: string;
  /** How many of its facts are stated. */
  stated: number;
  topics: { key: FactTopic; title: string; questions: Question[] }[];
}

/** Rooms on one page: so many questions go into one form. */
export const ROOMS_AT_ONCE = 25;

const START = 'answer_';
export const answerStart = START;
export const fieldOf = (key: string, spaceId?: number): string => `${START}${spaceId ?? 'all'}_${key}`;
export const wasName = (field: string): string => `was_${field}`;
export const sameName = (field: string): string => `same_${field}`;

/** What a field asks about; undefined when it is none of ours. */
export function askedBy(field: string): { entry: FactEntry; spaceId?: number } | undefined {
  const [, about, key = ''] = /^answer_(all|\d{1,9})_(\w+)$/.exec(field) ?? [];
  const entry = findFact(key);
  if (!about || !entry) return undefined;
  return about === 'all' ? { entry } : { entry, spaceId: Number(about) };
}

/** “Yes”, “In part”, “86 cm” */
export function valueText({ t }: Language, entry: FactEntry, value: NewFact['value'] | string): string {
  if (value === 'yes' || value === 'no') return t(`listing.${value}`);
  if (value === 'partial') return t('listing.partly');
  return t(`check.unit_${entry.unit ?? 'count'}`, { n: Number(value) });
}

const lower = ({ tag }: Language, text: string) => text.charAt(0).toLocaleLowerCase(tag) + text.slice(1);

function question(
  language: Language,
  entry: FactEntry,
  about: { facts?: NewFact[]; spaceId?: number; today: string },
): Question {
  const fact = about.facts?.find(({ key }) => key === entry.key);
  const days = fact ? Math.round((Date.parse(about.today) - Date.parse(fact.observedOn)) / 86_400_000) : 0;
  const text = fact && valueText(language, entry, fact.value);
  return {
    field: fieldOf(entry.key, about.spaceId),
    key: entry.key,
    label: language.word('facts', entry.key, 'label') ?? entry.label,
    ...(entry.value === 'number' && { unit: entry.grade ? 'grade' : (entry.unit ?? 'count') }),
    ...(fact &&
      text && {
        stated: {
          value: String(fact.value),
          was: `${fact.value} ${fact.observedOn}`,
          text,
          sentence: language.t(`check.as_${fact.method}`, {
            value: lower(language, text),
            age: formatAge(language, days),
          }),
          dated: language.t(`history.how_${fact.method}`, {
            said: lower(language, text),
            day: formatDay(language, fact.observedOn),
          }),
        },
      }),
  };
}

const isAmenities = (of: About) => 'group' in of && of.group === 'amenity';

type About = { space: NewSpace } | { group: FactGroup };

function part(language: Language, venue: NewVenue, of: About, today: string): CheckPart {
  const space = 'space' in of ? of.space : undefined;
  const about = { facts: (space ?? venue).facts, spaceId: space?.id, today };
  const entries = [...accessFacts, ...amenityFacts].filter(
    ({ scope, group }) =>
      (scope === 'both' || scope === (space ? 'space' : 'venue')) && (!('group' in of) || of.group === group),
  );
  const found = topics.map(({ key, label }) => ({
    key,
    title: language.word('topics', key, 'label') ?? label,
    questions: entries.filter(({ topic }) => topic === key).map((entry) => question(language, entry, about)),
  }));
  const asked = found.filter(({ questions }) => questions.length > 0);
  return {
    ...(space?.id !== undefined && { spaceId: space.id }),
    name: 'group' in of ? of.group : String(of.space.id),
    title: space?.name ?? language.t(isAmenities(of) ? 'listing.step_facilities' : 'check.whole'),
    stated: asked.flatMap(({ questions }) => questions).filter(({ stated }) => stated).length,
    topics: asked,
  };
}

/**
 * How one gets in and about, then the rooms, then what there is to use: the order of a walk. The rooms are those from
 * `first` on, or all of them; the rest is asked with the first of them.
 */
export function checkParts(
  language: Language,
  venue: NewVenue,
  { today, first = 0, most = Number.POSITIVE_INFINITY }: { today: string; first?: number; most?: number },
): CheckPart[] {
  const rooms = (venue.spaces ?? []).slice(first, first + most);
  const whole = (group: FactGroup) => (first === 0 ? [part(language, venue, { group }, today)] : []);
  return [
    ...whole('access'),
    ...rooms.map((space) => part(language, venue, { space }, today)),
    ...whole('amenity'),
  ];
}
