/**
 * The demo: fictional venues on real streets of south-west London, the organisations that hold them, and the
 * places and areas by which they are found. The same every time for the same `today`.
 */
import type { NewVenue } from '../server/venues/schema.ts';
import { areas } from './demo/areas.ts';
import { composed } from './demo/compose.ts';
import { holders } from './demo/holders.ts';
import { places } from './demo/places.ts';
import { withServices } from './demo/services.ts';
import { write } from './demo/sketch.ts';
import { told } from './demo/told.ts';

export interface DemoOrganisation {
  slug: string;
  name: string;
  kind: 'community' | 'agency' | 'commissioner';
}

export interface DemoVenue {
  /** Without its organisation, which gets an id when it is added. */
  venue: NewVenue;
  /** Slug of the organisation that holds it. */
  holder: string;
}

/** The first of each kind is the one to sign in as. */
export const demoOrganisations: DemoOrganisation[] = [
  ...holders.map(({ slug, name }) => ({ slug, name, kind: 'community' as const })),
  { slug: 'wandle-valley-talking-health', name: 'Wandle Valley Talking Health', kind: 'agency' },
  {
    slug: 'thames-south-west-commissioning',
    name: 'Thames South West Commissioning Board',
    kind: 'commissioner',
  },
];

export const demoPlaces = places;
export const demoAreas = areas;

export function demoVenues(today: string): DemoVenue[] {
  return [...told, ...withServices(composed())].map((sketch) => ({
    venue: write(today, sketch),
    holder: sketch.holder,
  }));
}
