/** A plan worked out, from numbers to numbers: what a worker thread does, and nothing else. */
import { type TravelPlace, travelInForce } from '../travel/in-force.ts';
import type { Travel as Ways } from '../travel/reach-of.ts';
import type { TravelModel } from '../travel/schema.ts';
import type { BesideVenues } from './beside.ts';
import { type Chosen, choose, modelOf } from './choose.ts';
import type { Columns } from './findings/columns.ts';
import { listsOf } from './findings/lists.ts';
import type { AreaLists } from './queue.ts';
import { type Choice, type Reach, sum, twoNearest } from './reach.ts';
import { pointsOf, reached } from './reached.ts';
import type { Reason } from './reasons.ts';
import { type Part, says } from './says.ts';
import type { Answer, Asked, Progress } from './schema.ts';
import type { KeptFindings } from './schema-findings.ts';
import { loadHighs } from './solve/highs.ts';
import { findingsOf } from './work-findings.ts';

/** What a thread is given. Points are side by side: lon, lat, lon, lat, … */
export interface Work {
  question: Asked['question'];
  travel: Asked['travel'];
  /** Where there may be a network of streets. */
  place?: TravelPlace;
  seconds: number;
  seed: number;
  places: Float64Array;
  weights: Float64Array;
  /** How the weights came about, and what else is known of the places. */
  expression: string;
  columns: Columns;
  sites: Float64Array;
  /** By site: the id of its venue; people in one session, and the sessions its holder agreed to. NaN: not known. */
  ids: Int32Array;
  capacity: Float64Array;
  caps: Float64Array;
  /** Sites that are chosen in any case, by number. */
  fixed: number[];
  beside: BesideVenues;
}

export interface Worked extends Omit<Choice, 'open' | 'reasons'> {
  reasons: string[];
  says: string;
  model: string;
  travel: TravelModel;
  solver: Record<string, string>;
  seconds: number;
  demand: Part;
  reached: Part;
  outOfReach: Part;
  shares?: NonNullable<Answer['shares']>;
  /** The chosen sites by number, with what is nearest to each, or has room there. */
  sites: (Part & { site: number; sessions?: number })[];
  findings: KeptFindings;
  areas: AreaLists;
}

/** Each area with its weight at the nearest open site within reach; of equals, where its findings have it too. */
function nearestTo(reach: Reach, weights: Float64Array, open: readonly number[]): Worked['sites'] {
  const parts = new Map(open.map((site) => [site, { site, areas: 0, weight: 0 }]));
  for (const [i, site] of twoNearest(reach, open).site.entries()) {
    const part = parts.get(site);
    if (!part) continue;
    part.areas += 1;
    part.weight += weights[i] ?? 0;
  }
  return [...parts.values()];
}

/** Each site with those who have room there, where rooms fill up. */
function servedAt({ open, sessions = [], served = [] }: Chosen): Worked['sites'] {
  const parts = new Map(
    open.map((site, n) => [site, { site, areas: 0, weight: 0, sessions: sessions[n] ?? 0 }]),
  );
  for (const { site, people } of served) {
    const part = parts.get(site);
    if (!part) continue;
    part.areas += 1;
    part.weight += people;
  }
  return [...parts.values()];
}

/** Areas and weight within reach of a chosen site, or, where rooms fill up, with room at one. */
function reachedPart(sites: Worked['sites'], { served }: Chosen): Part {
  const weight = sum(sites.map((site) => site.weight));
  if (served) return { areas: new Set(served.map(({ place }) => place)).size, weight };
  return { areas: sum(sites.map(({ areas }) => areas)), weight };
}

/** What is asked for, and what there is. */
async function waysOf({ travel, place }: Work): Promise<{ ways: Ways; reasons: Reason[] }> {
  const { by = 'straight_line', model } = travel;
  if (by !== 'network') return { ways: { model }, reasons: [] };
  const { mode, detour, metresPerMinute } = model;
  const ways = await travelInForce(place ?? { dataDir: '', valhallaUrl: undefined }, {
    ...{ mode, detour, metresPerMinute },
    straightLine: place === undefined,
  });
  return { ways, reasons: 'engine' in ways ? [] : ['no-network'] };
}

/** Works the plan out. `improved` hears of better answers and better bounds. Throws as `reached`. */
export async function workOut(work: Work, improved: (progress: Progress) => void): Promise<Worked> {
  const began = performance.now();
  const since = () => Math.round(performance.now() - began) / 1000;
  const { question, travel, seconds, seed, weights } = work;
  const { ways, reasons } = await waysOf(work);
  const { unit, most } = travel;
  const measuring = { ways, unit, ...(most !== undefined && { most }) };
  const reach = await reached(
    pointsOf(work.places),
    pointsOf(work.sites),
    { ...measuring, progress: (share) => improved({ measured: share, seconds: since() }) },
    question.within,
  );
  if (reach.offNetwork > 0) reasons.push('off-network');
  const choice = await choose(work, reach, {
    // Measuring streets has a patience of its own.
    seconds: 'engine' in ways ? seconds : Math.max(0.1, seconds - since()),
    seed,
    improved: ({ objective, bound, gap }) =>
      improved({ ...finite({ objective, bound, gap }), seconds: since() }),
  });
  const { open, sessions: _sessions, served, shares, ...figures } = choice;
  const sites = served ? servedAt(choice) : nearestTo(reach, weights, open);
  const empty = reach.places.flatMap((pairs, i) => (pairs.length === 0 ? [weights[i] ?? 0] : []));
  const parts = {
    demand: { areas: weights.length, weight: sum([...weights]) },
    reached: reachedPart(sites, choice),
    outOfReach: { areas: empty.length, weight: sum(empty) },
  };
  const { findings, areas } = await findingsOf(work, { reach, measuring, choice });
  const { version } = await loadHighs();
  return {
    ...figures,
    reasons: [...figures.reasons, ...reasons],
    says: says(choice, { question, travel, model: ways.model, seconds, ...parts }),
    model: modelOf(question),
    travel: ways.model,
    ...(shares && {
      shares: (question.shares ?? []).map(({ group, share }) => ({
        group,
        asked: share,
        reached: shares[group] ?? 0,
      })),
    }),
    solver: { highs: version.string, node: process.versions.node },
    seconds: since(),
    ...parts,
    sites,
    findings,
    areas: listsOf(areas, weights),
  };
}

/** JSON has no infinity: a bound that is not known yet is left out. */
const finite = (figures: Record<'objective' | 'bound' | 'gap', number>): Partial<typeof figures> =>
  Object.fromEntries(Object.entries(figures).filter(([, value]) => Number.isFinite(value)));
