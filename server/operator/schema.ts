/** The words of looking after the register: hiding, replying, reporting, deciding, merging. */
import { type Static, type TSchema, Type } from '@sinclair/typebox';
import { Claim, Contest, Words } from '../claims/schema.ts';
import { Id, oneOf } from '../venues/schema.ts';
import { reportKinds } from '../vocabulary.ts';

const strict = { additionalProperties: false };

const decisions = ['upheld', 'overturned'] as const;
const actionKinds = [
  'hidden',
  'restored',
  'merged',
  'proposed',
  'dropped',
  'upheld',
  'overturned',
  'asked',
  'closed',
] as const;
const signalKinds = [
  'many_listings',
  'withdrawn_after_claim',
  'many_reports',
  'many_suggestions',
  'many_waiting',
] as const;

export const NewReport = Type.Object(
  { kind: oneOf(reportKinds), words: Words },
  { ...strict, $id: 'NewReport' },
);
export const NewHiding = Type.Object({ reason: Words }, { ...strict, $id: 'NewHiding' });
export const NewReply = Type.Object({ words: Words }, { ...strict, $id: 'NewReply' });
export const NewDecision = Type.Object(
  { decision: oneOf(decisions), reason: Words },
  { ...strict, $id: 'NewDecision' },
);
export const NewMerge = Type.Object(
  {
    into: Type.Integer({ minimum: 1, maximum: 2147483647, description: 'The venue that is kept' }),
    reason: Type.Optional({
      ...Words,
      description: 'Why they are one place: published, and needed when two groups hold them',
    }),
  },
  { ...strict, $id: 'NewMerge' },
);

export const NewMergerAnswer = Type.Object(
  { answer: oneOf(['agrees', 'objects'] as const), words: Type.Optional(Words) },
  { ...strict, $id: 'NewMergerAnswer' },
);
export const NewMergerDecision = Type.Object(
  { decision: oneOf(['merged', 'dropped'] as const), words: Words },
  { ...strict, $id: 'NewMergerDecision' },
);

/** Why a listing is hidden, and what its holder says to that. */
export const Notice = Type.Object(
  {
    reason: Type.String(),
    hiddenAt: Type.String(),
    reply: Type.Optional(Type.String()),
    repliedAt: Type.Optional(Type.String()),
  },
  { $id: 'Notice' },
);

const Place = Type.Object({ id: Id, slug: Type.String(), name: Type.String() });
const paged = <T extends TSchema>(item: T, id: string) =>
  Type.Object({ items: Type.Array(item), next: Type.Optional(Type.Integer()) }, { $id: id });

export const OpenContest = Type.Object({
  venue: Place,
  holder: Type.String(),
  claim: Type.Pick(Claim, ['evidence', 'declaration', 'madeAt'], {
    description: 'What the holder said when it claimed the place',
  }),
  contest: Contest,
});
export const OpenContests = paged(OpenContest, 'OpenContests');
export const Report = Type.Object({
  id: Id,
  venue: Place,
  kind: oneOf(reportKinds),
  words: Type.String(),
  madeAt: Type.String(),
});
export const Reports = paged(Report, 'Reports');
export const Signal = Type.Object({
  kind: oneOf(signalKinds),
  count: Type.Integer(),
  organisation: Type.Optional(Type.String()),
  venue: Type.Optional(Place),
});
export const Signals = Type.Object({ items: Type.Array(Signal) }, { $id: 'Signals' });

export const Action = Type.Object({
  id: Id,
  action: oneOf(actionKinds),
  words: Type.Optional(Type.String({ description: 'The reason, or the question' })),
  at: Type.String(),
});
export const Actions = paged(Action, 'OperatorActions');

const Group = Type.Object({ id: Id, name: Type.String() });
const Answer = Type.Optional(oneOf(['agrees', 'objects'] as const));
export const Merger = Type.Object(
  {
    id: Id,
    from: Place,
    into: Place,
    fromGroup: Group,
    intoGroup: Group,
    reason: Type.String(),
    fromAnswer: Answer,
    fromWords: Type.Optional(Type.String()),
    intoAnswer: Answer,
    intoWords: Type.Optional(Type.String()),
    proposedAt: Type.String(),
    answerableUntil: Type.String(),
    state: oneOf(['open', 'merged', 'dropped'] as const),
    endedAt: Type.Optional(Type.String()),
  },
  { $id: 'Merger' },
);
export const Mergers = Type.Object({ items: Type.Array(Merger) }, { $id: 'Mergers' });

export type Merger = Static<typeof Merger>;
/** Why two listings are not made one now: a group objects, or both may still answer. */
export type NotYet = 'objects' | 'early';
export type NewMergerAnswer = Static<typeof NewMergerAnswer>;
export type Action = Static<typeof Action>;
export type ActionKind = (typeof actionKinds)[number];
export type NewReport = Static<typeof NewReport>;
export type Notice = Static<typeof Notice>;
export type OpenContest = Static<typeof OpenContest>;
export type Report = Static<typeof Report>;
export type Signal = Static<typeof Signal>;
