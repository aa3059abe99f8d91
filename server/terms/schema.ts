/** House terms: what a holder states, and how a version of them is answered. */
import { type Static, Type } from '@sinclair/typebox';
import { oneOf, optional, strict } from '../venues/schema-words.ts';
import { alcoholAnswers, keyWays, rateUnits, uses, visitorKinds } from '../vocabulary.ts';

const keysOf = <K extends string>(list: readonly { key: K }[]): K[] => list.map(({ key }) => key);

const Amount = Type.Integer({ minimum: 0, maximum: 10_000_000, description: 'In pence' });
const Currency = oneOf(['GBP'] as const, { description: 'ISO 4217' });

export const Rate = Type.Object(
  {
    visitor: oneOf(keysOf(visitorKinds)),
    per: oneOf(keysOf(rateUnits), { description: 'With free and ask there is no amount' }),
    amount: optional(Amount),
    currency: optional(Currency),
  },
  strict,
);

/** What is left out is not stated: unknown, and never a no. */
export const NewTerms = Type.Object(
  {
    text: optional(Type.String({ maxLength: 4000, description: 'Plain text' })),
    alcohol: optional(oneOf(keysOf(alcoholAnswers))),
    daysNotOffered: optional(
      Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
        uniqueItems: true,
        description: 'ISO 8601 weekdays: 1 is Monday',
      }),
    ),
    usesNotHosted: optional(Type.Array(oneOf(keysOf(uses)), { uniqueItems: true })),
    otherUsesNotHosted: optional(
      Type.Array(Type.String({ minLength: 1, maxLength: 80, pattern: '\\S' }), {
        uniqueItems: true,
        maxItems: 10,
        description: 'In the holder’s own words',
      }),
    ),
    rates: optional(
      Type.Array(Rate, {
        maxItems: visitorKinds.length,
        description: 'At most one for each kind of visitor',
      }),
    ),
    deposit: optional(
      Type.Object(
        { amount: Amount, currency: optional(Currency) },
        { ...strict, description: '0: none is asked' },
      ),
    ),
    noticeDays: optional(Type.Integer({ minimum: 0, maximum: 730 })),
    keys: optional(oneOf(keysOf(keyWays))),
  },
  { $id: 'NewTerms', ...strict },
);

export const Terms = Type.Object(
  {
    version: Type.Integer({ minimum: 0, description: '0: none are stated yet' }),
    url: optional(Type.String({ description: 'Where this version stays readable' })),
    statedAt: optional(Type.String()),
    statedBy: optional(Type.String()),
    terms: optional(NewTerms),
  },
  { $id: 'Terms' },
);

export type Rate = Static<typeof Rate>;
export type NewTerms = Static<typeof NewTerms>;
export type Terms = Static<typeof Terms>;
