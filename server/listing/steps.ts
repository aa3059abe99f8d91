/** The steps of a listing, each by its address, and how far it is. */
import { notFound } from '../problem.ts';
import type { NewVenue } from '../venues/schema.ts';
import { type FactGroup, type FactTopic, findFact, questionsOf, topics } from '../vocabulary.ts';
import { aboutStep } from './about.ts';
import { contactsStep } from './contacts.ts';
import { factsStep } from './facts.ts';
import { hoursStep } from './hours.ts';
import { precisionStep } from './precision.ts';
import { publishStep } from './publish.ts';
import { roomStep } from './rooms.ts';
import { servicesStep } from './services.ts';
import type { Step } from './step.ts';
import { whereStep } from './where.ts';

/** In the order in which a new listing goes through them. House terms and photos have pages of their own. */
export const formSteps = [
  'where',
  'rooms',
  'about',
  'access',
  'facilities',
  'hours',
  'contacts',
  'precision',
  'services',
  'publish',
] as const;
export type FormStep = (typeof formSteps)[number];
export const roomParts = ['access', 'facilities', 'hours'] as const;
export type RoomPart = (typeof roomParts)[number];

/** What an address names: a step, a heading of its questions, or one room and a part of it. */
export interface Address {
  step: FormStep;
  part?: string;
  more?: string;
}

const groupOf = { access: 'access', facilities: 'amenity' } as const satisfies Record<string, FactGroup>;

/** The heading of this name, or the first. */
const topicOf = (group: FactGroup, part: string | undefined): FactTopic | undefined =>
  topics.find(({ key }) => (part === undefined || key === part) && questionsOf(group, key).length > 0)?.key;

export interface Found {
  step: Step;
  topic?: FactTopic;
  room?: { id: number; name: string };
  roomPart?: RoomPart;
}

function roomFound(venue: NewVenue, { part, more }: Address): Found {
  if (part === undefined) return { step: roomStep() };
  const space = venue.spaces?.find(({ id }) => String(id) === part);
  const roomPart = roomParts.find((each) => each === more);
  if (!space?.id || (more !== undefined && !roomPart)) throw notFound('room');
  const room = { id: space.id, name: space.name };
  if (!roomPart) return { step: roomStep(room.id), room };
  const step =
    roomPart === 'hours' ? hoursStep(room.id) : factsStep(questionsOf(groupOf[roomPart], 'room'), room.id);
  return { step, room, roomPart };
}

/** Throws Problem 404 when there is nothing at this address. */
export function findStep(venue: NewVenue, address: Address): Found {
  const { step, part, more } = address;
  if (step === 'rooms') return roomFound(venue, address);
  if (more !== undefined) throw notFound('step');
  if (step === 'access' || step === 'facilities') {
    const topic = topicOf(groupOf[step], part);
    if (!topic) throw notFound('step');
    return { step: factsStep(questionsOf(groupOf[step], topic)), topic };
  }
  if (part !== undefined) throw notFound('step');
  const steps = {
    where: whereStep,
    about: aboutStep,
    hours: hoursStep(),
    contacts: contactsStep,
    precision: precisionStep,
    services: servicesStep,
    publish: publishStep,
  };
  return { step: steps[step] };
}

/** Which steps have something to show for themselves. */
export function doneSteps(venue: NewVenue): Record<FormStep, boolean> {
  const knows = (group: FactGroup) => (venue.facts ?? []).some(({ key }) => findFact(key)?.group === group);
  return {
    where: true,
    rooms: (venue.spaces ?? []).length > 0,
    about: Boolean(venue.description),
    access: knows('access'),
    facilities: knows('amenity'),
    hours: Boolean(venue.openingHours),
    contacts: (venue.contacts ?? []).length > 0,
    // These are always said.
    precision: true,
    services: true,
    publish: venue.status === 'published',
  };
}
