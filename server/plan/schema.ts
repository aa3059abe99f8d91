/** The words of plans: what is asked (in `schema-asked.ts`), and what is answered. */
import { type Static, Type } from '@sinclair/typebox';
import { TravelModel } from '../travel/schema.ts';
import { Services } from '../venues/schema.ts';
import { CandidatesAsked, DemandAsked, Id, Question, Travel } from './schema-asked.ts';
import { Findings, type KeptFindings } from './schema-findings.ts';

export * from './schema-asked.ts';

const oneOf = <T extends string>(values: readonly T[], options: object = {}) =>
  Type.Unsafe<T>(Type.String({ enum: [...values], ...options }));

export const statuses = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;

const Part = Type.Object({ areas: Type.Integer(), weight: Type.Number() });
const figures = {
  objective: Type.Number({ description: 'What the question makes most or least of, in its own unit' }),
  bound: Type.Number({ description: 'No choice does better than this' }),
  gap: Type.Number({ description: 'The share of the objective that is not proven; 0 is proof' }),
};
const told = {
  ...figures,
  status: oneOf(['optimal', 'feasible', 'infeasible', 'unknown'] as const),
  reasons: Type.Array(Type.String(), { description: 'What else is to be said of it, from a closed list' }),
  says: Type.String({ description: 'The same as a sentence' }),
  model: Type.String({ description: 'The formulation that was solved' }),
  solver: Type.Record(Type.String(), Type.String(), { description: 'Versions of what solved it' }),
  travel: Type.Optional(TravelModel),
  shares: Type.Optional(
    Type.Array(Type.Object({ group: Type.String(), asked: Type.Number(), reached: Type.Number() }), {
      description:
        'The shares that were asked for, and what is reached of them; where there is no answer, at best',
    }),
  ),
  seconds: Type.Number({ description: 'That it took' }),
  demand: Part,
  reached: Type.Intersect([Part], { description: 'Areas with a chosen site within reach' }),
  outOfReach: Type.Intersect([Part], { description: 'Areas that no candidate reaches' }),
};
export const Progress = Type.Object({
  objective: Type.Optional(figures.objective),
  bound: Type.Optional(figures.bound),
  gap: Type.Optional(figures.gap),
  measured: Type.Optional(
    Type.Number({ description: 'While travel is measured on a network: the share of it that is done' }),
  ),
  seconds: Type.Number(),
});
/** The holder's word when the plan was asked. */
const services = {
  consent: Type.Optional(Services.properties.consent),
  sessionsPerWeek: Services.properties.sessionsPerWeek,
};
const Site = Type.Object(
  {
    id: Id,
    name: Type.Optional(Type.String({ description: 'Absent when it is no longer shown as it was' })),
    url: Type.Optional(Type.String()),
    api: Type.Optional(Type.String()),
    lon: Type.Optional(Type.Number()),
    lat: Type.Optional(Type.Number()),
    precision: Type.Optional(Type.String()),
    included: Type.Boolean({ description: 'It was to be chosen in any case' }),
    areas: Type.Integer({ description: 'That are nearest to it, within reach' }),
    weight: Type.Number({ description: 'Of those areas; where rooms fill up, those who have room here' }),
    sessions: Type.Optional(
      Type.Integer({ description: 'A week that are needed, where `capacity` was asked about' }),
    ),
    capacity: Type.Optional(
      Type.Integer({ description: 'People in one session, in the largest room that fits' }),
    ),
    ...services,
    today: Type.Optional(
      Type.Object(Services.properties, {
        description:
          'What its holder says of services now; `consent` and `sessionsPerWeek` beside it are of when the plan was asked',
      }),
    ),
  },
  { $id: 'PlanSite' },
);
export const Answer = Type.Object(
  { ...told, sites: Type.Array(Site), findings: Type.Optional(Findings) },
  { $id: 'PlanAnswer' },
);

const words = {
  id: Id,
  organisationId: Id,
  name: Type.String(),
  status: oneOf(statuses),
  madeAt: Type.String(),
  startedAt: Type.Optional(Type.String()),
  endedAt: Type.Optional(Type.String()),
};
export const Plan = Type.Object(
  {
    ...words,
    question: Question,
    demand: DemandAsked,
    candidates: Type.Object({
      asked: CandidatesAsked,
      count: Type.Integer({ description: 'Candidates there were' }),
      agreed: Type.Integer({ description: 'Those whose holders had agreed that they may be proposed' }),
    }),
    travel: Travel,
    seconds: Type.Integer(),
    seed: Type.Integer(),
    progress: Type.Optional(Progress),
    answer: Type.Optional(Answer),
    fault: Type.Optional(Type.String({ description: 'Why it failed' })),
  },
  { $id: 'Plan' },
);
export const PlanList = Type.Object(
  { items: Type.Array(Type.Object({ ...words, question: Question })), next: Type.Optional(Type.Integer()) },
  { $id: 'PlanList' },
);
export const PlanMade = Type.Object({ id: Id, status: oneOf(statuses) }, { $id: 'PlanMade' });
export const Bundle = Type.Object(
  {
    format: Type.Literal('moothall-plan/1'),
    moothall: Type.Optional(Type.String({ description: 'Version of this program' })),
    complete: Type.Boolean({ description: 'Nothing had to be left out' }),
    plan: Plan,
    layer: Type.Object({
      id: Id,
      version: Type.Integer(),
      name: Type.Optional(Type.String()),
      licence: Type.Optional(Type.String()),
      source: Type.Optional(Type.String()),
    }),
    places: Type.Array(
      Type.Object({ id: Type.String(), lon: Type.Number(), lat: Type.Number(), weight: Type.Number() }),
    ),
    candidates: Type.Array(
      Type.Object({
        id: Id,
        lon: Type.Optional(Type.Number()),
        lat: Type.Optional(Type.Number()),
        precision: Type.Optional(Type.String()),
        included: Type.Boolean(),
        ...services,
        capacity: Type.Optional(Type.Integer()),
      }),
    ),
  },
  { $id: 'PlanBundle' },
);

export type Progress = Static<typeof Progress>;
export type Answer = Static<typeof Answer>;
export type Plan = Static<typeof Plan>;
export type PlanList = Static<typeof PlanList>;
export type Bundle = Static<typeof Bundle>;
export type Status = (typeof statuses)[number];
/** A site to choose from, as the public saw it, with its holder's word; that is absent from before there was any. */
export interface Candidate extends Partial<Static<typeof Services>> {
  id: number;
  lon: number;
  lat: number;
  precision: string;
  included: boolean;
  /** People in the largest room that fits; absent where it is not known. */
  capacity?: number;
}
/** As it is kept: sites by id, and what they serve. */
export type KeptAnswer = Omit<Answer, 'sites' | 'findings'> & {
  sites: { id: number; included: boolean; areas: number; weight: number; sessions?: number }[];
  findings?: KeptFindings;
};
