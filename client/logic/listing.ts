/** The journey of a listing: its steps in order, the stops on the way, and where each is. */
import { type FactGroup, type FactTopic, findFact, questionsOf, topics } from '../../server/vocabulary.ts';

export const listingSteps = [
  'where',
  'rooms',
  'about',
  'access',
  'facilities',
  'hours',
  'contacts',
  'precision',
  'terms',
  'services',
  'photos',
  'publish',
] as const;
export type ListingStep = (typeof listingSteps)[number];
/** Those that are forms of the journey itself. */
export type EditStep = Exclude<ListingStep, 'terms' | 'photos'>;

/** Decisions that only stewards take. */
export const stewardSteps: readonly ListingStep[] = ['precision', 'terms', 'services', 'publish'];

export type FactStep = 'access' | 'facilities';
/** In the vocabulary. */
export const groupOf: Record<FactStep, FactGroup> = { access: 'access', facilities: 'amenity' };

/** The headings of a step's questions. */
export const topicsOf = (step: FactStep): FactTopic[] =>
  topics.map(({ key }) => key).filter((key) => questionsOf(groupOf[step], key).length > 0);

export interface Stop {
  step: ListingStep;
  topic?: FactTopic;
}

const isFactStep = (step: ListingStep): step is FactStep => step === 'access' || step === 'facilities';

const stops: readonly Stop[] = listingSteps.flatMap((step): Stop[] =>
  isFactStep(step) ? topicsOf(step).map((topic) => ({ step, topic })) : [{ step }],
);

const isFor = (isSteward: boolean) => (stop: Stop) => isSteward || !stewardSteps.includes(stop.step);
const at = (stop: Stop) =>
  stops.findIndex(
    ({ step, topic }) => step === stop.step && (stop.topic === undefined || topic === stop.topic),
  );

/** The stop after one; undefined at the end. */
export const stopAfter = (stop: Stop, isSteward: boolean): Stop | undefined =>
  stops.slice(at(stop) + 1).find(isFor(isSteward));
/** The next step, past the questions of this one that are still to come. */
export const stepAfter = ({ step }: Stop, isSteward: boolean): Stop | undefined =>
  stops.filter(isFor(isSteward)).find((each) => listingSteps.indexOf(each.step) > listingSteps.indexOf(step));

/** Below the address of the venue. */
export const stopPath = ({ step, topic }: Stop): string =>
  step === 'terms' || step === 'photos' ? `/${step}` : `/edit/${step}${topic ? `/${topic}` : ''}`;

/** Where an answer is given, below the address of the venue; of a room, with its id. */
export function questionPath(key: string, spaceId: string): string | undefined {
  const fact = findFact(key);
  if (!fact) return undefined;
  const step: FactStep = fact.group === 'access' ? 'access' : 'facilities';
  return /^\d+$/.test(spaceId) ? `/edit/rooms/${spaceId}/${step}` : stopPath({ step, topic: fact.topic });
}

/** How far a listing is. */
export interface JourneyView {
  /** By step: something is there; nothing is there yet; nothing is there and it cannot be published without. */
  states: Record<ListingStep, 'done' | 'open' | 'needed'>;
  /** What is always said, if only because nobody has said otherwise: its answer, and not that it is done. */
  says: { precision: 'exact' | 'approximate' | 'hidden'; services: 'agreed' | 'ask_first' | 'declined' };
  isDraft: boolean;
  isSteward: boolean;
}
