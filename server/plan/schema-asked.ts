/** What is asked of a plan. */
import { type Static, Type } from '@sinclair/typebox';
import { modes, StraightLine } from '../travel/schema.ts';
import { VenueQuery, venueFilters } from '../venues/schema.ts';

export const Id = Type.Integer({ minimum: 1, maximum: 2147483647 });
const strict = { additionalProperties: false };
const oneOf = <T extends string>(values: readonly T[], options: object = {}) =>
  Type.Unsafe<T>(Type.String({ enum: [...values], ...options }));

export const questions = ['coverage', 'mclp', 'lscp', 'p_median', 'p_centre'] as const;
/** Whose venues may be candidates, by the word of their holders. */
export const consents = ['any', 'agreed'] as const;
export const MOST_CANDIDATES = 5000;
export const MOST_SECONDS = 600;
export const USUAL_SECONDS = 60;

const Capacity = Type.Object(
  {
    perSession: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 100_000,
        description:
          'People in one session, at every site. Left out: as many as the largest room holds that meets the search, in the layout that is asked for; a site of which that is not known has no room',
      }),
    ),
    sessions: Type.Integer({
      minimum: 1,
      maximum: 100,
      description: 'Sessions a week at most, at a site whose holder has not said how many',
    }),
    inAll: Type.Optional(
      Type.Integer({
        minimum: 1,
        maximum: 100_000,
        description: 'Sessions a week at most, at all sites together',
      }),
    ),
  },
  {
    ...strict,
    $id: 'PlanCapacity',
    description:
      'For mclp and p_median. A site takes people in one session × sessions a week; the sessions are at most what its holder agreed to (`sessionsPerWeek`), and else `sessions`. Each of the weight comes once a week; in p_median, who finds no room counts as travelling `most`, or a thousandth farther than the longest way',
  },
);
const Share = Type.Object(
  {
    group: Type.String({
      minLength: 1,
      maxLength: 200,
      description: 'Who, as an expression over the columns of the layer: `population * (imd_decile <= 3)`',
    }),
    share: Type.Number({
      exclusiveMinimum: 0,
      maximum: 1,
      description: 'Of them that is to be reached, at least',
    }),
  },
  { ...strict, $id: 'PlanShare' },
);

/** One flat shape, so that what is missing or too much for a question is told in a sentence of its own. */
export const Question = Type.Object(
  {
    kind: oneOf(questions, {
      description:
        'coverage: who is within reach of all candidates, with no choosing; mclp: reach most people with p sites; lscp: fewest sites that reach all, or a share; p_median: least travel in all with p sites; p_centre: shortest longest way with p sites',
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
    shares: Type.Optional(
      Type.Array(Share, {
        minItems: 1,
        maxItems: 10,
        description: 'For mclp: of these groups at least so much is to be reached',
      }),
    ),
    capacity: Type.Optional(Capacity),
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
const by = oneOf(['straight_line', 'network'] as const, {
  default: 'straight_line',
  description:
    'network: streets and paths, where the service has them; else straight lines, and the answer says so',
});
export const TravelAsked = Type.Object(
  {
    by: Type.Optional(by),
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
  {
    ...strict,
    $id: 'PlanTravelAsked',
    description:
      'Straight lines, made longer, or a network of streets. `detour` and `metresPerMinute` are of straight lines',
  },
);
export const Travel = Type.Object(
  {
    by: Type.Optional(by),
    model: StraightLine,
    unit,
    most,
  },
  { $id: 'PlanTravel' },
);

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
export type NewPlan = Static<typeof NewPlan>;
export type Question = Static<typeof Question>;
