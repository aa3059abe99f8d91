/** Made-up places on the map for the page of styles: every sign, what opens, and what is drawn. */
import type { Fit } from './map-state.ts';
import type { Spot, SpotVenue } from './spots.ts';

const venue = (id: number, name: string, changes: Partial<SpotVenue> = {}): SpotVenue => ({
  id,
  name,
  slug: 'sample',
  kind: 'village_hall',
  capacity: 120,
  ...changes,
});

export const marigold = venue(1, 'Marigold Hall');
export const larkfield = venue(3, 'Larkfield Centre', { kind: 'community_centre', approximate: true });
export const twins = [venue(8, 'Quill Lane Institute', { kind: 'library' }), venue(9, 'Quill Lane Scouts')];

const spot = (venues: SpotVenue[], changes: Partial<Spot> = {}): Spot => ({
  key: 'sample',
  lon: -0.168,
  lat: 51.428,
  venues,
  count: venues.length,
  exact: true,
  areas: [],
  approximate: venues.some(({ approximate }) => approximate),
  ...changes,
});

interface Shown {
  spot: Spot;
  fit?: Fit;
  state?: 'active' | 'focus';
}

/** By what stands there and what is known of it; the kinds are drawn as on cards. */
export const spots: readonly Shown[] = [
  { spot: spot([marigold]) },
  { spot: spot([marigold]), fit: 'met' },
  { spot: spot([marigold]), fit: 'ask' },
  { spot: spot([marigold]), fit: 'met', state: 'active' },
  { spot: spot([marigold]), fit: 'met', state: 'focus' },
  { spot: spot([larkfield]) },
  { spot: spot([larkfield]), fit: 'ask' },
  { spot: spot(twins) },
  { spot: spot(twins), fit: 'ask' },
  { spot: spot([], { count: 7 }) },
  { spot: spot([], { count: 42 }), fit: 'ask' },
  { spot: spot([], { count: 1300, exact: false }) },
  { spot: spot([], { count: 24_000, exact: false }), state: 'focus' },
];

/** What opens: of one place, of one whose place is about here, of several at one point. */
export const opened: readonly { venues: readonly SpotVenue[]; fit?: Fit }[] = [
  { venues: [marigold], fit: 'met' },
  { venues: [larkfield], fit: 'ask' },
  { venues: twins },
];

/** Shapes by the word that says what they are: classes and paths on a ground of 96 × 64. */
export const shapes = [
  { name: 'shapeAbout', parts: [['mh-about', 'M48 8a24 24 0 1 0 .1 0z']] },
  { name: 'shapeDrawn', parts: [['mh-shape', 'M14 48 30 12 80 20 68 54z']] },
  {
    name: 'shapeWalk',
    parts: [
      ['mh-shape', 'M48 6a26 26 0 1 0 .1 0z'],
      ['mh-here', 'M48 24a8 8 0 1 0 .1 0z'],
    ],
  },
  { name: 'shapeArea', parts: [['mh-area', 'M10 54 22 10 86 16 74 58z']] },
  { name: 'shapeChosen', parts: [['mh-area mh-area--chosen', 'M10 54 22 10 86 16 74 58z']] },
  {
    name: 'shapeDrawing',
    parts: [
      ['mh-draw', 'M14 48 30 12 80 20'],
      ['mh-draw mh-draw--close', 'M80 20 14 48'],
      ['mh-draw-corner', 'M14 42a6 6 0 1 0 .1 0zM30 6a6 6 0 1 0 .1 0zM80 14a6 6 0 1 0 .1 0z'],
    ],
  },
  { name: 'shapeRing', parts: [['mh-ring', 'M48 6a26 26 0 1 0 .1 0z']] },
  {
    name: 'shapeGround',
    parts: [
      ['mh-line mh-line--water', 'M4 14q30 20 88 4'],
      ['mh-line', 'M4 54 60 10'],
      ['mh-line mh-line--rail', 'M30 60 92 30'],
      ['mh-line mh-line--area', 'M4 34 40 40 92 50'],
    ],
  },
] as const;
