/** What an answer means for people: who gains, how evenly, why these sites, and who is left out. */
import { type Static, Type } from '@sinclair/typebox';
import { oneOf } from '../venues/schema-words.ts';

const Id = Type.Integer({ minimum: 1, maximum: 2_147_483_647 });

/** Why nobody in an area is reached; the first that is true. */
export const gapReasons = ['not_chosen', 'no_consent', 'no_step_free', 'left_out', 'no_venue'] as const;
export type GapReason = (typeof gapReasons)[number];

const Group = Type.Object(
  {
    name: Type.String({
      description:
        'A column of the layer that counts, a group that was asked about, or `weight`: what the plan counts',
    }),
    total: Type.Number(),
    before: Type.Number({
      description:
        'Within reach of the sites that were to be chosen in any case; where rooms fill up, those who have room there',
    }),
    after: Type.Number({
      description: 'Within reach of all chosen sites; where rooms fill up, those who have room there',
    }),
  },
  { $id: 'PlanGroup' },
);

const Fairness = Type.Object(
  {
    people: Type.String({ description: 'The column of the people, or `weight`' }),
    access: oneOf(['reached', 'nearness'] as const, {
      description:
        'What is shared out: being within reach or not; or, where no way is too long, how much nearer than the longest way a site is, from 0 to 1',
    }),
    points: Type.Array(Type.Tuple([Type.Number(), Type.Number()]), {
      description:
        'So much of the people, the worst off first, has so much of the access: from 0, 0 to 1, 1. The Lorenz curve, or with `rankedBy` the concentration curve. Empty: nobody has any',
      maxItems: 50,
    }),
    gini: Type.Optional(Type.Number({ description: '0: all have as much; 1: one has it all' })),
    rankedBy: Type.Optional(Type.String({ description: 'A column in which 1 is the worst off' })),
    concentration: Type.Optional(
      Type.Number({ description: 'By `rankedBy`. Below 0: the worst off have more; above: less; −1 to 1' }),
    ),
    palma: Type.Optional(
      Type.Number({
        description:
          'What the best-off tenth has over what the worst-off two fifths have; 0.25: all have as much. Absent: those have nothing',
      }),
    ),
  },
  { $id: 'PlanFairness' },
);

const Why = Type.Object(
  {
    id: Id,
    only: Type.Number({ description: 'Weight that no other chosen site reaches' }),
    adds: Type.Optional(
      Type.Number({
        description:
          'How much worse the answer is without it, in the unit of the objective (the weight, in lscp). Absent: without it somebody has no site at all',
      }),
    ),
    nextBest: Type.Optional(
      Type.Object(
        {
          id: Id,
          name: Type.Optional(Type.String({ description: 'Absent: it is no longer shown as it was' })),
          costs: Type.Optional(
            Type.Number({ description: 'How much worse it is with this one instead; absent: without end' }),
          ),
        },
        {
          description:
            'The best of the candidates that were not chosen, in its stead. Absent too for a site that is chosen in any case, and where shares of groups were asked for',
        },
      ),
    ),
  },
  { $id: 'PlanWhy' },
);

const Gap = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    lon: Type.Number(),
    lat: Type.Number(),
    weight: Type.Number(),
    reason: oneOf(gapReasons, {
      description:
        'not_chosen: a candidate is within reach; no_consent: a venue is, whose holder declined, or has not agreed where only those who have are asked for; no_step_free: venues are, none known to be without steps, and that was asked for; left_out: a venue is, which the search or the list of those to exclude left out; no_venue: none is',
    }),
    nearest: Type.Optional(
      Type.Object(
        { id: Id, travel: Type.Number() },
        {
          description:
            'The nearest venue of those of the reason; absent too when it shows less of itself since',
        },
      ),
    ),
  },
  { $id: 'PlanGap' },
);

const Access = Type.Object(
  {
    places: Type.Number({ description: 'That the chosen sites offer in a week: capacity × sessions' }),
    perThousand: Type.Number({ description: 'Places for 1,000 of the weight, on average' }),
    least: Type.Number({ description: 'A tenth has no more than this for 1,000' }),
    middle: Type.Number({ description: 'Half has no more' }),
    none: Type.Number({ description: 'Weight that has none' }),
  },
  {
    $id: 'PlanAccess',
    description:
      'Enhanced two-step floating catchment areas (Luo and Qi 2009), with the decay of Dai (2010): how much of what is offered falls to whom',
  },
);

export const Findings = Type.Object(
  {
    groups: Type.Array(Group),
    fairness: Type.Optional(Fairness),
    sites: Type.Array(Why, {
      description:
        'Why each site, in the order of the sites. Empty where rooms fill up: there, no site can be judged by itself',
    }),
    firstToLose: Type.Optional(
      Type.Object(
        { id: Id, loses: Type.Optional(Type.Number({ description: 'As `adds`' })) },
        { description: 'The site that would be missed most' },
      ),
    ),
    gaps: Type.Array(Gap, {
      description:
        'The areas out of reach with most weight, 20 of them. Empty when you may no longer read the layer',
    }),
    gapsCount: Type.Integer({ description: 'Areas out of reach that count' }),
    gapReasons: Type.Record(Type.String(), Type.Number(), { description: 'Weight out of reach by reason' }),
    access: Type.Optional(Access),
  },
  { $id: 'PlanFindings', description: 'Absent in plans that were answered before there were any' },
);

export type Findings = Static<typeof Findings>;
export type Group = Static<typeof Group>;
export type Fairness = Static<typeof Fairness>;
export type Gap = Static<typeof Gap>;
export type Access = Static<typeof Access>;
/** As they are kept: areas by their position in the layer, and no names. */
export type KeptFindings = Omit<Findings, 'gaps'> & {
  gaps: (Pick<Gap, 'weight' | 'reason' | 'nearest'> & { position: number })[];
};
