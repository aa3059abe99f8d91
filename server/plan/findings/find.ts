/** What an answer means: worked out beside it, in the same thread, from the same travel. */
import type { Measure } from '../measures.ts';
import { longestTravel, travelInAll, weightReached } from '../measures.ts';
import { e2sfca, gaussian } from '../questions/e2sfca.ts';
import { whyChosen } from '../questions/marginal.ts';
import { type Nearest, type Reach, twoNearest } from '../reach.ts';
import type { Question } from '../schema.ts';
import type { Access, Group, KeptFindings } from '../schema-findings.ts';
import { type Columns, countsIn, peopleIn, rankIn } from './columns.ts';
import { fair } from './fair.ts';
import { type UnreachedAsked, unreached } from './unreached.ts';

export interface FindingsAsked {
  kind: Question['kind'];
  reach: Reach;
  /** Travel within which somebody is reached; without end where the reach itself is the limit. */
  limit: number;
  /** What a place without a site is taken to travel, in p_median. */
  beyond: number;
  weights: Float64Array;
  /** How the weights came about. */
  expression: string;
  columns: Columns;
  /** Groups that were asked about, by their expression. */
  groups: Columns;
  open: readonly number[];
  /** The sites that are there already. */
  fixed: readonly number[];
  /** Must an answer keep to shares of groups as well, so that sites cannot be exchanged one by one? */
  isBound?: boolean;
  /** Of the candidates, by number. */
  ids: Int32Array;
  /** By candidate: the places that it offers in a week; NaN: not known. */
  supply: Float64Array;
  /** By place: the share that has room, where rooms fill up; and that has it at the sites that are there already. */
  room?: Float64Array;
  roomBefore?: Float64Array;
  beside: UnreachedAsked['beside'];
}

/** By place: the id of the nearest chosen site (0: none), travel to it, and to the nearest that was there before. */
export interface ByArea {
  site: Int32Array;
  travel: Float64Array;
  before: Float64Array;
}

/** More pairs than this, times sites, are not exchanged one by one for the longest way. */
const MOST_EXCHANGES = 100_000_000;
/** Less of the answer is an error of rounding. */
const NOTHING = 1e-9;

export function measureOf({ kind, reach, weights, limit, beyond }: FindingsAsked): Measure {
  const plain = [...weights];
  if (kind === 'p_median') return travelInAll(reach, plain, beyond);
  return kind === 'p_centre' ? longestTravel(reach, plain) : weightReached(reach, plain, limit);
}

/** The findings, and each area for itself. */
export function find(asked: FindingsAsked): { findings: KeptFindings; areas: ByArea } {
  const { reach, open, fixed, limit, weights, ids } = asked;
  const after = twoNearest(reach, open);
  const before = twoNearest(reach, fixed);
  const isIn = (travel: number | undefined) =>
    travel !== undefined && Number.isFinite(travel) && travel <= limit;
  const places = [...weights.keys()].filter((i) => (weights[i] ?? 0) > 0 && !isIn(after.first[i]));
  const why = whySites(asked, after);
  const access = accessOf(asked);
  const fairness = fairnessOf(asked, after, isIn);
  const within = (travel: Float64Array) => travel.map((each) => (isIn(each) ? each : Number.NaN));
  return {
    findings: {
      groups: groupsOf(asked, before, after, isIn),
      ...(fairness && { fairness }),
      ...why,
      ...unreached({ ...asked, places }),
      ...(access && { access }),
    },
    areas: {
      site: after.site.map((site, i) => (isIn(after.first[i]) ? (ids[site] ?? 0) : 0)),
      travel: within(after.first),
      before: within(before.first),
    },
  };
}

type IsIn = (travel: number | undefined) => boolean;

function groupsOf(
  { columns, groups, weights, room, roomBefore }: FindingsAsked,
  before: Nearest,
  after: Nearest,
  isIn: IsIn,
): Group[] {
  const groupOf = (name: string, numbers: Float64Array): Group => {
    const group = { name, total: 0, before: 0, after: 0 };
    for (const [i, number] of numbers.entries()) {
      if (!(number > 0)) continue;
      group.total += number;
      if (isIn(before.first[i])) group.before += number * (roomBefore?.[i] ?? 1);
      if (isIn(after.first[i])) group.after += number * (room?.[i] ?? 1);
    }
    return group;
  };
  const counts = countsIn(columns).filter((name) => name !== 'weight' && !(name in groups));
  return [
    ...counts.map((name) => groupOf(name, columns[name] ?? new Float64Array())),
    ...Object.entries(groups).map(([name, numbers]) => groupOf(name, numbers)),
    groupOf('weight', weights),
  ];
}

/** Within reach or not; where no way is too long, how much nearer than the longest a site is. */
function fairnessOf(
  { kind, columns, expression, weights, beyond, room }: FindingsAsked,
  { first }: Nearest,
  isIn: IsIn,
) {
  const name = peopleIn(columns, expression);
  const people = [...((name !== undefined && columns[name]) || weights)].map((each) => (each > 0 ? each : 0));
  const ranked = rankIn(columns, expression);
  const isNearness = kind === 'p_median' || kind === 'p_centre';
  const access = [...first].map((travel, i) => {
    if (!isIn(travel)) return 0;
    const own = isNearness ? Math.max(0, 1 - travel / (beyond > 0 ? beyond : 1)) : 1;
    return own * (room?.[i] ?? 1);
  });
  return fair({
    people: { name: name ?? 'weight', numbers: people },
    access,
    what: isNearness ? 'nearness' : 'reached',
    ...(ranked !== undefined && { rank: { name: ranked, numbers: [...(columns[ranked] ?? [])] } }),
  });
}

const finite = (number: number): number | undefined => (Number.isFinite(number) ? number : undefined);

function whySites(
  asked: FindingsAsked,
  { site: server, first, second }: Nearest,
): Pick<KeptFindings, 'sites' | 'firstToLose'> {
  const { reach, open, weights, limit, ids } = asked;
  // Where rooms fill up, who goes where hangs on all sites together: no exchange of two can be judged by itself.
  if (asked.room) return { sites: [] };
  const measure = measureOf(asked);
  const pairs = reach.places.reduce((all, each) => all + each.length, 0);
  if (measure.by === 'worst' && open.length * (pairs + reach.places.length) > MOST_EXCHANGES)
    return { sites: [] };
  const only = new Map<number, number>();
  for (const [i, site] of server.entries())
    if (site >= 0 && (first[i] ?? 0) <= limit && !((second[i] ?? 0) <= limit && Number.isFinite(second[i])))
      only.set(site, (only.get(site) ?? 0) + (weights[i] ?? 0));
  const all = whyChosen(measure, open);
  const scale =
    NOTHING *
    (measure.by === 'worst' ? 1 : weights.reduce((sum, each) => sum + each, 0)) *
    (asked.kind === 'p_median' || asked.kind === 'p_centre' ? asked.beyond : 1);
  const clean = (number: number) => (Math.abs(number) <= scale ? 0 : number);
  const idOf = (site: number) => ids[site] ?? 0;
  // Nothing can be in the stead of what is there in any case; and what else would do where shares must be kept is not known.
  const stays = new Set(asked.isBound ? open : asked.fixed);
  const sites = all.map(({ site, adds, nextBest: other }) => {
    const nextBest = stays.has(site) ? undefined : other;
    const [own, costs] = [finite(clean(adds)), nextBest && finite(clean(nextBest.costs))];
    return {
      id: idOf(site),
      only: only.get(site) ?? 0,
      ...(own !== undefined && { adds: own }),
      ...(nextBest && { nextBest: { id: idOf(nextBest.site), ...(costs !== undefined && { costs }) } }),
    };
  });
  const worst = all.reduce<(typeof all)[number] | undefined>(
    (most, each) => (most && most.adds >= each.adds ? most : each),
    undefined,
  );
  if (!worst) return { sites };
  const loses = finite(clean(worst.adds));
  return { sites, firstToLose: { id: idOf(worst.site), ...(loses !== undefined && { loses }) } };
}

/** Undefined where what a chosen site offers is not known, or nobody counts. */
function accessOf({ reach, open, supply, weights, limit, beyond }: FindingsAsked): Access | undefined {
  if (open.length === 0 || open.some((site) => !Number.isFinite(supply[site] ?? Number.NaN)))
    return undefined;
  const isOpen = new Set(open);
  const offered = [...supply].map((each, site) => (isOpen.has(site) ? each : 0));
  const edge = Number.isFinite(limit) ? limit : beyond;
  const { scores } = e2sfca({ reach, supply: offered, people: [...weights], decay: gaussian(edge) });
  const order = [...weights.keys()]
    .filter((i) => (weights[i] ?? 0) > 0)
    .sort((a, b) => (scores[a] ?? 0) - (scores[b] ?? 0));
  let [all, sum, none] = [0, 0, 0];
  for (const i of order) {
    const weight = weights[i] ?? 0;
    all += weight;
    sum += weight * (scores[i] ?? 0);
    if (!((scores[i] ?? 0) > 0)) none += weight;
  }
  if (!(all > 0)) return undefined;
  const upTo = (share: number) => {
    let seen = 0;
    for (const i of order) {
      seen += weights[i] ?? 0;
      if (seen >= share * all) return 1000 * (scores[i] ?? 0);
    }
    return 0;
  };
  return {
    places: offered.reduce((total, each) => total + each, 0),
    perThousand: (1000 * sum) / all,
    least: upTo(0.1),
    middle: upTo(0.5),
    none,
  };
}
