/** A made-up area for the page of styles: numbers in every state that a row of them can be in. */
import type { AreaLink, AreaNumbers, Gap } from '../../server/areas/schema.ts';

export const sampleArea: AreaLink = { id: 'sample', name: 'Tooting Bec', kind: 'ward', slug: 'sample' };

export const sampleGaps: Gap[] = [
  { kind: 'size', people: 200 },
  { kind: 'stepFree', people: 30 },
  { kind: 'none', need: 'changing_places', group: 'access', unknown: 12, venues: 12 },
  { kind: 'unrecorded', need: 'hearing_loop', group: 'access', unknown: 8, venues: 12 },
];

const need = (key: string, yes: number, partly: number, no: number) => ({
  key,
  group: 'access' as const,
  yes,
  partly,
  no,
  unknown: 12 - yes - partly - no,
});

export const sampleNumbers: AreaNumbers = {
  venues: 12,
  rooms: 28,
  kinds: [{ key: 'church', venues: 4 }],
  largest: [{ layout: 'theatre', people: 120 }],
  needs: [
    need('step_free_entrance', 7, 2, 1),
    need('accessible_toilet', 0, 0, 0),
    need('hearing_loop', 12, 0, 0),
    need('good_lighting', 3, 0, 3),
  ],
  profiles: [
    { key: 'wheelchair', yes: 3, no: 4, ask: 5 },
    { key: 'hard_of_hearing', yes: 0, no: 12, ask: 0 },
  ],
  sizes: [],
};
