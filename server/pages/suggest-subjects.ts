/** What of a page a visitor may say is wrong: everything that it says, and what it does not know. */
import type { Language } from '../../client/language/language.ts';
import { factLabel, factSentence, valueSentence } from '../../client/logic/facts.ts';
import type { SuggestPageData, SuggestSubject } from '../../client/pages/data.ts';
import type { NewCorrection } from '../corrections/schema.ts';
import { readWord, wordOf } from '../facts/look-through.ts';
import type { Fact, Venue } from '../venues/schema.ts';
import { facts, findFact, findLayout, topics } from '../vocabulary.ts';

const inWords = ['hours', 'place', 'closed', 'other'] as const;
type Subject = Pick<NewCorrection, 'about' | 'key' | 'spaceId'>;
type About = Pick<Venue, 'spaces' | 'facts' | 'location' | 'name'>;

/** Where the public may not know the place, what would tell it is not asked. */
const isAsked = (venue: About, key: string) =>
  findFact(key)?.locates !== true || venue.location.precision === 'exact';

const roomOf = (venue: About, id: number | undefined) => venue.spaces.find((space) => space.id === id);
const factAt = (venue: About, { key, spaceId }: Pick<Subject, 'key' | 'spaceId'>): Fact | undefined =>
  (spaceId === undefined ? venue : roomOf(venue, spaceId))?.facts.find((fact) => fact.key === key);

/** Reads `name`, `fact-hearing_loop`, `fact-12-stage` and `people-12-theatre`; undefined for what there is not. */
export function readSubject(venue: About, word: string): Subject | undefined {
  const simple = (['name', ...inWords] as const).find((each) => each === word);
  if (simple) return { about: simple };
  const [, kind, rest = ''] = /^(fact|people)-(.+)$/.exec(word) ?? [];
  if (kind === 'people') {
    const [, id = '', key = ''] = /^(\d{1,9})-(\w+)$/.exec(rest) ?? [];
    const isThere = roomOf(venue, Number(id)) && findLayout(key);
    return isThere ? { about: 'capacity', key, spaceId: Number(id) } : undefined;
  }
  const ref = kind === 'fact' ? readWord(rest) : undefined;
  if (!ref || !isAsked(venue, ref.key)) return undefined;
  if (ref.spaceId !== undefined && !roomOf(venue, ref.spaceId)) return undefined;
  return { about: 'fact', ...ref };
}

/** What the form of one subject says and asks. */
export function subjectView(language: Language, venue: About, word: string): SuggestSubject | undefined {
  const { t } = language;
  const subject = readSubject(venue, word);
  if (!subject) return undefined;
  const { about, key = '', spaceId } = subject;
  const space = roomOf(venue, spaceId)?.name;
  const inRoom = (label: string) => (space ? t('history.ofRoom', { room: space, part: label }) : label);
  if (about === 'fact') {
    const entry = findFact(key);
    const fact = factAt(venue, subject);
    return {
      word,
      label: inRoom(factLabel(language, key)),
      now:
        fact && entry
          ? factSentence(language, { fact, entry, ...(space && { space }) })
          : t('correction.nowUnknown'),
      kind: entry?.value ?? 'answer',
      ...(entry?.unit && { unit: entry.grade ? 'grade' : entry.unit }),
    };
  }
  if (about === 'capacity') {
    const now = roomOf(venue, spaceId)?.capacities.find(({ layout }) => layout === key)?.comfortable;
    return {
      word,
      label: inRoom(language.word('layouts', key, 'label') ?? key),
      now: now === undefined ? t('correction.nowUnknown') : t('history.people', { count: now }),
      kind: 'number',
      unit: 'count',
    };
  }
  const label = t(`correction.subject_${about}`);
  return { word, label, now: about === 'name' ? venue.name : '', kind: about === 'name' ? 'name' : 'words' };
}

/** Everything there is to choose from, under the headings of the page. */
export function choicesOf(language: Language, venue: About): SuggestPageData['choices'] {
  const { t, word } = language;
  const option = (label: string, now: string) => t('correction.option', { label, now });
  const answerOf = (fact: Fact | undefined) => {
    if (!fact) return t('correction.nowUnknown');
    return typeof fact.value === 'number'
      ? valueSentence(language, fact.key, fact.value)
      : t(`history.answer_${fact.value}`);
  };
  const ofTopic = (topic: string) => [
    ...facts
      .filter((entry) => entry.topic === topic && entry.scope !== 'space' && isAsked(venue, entry.key))
      .map(({ key }) => ({
        value: `fact-${key}`,
        label: option(factLabel(language, key), answerOf(factAt(venue, { key }))),
      })),
    ...venue.spaces.flatMap(({ id, name, facts: said }) =>
      said
        .filter(({ key }) => findFact(key)?.topic === topic)
        .map((fact) => ({
          value: `fact-${wordOf({ key: fact.key, spaceId: id })}`,
          label: option(
            t('history.ofRoom', { room: name, part: factLabel(language, fact.key) }),
            answerOf(fact),
          ),
        })),
    ),
  ];
  const people = venue.spaces.flatMap(({ id, name, capacities }) =>
    capacities.map(({ layout, comfortable }) => ({
      value: `people-${id}-${layout}`,
      label: option(
        t('history.ofRoom', { room: name, part: word('layouts', layout, 'label') ?? layout }),
        t('history.people', { count: comfortable }),
      ),
    })),
  );
  return [
    {
      label: t('correction.general'),
      options: (['name', ...inWords] as const).map((value) => ({
        value,
        label: t(`correction.subject_${value}`),
      })),
    },
    ...(people.length > 0 ? [{ label: t('correction.people'), options: people }] : []),
    ...topics.map(({ key }) => ({ label: word('topics', key, 'label') ?? key, options: ofTopic(key) })),
  ];
}
