/** The words of claiming: who says that a place is theirs, who says otherwise, and what was decided. */
import { type Static, Type } from '@sinclair/typebox';
import { Id, oneOf } from '../venues/schema.ts';

const sides = ['contester', 'holder', 'operator'] as const;
const contestStates = ['open', 'upheld', 'overturned', 'withdrawn'] as const;
const claimStates = ['standing', 'released', 'overturned'] as const;
const evidence = ['email', 'declaration', 'decision'] as const;

const strict = { additionalProperties: false };

/** What somebody says in public: long enough to mean something, short enough to be read. */
export const Words = Type.String({
  minLength: 20,
  maxLength: 1000,
  description: '20 to 1,000 characters. Everybody can read this: name no people, numbers or addresses.',
});

export const NewClaim = Type.Object(
  {
    organisationId: Id,
    declaration: Type.Optional(Words),
    maySpeak: Type.Optional(Type.Boolean({ description: 'I may speak for this group.' })),
  },
  { ...strict, $id: 'NewClaim' },
);

export const NewContest = Type.Object({ organisationId: Id, words: Words }, { ...strict, $id: 'NewContest' });
export const NewWords = Type.Object({ words: Words }, { ...strict, $id: 'NewWords' });

const Group = Type.Object({ id: Id, name: Type.String() });

export const Contest = Type.Object(
  {
    id: Id,
    organisation: Group,
    state: oneOf(contestStates, {
      description: 'upheld: the claim stands; overturned: the place went to the group that contested',
    }),
    madeAt: Type.String(),
    endedAt: Type.Optional(Type.String()),
    reason: Type.Optional(Type.String({ description: 'Why the operator decided so' })),
    words: Type.Array(
      Type.Object({
        side: oneOf(sides),
        words: Type.String(),
        at: Type.String(),
      }),
    ),
  },
  { $id: 'Contest' },
);

export const Claim = Type.Object(
  {
    id: Id,
    organisation: Group,
    evidence: oneOf(evidence, {
      description:
        'email: an email address at the place’s published domain; declaration: the group’s own word; decision: an operator’s',
    }),
    declaration: Type.Optional(Type.String()),
    state: oneOf(claimStates),
    madeAt: Type.String(),
    contestableUntil: Type.String(),
    endedAt: Type.Optional(Type.String()),
    contests: Type.Array(Contest),
  },
  { $id: 'Claim' },
);

export const ClaimList = Type.Object(
  { items: Type.Array(Claim), next: Type.Optional(Type.Integer()) },
  { $id: 'ClaimList' },
);

export type NewClaim = Static<typeof NewClaim>;
export type NewContest = Static<typeof NewContest>;
export type Contest = Static<typeof Contest>;
export type Claim = Static<typeof Claim>;
export type ClaimList = Static<typeof ClaimList>;
