/**
 * What search keeps of a venue. Pure, and made from the public view alone: what the public may not see cannot be
 * found, counted, sorted by or narrowed.
 */
import { coversWeek, weekMinutes } from '../venues/opening-hours.ts';
import type { Fact, Space, Venue, VenueItem } from '../venues/schema.ts';
import { isSaid } from '../venues/services.ts';
import { findFact, findKind, layouts, meetsNeed } from '../vocabulary.ts';
import {
  accessBits,
  amenityBits,
  capacityBucket,
  coreBits,
  kindNumbers,
  layoutMask,
  maskOf,
} from './bits.ts';
import { indexVector, plainWords, type WeightedText } from './words.ts';

export interface VenueRow {
  venue_id: number;
  lon: number | null;
  lat: number | null;
  kind: number;
  access_yes: string;
  access_no: string;
  amenity_yes: string;
  amenity_no: string;
  layouts: string;
  capacity_max: number | null;
  updated_at: string;
  words: string;
  card: string;
  core: string;
  capacity_bucket: number;
}

/** Columns of space_search; capacities stand in a column per layout. */
export interface SpaceRow {
  venue_id: number;
  space_id: number | null;
  lon: number | null;
  lat: number | null;
  kind: number;
  access_yes: string;
  access_no: string;
  amenity_yes: string;
  amenity_no: string;
  capacity_max: number | null;
  venue_capacity: number;
  open: string | null;
  open_whole: boolean;
  updated_at: string;
  [layout: string]: string | number | boolean | null;
}

export const layoutColumns = layouts.map((layout) => layout.key);

export interface SearchDocument {
  venue: VenueRow;
  spaces: SpaceRow[];
  words: string[];
}

/** Rows for a published venue. */
export function searchDocument(venue: Venue): SearchDocument {
  const { lon = null, lat = null } = venue.location;
  const kind = kindNumbers.indexOf(venue.kind);
  const largest = most(venue.spaces.map((space) => most(space.capacities.map((each) => each.comfortable))));
  const shared = {
    venue_id: venue.id,
    lon,
    lat,
    kind,
    updated_at: venue.updatedAt,
    venue_capacity: largest ?? 0,
  };
  const spaces = (venue.spaces.length > 0 ? venue.spaces : [undefined]).map((space) => ({
    ...shared,
    ...spaceColumns(venue, space),
  }));
  const texts = venueTexts(venue);
  return {
    venue: {
      venue_id: venue.id,
      lon,
      lat,
      kind,
      access_yes: anywhere(spaces.map((space) => space.access_yes)),
      access_no: everywhere(spaces.map((space) => space.access_no)),
      amenity_yes: anywhere(spaces.map((space) => space.amenity_yes)),
      amenity_no: everywhere(spaces.map((space) => space.amenity_no)),
      layouts: layoutMask(venue.spaces.flatMap((space) => space.capacities.map((each) => each.layout))),
      capacity_max: largest ?? null,
      updated_at: venue.updatedAt,
      words: indexVector(texts),
      card: JSON.stringify(card(venue, largest)),
      core: maskOf(coreBits, keysThat('yes', venue.facts)),
      capacity_bucket: capacityBucket(largest),
    },
    spaces,
    words: plainWords(texts),
  };
}

/** What holds in a space: its own facts, and its venue's where it has none of its own. */
function factsOf(venue: Venue, space: Space | undefined): Fact[] {
  const own = space?.facts ?? [];
  const ownKeys = new Set(own.map((fact) => fact.key));
  return [...own, ...venue.facts.filter((fact) => !ownKeys.has(fact.key))];
}

function spaceColumns(venue: Venue, space: Space | undefined) {
  const facts = factsOf(venue, space);
  const [yes, no] = [keysThat('yes', facts), keysThat('no', facts)];
  const hours = space?.openingHours ?? venue.openingHours;
  const capacity = new Map(space?.capacities.map((each) => [each.layout, each.comfortable]));
  const byLayout = Object.fromEntries(layoutColumns.map((key) => [key, capacity.get(key) ?? null]));
  return {
    ...byLayout,
    space_id: space?.id ?? null,
    access_yes: maskOf(accessBits, yes),
    access_no: maskOf(accessBits, no),
    amenity_yes: maskOf(amenityBits, yes),
    amenity_no: maskOf(amenityBits, no),
    capacity_max: most([...capacity.values()]) ?? null,
    open_whole: hours ? coversWeek(hours) : true,
    open: hours ? `{${weekMinutes(hours).map(([from, to]) => `[${from},${to})`)}}` : null,
  };
}

const anywhere = (masks: string[]) => masks.reduce((all, mask) => all | BigInt(mask), 0n).toString();
const everywhere = (masks: string[]) => masks.reduce((all, mask) => all & BigInt(mask), -1n).toString();

const most = (numbers: (number | undefined)[]): number | undefined => {
  const known = numbers.filter((each) => each !== undefined);
  return known.length > 0 ? Math.max(...known) : undefined;
};

function keysThat(answer: 'yes' | 'no', facts: Fact[]): string[] {
  return facts
    .filter(({ key, value }) => {
      const entry = findFact(key);
      return entry !== undefined && meetsNeed(entry, value) === answer;
    })
    .map((fact) => fact.key);
}

/** The words by which a venue is found, most telling first. */
function venueTexts(venue: Venue): WeightedText[] {
  const { locality, town, street, postcode } = venue.address;
  return [
    { text: venue.name, weight: 'A' },
    ...Object.values(venue.names).map((text): WeightedText => ({ text, weight: 'A' })),
    { text: findKind(venue.kind)?.words ?? '', weight: 'B' },
    { text: [locality, town, postcode].filter(Boolean).join(' '), weight: 'B' },
    { text: street ?? '', weight: 'C' },
    { text: venue.organisation?.name ?? '', weight: 'C' },
    { text: venue.spaces.map((space) => space.name).join(' '), weight: 'D' },
    { text: venue.description, weight: 'D' },
  ];
}

function card(venue: Venue, capacity: number | undefined): VenueItem {
  const spaces: (Space | undefined)[] = venue.spaces.length > 0 ? venue.spaces : [undefined];
  const met = new Set(spaces.flatMap((space) => keysThat('yes', factsOf(venue, space))));
  const { locality, town, postcode } = venue.address;
  return {
    id: venue.id,
    name: venue.name,
    slug: venue.slug,
    kind: venue.kind,
    location: venue.location,
    ...(locality && { locality }),
    ...(town && { town }),
    ...(postcode && { postcode }),
    ...(capacity && { capacity }),
    spaces: venue.spaces.map(({ id, name, capacities, joins }) => ({
      id,
      name,
      capacities: Object.fromEntries(capacities.map((each) => [each.layout, each.comfortable])),
      ...(joins?.length && { joined: true }),
    })),
    access: accessBits.filter((key) => met.has(key)),
    amenities: amenityBits.filter((key) => met.has(key)),
    ...(venue.organisation && { holder: venue.organisation.name }),
    ...(isSaid(venue.services) && { services: venue.services }),
    updatedAt: venue.updatedAt,
  };
}
