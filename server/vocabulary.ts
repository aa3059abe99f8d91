/**
 * The closed lists of the domain. A filter, a fact, an import column and a sentence on a page all start here:
 * add an entry and every mouth has it. Knows no Express, no knex and no Node.
 */
import { arrivalFacts } from './vocabulary/access.ts';
import { insideFacts } from './vocabulary/access-inside.ts';
import { amenityFacts } from './vocabulary/amenities.ts';
import type { FactEntry, FactGroup, FactTopic } from './vocabulary/fact.ts';
import { type KindEntry, kinds, type LayoutEntry, layouts } from './vocabulary/kinds.ts';
import { type ProfileEntry, profiles } from './vocabulary/profiles.ts';

export { isEverybody, isMeasure } from './vocabulary/columns.ts';
export type { FactEntry, FactGroup, FactTopic } from './vocabulary/fact.ts';
export * from './vocabulary/kinds.ts';
export * from './vocabulary/profiles.ts';
export * from './vocabulary/terms.ts';
export { type TypedWords, typedWords } from './vocabulary/words.ts';
export { amenityFacts };

export const accessFacts: readonly FactEntry[] = [...arrivalFacts, ...insideFacts];

export const facts: readonly FactEntry[] = [...accessFacts, ...amenityFacts];

export const topics: readonly { key: FactTopic; label: string }[] = [
  { key: 'arriving', label: 'Arriving' },
  { key: 'getting_in', label: 'Getting in' },
  { key: 'moving_around', label: 'Moving around' },
  { key: 'toilets', label: 'Toilets' },
  { key: 'senses', label: 'Hearing and other senses' },
  { key: 'people', label: 'People and welcome' },
  { key: 'eating', label: 'Eating together' },
  { key: 'equipment', label: 'Equipment' },
  { key: 'comfort', label: 'Comfort' },
  { key: 'outside', label: 'Outside' },
];

/** What is asked of the whole place under a heading; or, of a room, all that can be said of one. */
export const questionsOf = (group: FactGroup, about: FactTopic | 'room'): FactEntry[] =>
  facts.filter((entry) => {
    if (entry.group !== group) return false;
    return about === 'room' ? entry.scope !== 'venue' : entry.scope !== 'space' && entry.topic === about;
  });

const byKey = <T extends { key: string }>(list: readonly T[]) =>
  new Map(list.map((entry) => [entry.key, entry]));
const factByKey = byKey(facts);
const kindByKey: Map<string, KindEntry> = byKey(kinds);
const layoutByKey: Map<string, LayoutEntry> = byKey(layouts);
const profileByKey: Map<string, ProfileEntry> = byKey(profiles);

export const findFact = (key: string): FactEntry | undefined => factByKey.get(key);
export const findKind = (key: string): KindEntry | undefined => kindByKey.get(key);
export const findLayout = (key: string): LayoutEntry | undefined => layoutByKey.get(key);
export const findProfile = (key: string): ProfileEntry | undefined => profileByKey.get(key);

/** The access facts that some profiles come to, each once. */
export const needsOf = (keys: readonly string[]): string[] => [
  ...new Set(keys.flatMap((key) => findProfile(key)?.needs ?? [])),
];

/** What the entry is called as a need: in filters, chips and verdicts. */
export const needLabel = ({ need, label }: FactEntry): string => need ?? label;

export type Answer = 'yes' | 'no' | 'partial';

/** Is nothing of it there? None of a count is none; no distance at all is near, and the lowest grade is a grade. */
export const saysNone = ({ unit, grade }: FactEntry, value: Answer | number): boolean =>
  value === 'no' || (value === 0 && unit === 'count' && !grade);

/**
 * Does this value meet the need named by the entry? A number meets it within `meets`; partial is told apart
 * because a person must ask about it; absent is unknown and never reaches this function.
 */
export function meetsNeed(entry: FactEntry, value: Answer | number): Answer {
  if (typeof value === 'string') return value;
  const { atLeast = Number.NEGATIVE_INFINITY, atMost = Number.POSITIVE_INFINITY } = entry.meets ?? {};
  return value >= atLeast && value <= atMost ? 'yes' : 'no';
}
