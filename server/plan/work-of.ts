/** A plan as numbers: what its thread is given, read in stretches so that requests have their turn between. */
import type { Knex } from 'knex';
import { demandOf } from '../demand/demand-of.ts';
import type { TravelPlace } from '../travel/in-force.ts';
import { ways } from '../travel/profiles.ts';
import { besideCandidates } from './beside.ts';
import type { Job } from './queue.ts';
import type { Asked } from './schema.ts';
import type { Work } from './work.ts';

/** How far somebody gets within what counts, in metres at most; without end where everything counts. */
function metresOf({ question, travel: { model, unit, most, by } }: Asked): number {
  const limit = Math.min(question.within ?? Number.POSITIVE_INFINITY, most ?? Number.POSITIVE_INFINITY);
  const fastest = by === 'network' ? ways[model.mode].most : 0;
  return unit === 'metres' ? limit : limit * Math.max(model.metresPerMinute, fastest);
}

export async function workOf(
  db: Knex,
  { asked, candidates }: Job,
  place: TravelPlace | undefined,
): Promise<Work> {
  const { layer, version, weight } = asked.demand;
  const { points, weights, columns } = await demandOf(db, layer, version, weight);
  const beside = await besideCandidates(db, asked.candidates, candidates, {
    points,
    metres: metresOf(asked),
  });
  return {
    question: asked.question,
    travel: asked.travel,
    ...(place && { place }),
    seconds: asked.seconds,
    seed: asked.seed,
    places: Float64Array.from(points.flat()),
    weights,
    expression: weight,
    columns,
    sites: Float64Array.from(candidates.flatMap(({ lon, lat }) => [lon, lat])),
    ids: Int32Array.from(candidates, ({ id }) => id),
    capacity: Float64Array.from(candidates, ({ capacity = Number.NaN }) => capacity),
    caps: Float64Array.from(candidates, ({ sessionsPerWeek = Number.NaN }) => sessionsPerWeek),
    fixed: candidates.flatMap(({ included }, j) => (included ? [j] : [])),
    beside,
  };
}
