/** “Will it work for these people?” — the question and its answer. */
import { type Static, Type } from '@sinclair/typebox';
import { Age, FactKey, Id, PublicLocation, venueFilters } from '../venues/schema.ts';
import { evidenceMethods } from '../vocabulary.ts';

const { q: _words, ...places } = venueFilters;

export const FitQuestion = Type.Object(
  {
    ...places,
    venues: Type.Optional(
      Type.Array(Id, {
        minItems: 1,
        maxItems: 50,
        description: 'Judge these venues, including those where the answer is no',
      }),
    ),
    limit: Type.Optional(Type.Integer({ minimum: 1, maximum: 50, default: 20 })),
  },
  { $id: 'FitQuestion', additionalProperties: false },
);

const Answer = Type.Unsafe<'yes' | 'no' | 'ask'>(
  Type.String({ enum: ['yes', 'no', 'ask'], description: 'ask: nobody has said, or it is only partly so' }),
);

/** One need, and the fact that decides it. */
export const Verdict = Type.Object(
  {
    need: Type.String({ description: 'capacity, openAt, or the key of an access fact or amenity' }),
    answer: Answer,
    value: Type.Optional(Type.Union([Type.String(), Type.Number()])),
    note: Type.Optional(Type.String()),
    method: Type.Optional(
      Type.Unsafe<(typeof evidenceMethods)[number]>(Type.String({ enum: evidenceMethods })),
    ),
    observedOn: Type.Optional(Type.String()),
    age: Type.Optional(Age),
    says: Type.String({ description: 'The reason, as a sentence' }),
    /** The fact of the space or of the whole venue. */
    of: Type.Optional(Type.Unsafe<'space' | 'venue'>(Type.String({ enum: ['space', 'venue'] }))),
    fact: Type.Optional(FactKey),
  },
  { $id: 'Verdict' },
);

export const SpaceFit = Type.Object(
  { id: Type.Optional(Id), name: Type.String(), answer: Answer, verdicts: Type.Array(Verdict) },
  { $id: 'SpaceFit' },
);

export const VenueFit = Type.Object(
  {
    id: Id,
    name: Type.String(),
    slug: Type.String(),
    location: PublicLocation,
    distance: Type.Optional(Type.Integer()),
    answer: Answer,
    spaces: Type.Array(SpaceFit),
  },
  { $id: 'VenueFit' },
);

export const FitAnswer = Type.Object({ items: Type.Array(VenueFit) }, { $id: 'FitAnswer' });

export type FitQuestion = Static<typeof FitQuestion>;
export type Verdict = Static<typeof Verdict>;
export type SpaceFit = Static<typeof SpaceFit>;
export type VenueFit = Static<typeof VenueFit>;
