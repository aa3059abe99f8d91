/** The words of organisations, their members and their keys. */
import { type Static, Type } from '@sinclair/typebox';
import { Role } from '../people/schema.ts';

const strict = { additionalProperties: false };
/** What stands in the place of the name of a group that is dissolved and does not want to be named. */
export const FORMER_GROUP = 'a former group';

export const Id = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

export const Name = Type.String({ maxLength: 160, pattern: '\\S' });
export const Kind = Type.Union([
  Type.Literal('community'),
  Type.Literal('agency'),
  Type.Literal('commissioner'),
]);
export const About = Type.String({ maxLength: 2000 });
export const Website = Type.String({
  maxLength: 300,
  pattern: '^https?://\\S+$',
  description: 'a web address such as https://www.example.org',
});

export const NewOrganisation = Type.Object(
  { name: Name, kind: Kind, about: Type.Optional(About), website: Type.Optional(Website) },
  { ...strict, $id: 'NewOrganisation' },
);
export const OrganisationChange = Type.Object(
  {
    name: Type.Optional(Name),
    about: Type.Optional(Type.Union([About, Type.Null()])),
    website: Type.Optional(Type.Union([Website, Type.Null()])),
  },
  { ...strict, minProperties: 1, $id: 'OrganisationChange' },
);
export const OrganisationMade = Type.Object({ id: Id, slug: Type.String() }, { $id: 'OrganisationMade' });
export const OrganisationChanged = Type.Object({ version: Type.Integer() }, { $id: 'OrganisationChanged' });

export const Organisation = Type.Object(
  {
    id: Id,
    slug: Type.String(),
    name: Type.String(),
    kind: Kind,
    about: Type.Optional(Type.String()),
    website: Type.Optional(Type.String()),
    venues: Type.Object({
      items: Type.Array(Type.Object({ id: Id, slug: Type.String(), name: Type.String() })),
      next: Type.Optional(Type.Integer()),
    }),
  },
  { $id: 'Organisation' },
);

export const Members = Type.Object(
  {
    items: Type.Array(
      Type.Object({ id: Id, email: Type.String(), name: Type.Optional(Type.String()), role: Role }),
    ),
    next: Type.Optional(Type.Integer()),
  },
  { $id: 'Members' },
);
export const MemberChange = Type.Object({ role: Role }, { ...strict, $id: 'MemberChange' });

export const HandOn = Type.Object(
  {
    person: Id,
    leave: Type.Optional(
      Type.Boolean({ default: false, description: 'Leave the organisation; else you stay as an editor' }),
    ),
  },
  { ...strict, $id: 'HandOn' },
);

export const AuditList = Type.Object(
  {
    items: Type.Array(
      Type.Object({
        id: Type.Integer(),
        at: Type.String(),
        actorKind: Type.String(),
        personName: Type.Optional(Type.String()),
        venueId: Type.Optional(Type.Integer()),
        venue: Type.Optional(
          Type.Object(
            { slug: Type.String(), name: Type.String(), held: Type.Boolean() },
            {
              description: 'What the place is called now, where the group holds it or everybody can read it',
            },
          ),
        ),
        action: Type.String(),
        detail: Type.Object({}),
      }),
    ),
    next: Type.Optional(Type.Integer()),
  },
  { $id: 'AuditList' },
);

export type NewOrganisation = Static<typeof NewOrganisation>;
export type OrganisationChange = Static<typeof OrganisationChange>;
export type Organisation = Static<typeof Organisation>;
export type AuditList = Static<typeof AuditList>;
export type Members = Static<typeof Members>;
