/** What may be sent: a venue, its spaces, facts and hours. */
import { type Static, type TSchema, Type } from '@sinclair/typebox';
import {
  answers,
  contactKinds,
  evidenceMethods,
  facts,
  identifierSchemes,
  kinds,
  layouts,
  listingStatuses,
  locationPrecisions,
  serviceConsents,
  tenureHolders,
  tenureInterests,
} from '../vocabulary.ts';

/** A closed list as a JSON Schema enum, typed by its members. */
export const oneOf = <T extends string>(values: readonly T[], options: object = {}) =>
  Type.Unsafe<T>(Type.String({ enum: [...values], ...options }));

export const keys = (list: readonly { key: string }[]) => list.map((entry) => entry.key);
export const optional = <T extends TSchema>(schema: T) => Type.Optional(schema);
export const strict = { additionalProperties: false };

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
export const Lon = Type.Number({ minimum: -180, maximum: 180, description: 'Longitude, WGS 84 degrees' });
export const Lat = Type.Number({ minimum: -85, maximum: 85, description: 'Latitude, WGS 84 degrees' });

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
        uniqueItems: true,
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
    directions: optional(Text(300, 'How it is found, in words, such as “behind the Co-op”')),
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

export const Services = Type.Object(
  {
    consent: oneOf(serviceConsents, {
      description:
        'agreed: it may be proposed; ask_first: ask its holder before you propose it (so until they say more); declined: it is never proposed',
    }),
    sessionsPerWeek: optional(
      Type.Integer({
        minimum: 1,
        maximum: 100,
        description: 'The most that the holder agrees to; only with agreed',
      }),
    ),
  },
  {
    $id: 'Services',
    ...strict,
    description: 'The holder’s word on whether the place may be proposed for regular services',
  },
);

const venueFields = {
  name: Text(160),
  names: Type.Record(Type.String({ pattern: '^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$' }), Text(160), {
    ...strict,
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
  services: Services,
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
const orNone = <T extends TSchema>(schema: T) =>
  Type.Union([schema, Type.Null()], { description: 'null takes it away' });

export const VenueChange = Type.Partial(
  Type.Object({
    ...venueFields,
    organisationId: orNone(venueFields.organisationId),
    tenure: orNone(venueFields.tenure),
    openingHours: orNone(venueFields.openingHours),
  }),
  {
    $id: 'VenueChange',
    ...strict,
    minProperties: 1,
  },
);

export type Capacity = Static<typeof Capacity>;
export type NewFact = Static<typeof NewFact>;
export type NewSpace = Static<typeof NewSpace>;
export type NewVenue = Static<typeof NewVenue>;
export type VenueChange = Static<typeof VenueChange>;
export type OpeningHours = Static<typeof OpeningHours>;
export type OpeningPeriod = Static<typeof OpeningPeriod>;
export type OpeningException = Static<typeof OpeningException>;
export type Address = Static<typeof Address>;
export type Identifier = Static<typeof Identifier>;
export type Contact = Static<typeof Contact>;
export type Tenure = Static<typeof Tenure>;
export type Services = Static<typeof Services>;
export type ExactLocation = Static<typeof ExactLocation>;
