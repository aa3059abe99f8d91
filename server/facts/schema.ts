/** The words of keeping facts true: which fact is meant, and on whose eyes it is said again. */
import { type Static, Type } from '@sinclair/typebox';
import { FactKey, Id, oneOf, optional, strict } from '../venues/schema-words.ts';
import { facts } from '../vocabulary.ts';

/** Venues have rooms, and each can state each fact. */
const MOST = facts.length * 20;

export const FactRef = Type.Object(
  { key: FactKey, spaceId: optional({ ...Id, description: 'Left out: said of the whole venue' }) },
  strict,
);
export const ConfirmFacts = Type.Object(
  {
    facts: Type.Array(FactRef, { minItems: 1, maxItems: MOST }),
    method: oneOf(['visited', 'told'] as const, {
      description: 'visited: seen there on that day; told: known by somebody of the group',
    }),
    observedOn: optional(Type.String({ format: 'date', description: 'Today when left out' })),
  },
  { $id: 'ConfirmFacts', ...strict },
);

const reasons = ['gone', 'changed', 'newer', 'outranked'] as const;
export const FactsConfirmed = Type.Object(
  {
    id: Id,
    version: Type.Integer(),
    outcome: Type.String(),
    confirmed: Type.Array(FactRef),
    left: Type.Array(
      Type.Object({
        ...FactRef.properties,
        reason: oneOf(reasons, {
          description:
            'gone: not stated any more; newer: seen or told on that day, or later, already; outranked: stated by somebody whose word counts for more',
        }),
      }),
    ),
  },
  { $id: 'FactsConfirmed' },
);

export type FactRef = Static<typeof FactRef>;
export type LeftReason = (typeof reasons)[number];
