/** The words of what a person does with their own account. */
import { type Static, Type } from '@sinclair/typebox';
import { Email } from './schema.ts';

const strict = { additionalProperties: false };

export const Sessions = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        since: Type.String(),
        lastSeen: Type.String({ description: 'Noted once a day' }),
        expiresAt: Type.String(),
        device: Type.Optional(
          Type.String({
            description: 'The browser and the system that signed in, by name',
            examples: ['Firefox, Android'],
          }),
        ),
        isThis: Type.Boolean({ description: 'The one that asks' }),
      }),
    ),
  },
  { $id: 'Sessions' },
);

export const NewEmail = Type.Object({ email: Email }, { ...strict, $id: 'NewEmail' });
export const EmailConfirmation = Type.Object(
  { token: Type.String({ maxLength: 100 }) },
  { ...strict, $id: 'EmailConfirmation' },
);

export const PersonExport = Type.Object(
  { exportedAt: Type.String() },
  {
    additionalProperties: Type.Array(Type.Object({}, { additionalProperties: true })),
    $id: 'PersonExport',
    description: 'Everything that the register holds of you, by what it is about',
  },
);

export type Sessions = Static<typeof Sessions>;
