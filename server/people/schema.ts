/** The words of people and of signing in. */
import { type Static, Type } from '@sinclair/typebox';

const strict = { additionalProperties: false };

/** At most what a mail server takes (RFC 5321). */
export const Email = Type.String({
  maxLength: 254,
  pattern: '^[^\\s@<>",;:()\\[\\]\\\\]+@[^\\s@<>",;:()\\[\\]\\\\]+\\.[^\\s@<>",;:()\\[\\]\\\\.]{2,}$',
  description: 'an email address such as name@example.org',
});

export const NewSignIn = Type.Object(
  {
    email: Email,
    next: Type.Optional(
      Type.String({
        maxLength: 500,
        pattern: '^/(?![/\\\\])[^\\s\\\\]*$',
        description: 'where to go afterwards: a path on this site',
      }),
    ),
  },
  { ...strict, $id: 'NewSignIn' },
);

export const SignInAsked = Type.Object(
  {
    id: Type.String({ description: 'Goes with the code from the letter' }),
    expiresAt: Type.String(),
  },
  { $id: 'SignInAsked' },
);

export const NewSession = Type.Union(
  [
    Type.Object({ token: Type.String({ maxLength: 100 }) }, strict),
    Type.Object({ id: Type.String({ maxLength: 36 }), code: Type.String({ maxLength: 20 }) }, strict),
  ],
  { $id: 'NewSession', description: 'the token of the link, or the id of the request with the code' },
);

export const Role = Type.Union([Type.Literal('steward'), Type.Literal('editor')]);

export const Me = Type.Object(
  {
    email: Type.String(),
    name: Type.Optional(Type.String()),
    operator: Type.Boolean(),
    reminders: Type.Boolean({ description: 'Letters about keeping places true are wanted' }),
    memberships: Type.Array(
      Type.Object({
        organisation: Type.Object({ id: Type.Integer(), slug: Type.String(), name: Type.String() }),
        role: Role,
      }),
    ),
  },
  { $id: 'Me' },
);

export const PersonChange = Type.Object(
  {
    name: Type.Optional(Type.Union([Type.String({ maxLength: 80 }), Type.Null()])),
    reminders: Type.Optional(
      Type.Boolean({ description: 'Letters about facts that get old, and suggestions that wait' }),
    ),
  },
  { ...strict, minProperties: 1, $id: 'PersonChange' },
);

export type NewSignIn = Static<typeof NewSignIn>;
export type NewSession = Static<typeof NewSession>;
export type Me = Static<typeof Me>;
export type PersonChange = Static<typeof PersonChange>;
