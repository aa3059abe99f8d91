/** The words of an organisation's keys. */
import { type Static, Type } from '@sinclair/typebox';
import { Id } from './schema.ts';

export const scopes = ['venues:read', 'venues:write', 'plan'] as const;
export const MOST_DAYS = 365;
export const USUAL_DAYS = 90;

const Scope = Type.Union(
  scopes.map((scope) => Type.Literal(scope)),
  {
    description:
      'venues:read: all of your venues, with what is not public; venues:write: change them, and add some; plan: read and add layers of demand, ask for plans, and draft enquiries, which people send',
  },
);
const KeyName = Type.String({ maxLength: 80, pattern: '\\S', description: 'What it is for' });

export const NewKey = Type.Object(
  {
    name: KeyName,
    scopes: Type.Array(Scope, { minItems: 1, uniqueItems: true }),
    days: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: MOST_DAYS,
        default: USUAL_DAYS,
        description: 'Days for which it is good',
      }),
    ),
  },
  { additionalProperties: false, $id: 'NewKey' },
);

const shown = {
  id: Id,
  name: Type.String(),
  prefix: Type.String({ description: 'How it begins' }),
  scopes: Type.Array(Type.String()),
  createdAt: Type.String(),
  expiresAt: Type.String(),
};

export const KeyMade = Type.Object(
  { ...shown, key: Type.String({ description: 'The key itself: told this once, and never again' }) },
  { $id: 'KeyMade' },
);

export const Keys = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        ...shown,
        lastUsedOn: Type.Optional(Type.String({ description: 'The day; absent when it was never used' })),
      }),
    ),
  },
  { $id: 'Keys' },
);

export type NewKey = Static<typeof NewKey>;
export type KeyMade = Static<typeof KeyMade>;
export type Keys = Static<typeof Keys>;
