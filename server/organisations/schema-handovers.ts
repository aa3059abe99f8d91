/** The words of handing a venue on, and of dissolving an organisation. */
import { type Static, Type } from '@sinclair/typebox';
import { Id } from './schema.ts';

const strict = { additionalProperties: false };
const Group = Type.Object({ id: Id, slug: Type.String(), name: Type.String() });

export const NewHandover = Type.Object({ organisationId: Id }, { ...strict, $id: 'NewHandover' });

export const Handover = Type.Object(
  {
    id: Id,
    venue: Type.Object({ id: Id, slug: Type.String(), name: Type.String() }),
    from: Group,
    to: Group,
    offeredAt: Type.String(),
    expiresAt: Type.String(),
  },
  { $id: 'Handover' },
);
export const Handovers = Type.Object({ items: Type.Array(Handover) }, { $id: 'Handovers' });

const ids = (description: string) =>
  Type.Optional(Type.Array(Id, { maxItems: 2000, uniqueItems: true, description }));

export const Dissolving = Type.Object(
  {
    release: ids(
      'Venues that are given up: nobody holds them, and what is public of them stays. Only published ones that show where they are.',
    ),
    withdraw: ids('Venues that are withdrawn: nobody sees them any more.'),
    name: Type.Union([Type.Literal('keep'), Type.Literal('forget')], {
      description:
        'What stands in the histories of places: the organisation’s name, or “a former group”, for ever.',
    }),
  },
  { ...strict, $id: 'Dissolving' },
);

export type Handover = Static<typeof Handover>;
export type Dissolving = Static<typeof Dissolving>;
