/** A plan worked out, from numbers to numbers: what a worker thread does, and nothing else. */
import type { BesideVenues } from './beside.ts';
import { besideReach } from './findings/beside-reach.ts';
import type { Columns } from './findings/columns.ts';
import { find } from './findings/find.ts';
import { listsOf } from './findings/lists.ts';
import { lscp } from './questions/lscp.ts';
import { mclp } from './questions/mclp.ts';
import { pCentre } from './questions/p-centre.ts';
import { longest, pMedian } from './questions/p-median.ts';
import type { AreaLists } from './queue.ts';
import { type Choice, type Reach, sum } from './reach.ts';
import { pointsOf, reached } from './reached.ts';
import { type Part, says } from './says.ts';
import type { Asked, Progress } from './schema.ts';
import type { KeptFindings } from './schema-findings.ts';
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
  /** How the weights came about, and what else is known of the places. */
  expression: string;
  columns: Columns;
  sites: Float64Array;
  /** By site: the id of its venue, and how many people it takes in a week; NaN: not known. */
  ids: Int32Array;
  supply: Float64Array;
  /** Sites that are chosen in any case, by number. */
  fixed: number[];
  beside: BesideVenues;
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
  findings: KeptFindings;
  areas: AreaLists;
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
  const told = await findingsOf(work, reach, open);
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
    findings: told.findings,
    areas: listsOf(told.areas, weights),
  };
}

/** What the answer means. What stands beside the candidates is measured only where none of them is in reach. */
async function findingsOf(work: Work, reach: Reach, open: readonly number[]) {
  const { question, travel, weights, beside } = work;
  const limit = question.within ?? Number.POSITIVE_INFINITY;
  const points = pointsOf(work.places);
  const far = [...weights.keys()].filter(
    (i) => (weights[i] ?? 0) > 0 && !reach.places[i]?.some(([, length]) => length <= limit),
  );
  const others = pointsOf(beside.points);
  const near = await besideReach(far, beside, (some) =>
    reached(
      some.flatMap((i) => points[i] ?? []),
      others,
      travel,
      question.within,
    ),
  );
  return find({
    ...work,
    kind: question.kind,
    reach,
    limit,
    beyond: travel.most ?? longest({ reach }),
    open,
    beside: { ...beside, reach: near },
  });
}

/** JSON has no infinity: a bound that is not known yet is left out. */
const finite = (figures: Record<'objective' | 'bound' | 'gap', number>): Partial<typeof figures> =>
  Object.fromEntries(Object.entries(figures).filter(([, value]) => Number.isFinite(value)));
