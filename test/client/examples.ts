/** Page data for the tests: small, whole, and as awkward as reality. */
import type { SearchPageData, Settings, VenuePageData } from '../../client/pages.ts';
import type { Fact, Venue, VenueItem } from '../../server/venues/schema.ts';

export const settings: Settings = {
  locale: 'en',
  path: '/',
  demo: false,
  tileUrl: 'https://tile.example/{z}/{x}/{y}.png',
  tileAttribution: '© Example',
  publicUrl: 'https://moothall.example',
  today: '2026-11-23',
  arriving: true,
};

export const item = (changes: Partial<VenueItem> = {}): VenueItem => ({
  id: 7,
  name: 'St Anselm’s Church',
  slug: 'st-anselms-church',
  kind: 'church',
  location: { lon: -0.168, lat: 51.428, precision: 'exact' },
  locality: 'Tooting',
  town: 'London',
  capacity: 120,
  spaces: [
    { id: 1, name: 'Main hall', capacities: { theatre: 120, banquet: 80 } },
    { id: 2, name: 'Side room', capacities: { theatre: 30 } },
  ],
  access: ['hearing_loop', 'accessible_toilet'],
  amenities: ['kitchen'],
  updatedAt: '2026-11-01T10:00:00Z',
  ...changes,
});

export const fact = (changes: Partial<Fact> = {}): Fact => ({
  key: 'hearing_loop',
  value: 'yes',
  method: 'visited',
  observedOn: '2026-03-12',
  observedBy: 'Amina Begum',
  age: { days: 256, state: 'fresh' },
  ...changes,
});

export const venue = (changes: Partial<Venue> = {}): Venue => ({
  id: 7,
  slug: 'st-anselms-church',
  url: 'https://moothall.example/venues/st-anselms-church-7',
  name: 'St Anselm’s Church',
  names: { pa: 'ਸੇਂਟ ਐਂਸਲਮ', ur: 'سینٹ اینسلم' },
  kind: 'church',
  description: 'Red brick, warm welcome.',
  status: 'published',
  location: { lon: -0.168, lat: 51.428, precision: 'exact' },
  address: { street: '14 Mitcham Road', town: 'London', postcode: 'SW17 9NA' },
  identifiers: [],
  services: { consent: 'ask_first' },
  contacts: [
    { kind: 'email', value: 'hall@example.org', public: true },
    { kind: 'phone', value: '020 7946 0999', public: false },
    { kind: 'website', value: 'javascript:alert(1)', public: true },
  ],
  facts: [fact(), fact({ key: 'kitchen' })],
  spaces: [
    {
      id: 1,
      name: 'Main hall',
      setting: 'indoor',
      floor: 0,
      capacities: [
        { layout: 'theatre', comfortable: 120, legalMaximum: 150 },
        { layout: 'banquet', comfortable: 80, condition: '60 sedate adults' },
      ],
      facts: [fact({ key: 'step_free_route' })],
    },
  ],
  provenance: [
    {
      source: 'osm',
      name: 'OpenStreetMap',
      licence: 'ODbL 1.0',
      attribution: '© OpenStreetMap contributors',
      url: 'https://www.openstreetmap.org/copyright',
      lastSeen: '2026-11-01',
      vanished: false,
    },
  ],
  version: 3,
  createdAt: '2026-01-01T00:00:00Z',
  updatedAt: '2026-11-01T00:00:00Z',
  ...changes,
});

export const searchPage = (changes: Partial<SearchPageData> = {}): SearchPageData => ({
  page: 'search',
  query: {},
  list: {
    items: [item()],
    total: { value: 1, exact: true },
    facets: {
      kind: { church: 42 },
      layout: {},
      access: { step_free_entrance: 42 },
      amenity: {},
      exact: true,
    },
    mightFit: { value: 0, exact: true },
    understood: [],
  },
  areas: [{ id: 'w1', name: 'Tooting Broadway', kind: 'ward' }],
  settings,
  ...changes,
});

export const venuePage = (changes: Partial<VenuePageData> = {}): VenuePageData => ({
  page: 'venue',
  venue: venue(),
  open: { open: true, now: '2026-11-23T10:00', changes: '2026-11-23T17:00' },
  languageNames: { pa: 'Punjabi', ur: 'Urdu' },
  areas: [{ id: 'tb', name: 'Tooting Bec', slug: 'tooting-bec-ward' }],
  near: [],
  photos: [],
  nearBy: 'kind',
  settings,
  ...changes,
});
