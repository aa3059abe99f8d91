/** The words of inviting somebody to an organisation. */
import { type Static, Type } from '@sinclair/typebox';
import { Email, Role } from '../people/schema.ts';
import { Id } from './schema.ts';

const strict = { additionalProperties: false };

export const NewInvitation = Type.Object({ email: Email, role: Role }, { ...strict, $id: 'NewInvitation' });

export const InvitationMade = Type.Object({ id: Id, expiresAt: Type.String() }, { $id: 'InvitationMade' });

export const Invitations = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        id: Id,
        email: Type.String(),
        role: Role,
        invitedAt: Type.String(),
        expiresAt: Type.String(),
      }),
    ),
  },
  { $id: 'Invitations' },
);

const Organisation = Type.Object({ id: Id, slug: Type.String(), name: Type.String() });

export const OwnInvitations = Type.Object(
  {
    items: Type.Array(
      Type.Object({ id: Id, organisation: Organisation, role: Role, expiresAt: Type.String() }),
    ),
  },
  { $id: 'OwnInvitations' },
);

export const Acceptance = Type.Union(
  [Type.Object({ token: Type.String({ maxLength: 100 }) }, strict), Type.Object({ id: Id }, strict)],
  {
    $id: 'Acceptance',
    description: 'the token of the letter’s link; or, signed in with the address that was invited, the id',
  },
);

export const Accepted = Type.Object({ organisation: Organisation, role: Role }, { $id: 'Accepted' });

export type NewInvitation = Static<typeof NewInvitation>;
export type Invitations = Static<typeof Invitations>;
export type OwnInvitations = Static<typeof OwnInvitations>;
export type Acceptance = Static<typeof Acceptance>;
export type Accepted = Static<typeof Accepted>;
