/** The words of plans: what is asked, and what is answered. */
import { type Static, Type } from '@sinclair/typebox';
import { modes, StraightLine } from '../travel/schema.ts';
import { Services, VenueQuery, venueFilters } from '../venues/schema.ts';
import { Findings, type KeptFindings } from './schema-findings.ts';

export const Id = Type.Integer({ minimum: 1, maximum: 2147483647 });
const strict = { additionalProperties: false };
const oneOf = <T extends string>(values: readonly T[], options: object = {}) =>
  Type.Unsafe<T>(Type.String({ enum: [...values], ...options }));

export const questions = ['mclp', 'lscp', 'p_median', 'p_centre'] as const;
export const statuses = ['queued', 'running', 'done', 'failed', 'cancelled'] as const;
/** Whose venues may be candidates, by the word of their holders. */
export const consents = ['any', 'agreed'] as const;
export const MOST_CANDIDATES = 5000;
export const MOST_SECONDS = 600;
export const USUAL_SECONDS = 60;

/** One flat shape, so that what is missing or too much for a question is told in a sentence of its own. */
export const Question = Type.Object(
  {
    kind: oneOf(questions, {
      description:
        'mclp: reach most people with p sites; lscp: fewest sites that reach all, or a share; p_median: least travel in all with p sites; p_centre: shortest longest way with p sites',
    }),
    p: Type.Optional(Type.Integer({ minimum: 1, maximum: MOST_CANDIDATES, description: 'How many sites' })),
    within: Type.Optional(
      Type.Number({ exclusiveMinimum: 0, maximum: 1_000_000, description: 'Travel that is near enough' }),
    ),
    share: Type.Optional(
      Type.Number({
        exclusiveMinimum: 0,
        maximum: 1,
        description: 'Of the weight; 1: every area that some candidate reaches',
      }),
    ),
  },
  { ...strict, $id: 'PlanQuestion' },
);

const unit = oneOf(['metres', 'minutes'] as const, { default: 'metres' });
const most = Type.Optional(
  Type.Number({
    exclusiveMinimum: 0,
    maximum: 1_000_000,
    description:
      'What is farther is out of reach; in p_median, an area out of reach counts as travelling so far',
  }),
);
export const TravelAsked = Type.Object(
  {
    mode: Type.Optional(oneOf(modes, { default: 'walking' })),
    detour: Type.Optional(
      Type.Number({
        minimum: 1,
        maximum: 3,
        default: 1.3,
        description: 'How much longer the way is than the straight line; 1: the straight line itself',
      }),
    ),
    metresPerMinute: Type.Optional(
      Type.Number({
        exclusiveMinimum: 0,
        maximum: 2000,
        description: 'For minutes; what is usual for the mode when left out',
      }),
    ),
    unit: Type.Optional(unit),
    most,
  },
  { ...strict, $id: 'PlanTravelAsked', description: 'Straight lines, made longer' },
);
export const Travel = Type.Object({ model: StraightLine, unit, most }, { $id: 'PlanTravel' });

const Ids = Type.Array(Id, { maxItems: MOST_CANDIDATES, uniqueItems: true });
export const CandidatesAsked = Type.Object(
  {
    search: Type.Optional(
      Type.Object(
        { ...venueFilters, match: VenueQuery.properties.match },
        { ...strict, description: 'As for /api/v1/venues; {} is the whole register' },
      ),
    ),
    include: Type.Optional(Ids),
    exclude: Type.Optional(Ids),
    consent: Type.Optional(
      oneOf(consents, {
        default: 'any',
        description:
          'any: also venues whose holders are to be asked first; agreed: only those whose holders have agreed that they may be proposed for services. One whose holder has declined is never a candidate',
      }),
    ),
  },
  {
    ...strict,
    description: 'Venues of a search, those that are chosen in any case, and those that are not',
  },
);
export const DemandAsked = Type.Object(
  {
    layer: Id,
    version: Type.Optional(Type.Integer({ minimum: 1, description: 'The newest when left out' })),
    weight: Type.String({ maxLength: 500, description: 'How much an area counts, such as `population`' }),
  },
  strict,
);

const Name = Type.String({ maxLength: 160, pattern: '\\S' });
export const NewPlan = Type.Object(
  {
    organisationId: Id,
    name: Name,
    question: Question,
    demand: DemandAsked,
    candidates: CandidatesAsked,
    travel: Type.Optional(TravelAsked),
    seconds: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: MOST_SECONDS,
        default: USUAL_SECONDS,
        description: 'That it may take',
      }),
    ),
    seed: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 2147483647,
        default: 1,
        description: 'The same seed finds the same answer, unless time runs out',
      }),
    ),
  },
  { ...strict, $id: 'NewPlan' },
);

/** What was asked, with nothing left to be filled in. */
export interface Asked {
  question: Static<typeof Question>;
  demand: Required<Static<typeof DemandAsked>>;
  candidates: Static<typeof CandidatesAsked> & { consent: (typeof consents)[number] };
  travel: Static<typeof Travel>;
  seconds: number;
  seed: number;
}

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
  seconds: Type.Number({ description: 'That it took' }),
  demand: Part,
  reached: Type.Intersect([Part], { description: 'Areas with a chosen site within reach' }),
  outOfReach: Type.Intersect([Part], { description: 'Areas that no candidate reaches' }),
};
export const Progress = Type.Object({
  objective: Type.Optional(figures.objective),
  bound: Type.Optional(figures.bound),
  gap: Type.Optional(figures.gap),
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
    weight: Type.Number({ description: 'Of those areas' }),
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

export type NewPlan = Static<typeof NewPlan>;
export type Question = Static<typeof Question>;
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
  sites: { id: number; included: boolean; areas: number; weight: number }[];
  findings?: KeptFindings;
};
