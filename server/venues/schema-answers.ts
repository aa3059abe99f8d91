/** What is answered: a venue whole, a line of a list, and what is counted beside it. */
import { type Static, Type } from '@sinclair/typebox';
import { listingStatuses } from '../vocabulary.ts';
import { sorts } from './schema-questions.ts';
import {
  Address,
  Capacity,
  Contact,
  FactKey,
  Id,
  Identifier,
  Kind,
  Lat,
  Lon,
  NewFact,
  OpeningException,
  OpeningPeriod,
  oneOf,
  optional,
  Precision,
  Services,
  Tenure,
} from './schema-words.ts';

export const PublicLocation = Type.Object(
  { lon: optional(Lon), lat: optional(Lat), precision: Precision },
  { $id: 'PublicLocation', description: 'Where the public may know it is; without lon and lat when hidden' },
);
export const Age = Type.Object({ days: Type.Integer(), state: oneOf(['fresh', 'ageing', 'old'] as const) });
export const Fact = Type.Object(
  { ...NewFact.properties, observedBy: optional(Type.String()), age: Age, source: optional(Type.String()) },
  { $id: 'Fact' },
);
export const Hours = Type.Object(
  {
    weekly: Type.Array(OpeningPeriod),
    exceptions: Type.Array(OpeningException),
    timezone: Type.String(),
    osm: Type.String(),
    note: optional(Type.String()),
  },
  { $id: 'Hours' },
);
export const Space = Type.Object(
  {
    id: Id,
    name: Type.String(),
    setting: oneOf(['indoor', 'outdoor'] as const),
    floor: optional(Type.Integer()),
    description: optional(Type.String()),
    floorArea: optional(Type.Number()),
    capacities: Type.Array(Capacity),
    facts: Type.Array(Fact),
    openingHours: optional(Hours),
    joins: optional(Type.Array(Type.String())),
  },
  { $id: 'Space' },
);
export const Provenance = Type.Object(
  {
    source: Type.String(),
    name: Type.String(),
    licence: Type.String(),
    attribution: Type.String(),
    url: optional(Type.String()),
    sourceId: optional(Type.String()),
    lastSeen: Type.String(),
    vanished: Type.Boolean(),
  },
  { $id: 'Provenance' },
);
export const Venue = Type.Object(
  {
    id: Id,
    slug: Type.String(),
    url: Type.String(),
    name: Type.String(),
    names: Type.Record(Type.String(), Type.String()),
    kind: Kind,
    description: Type.String(),
    status: oneOf(listingStatuses),
    location: PublicLocation,
    address: Address,
    identifiers: Type.Array(Identifier),
    contacts: Type.Array(Contact),
    tenure: optional(Tenure),
    services: Services,
    openingHours: optional(Hours),
    organisation: optional(Type.Object({ id: Id, slug: Type.String(), name: Type.String() })),
    facts: Type.Array(Fact),
    spaces: Type.Array(Space),
    provenance: Type.Array(Provenance),
    version: Type.Integer(),
    createdAt: Type.String(),
    updatedAt: Type.String(),
  },
  { $id: 'Venue' },
);

export const OpenState = Type.Object(
  {
    open: Type.Boolean(),
    now: Type.String({ description: 'The venue’s own clock, such as 2026-07-01T10:15' }),
    changes: optional(
      Type.String({
        description: 'When it next opens or closes, on that clock; absent when not within a year',
      }),
    ),
  },
  { $id: 'OpenState', description: 'By the hours of the whole venue, exceptions included' },
);

/** One line of a list: enough for a card, and no more. */
export const VenueItem = Type.Object(
  {
    id: Id,
    name: Type.String(),
    slug: Type.String(),
    kind: Kind,
    location: PublicLocation,
    distance: optional(
      Type.Integer({ description: 'Metres from `near`, great circle, to the public point' }),
    ),
    locality: optional(Type.String()),
    town: optional(Type.String()),
    postcode: optional(Type.String()),
    capacity: optional(
      Type.Integer({ description: 'Most people the largest space holds in comfort, in any layout' }),
    ),
    spaces: Type.Array(
      Type.Object({
        id: Id,
        name: Type.String(),
        capacities: Type.Record(Type.String(), Type.Integer()),
        joined: optional(Type.Boolean({ description: 'Made by opening up others, so no room of its own' })),
      }),
    ),
    access: Type.Array(FactKey, { description: 'Access facts known to be met somewhere in the venue' }),
    amenities: Type.Array(FactKey),
    holder: optional(Type.String()),
    services: optional(Services),
    seen: optional(
      Type.Record(
        Type.String(),
        Type.Object({ on: Type.String(), method: oneOf(['visited', 'told', 'imported'] as const) }),
        {
          description:
            'Of the facts asked for that are known to be met: who says so, as in `Fact`, and the day',
        },
      ),
    ),
    ask: optional(
      Type.Array(Type.String(), {
        description:
          'For a venue that might fit: what to ask about its most promising space; keys of facts, people or openAt',
      }),
    ),
    canAsk: optional(
      Type.Boolean({
        description: 'Beside `ask`: a group holds the venue, or it has a contact that all can see',
      }),
    ),
    open: optional(OpenState),
    photo: optional(
      Type.Object(
        {
          alt: Type.String({ description: 'What it shows' }),
          webp: Type.String({ description: 'Path on this service, 320 pixels wide' }),
          jpg: Type.String({ description: 'The same as JPEG' }),
        },
        { description: 'The first; absent where there is none' },
      ),
    ),
    fits: optional(Type.Array(Id, { description: 'The spaces that meet everything asked' })),
    updatedAt: Type.String(),
  },
  { $id: 'VenueItem' },
);

const Counts = Type.Record(Type.String(), Type.Integer());
export const Facets = Type.Object(
  { kind: Counts, layout: Counts, access: Counts, amenity: Counts, exact: Type.Boolean() },
  {
    $id: 'Facets',
    description: 'Per entry: the total if that entry were added to this query (for layout: put in its place)',
  },
);
export const Understood = Type.Object(
  {
    text: Type.String({ description: 'The words of `q` that were read as a filter' }),
    parameter: Type.String(),
    value: Type.String(),
    label: Type.String({ description: 'What was understood, for people' }),
    place: optional(Type.String({ description: 'What the place is called' })),
    metres: optional(Type.Integer({ description: 'How far round the place, where that was said' })),
    without: Type.String({ description: '`q` without these words' }),
  },
  { $id: 'Understood' },
);
/** A number of venues, which says of itself whether it was counted or estimated. */
export const Count = Type.Object({ value: Type.Integer(), exact: Type.Boolean() }, { $id: 'Count' });
export const Relaxed = Type.Object(
  {
    parameter: Type.String(),
    value: optional(Type.String({ description: 'Absent where the whole parameter is left out' })),
    venues: Type.Integer(),
    more: optional(Type.Boolean({ description: 'There are more than were counted' })),
  },
  { $id: 'Relaxed', description: 'How many venues would be found without this filter' },
);
export const VenueList = Type.Object(
  {
    items: Type.Array(VenueItem),
    next: optional(Type.String({ description: 'Cursor of the next page; absent on the last' })),
    sort: optional(oneOf(sorts, { description: 'The order of the items' })),
    total: optional(Count),
    facets: optional(Facets),
    mightFit: optional(
      Type.Object(Count.properties, {
        description:
          'How many more would match if every unknown or partial answer turned out to be yes; an estimate in very crowded areas',
      }),
    ),
    understood: optional(Type.Array(Understood)),
    possible: optional(
      Type.Array(VenueItem, {
        description: 'The first of those that `mightFit` counts; `match=possible` lists all',
      }),
    ),
    relaxed: optional(Type.Array(Relaxed)),
  },
  { $id: 'VenueList' },
);

export type Hours = Static<typeof Hours>;
export type PublicLocation = Static<typeof PublicLocation>;
export type Fact = Static<typeof Fact>;
export type Space = Static<typeof Space>;
export type Venue = Static<typeof Venue>;
export type VenueItem = Static<typeof VenueItem>;
export type VenueList = Static<typeof VenueList>;
export type Count = Static<typeof Count>;
export type OpenState = Static<typeof OpenState>;
export type Relaxed = Static<typeof Relaxed>;
export type Facets = Static<typeof Facets>;
export type Understood = Static<typeof Understood>;
