/** What a fact says, who says so, and how old it is: as sentences. Unknown is never said as “no”. */
import type { Fact, Venue } from '../../server/venues/schema.ts';
import {
  accessFacts,
  amenityFacts,
  type FactEntry,
  type FactGroup,
  findFact,
  saysNone,
  topics,
} from '../../server/vocabulary.ts';
import { formatAge, formatDay, formatList, isolated } from '../language/format.ts';
import type { Language } from '../language/language.ts';
import type { WhoToAsk } from './place.ts';

export interface Statement {
  fact: Fact;
  entry: FactEntry;
  /** The name of the space it was said about; absent when it is about the whole venue. */
  space?: string;
}

/** As it goes on within a sentence; names such as Wi-Fi and BSL keep their capital. */
const lower = (text: string, { tag }: Language) =>
  /^\S[^\s.,]*[\p{Lu}-]/u.test(text) ? text : text.charAt(0).toLocaleLowerCase(tag) + text.slice(1);

export const factLabel = ({ word }: Language, key: string): string => word('facts', key, 'label') ?? key;

/** In what a number is to be given. A grade is none of anything. */
export function numberHint({ t }: Language, entry: FactEntry | undefined): string {
  if (entry?.grade) return t('listing.inGrade');
  if (entry?.unit === 'cm') return t('listing.inCm');
  return t(entry?.unit === 'm' ? 'listing.inM' : 'listing.howMany');
}

export function valueSentence(
  language: Language,
  key: string,
  value: string | number,
  who: WhoToAsk = 'group',
): string {
  const { t, word } = language;
  if (value === 'partial') return t('venue.partly', { label: factLabel(language, key), who });
  const entry = findFact(key);
  const none = entry && saysNone(entry, value as Fact['value']);
  const part = none ? 'no' : 'yes';
  return word('facts', key, part, { n: typeof value === 'number' ? value : 1 }) ?? factLabel(language, key);
}

export function factSentence(language: Language, { fact, space }: Statement, who?: WhoToAsk): string {
  const sentence = valueSentence(language, fact.key, fact.value, who);
  return space ? language.t('venue.ofSpace', { space, sentence: lower(sentence, language) }) : sentence;
}

/** The same for those who look after the place: nobody tells them to ask the group. */
export function memberSentence(language: Language, said: Statement): string {
  const { fact, space } = said;
  if (fact.value !== 'partial') return factSentence(language, said);
  const { t } = language;
  const label = factLabel(language, fact.key);
  const part = t('correction.option', { label, now: t('history.answer_partial') });
  return space ? t('history.ofRoom', { room: space, part }) : part;
}

export function evidenceSentence(language: Language, fact: Fact): string {
  const who = fact.method === 'imported' ? (fact.source ?? fact.observedBy) : fact.observedBy;
  return language.t(`venue.${fact.method}`, {
    day: formatDay(language, fact.observedOn),
    known: who ? 'yes' : 'no',
    who: who ? isolated(language, who) : '',
  });
}

/** Each way in which something is known of a place, once: the most frequent first. */
export function evidenceOf(language: Language, { facts, spaces }: Pick<Venue, 'facts' | 'spaces'>): string[] {
  const times = new Map<string, number>();
  for (const fact of [...facts, ...spaces.flatMap((space) => space.facts)]) {
    const sentence = evidenceSentence(language, fact);
    times.set(sentence, (times.get(sentence) ?? 0) + 1);
  }
  return [...times].sort(([, a], [, b]) => b - a).map(([sentence]) => sentence);
}

export const ageLabel = ({ t }: Language, { age }: Pick<Fact, 'age'>, who: WhoToAsk = 'group'): string =>
  t(`venue.${age.state}`, { who });
export const ageSentence = (language: Language, { age }: Pick<Fact, 'age'>): string =>
  formatAge(language, age.days);

/** Every statement about the venue and its spaces, the venue’s own first. */
export function statements(venue: Pick<Venue, 'facts' | 'spaces'>, group: FactGroup): Statement[] {
  const said = (facts: readonly Fact[], space?: string): Statement[] =>
    facts.flatMap((fact) => {
      const entry = findFact(fact.key);
      return entry?.group === group ? [{ fact, entry, space }] : [];
    });
  return [...said(venue.facts), ...venue.spaces.flatMap((space) => said(space.facts, space.name))];
}

/** By topic in reading order; within a topic in the order of the vocabulary. */
export function byTopic(all: readonly Statement[]): { key: string; said: Statement[] }[] {
  const order = new Map([...accessFacts, ...amenityFacts].map((entry, index) => [entry.key, index]));
  return topics
    .map(({ key }) => ({
      key,
      said: all
        .filter(({ entry }) => entry.topic === key)
        .sort((a, b) => (order.get(a.entry.key) ?? 0) - (order.get(b.entry.key) ?? 0)),
    }))
    .filter((topic) => topic.said.length > 0);
}

export interface Unknown {
  key: string;
  /** The spaces of which it is not known, where it is known of others. */
  spaces?: string[];
}

export function unknownOf({ facts, spaces }: Venue, { key, scope }: FactEntry): Unknown[] {
  const says = (list: readonly Fact[]) => list.some((fact) => fact.key === key);
  if (says(facts)) return [];
  const silent = spaces.filter((space) => !says(space.facts));
  if (silent.length === spaces.length || scope === 'venue')
    return silent.length === spaces.length ? [{ key }] : [];
  return silent.length > 0 ? [{ key, spaces: silent.map(({ name }) => name) }] : [];
}

/** What there is none of has no size, and is not near or far. */
const measured: Record<string, string> = { lift_depth: 'lift', blue_badge_bay_distance: 'blue_badge_bays' };

const saidNone = (key: string, value: Fact['value']): boolean => {
  const entry = findFact(key);
  return entry !== undefined && saysNone(entry, value);
};

/** Access facts that nobody has stated: not for the venue, and not for each of its spaces. */
export function unknownAccess(venue: Venue): { key: string; entries: Unknown[] }[] {
  const none = new Set(venue.facts.filter(({ key, value }) => saidNone(key, value)).map(({ key }) => key));
  return topics
    .map(({ key }) => ({
      key,
      entries: accessFacts
        .filter((entry) => entry.topic === key && !none.has(measured[entry.key] ?? ''))
        .flatMap((entry) => unknownOf(venue, entry)),
    }))
    .filter((topic) => topic.entries.length > 0);
}

/** “Hearing loop”, or “Hearing loop (in Side room)” where it is known of other rooms. */
export const unknownText = (language: Language, { key, spaces }: Unknown): string =>
  spaces
    ? language.t('venue.unknownIn', { label: factLabel(language, key), rooms: formatList(language, spaces) })
    : factLabel(language, key);
