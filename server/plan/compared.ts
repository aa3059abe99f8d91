/** Two plans of the same areas side by side: which sites change, and who gains and who loses by it. */
import type { Knex } from 'knex';
import { readColumns } from '../demand/demand-of.ts';
import type { Visitor } from '../http/visitor.ts';
import { conflict, notComparable, notFound } from '../problem.ts';
import { shownNow } from './candidates.ts';
import { countsIn } from './findings/columns.ts';
import { mayReadStill } from './findings-told.ts';
import { mayUsePlan } from './policy.ts';
import { aboutPlan, type KeptPlan, readPlan } from './repository.ts';
import type { KeptAnswer } from './schema.ts';
import type { Comparison } from './schema-areas.ts';

const SHOWN = 100;

type Answered = KeptPlan & { answer: KeptAnswer };

async function answered(db: Knex, id: number): Promise<Answered> {
  const { answer, ...plan } = await readPlan(db, id);
  if (!answer) throw conflict(`Plan ${id} has no answer: it is ${plan.status}.`);
  return { ...plan, answer };
}

interface Lists {
  weights: number[];
  sites: (number | null)[];
}

async function listsOf(db: Knex, id: number): Promise<Lists> {
  const row = await db('plan_reach').where({ plan_id: id }).first('weights', 'sites');
  if (!row) throw conflict(`Plan ${id} was answered before areas were kept. Ask it again.`);
  return row;
}

/** Sites by what may be said of them today. */
async function namer(db: Knex, plans: readonly Answered[]) {
  const candidates = plans.flatMap((plan) => {
    const chosen = new Set(plan.answer.sites.map(({ id }) => id));
    return plan.candidates.filter(({ id }) => chosen.has(id));
  });
  const shown = await shownNow(db, candidates);
  const points = new Map(candidates.map(({ id, lon, lat }) => [id, { lon, lat }]));
  return (id: number) => {
    const item = shown.get(id);
    return { id, ...(item && { name: item.name, ...points.get(id) }) };
  };
}

/**
 * What is different in the other plan. Throws Problem 404 when there is no such plan for the visitor, 409 when one of
 * them has no answer, and 422 when they are not about the same areas.
 */
export async function comparePlans(
  db: Knex,
  id: number,
  other: number,
  visitor: Visitor,
): Promise<Comparison> {
  const subject = await aboutPlan({ db, params: { id: other } });
  if (!mayUsePlan(visitor, subject)) throw notFound('plan');
  const [from, to] = [await answered(db, id), await answered(db, other)];
  const { layer, version } = from.asked.demand;
  if (layer !== to.asked.demand.layer || version !== to.asked.demand.version)
    throw notComparable(
      'These plans are not about the same version of the same layer, so their areas cannot be compared.',
    );
  const [before, after] = [await listsOf(db, id), await listsOf(db, other)];
  const all = [...before.sites.keys()];
  const gained = all.filter((i) => before.sites[i] === null && after.sites[i] !== null);
  const lost = all.filter((i) => before.sites[i] !== null && after.sites[i] === null);
  const mayRead = await mayReadStill(db, visitor, layer);
  const columns = mayRead ? await readColumns(db, layer, version) : {};
  const sum = (numbers: ArrayLike<number>, some: number[]) =>
    some.reduce((total, i) => total + (Number(numbers[i]) > 0 ? Number(numbers[i]) : 0), 0);
  const changed = async (some: number[]) => ({
    count: some.length,
    items: mayRead ? await named(db, { layer, version, weights: before.weights }, some) : [],
  });
  const [old, now] = [sitesOf(from), sitesOf(to)];
  const nameOf = await namer(db, [from, to]);
  const groups = {
    ...Object.fromEntries(countsIn(columns).map((name) => [name, columns[name] ?? []])),
    weight: before.weights,
  };
  return {
    plan: sideOf(from),
    other: sideOf(to),
    kept: [...old].filter((site) => now.has(site)).map(nameOf),
    dropped: [...old].filter((site) => !now.has(site)).map(nameOf),
    opened: [...now].filter((site) => !old.has(site)).map(nameOf),
    groups: Object.entries(groups).map(([name, numbers]) => ({
      name,
      gained: sum(numbers, gained),
      lost: sum(numbers, lost),
    })),
    gained: await changed(gained),
    lost: await changed(lost),
  };
}

const sitesOf = ({ answer }: Answered) => new Set(answer.sites.map(({ id }) => id));

const sideOf = ({ id, name, answer: { objective, status, sites } }: Answered) => ({
  id,
  name,
  objective,
  status,
  sites: sites.length,
});

/** Those with most weight by name. */
async function named(
  db: Knex,
  { layer, version, weights }: { layer: number; version: number; weights: number[] },
  places: number[],
) {
  const most = [...places].sort((a, b) => (weights[b] ?? 0) - (weights[a] ?? 0) || a - b).slice(0, SHOWN);
  const rows = await db('demand_area')
    .where({ layer_id: layer, version })
    .whereIn(
      'position',
      most.map((i) => i + 1),
    )
    .select('position', 'area_id as id', 'name', 'lon', 'lat');
  const areas = new Map(rows.map(({ position, ...area }) => [position, area]));
  return most.flatMap((i) => {
    const area = areas.get(i + 1);
    return area ? [{ ...area, weight: weights[i] ?? 0 }] : [];
  });
}
