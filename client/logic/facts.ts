/** What a fact says, who says so, and how old it is: as sentences. Unknown is never said as “no”. */
import type { Fact, Venue } from '../../server/venues/schema.ts';
import {
  accessFacts,
  amenityFacts,
  type FactEntry,
  type FactGroup,
  findFact,
  topics,
} from '../../server/vocabulary.ts';
import { formatAge, formatDay, formatNumber } from './format.ts';

export interface Statement {
  fact: Fact;
  entry: FactEntry;
  /** The name of the space it was said about; absent when it is about the whole venue. */
  space?: string;
}

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);

/** “There are 1 steps” is not English. */
const singular = (sentence: string) =>
  sentence
    .replace('1 people using wheelchairs', '1 person using a wheelchair')
    .replace('There are 1 ', 'There is 1 ')
    .replace(/\b(step|bay|table|chair|space)s\b/, '$1');

export function factSentence({ entry, fact, space }: Statement): string {
  const { value } = fact;
  let sentence: string;
  if (typeof value === 'number') {
    const text = value === 0 ? entry.no : entry.yes.replace('{n}', formatNumber(value));
    sentence = value === 1 && entry.unit === 'count' ? singular(text) : text;
  } else if (value === 'partial') sentence = `${entry.label}: partly. Ask the group what this means for you.`;
  else sentence = value === 'yes' ? entry.yes : entry.no;
  return space ? `${space}: ${lower(sentence)}` : sentence;
}

export function evidenceSentence(fact: Fact): string {
  const day = formatDay(fact.observedOn);
  const who = fact.observedBy;
  if (fact.method === 'visited') return `Seen on a visit, ${day}${who ? `, by ${who}` : ''}`;
  if (fact.method === 'told') return `Told${who ? ` by ${who}` : ' to us'}, ${day}`;
  const source = fact.source ?? who;
  return `Imported${source ? ` from ${source}` : ''}, ${day}`;
}

const ageNames = { fresh: 'Recent', ageing: 'Getting old', old: 'Old: ask to check' } as const;

export const ageLabel = (fact: Fact): string => ageNames[fact.age.state];
export const ageSentence = (fact: Fact): string => formatAge(fact.age.days);

/** Every statement about the venue and its spaces, the venue’s own first. */
export function statements(venue: Venue, group: FactGroup): Statement[] {
  const said = (facts: readonly Fact[], space?: string): Statement[] =>
    facts.flatMap((fact) => {
      const entry = findFact(fact.key);
      return entry?.group === group ? [{ fact, entry, space }] : [];
    });
  return [...said(venue.facts), ...venue.spaces.flatMap((space) => said(space.facts, space.name))];
}

/** By topic in reading order; within a topic in the order of the vocabulary. */
export function byTopic(all: readonly Statement[]): { key: string; label: string; said: Statement[] }[] {
  const order = new Map([...accessFacts, ...amenityFacts].map((entry, index) => [entry.key, index]));
  return topics
    .map((topic) => ({
      ...topic,
      said: all
        .filter(({ entry }) => entry.topic === topic.key)
        .sort((a, b) => (order.get(a.entry.key) ?? 0) - (order.get(b.entry.key) ?? 0)),
    }))
    .filter((topic) => topic.said.length > 0);
}

/** Access facts that nobody has stated, neither for the venue nor for any of its spaces. */
export function unknownAccess(venue: Venue): { key: string; label: string; entries: FactEntry[] }[] {
  const known = new Set(statements(venue, 'access').map(({ entry }) => entry.key));
  // A building without a lift has no lift to measure.
  if (venue.facts.some((fact) => fact.key === 'lift' && fact.value === 'no')) known.add('lift_depth');
  return topics
    .map((topic) => ({
      ...topic,
      entries: accessFacts.filter((entry) => entry.topic === topic.key && !known.has(entry.key)),
    }))
    .filter((topic) => topic.entries.length > 0);
}
