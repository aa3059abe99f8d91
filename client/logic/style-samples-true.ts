/** A made-up place that is kept true, for the page of styles: a check, a clash, suggestions, ages. */
import type { NewVenue } from '../../server/venues/schema.ts';
import type { ClashView } from '../components/clashes.tsx';
import type { Language } from '../language/language.ts';
import type { CorrectionView, StillTrueFact } from '../pages/data-true.ts';
import { type CheckPart, checkParts } from './check.ts';
import { factStates, today } from './style-samples.ts';

export const samplePlace = { id: 1, slug: 'sample', name: 'Marigold Hall' };

const stated: NewVenue = {
  name: samplePlace.name,
  kind: 'village_hall',
  location: { lon: -0.168, lat: 51.428, precision: 'exact' },
  facts: factStates.facts.map(({ key, value, method, observedOn }) => ({ key, value, method, observedOn })),
};

/** Answers and a number, stated and not: the first heading of the check, and the one with a width. */
export function checked(language: Language): CheckPart {
  const [access] = checkParts(language, stated, { today });
  if (!access) throw new Error('A check begins with the access of the whole place.');
  const keys = ['step_free_entrance', 'door_clear_width', 'hearing_loop', 'lift'];
  const topics = access.topics
    .map((topic) => ({ ...topic, questions: topic.questions.filter(({ key }) => keys.includes(key)) }))
    .filter(({ questions }) => questions.length > 0);
  return { ...access, topics };
}

export const clash = (label: string): ClashView => ({
  name: 'description',
  label,
  mine: 'A hall with a garden',
  mineText: 'A hall with a garden',
  theirsText: '',
});

export const correction = (what: string, who: string): CorrectionView[] => [
  { id: 'correction-1', what, now: '86 cm', right: '82 cm', who, wantsAnswer: false, applies: true },
  {
    id: 'correction-2',
    what,
    words: 'The side door has a step since spring.',
    who,
    wantsAnswer: true,
    applies: false,
    byHand: '/venues/sample-1/edit/access',
  },
];

const still = (at: number, isOfToday = false): StillTrueFact[] => {
  const fact = factStates.facts[at];
  return fact ? [{ ref: `sample-${at}`, id: `fact-sample-${at}`, fact, isOfToday }] : [];
};

/** Old, ageing with a word of the house, and said today. */
export const stillTrue: StillTrueFact[] = [
  ...still(4),
  ...still(1).map((each) => ({ ...each, fact: { ...each.fact, note: 'Out of use since May' } })),
  ...still(0, true),
];
