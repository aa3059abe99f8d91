/** A plan by area, and two plans side by side. */
import { type Static, Type } from '@sinclair/typebox';

const Id = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });
const orNull = <T extends number>(description: string, of: object = Type.Number()) =>
  Type.Unsafe<T | null>({ anyOf: [of, Type.Null()], description });

const words = {
  id: Type.String(),
  name: Type.String(),
  lon: Type.Number(),
  lat: Type.Number(),
};
export const PlanArea = Type.Object(
  {
    ...words,
    outline: Type.Optional(Type.Object({}, { description: 'GeoJSON polygon or polygons' })),
    weight: Type.Number({ description: 'How much it counts in this plan' }),
    numbers: Type.Record(Type.String(), Type.Union([Type.Number(), Type.Null()]), {
      description: 'Of the layer; null: missing',
    }),
    site: orNull<number>('The nearest chosen site within reach', Id),
    travel: orNull<number>(
      'To that site, in the unit of the plan; null: none is within reach. To one that is no longer shown as it was: the most that counts, or null',
    ),
    before: orNull<number>('In the same way, to the nearest of the sites that were to be chosen in any case'),
  },
  { $id: 'PlanArea' },
);
export const PlanAreaList = Type.Object(
  {
    items: Type.Array(PlanArea),
    next: Type.Optional(Type.Integer({ description: 'The `after` of the next page' })),
  },
  { $id: 'PlanAreaList' },
);

const Site = Type.Object({
  id: Id,
  name: Type.Optional(Type.String({ description: 'Absent: it is no longer shown as it was' })),
  lon: Type.Optional(Type.Number()),
  lat: Type.Optional(Type.Number()),
});
const Changed = Type.Object(
  {
    count: Type.Integer(),
    items: Type.Array(Type.Object({ ...words, weight: Type.Number() }), {
      description: 'Those with most weight, 100 at most',
    }),
  },
  { $id: 'PlanAreasChanged' },
);
const Side = Type.Object({
  id: Id,
  name: Type.String(),
  objective: Type.Number(),
  status: Type.String(),
  sites: Type.Integer(),
});
export const Comparison = Type.Object(
  {
    plan: Side,
    other: Side,
    kept: Type.Array(Site, { description: 'Sites of both' }),
    dropped: Type.Array(Site, { description: 'Of the plan, and not of the other' }),
    opened: Type.Array(Site, { description: 'Of the other, and not of the plan' }),
    groups: Type.Array(
      Type.Object({
        name: Type.String(),
        gained: Type.Number({ description: 'Within reach in the other, and not in the plan' }),
        lost: Type.Number({ description: 'Within reach in the plan, and not in the other' }),
      }),
      { description: 'As in `findings.groups`; `weight` is that of the plan' },
    ),
    gained: Changed,
    lost: Changed,
  },
  { $id: 'PlanComparison' },
);

export type PlanArea = Static<typeof PlanArea>;
export type PlanAreaList = Static<typeof PlanAreaList>;
export type Comparison = Static<typeof Comparison>;
