/** A check: what people saw on a walk round a place, fact by fact, and what was stated when they set out. */
import { type Static, Type } from '@sinclair/typebox';
import { FactKey, Id, NewFact } from '../venues/schema.ts';

const { value, observedOn, observedBy, note } = NewFact.properties;
const strict = { additionalProperties: false };

/** What a fact said, and since when: enough to see whether it is still the same. */
const Said = Type.Object({ value, observedOn }, strict);

export const CheckAnswer = Type.Object(
  {
    key: FactKey,
    spaceId: Type.Optional(
      Type.Integer({ ...Id, description: 'The room that it is about; the whole venue when left out' }),
    ),
    value,
    note,
    was: Type.Union([Said, Type.Null()], {
      description:
        'What was stated when the check was begun, as you read it; null when nothing was. Where it is something else by now, and not what you saw, nothing is overwritten: the answer comes back as a clash.',
    }),
  },
  { $id: 'CheckAnswer', ...strict },
);

export const NewCheck = Type.Object(
  {
    observedOn,
    observedBy,
    answers: Type.Array(CheckAnswer, { minItems: 1, maxItems: 2000 }),
  },
  { $id: 'NewCheck', ...strict },
);

const Evidence = Type.Object({ value, observedOn, observedBy, method: NewFact.properties.method }, strict);

export const CheckClash = Type.Object(
  {
    key: FactKey,
    spaceId: Type.Optional(Id),
    value,
    now: Type.Union([Evidence, Type.Null()], { description: 'What is stated now; null when nothing is' }),
  },
  { $id: 'CheckClash', ...strict },
);

export const CheckTaken = Type.Object(
  {
    version: Type.Integer({ description: 'Of the venue, after the check' }),
    saved: Type.Integer({ description: 'Facts that were confirmed or changed' }),
    newer: Type.Integer({ description: 'Facts that somebody has stated since that day: theirs stands' }),
    clashes: Type.Array(CheckClash, {
      description:
        'Not saved, because somebody stated something else meanwhile. To insist, send the answer again with `was` as it is `now`.',
    }),
    gone: Type.Array(CheckAnswer, { description: 'Not saved, because the room is no longer there' }),
  },
  { $id: 'CheckTaken', ...strict },
);

export type CheckAnswer = Static<typeof CheckAnswer>;
export type NewCheck = Static<typeof NewCheck>;
export type CheckClash = Static<typeof CheckClash>;
export type CheckTaken = Static<typeof CheckTaken>;
