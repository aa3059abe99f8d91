/** A made-up listing for the page of styles: how far it is, its rooms, and what is typed of it. */
import type { RoomLine } from '../pages/data-listing.ts';
import type { PhotoVenue } from '../pages/data-photos.ts';
import type { FormState } from './form.ts';
import { type JourneyView, listingSteps } from './listing.ts';

/** Done, open and needed; an editor also sees what is for stewards. */
const states = Object.fromEntries(
  listingSteps.map((step, at) => [step, step === 'rooms' ? 'needed' : at < 4 ? 'done' : 'open']),
) as JourneyView['states'];

export const draft: JourneyView = {
  states,
  says: { precision: 'exact', services: 'ask_first' },
  isDraft: true,
  isSteward: false,
};
export const published: JourneyView = { ...draft, isDraft: false, isSteward: true };

export const samplePath = '/venues/sample-1';

export const roomLines: RoomLine[] = [
  { id: 1, name: 'Main hall', people: 120, facts: 4 },
  { id: 2, name: 'Back room', facts: 0 },
];

export const room = (wrong: string): FormState => ({
  values: { name: 'Main hall', people_theatre: '120', people_cabaret: 'sixty', floor: '0', joins: ['2'] },
  faults: [{ field: 'people_cabaret', sentence: wrong }],
});

export const asked = (wrong: string): FormState => ({
  values: {
    fact_step_free_entrance: 'yes',
    note_step_free_entrance: 'By the garden gate',
    fact_door_clear_width: 'wide',
  },
  faults: [{ field: 'fact_door_clear_width', sentence: wrong }],
});

/** One that is answered, one that nobody knows, and a number. */
export const askedKeys: readonly string[] = ['step_free_entrance', 'hearing_loop', 'door_clear_width'];

export const evidencePhotos = (alt: string) => [{ id: 'sample-0', factKey: 'step_free_entrance', alt }];

export const week = (wrong: string): FormState => ({
  values: {
    day1: ['09:00', '12:00', '18:00', '22:00'],
    day2: ['17:00', '09:00'],
    day7: ['closed'],
    days: ['2026-12-24', '2026-12-27', 'closed', '', '', 'Christmas'],
  },
  faults: [{ field: 'day2', sentence: wrong }],
});

export const photoVenue: PhotoVenue = {
  id: 1,
  slug: 'sample',
  name: 'Marigold Hall',
  isPublic: true,
  isPrecisePlacePrivate: false,
  spaces: [{ id: 1, name: 'Main hall' }],
};
