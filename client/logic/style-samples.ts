/** Made-up venues for the page of styles, one for each state that a card or a fact can be in. */
import type { Photo } from '../../server/photos/schema.ts';
import type { Fact, Hours, Space, Venue, VenueItem } from '../../server/venues/schema.ts';
import type { FitData } from '../pages/data.ts';
import type { Chip } from './chips.ts';

/** The day of these samples, so that they age no further. */
export const today = '2026-11-23';

const item = (id: number, name: string, changes: Partial<VenueItem> = {}): VenueItem => ({
  id,
  name,
  slug: 'sample',
  kind: 'village_hall',
  location: { lon: -0.168, lat: 51.428, precision: 'exact' },
  town: 'London',
  distance: 420,
  capacity: 120,
  spaces: [{ id: 1, name: 'Main hall', capacities: { theatre: 120, banquet: 80 } }],
  access: ['hearing_loop', 'accessible_toilet'],
  amenities: ['kitchen'],
  updatedAt: '2026-11-01T10:00:00Z',
  ...changes,
});

const holder = 'Friends of the Common';

export const cardStates = {
  certain: item(1, 'Marigold Hall', { seen: { hearing_loop: { on: '2026-09-12', method: 'visited' } } }),
  might: item(2, 'St Brannoc’s', { kind: 'church', access: [], ask: ['hearing_loop'], canAsk: true, holder }),
  photo: item(7, 'Quill Lane Institute', {
    photo: { alt: 'A street of community places, drawn', webp: '/street.svg', jpg: '/street.svg' },
  }),
  approximate: item(3, 'Larkfield Centre', {
    kind: 'community_centre',
    location: { lon: -0.17, lat: 51.43, precision: 'approximate' },
  }),
  hidden: item(4, 'Rosefinch House', {
    kind: 'social_centre',
    location: { precision: 'hidden' },
    distance: undefined,
    holder,
  }),
  long: item(
    5,
    'The Amalgamated Friends of Upper and Lower Tooting Bec Common Memorial Institute and Reading Room',
    {
      kind: 'library',
      holder,
    },
  ),
  bare: item(6, 'Quill Road Scouts', {
    kind: 'scout_hut',
    access: [],
    amenities: [],
    capacity: undefined,
    spaces: [],
  }),
} satisfies Record<string, VenueItem>;

const fact = (key: string, value: Fact['value'], state: Fact['age']['state'], days: number): Fact => ({
  key,
  value,
  method: state === 'old' ? 'imported' : 'visited',
  observedOn: '2026-03-12',
  age: { days, state },
});

export const rooms: Space[] = [
  {
    id: 1,
    name: 'Main hall',
    setting: 'indoor',
    floor: 0,
    floorArea: 140,
    capacities: [
      { layout: 'theatre', comfortable: 120, legalMaximum: 150 },
      { layout: 'cabaret', comfortable: 64 },
    ],
    facts: [],
  },
];

export const factStates: Venue = {
  id: 1,
  slug: 'sample',
  url: '/venues/sample-1',
  name: 'Marigold Hall',
  names: {},
  description: '',
  address: {},
  kind: 'village_hall',
  status: 'published',
  location: { lon: -0.168, lat: 51.428, precision: 'exact' },
  identifiers: [],
  contacts: [],
  services: { consent: 'ask_first' },
  facts: [
    fact('step_free_entrance', 'yes', 'fresh', 40),
    fact('lift', 'no', 'ageing', 500),
    fact('accessible_toilet', 'partial', 'fresh', 40),
    fact('door_clear_width', 82, 'fresh', 40),
    fact('hearing_loop', 'yes', 'old', 1900),
  ],
  spaces: [],
  provenance: [],
  version: 1,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-11-01T00:00:00Z',
};

export const chips = (labels: readonly string[]): Chip[] =>
  labels.map((label, at) => ({ key: label, parameter: 'access', label, remove: `#chip-${at}` }));

const hours: Hours = {
  weekly: [
    { weekday: 1, opens: '09:00', closes: '17:00' },
    { weekday: 3, opens: '09:00', closes: '12:00' },
    { weekday: 3, opens: '18:00', closes: '22:00' },
    { weekday: 6, opens: '00:00', closes: '24:00' },
  ],
  exceptions: [{ from: '2026-12-24', until: '2026-12-27' }],
  timezone: 'Europe/London',
  osm: 'Mo 09:00-17:00; We 09:00-12:00,18:00-22:00; Sa 00:00-24:00',
};

/** On a Monday, in and out of hours; and where nobody has told. */
export const hourStates = {
  Open: { hours, open: { open: true, now: '2026-11-23T10:15', changes: '2026-11-23T17:00' } },
  Closed: { hours, open: { open: false, now: '2026-11-23T18:15', changes: '2026-11-25T09:00' } },
  Unknown: {},
} as const;

export const fit: FitData = {
  query: { people: ['60'], access: ['hearing_loop', 'step_free_entrance'] },
  facts: ['hearing_loop', 'step_free_entrance'],
  people: 60,
  layout: 'theatre',
  answer: 'no',
  rooms: [
    {
      id: 1,
      name: 'Main hall',
      answer: 'no',
      verdicts: [
        { need: 'capacity', answer: 'yes', value: 120, says: '' },
        { need: 'hearing_loop', answer: 'ask', says: '' },
        { need: 'step_free_entrance', answer: 'no', value: 'no', says: '' },
      ],
    },
    { id: 2, name: 'Back room', answer: 'no', verdicts: [] },
  ],
};

export const compared: Venue[] = [
  factStates,
  {
    ...factStates,
    id: 2,
    name: 'Larkfield Centre',
    kind: 'community_centre',
    facts: factStates.facts.slice(2),
  },
];

/** One large, and two beside it: of a drawing that is there anyhow. */
export const samplePhotos = (alt: string): Photo[] =>
  [{ caption: 'Since 1908' }, { factKey: 'step_free_entrance' }, { spaceId: 1 }].map((each, index) => ({
    ...each,
    id: `sample-${index}`,
    alt,
    width: 560,
    height: 72,
    addedAt: '2026-11-23T10:00:00Z',
    sizes: [{ width: 560, height: 72, webp: '/street.svg', jpg: '/street.svg' }],
  }));
