/** Asking for a plan: everything that it needs is looked up and kept, so that it can be worked out at any time. */
import type { Knex } from 'knex';
import { demandOf } from '../demand/demand-of.ts';
import { mayReadLayer } from '../demand/policy.ts';
import { aboutLayer, getLayer } from '../demand/repository.ts';
import type { Visitor } from '../http/visitor.ts';
import { invalidInput, Problem } from '../problem.ts';
import { straightLine } from '../travel/straight-line.ts';
import { findCandidates } from './candidates.ts';
import { groupFaults, roomFaults } from './part-faults.ts';
import { questionFaults, sizeFaults } from './question-faults.ts';
import { MOST_PAIRS } from './reached.ts';
import { insertPlan, takePlace } from './repository.ts';
import { type Asked, type NewPlan, USUAL_SECONDS } from './schema.ts';

type TravelAsked = NonNullable<NewPlan['travel']>;

const noLayer = (id: number) =>
  invalidInput([
    { pointer: '#/demand/layer', value: id, detail: `There is no layer ${id} that you may read.` },
  ]);

/** The version that is meant. Throws Problem 400 when there is none, or the visitor may not read the layer. */
async function versionOf(db: Knex, visitor: Visitor, { layer, version }: NewPlan['demand']): Promise<number> {
  const about = await aboutLayer({ db, params: { id: layer } }).catch((error) => {
    throw error instanceof Problem && error.status === 404 ? noLayer(layer) : error;
  });
  if (!mayReadLayer(visitor, about)) throw noLayer(layer);
  const newest = (await getLayer(db, layer)).layer.version;
  if (newest === undefined)
    throw invalidInput([
      {
        pointer: '#/demand/layer',
        value: layer,
        detail: 'This layer has no numbers yet. Send it a file first.',
      },
    ]);
  if (version !== undefined && version > newest)
    throw invalidInput([
      {
        pointer: '#/demand/version',
        value: version,
        detail: `This layer has no version ${version}; the newest is ${newest}.`,
        allowed: { maximum: newest },
      },
    ]);
  return version ?? newest;
}

/** The weights, or what is wrong with the expression, told where it stands in the body. */
async function demandFor(db: Knex, { layer, version, weight }: Asked['demand']) {
  try {
    return await demandOf(db, layer, version, weight);
  } catch (error) {
    if (!(error instanceof Problem) || !error.errors) throw error;
    throw invalidInput(
      error.errors.map(({ parameter: _name, ...fault }) => ({ ...fault, pointer: '#/demand/weight' })),
    );
  }
}

function travelOf({
  by = 'straight_line',
  mode = 'walking',
  unit = 'metres',
  most,
  ...settings
}: TravelAsked): Asked['travel'] {
  const model = straightLine(mode, settings);
  return { ...(by === 'network' && { by }), model, unit, ...(most !== undefined && { most }) };
}

/** Answers the id of the plan, which waits from now on. Throws Problem 400, and 409 when the organisation has too many. */
export async function askPlan(db: Knex, visitor: Visitor, plan: NewPlan): Promise<number> {
  const { organisationId, name, question, travel = {}, seconds = USUAL_SECONDS, seed = 1 } = plan;
  const faults = questionFaults(plan);
  if (faults.length > 0) throw invalidInput(faults);
  await takePlace(db, organisationId);
  const version = await versionOf(db, visitor, plan.demand);
  const asked: Asked = {
    question,
    demand: { layer: plan.demand.layer, version, weight: plan.demand.weight },
    candidates: { ...plan.candidates, consent: plan.candidates.consent ?? 'any' },
    travel: travelOf(travel),
    seconds,
    seed,
  };
  const candidates = await findCandidates(db, asked.candidates);
  const { weights, columns } = await demandFor(db, asked.demand);
  const sizes = sizeFaults(plan, {
    candidates: candidates.length,
    included: candidates.filter(({ included }) => included).length,
    areas: weights.length,
    weight: weights.reduce((all, each) => all + each, 0),
    mostPairs: MOST_PAIRS,
  });
  const parts = [...sizes, ...groupFaults(question, columns), ...roomFaults(question, candidates)];
  if (parts.length > 0) throw invalidInput(parts);
  return insertPlan(db, { organisationId, name: name.trim(), asked, candidates });
}
