/**
 * The words of the register: what may be sent (NewVenue, VenueChange), what is answered (Venue, VenueList) and
 * what may be asked (VenueQuery). Types derive from these schemas. Distances are metres, times are the venue's
 * own clock, places are WGS 84 (SRID 4326) in lon, lat order.
 */
import { type Static, type TSchema, Type } from '@sinclair/typebox';
import {
  accessFacts,
  amenityFacts,
  answers,
  contactKinds,
  evidenceMethods,
  facts,
  identifierSchemes,
  kinds,
  layouts,
  listingStatuses,
  locationPrecisions,
  tenureHolders,
  tenureInterests,
} from '../vocabulary.ts';

/** A closed list as a JSON Schema enum, typed by its members. */
export const oneOf = <T extends string>(values: readonly T[], options: object = {}) =>
  Type.Unsafe<T>(Type.String({ enum: [...values], ...options }));

const keys = (list: readonly { key: string }[]) => list.map((entry) => entry.key);
const optional = <T extends TSchema>(schema: T) => Type.Optional(schema);
const strict = { additionalProperties: false };

export const Id = Type.Integer({ minimum: 1, maximum: 2147483647 });
const Text = (maxLength: number, description?: string) =>
  Type.String({ minLength: 1, maxLength, pattern: '\\S', description });
const Day = Type.String({ format: 'date', description: 'ISO 8601 day' });
const Clock = Type.String({
  pattern: '^([01]\\d|2[0-3]):[0-5]\\d$',
  description: 'Time on the venue’s own clock, 24 hours',
});
const Closing = Type.String({
  pattern: '^([0-3]\\d|4[0-7]):[0-5]\\d$',
  description: 'Closing time; after midnight it counts on, so 26:00 is two in the morning',
});
const Lon = Type.Number({ minimum: -180, maximum: 180, description: 'Longitude, WGS 84 degrees' });
const Lat = Type.Number({ minimum: -85, maximum: 85, description: 'Latitude, WGS 84 degrees' });

export const Layout = oneOf(keys(layouts));
export const Kind = oneOf(keys(kinds));
export const FactKey = oneOf(keys(facts));
export const Precision = oneOf(locationPrecisions, {
  description: 'exact; approximate (public sees a point of a 500 m grid); hidden (public sees no place)',
});

export const Capacity = Type.Object(
  {
    layout: Layout,
    comfortable: Type.Integer({
      minimum: 1,
      maximum: 100000,
      description: 'People the room holds in comfort',
    }),
    legalMaximum: optional(Type.Integer({ minimum: 1, maximum: 100000 })),
    condition: optional(Text(200, 'Such as “60 sedate adults, 40 energetic children”')),
  },
  { $id: 'Capacity', ...strict },
);

export const NewFact = Type.Object(
  {
    key: FactKey,
    value: Type.Union([oneOf(answers), Type.Number({ minimum: 0, maximum: 1000000 })], {
      description: 'yes, no, partial, or a number in the unit of the vocabulary entry',
    }),
    note: optional(Text(500)),
    method: oneOf(evidenceMethods, {
      description: 'visited: seen there; told: said by somebody; imported: from a data set',
    }),
    observedOn: Day,
    observedBy: optional(Text(120)),
  },
  { $id: 'NewFact', ...strict },
);

export const OpeningPeriod = Type.Object(
  {
    weekday: Type.Integer({ minimum: 1, maximum: 7, description: 'ISO 8601: 1 is Monday' }),
    opens: Clock,
    closes: Closing,
  },
  strict,
);
export const OpeningException = Type.Object(
  {
    from: Day,
    until: optional(Day),
    closed: optional(Type.Boolean()),
    opens: optional(Clock),
    closes: optional(Closing),
    note: optional(Text(200)),
  },
  strict,
);
export const OpeningHours = Type.Object(
  {
    osm: optional(
      Type.String({ maxLength: 1000, description: 'OSM opening_hours; read when `weekly` is absent' }),
    ),
    weekly: optional(Type.Array(OpeningPeriod, { maxItems: 70 })),
    exceptions: optional(Type.Array(OpeningException, { maxItems: 100 })),
    timezone: optional(Type.String({ maxLength: 64, description: 'IANA zone; Europe/London when absent' })),
    note: optional(Text(300)),
  },
  { $id: 'OpeningHours', ...strict },
);

export const NewSpace = Type.Object(
  {
    id: optional(Id),
    name: Text(120),
    setting: optional(oneOf(['indoor', 'outdoor'] as const)),
    floor: optional(Type.Integer({ minimum: -5, maximum: 100 })),
    description: optional(Text(2000)),
    floorArea: optional(Type.Number({ exclusiveMinimum: 0, maximum: 100000, description: 'square metres' })),
    capacities: optional(Type.Array(Capacity, { maxItems: layouts.length })),
    facts: optional(Type.Array(NewFact, { maxItems: facts.length })),
    openingHours: optional(OpeningHours),
    joins: optional(
      Type.Array(Text(120), {
        minItems: 2,
        maxItems: 10,
        description: 'Names of the spaces that are opened up to make this one',
      }),
    ),
  },
  { $id: 'NewSpace', ...strict },
);

export const ExactLocation = Type.Object({ lon: Lon, lat: Lat, precision: Precision }, strict);

export const Address = Type.Object(
  {
    street: optional(Text(200)),
    locality: optional(Text(120)),
    town: optional(Text(120)),
    postcode: optional(Text(16)),
    country: optional(Type.String({ pattern: '^[A-Z]{2}$', description: 'ISO 3166-1 alpha-2' })),
  },
  { $id: 'Address', ...strict },
);

export const Identifier = Type.Object(
  { scheme: oneOf(identifierSchemes.map((each) => each.key)), value: Text(64) },
  strict,
);
export const Contact = Type.Object(
  {
    kind: oneOf(contactKinds),
    value: Text(300),
    name: optional(Text(120)),
    public: optional(Type.Boolean({ default: false })),
  },
  strict,
);
export const Tenure = Type.Object(
  { holder: oneOf(tenureHolders), interest: optional(oneOf(tenureInterests)), expiresOn: optional(Day) },
  strict,
);

const venueFields = {
  name: Text(160),
  names: Type.Record(Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' }), Text(160), {
    description: 'The name in other languages, by BCP 47 tag',
  }),
  kind: Kind,
  description: Type.String({ maxLength: 5000 }),
  organisationId: Id,
  status: oneOf(listingStatuses),
  location: ExactLocation,
  address: Address,
  identifiers: Type.Array(Identifier, { maxItems: 10 }),
  contacts: Type.Array(Contact, { maxItems: 20 }),
  tenure: Tenure,
  openingHours: OpeningHours,
  facts: Type.Array(NewFact, { maxItems: facts.length }),
  spaces: Type.Array(NewSpace, { maxItems: 200 }),
};

/** What a person, an importer or a key sends to add a venue. */
export const NewVenue = Type.Object(
  {
    ...Type.Partial(Type.Object(venueFields)).properties,
    name: venueFields.name,
    kind: Kind,
    location: ExactLocation,
  },
  { $id: 'NewVenue', ...strict },
);

/** A change: the parts that are sent replace the same parts whole; the others stay (RFC 7396, one level deep). */
export const VenueChange = Type.Partial(Type.Object(venueFields), {
  $id: 'VenueChange',
  ...strict,
  minProperties: 1,
});

/* ------------------------------------------------------------------ answers */

export const PublicLocation = Type.Object(
  { lon: optional(Lon), lat: optional(Lat), precision: Precision },
  { $id: 'PublicLocation', description: 'Where the public may know it is; without lon and lat when hidden' },
);
export const Age = Type.Object({ days: Type.Integer(), state: oneOf(['fresh', 'ageing', 'old'] as const) });
export const Fact = Type.Object(
  { ...NewFact.properties, observedBy: optional(Type.String()), age: Age, source: optional(Type.String()) },
  { $id: 'Fact' },
);
const Hours = Type.Object(
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
    openingHours: optional(Hours),
    organisation: optional(Type.Object({ id: Id, name: Type.String() })),
    facts: Type.Array(Fact),
    spaces: Type.Array(Space),
    provenance: Type.Array(Provenance),
    version: Type.Integer(),
    createdAt: Type.String(),
    updatedAt: Type.String(),
  },
  { $id: 'Venue' },
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
      Type.Object({ id: Id, name: Type.String(), capacities: Type.Record(Type.String(), Type.Integer()) }),
    ),
    access: Type.Array(FactKey, { description: 'Access facts known to be met somewhere in the venue' }),
    amenities: Type.Array(FactKey),
    holder: optional(Type.String()),
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
    without: Type.String({ description: '`q` without these words' }),
  },
  { $id: 'Understood' },
);
export const Total = Type.Object({ value: Type.Integer(), exact: Type.Boolean() }, { $id: 'Total' });
export const VenueList = Type.Object(
  {
    items: Type.Array(VenueItem),
    next: optional(Type.String({ description: 'Cursor of the next page; absent on the last' })),
    total: optional(Total),
    facets: optional(Facets),
    mightFit: optional(
      Type.Integer({
        description: 'How many more would match if every unknown or partial answer turned out to be yes',
      }),
    ),
    understood: optional(Type.Array(Understood)),
  },
  { $id: 'VenueList' },
);

/* ---------------------------------------------------------------- questions */

const list = <T extends TSchema>(items: T, description: string) =>
  optional(Type.Array(items, { maxItems: 40, uniqueItems: true, description }));

/** The filters that every mouth of search takes: list, map, clusters, facets, CSV, fit. */
export const venueFilters = {
  q: optional(
    Type.String({
      maxLength: 300,
      description:
        'Words, or a sentence such as “room for 40 with kitchen near SW17 8”. "Quoted" words are only searched for',
    }),
  ),
  bbox: optional(
    Type.Array(Type.Number(), { minItems: 4, maxItems: 4, description: 'west,south,east,north in degrees' }),
  ),
  near: optional(Type.Array(Type.Number(), { minItems: 2, maxItems: 2, description: 'lon,lat in degrees' })),
  radius: optional(
    Type.Number({ exclusiveMinimum: 0, maximum: 200000, description: 'Metres around `near`' }),
  ),
  within: list(Type.String({ maxLength: 64 }), 'Area ids (ward, borough …); in any of them'),
  kind: list(Kind, 'Kinds of venue; any of them'),
  people: optional(
    Type.Integer({
      minimum: 1,
      maximum: 100000,
      description: 'How many people one space must hold in comfort',
    }),
  ),
  layout: optional(Layout),
  access: list(oneOf(keys(accessFacts)), 'Access needs; all of them, in the same space'),
  amenity: list(oneOf(keys(amenityFacts)), 'Facilities; all of them, in the same space'),
  openAt: optional(
    Type.String({
      pattern: '^(mon|tue|wed|thu|fri|sat|sun)[- ]([01]\\d|2[0-3]):[0-5]\\d$',
      description: 'Weekday and time on the venue’s own clock, such as tue-19:00',
    }),
  ),
};
export const sorts = ['distance', 'relevance', 'capacity', 'updated'] as const;
export const includes = ['total', 'facets', 'mightFit'] as const;

export const VenueQuery = Type.Object(
  {
    ...venueFilters,
    sort: optional(oneOf(sorts, { description: 'distance needs `near`; relevance needs `q`' })),
    limit: optional(Type.Integer({ minimum: 1, maximum: 100, default: 20 })),
    cursor: optional(Type.String({ maxLength: 500, description: 'Opaque; from `next`' })),
    include: optional(
      Type.Array(oneOf([...includes, 'none']), {
        maxItems: 3,
        description: 'What to count besides the page; everything when absent',
      }),
    ),
    format: optional(
      oneOf(['json', 'geojson', 'csv'] as const, { description: 'Instead of the Accept header' }),
    ),
  },
  { $id: 'VenueQuery', ...strict },
);

export type Capacity = Static<typeof Capacity>;
export type NewFact = Static<typeof NewFact>;
export type NewSpace = Static<typeof NewSpace>;
export type NewVenue = Static<typeof NewVenue>;
export type VenueChange = Static<typeof VenueChange>;
export type OpeningHours = Static<typeof OpeningHours>;
export type OpeningPeriod = Static<typeof OpeningPeriod>;
export type OpeningException = Static<typeof OpeningException>;
export type Hours = Static<typeof Hours>;
export type Address = Static<typeof Address>;
export type Identifier = Static<typeof Identifier>;
export type Contact = Static<typeof Contact>;
export type Tenure = Static<typeof Tenure>;
export type ExactLocation = Static<typeof ExactLocation>;
export type PublicLocation = Static<typeof PublicLocation>;
export type Fact = Static<typeof Fact>;
export type Space = Static<typeof Space>;
export type Venue = Static<typeof Venue>;
export type VenueItem = Static<typeof VenueItem>;
export type VenueList = Static<typeof VenueList>;
export type Facets = Static<typeof Facets>;
export type Understood = Static<typeof Understood>;
export type VenueQuery = Static<typeof VenueQuery>;
