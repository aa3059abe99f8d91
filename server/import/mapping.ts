/**
 * How the rows of a data set become venues, as a small JSON document that anyone can write; docs/importing.md
 * explains it by example. Every text is a template: `{column}` stands for that column's value.
 */
import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { Address, FactKey, Kind, oneOf, Precision, Tenure } from '../venues/schema.ts';
import { answers, contactKinds, identifierSchemes, listingStatuses } from '../vocabulary.ts';

const strict = { additionalProperties: false };
const optional = <T extends TSchema>(schema: T) => Type.Optional(schema);
const Text = Type.String({ minLength: 1, maxLength: 2000 });
const Texts = Type.Union([Text, Type.Array(Text, { minItems: 1 })]);
const When = Type.Record(Text, Type.Array(Type.String(), { minItems: 1 }));
const Day = Type.String({ format: 'date' });

const Choice = <T extends TSchema>(target: T) =>
  Type.Object(
    {
      from: Text,
      values: optional(Type.Record(Type.String(), target)),
      words: optional(Type.Record(Text, target)),
      default: optional(target),
    },
    strict,
  );

export const SourceDescription = Type.Object(
  {
    id: Type.String({ pattern: '^[a-z0-9][a-z0-9_.-]*$', maxLength: 64 }),
    name: Text,
    licence: Text,
    attribution: Text,
    url: optional(Text),
  },
  strict,
);

/** Sentences that belong in a text when their conditions hold. */
const Sentences = Type.Array(Type.Union([Text, Type.Object({ text: Text, when: When }, strict)]), {
  minItems: 1,
});

const Answer = Type.Union([oneOf(answers), Type.Number({ minimum: 0 }), Type.Null()]);
const FactRule = Type.Object(
  { from: Text, values: optional(Type.Record(Type.String(), Answer)), note: optional(Text) },
  strict,
);

export const Mapping = Type.Object(
  {
    note: optional(Type.String()),
    /** Another mapping, by file name, of which this one replaces some parts. */
    extends: optional(Type.String()),
    source: SourceDescription,
    /** What the file covers; only records of the same scope can vanish. The source's id when absent. */
    scope: optional(Text),
    delimiter: optional(Type.String({ minLength: 1, maxLength: 3 })),
    encoding: optional(oneOf(['utf8', 'latin1', 'utf16le'] as const)),
    /** Values besides the empty one that mean nothing. */
    empty: optional(Type.Array(Text)),
    skip: optional(Type.Array(Type.Object({ when: When, reason: Text }, strict))),
    recordId: Text,
    sameAs: optional(Type.Array(Type.Object({ value: Text, when: optional(When) }, strict))),
    /** The first that gives a name. */
    name: Texts,
    /** By language, or `name:*` for every column that begins so and ends in a language. */
    names: optional(Type.Union([Type.String({ pattern: '\\*$' }), Type.Record(Type.String(), Text)])),
    kind: Type.Union([Kind, Choice(Kind), Type.Object({ osmTags: Type.Literal(true) }, strict)]),
    status: optional(oneOf(listingStatuses)),
    precision: optional(Precision),
    description: optional(Sentences),
    /** Not needed where the format has a geometry. */
    location: optional(Type.Object({ lon: Text, lat: Text }, strict)),
    /** Several texts are joined by commas. */
    address: optional(
      Type.Object(Type.Mapped(Type.KeyOf(Address), () => optional(Texts)).properties, strict),
    ),
    identifiers: optional(
      Type.Array(
        Type.Object(
          { scheme: oneOf(identifierSchemes.map(({ key }) => key)), value: Text, when: optional(When) },
          strict,
        ),
      ),
    ),
    /** Private unless `public` says otherwise. */
    contacts: optional(
      Type.Array(
        Type.Object(
          { kind: oneOf(contactKinds), value: Text, name: optional(Text), public: optional(Type.Boolean()) },
          strict,
        ),
      ),
    ),
    tenure: optional(Tenure),
    /** Null leaves out what the standards below would have said. */
    facts: optional(
      Type.Record(Type.String(), Type.Union([FactRule, Type.Null()]), { propertyNames: FactKey }),
    ),
    /** Columns are OSM tags: read every fact that the vocabulary knows a tag for. */
    osmTags: optional(Type.Boolean()),
    /** Columns are those of the French accessibility schema. */
    acceslibre: optional(Type.Boolean()),
    /** The day on which the facts were seen: the data set's own, or each row's. */
    observedOn: optional(Type.Union([Day, Type.Object({ from: Text, default: optional(Day) }, strict)])),
    openingHours: optional(Type.Object({ osm: Text, timezone: optional(Text) }, strict)),
    /** Rows that share `by` are one venue; each row is one of its spaces, or nothing more where `space` is absent. */
    group: optional(
      Type.Object(
        {
          by: Text,
          space: optional(
            Type.Object(
              {
                /** The first that no other space of the venue has. */
                name: Texts,
                setting: optional(Choice(oneOf(['indoor', 'outdoor'] as const))),
                description: optional(Sentences),
              },
              strict,
            ),
          ),
        },
        strict,
      ),
    ),
  },
  strict,
);

export const PlacesMapping = Type.Object(
  {
    note: optional(Type.String()),
    source: SourceDescription,
    delimiter: optional(Type.String({ minLength: 1, maxLength: 3 })),
    encoding: optional(oneOf(['utf8', 'latin1', 'utf16le'] as const)),
    /** A file with these columns is read by this mapping unless another one is given. */
    recognise: optional(Type.Array(Text, { minItems: 1 })),
    name: Text,
    area: optional(Text),
    kind: Type.Union([Text, Choice(Text)]),
    location: optional(Type.Object({ lon: Text, lat: Text }, strict)),
    /** Postcodes also make a place of each sector, such as SW17 8. */
    sectors: optional(Type.Boolean()),
  },
  strict,
);

export type Mapping = Static<typeof Mapping>;
export type PlacesMapping = Static<typeof PlacesMapping>;
export type Sentences = Static<typeof Sentences>;
export type FactRule = Static<typeof FactRule>;
