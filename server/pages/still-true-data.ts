/** What the page on which a place is looked through is a function of. */
import type { Language } from '../../client/language/language.ts';
import { valueSentence } from '../../client/logic/facts.ts';
import { emptyForm, type FormState } from '../../client/logic/form.ts';
import type { Compared } from '../../client/logic/three-way.ts';
import type { StillTruePageData } from '../../client/pages/data.ts';
import { findStated } from '../facts/confirm.ts';
import { lookThrough, seenWord, wordOf } from '../facts/look-through.ts';
import type { FactRef } from '../facts/schema.ts';
import { isAnswered } from '../facts/value-typed.ts';
import type { VenueRecord } from '../venues/record.ts';
import { findFact } from '../vocabulary.ts';

export interface Shown {
  form?: FormState;
  asking?: string;
  changing?: FactRef;
  clashes?: Compared[];
  done?: StillTruePageData['done'];
}

/** What the form of one fact starts from, as text. */
export function fieldsOf(record: VenueRecord, ref: FactRef): Record<'value' | 'note', string> {
  const fact = findStated(record, ref);
  return { value: fact === undefined ? '' : String(fact.value), note: fact?.note ?? '' };
}

/** The old answer is not chosen again: it is no longer true. Numbers are typed over. */
export const unanswered = (ref: FactRef) => (isAnswered(ref.key) ? { value: 'none' } : {});

/** The fact that is changed, with both versions where somebody else changed it too. */
function changingOf(
  language: Language,
  ref: FactRef,
  base: ReturnType<typeof fieldsOf>,
  clashes: readonly Compared[],
): StillTruePageData['changing'] {
  const { t, word } = language;
  const { key } = ref;
  const said = (field: string, value: string) =>
    field === 'note' ? value : value === '' ? t('history.notKnown') : valueSentence(language, key, value);
  return {
    id: `fact-${wordOf(ref)}`,
    ref: wordOf(ref),
    kind: findFact(key)?.value ?? 'answer',
    base: { base_value: base.value, base_note: base.note },
    clashes: clashes.map(({ name, mine, theirs }) => ({
      name,
      mine,
      label: name === 'note' ? t('still.note') : (word('facts', key, 'label') ?? ''),
      theirsText: said(name, String(theirs)),
      mineText: said(name, String(mine)),
    })),
  };
}

export function stillTrueData(
  language: Language,
  record: VenueRecord,
  today: string,
  { form = emptyForm, asking, changing, clashes = [], done }: Shown,
): Omit<StillTruePageData, 'settings'> {
  const { id, slug, name } = record;
  const base = changing && fieldsOf(record, changing);
  const topics = lookThrough(record, today);
  // When the last fact of a topic is gone, so is its heading.
  const { topic: doneAt, before, ...doneText } = done ?? { text: '' };
  const there = topics.find(({ topic }) => topic === doneAt);
  // Where the next fact is gone meanwhile, it is said at the head of the topic.
  const isBefore = before === 'end' || there?.facts.some(({ ref }) => `fact-${wordOf(ref)}` === before);
  return {
    page: 'stillTrue',
    venue: { id, slug, name },
    groups: topics.map(({ topic, facts }) => ({
      topic,
      waiting: facts.filter(({ fact }) => fact.observedOn < today).length,
      facts: facts.map(({ ref, fact, space }) => ({
        ref: seenWord(ref, fact),
        id: `fact-${wordOf(ref)}`,
        fact,
        ...(space !== undefined && { space }),
        isOfToday: fact.observedOn >= today,
      })),
    })),
    ...(asking && { asking }),
    ...(changing && base && { changing: changingOf(language, changing, base, clashes) }),
    form: changing ? { ...form, values: { ...base, ...unanswered(changing), ...form.values } } : form,
    ...(done && { done: { ...doneText, ...(there && { topic: doneAt, ...(isBefore && { before }) }) } }),
  };
}
