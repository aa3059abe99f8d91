/** The words of corrections: what a visitor suggests, what a holder finds waiting, and how it is answered. */
import { type Static, Type } from '@sinclair/typebox';
import { Email } from '../people/schema.ts';
import { Id, oneOf, optional, strict } from '../venues/schema-words.ts';
import { answers, correctionSubjects } from '../vocabulary.ts';

const Day = Type.String({ format: 'date', description: 'ISO 8601 day' });

export const NewCorrection = Type.Object(
  {
    about: oneOf(correctionSubjects),
    key: optional(Type.String({ maxLength: 60, description: 'Of which fact, or of which layout' })),
    spaceId: optional({ ...Id, description: 'Of which room; left out: of the whole venue' }),
    value: optional(
      Type.Union(
        [
          oneOf(answers),
          Type.Number({ minimum: 0, maximum: 1_000_000 }),
          Type.String({ minLength: 1, maxLength: 160, pattern: '\\S' }),
        ],
        {
          description: 'What is right: of a fact an answer or a number, of a capacity a number, or the name',
        },
      ),
    ),
    words: optional(
      Type.String({
        minLength: 5,
        maxLength: 1000,
        pattern: '\\S',
        description: 'What is right, in words; only those who look after the place read them',
      }),
    ),
    method: oneOf(['visited', 'told'] as const, { description: 'Seen there on that day, or told' }),
    seenOn: optional({ ...Day, description: 'Today when left out' }),
    name: optional(
      Type.String({
        minLength: 1,
        maxLength: 80,
        pattern: '\\S',
        description: 'To be named by, in public, when it is accepted',
      }),
    ),
    email: optional({
      ...Email,
      description: 'To be told what came of it; nobody reads it, and then it is deleted',
    }),
  },
  { $id: 'NewCorrection', ...strict },
);

export const Correction = Type.Object(
  {
    id: Type.String(),
    from: oneOf(['visitor', 'import'] as const),
    about: oneOf([...correctionSubjects, 'field'] as const),
    path: optional(Type.String({ description: 'JSON Pointer into the venue' })),
    value: optional(Type.Unknown({ description: 'What is suggested to stand there' })),
    now: optional(Type.Unknown({ description: 'What stands there now' })),
    words: optional(Type.String()),
    method: optional(oneOf(['visited', 'told'] as const)),
    seenOn: optional(Day),
    name: optional(Type.String()),
    source: optional(Type.String()),
    wantsAnswer: Type.Boolean({ description: 'They left an address, to which your answer is sent' }),
    applies: Type.Boolean({ description: 'Accepting it changes the venue; the others are changed by hand' }),
    madeAt: Type.String(),
  },
  { $id: 'Correction' },
);
export const Corrections = Type.Object({ items: Type.Array(Correction) }, { $id: 'Corrections' });
export const DeclineCorrection = Type.Object(
  {
    reason: optional(
      Type.String({
        maxLength: 300,
        description: 'Sent to whoever suggested it, where they left an address',
      }),
    ),
  },
  { $id: 'DeclineCorrection', ...strict },
);
export const CorrectionAnswered = Type.Object(
  { id: Id, version: Type.Integer(), outcome: Type.String() },
  { $id: 'CorrectionAnswered' },
);
export const UnheldCorrections = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        venue: Type.Object({ id: Id, slug: Type.String(), name: Type.String() }),
        waiting: Type.Integer(),
      }),
    ),
  },
  { $id: 'UnheldCorrections' },
);

export type NewCorrection = Static<typeof NewCorrection>;
export type Correction = Static<typeof Correction>;
export type UnheldCorrections = Static<typeof UnheldCorrections>;
