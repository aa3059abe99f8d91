/** What is said of a place, in the order in which its members look through it: the oldest first, by topic. */
import { ageOf } from '../venues/public-venue.ts';
import type { StatedFact, VenueRecord } from '../venues/record.ts';
import type { Fact } from '../venues/schema.ts';
import { type FactTopic, findFact } from '../vocabulary.ts';
import { markOf, type SeenFact, saidOf } from './confirm.ts';
import type { FactRef } from './schema.ts';

export interface LookedAt {
  ref: FactRef;
  fact: Fact;
  /** The name of the room it is said of. */
  space?: string;
}

export interface TopicOfFacts {
  topic: FactTopic;
  facts: LookedAt[];
}

/** A fact as one word of an address or a form: `hearing_loop`, or `12-hearing_loop` in a room. */
export const wordOf = ({ key, spaceId }: FactRef): string =>
  spaceId === undefined ? key : `${spaceId}-${key}`;

export function readWord(word: string): FactRef | undefined {
  const [, space, key = ''] = /^(?:(\d{1,9})-)?([a-z][a-z0-9_]{0,60})$/.exec(word) ?? [];
  if (!findFact(key)) return undefined;
  return { key, ...(space !== undefined && { spaceId: Number(space) }) };
}

/** The same with what it said when it was looked at. */
export const seenWord = (ref: FactRef, fact: Fact): string => `${wordOf(ref)}~${markOf(fact)}`;

export function readSeen(text: string): SeenFact | undefined {
  const [word = '', mark] = text.split('~');
  const ref = readWord(word);
  return ref && mark !== undefined ? { ...ref, mark } : undefined;
}

const oldest = ({ facts }: TopicOfFacts) => facts[0]?.fact.observedOn ?? '';
const byDay = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

/** Each topic with its oldest fact first, and the topics by their oldest. */
export function lookThrough(venue: Pick<VenueRecord, 'facts' | 'spaces'>, today: string): TopicOfFacts[] {
  const topics = new Map<FactTopic, LookedAt[]>();
  const add = (list: readonly StatedFact[], room?: { id: number; name: string }) => {
    for (const fact of list) {
      const topic = findFact(fact.key)?.topic;
      if (topic === undefined) continue;
      const one: LookedAt = {
        ref: { key: fact.key, ...(room && { spaceId: room.id }) },
        fact: {
          ...saidOf(fact),
          ...(fact.source && { source: fact.source }),
          age: ageOf(fact.observedOn, today),
        },
        ...(room && { space: room.name }),
      };
      topics.set(topic, [...(topics.get(topic) ?? []), one]);
    }
  };
  add(venue.facts);
  for (const room of venue.spaces) add(room.facts, room);
  return [...topics]
    .map(([topic, facts]) => ({
      topic,
      facts: facts.sort((a, b) => byDay(a.fact.observedOn, b.fact.observedOn)),
    }))
    .sort((a, b) => byDay(oldest(a), oldest(b)));
}
