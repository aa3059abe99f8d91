/** A plan worked out, from numbers to numbers: what a worker thread does, and nothing else. */
import { lscp } from './questions/lscp.ts';
import { mclp } from './questions/mclp.ts';
import { pCentre } from './questions/p-centre.ts';
import { pMedian } from './questions/p-median.ts';
import { type Choice, type Reach, sum } from './reach.ts';
import { pointsOf, reached } from './reached.ts';
import { type Part, says } from './says.ts';
import type { Asked, Progress } from './schema.ts';
import { loadHighs } from './solve/highs.ts';
import type { SolveSettings } from './solve/solve.ts';

/** What a thread is given. Points are side by side: lon, lat, lon, lat, … */
export interface Work {
  question: Asked['question'];
  travel: Asked['travel'];
  seconds: number;
  seed: number;
  places: Float64Array;
  weights: Float64Array;
  sites: Float64Array;
  /** Sites that are chosen in any case, by number. */
  fixed: number[];
}

export interface Worked extends Omit<Choice, 'open' | 'reasons'> {
  reasons: string[];
  says: string;
  model: string;
  solver: Record<string, string>;
  seconds: number;
  demand: Part;
  reached: Part;
  outOfReach: Part;
  /** The chosen sites by number, with what is nearest to each. */
  sites: (Part & { site: number })[];
}

const models: Record<Asked['question']['kind'], string> = {
  mclp: 'maximal covering location problem (Church and ReVelle 1974)',
  lscp: 'location set covering problem (Toregas et al. 1971)',
  p_median: 'p-median problem (Hakimi 1964; ReVelle and Swain 1970)',
  p_centre: 'p-centre problem (Hakimi 1964; Minieka 1970)',
};

function choose({ question, fixed, ...work }: Work, reach: Reach, settings: SolveSettings): Promise<Choice> {
  const { kind, p = 0, within = Number.POSITIVE_INFINITY, share } = question;
  const asked = { reach, weights: [...work.weights], fixed, p, within };
  switch (kind) {
    case 'mclp':
      return mclp(asked, settings);
    case 'lscp':
      return lscp({ ...asked, ...(share !== undefined && { share }) }, settings);
    case 'p_median':
      return pMedian(
        { ...asked, ...(work.travel.most !== undefined && { beyond: work.travel.most }) },
        settings,
      );
    case 'p_centre':
      return pCentre(asked, settings);
  }
}

/** Each area with its weight at the nearest open site within reach; the first of them where two are as near. */
function served(reach: Reach, weights: Float64Array, open: readonly number[]): Worked['sites'] {
  const parts = new Map(open.map((site) => [site, { site, areas: 0, weight: 0 }]));
  for (const [i, pairs] of reach.places.entries()) {
    let [best, least] = [-1, Number.POSITIVE_INFINITY];
    for (const [site, travel] of pairs) if (parts.has(site) && travel < least) [best, least] = [site, travel];
    const part = parts.get(best);
    if (!part) continue;
    part.areas += 1;
    part.weight += weights[i] ?? 0;
  }
  return [...parts.values()];
}

/** Works the plan out. `improved` hears of better answers and better bounds. Throws TooManyPairs. */
export async function workOut(work: Work, improved: (progress: Progress) => void): Promise<Worked> {
  const began = performance.now();
  const since = () => Math.round(performance.now() - began) / 1000;
  const { question, travel, seconds, seed, weights } = work;
  const reach = await reached(pointsOf(work.places), pointsOf(work.sites), travel, question.within);
  const choice = await choose(work, reach, {
    seconds: Math.max(0.1, seconds - since()),
    seed,
    improved: ({ objective, bound, gap }) =>
      improved({ ...finite({ objective, bound, gap }), seconds: since() }),
  });
  const { open, ...figures } = choice;
  const sites = served(reach, weights, open);
  const empty = reach.places.flatMap((pairs, i) => (pairs.length === 0 ? [weights[i] ?? 0] : []));
  const parts = {
    demand: { areas: weights.length, weight: sum([...weights]) },
    reached: { areas: sum(sites.map(({ areas }) => areas)), weight: sum(sites.map(({ weight }) => weight)) },
    outOfReach: { areas: empty.length, weight: sum(empty) },
  };
  const { version } = await loadHighs();
  return {
    ...figures,
    reasons: [...figures.reasons],
    says: says(choice, { question, travel, seconds, ...parts }),
    model: models[question.kind],
    solver: { highs: version.string, node: process.versions.node },
    seconds: since(),
    ...parts,
    sites,
  };
}

/** JSON has no infinity: a bound that is not known yet is left out. */
const finite = (figures: Record<'objective' | 'bound' | 'gap', number>): Partial<typeof figures> =>
  Object.fromEntries(Object.entries(figures).filter(([, value]) => Number.isFinite(value)));
