/** A plan by area: who gets where, a stretch of areas at a time. */
import type { Knex } from 'knex';
import { getVersion, listAreas } from '../demand/versions.ts';
import type { Visitor } from '../http/visitor.ts';
import { conflict } from '../problem.ts';
import { shownNow } from './candidates.ts';
import { mayReadStill } from './findings-told.ts';
import { readAsked } from './repository.ts';
import type { PlanArea, PlanAreaList } from './schema-areas.ts';

export interface AreasAsked {
  limit?: number;
  after?: number;
  outlines?: boolean;
}

export interface PlanInAreas {
  id: number;
  name: string;
  layer: number;
  version: number;
  /** Names of the numbers that each area has. */
  columns: string[];
  unit: string;
  /** The most that counts; null: every way does. */
  most: number | null;
  /** Chosen sites that are no longer shown as they were. */
  untold: ReadonlySet<number>;
  /** Is one of them a site that was to be chosen in any case? */
  isBeforeUntold: boolean;
}

/**
 * The plan whose areas are asked for. Throws Problem 404; 409 when it has no answer, was answered before areas were kept,
 * or when its layer is gone or is no longer for this visitor.
 */
export async function planInAreas(db: Knex, id: number, visitor: Visitor): Promise<PlanInAreas> {
  const { asked, status, name, chosen } = await readAsked(db, id);
  const { layer, version } = asked.demand;
  if (status !== 'done') throw conflict(`This plan has no answer: it is ${status}.`);
  if (!(await mayReadStill(db, visitor, layer)))
    throw conflict('The layer that this plan was worked out from is gone, or no longer shown to you.');
  if (!(await db('plan_reach').where({ plan_id: id }).first('plan_id')))
    throw conflict('This plan was answered before areas were kept. Ask it again.');
  const { columns } = await getVersion(db, layer, version);
  const shown = await shownNow(db, chosen);
  const gone = chosen.filter((site) => !shown.has(site.id));
  const isThere = (site: { included: boolean }) => site.included || asked.question.kind === 'coverage';
  const { unit, most = null } = asked.travel;
  return {
    ...{ id, name, layer, version, columns, unit },
    most: asked.question.within ?? most,
    untold: new Set(gone.map((site) => site.id)),
    isBeforeUntold: gone.some(isThere),
  };
}

/** From one position on, so many: what each area counts, and its travel. */
async function stretchOf(db: Knex, id: number, after: number, count: number) {
  const [from, to] = [after + 1, after + count];
  const row = await db('plan_reach')
    .where({ plan_id: id })
    .first(
      ...['weights', 'sites', 'travels', 'befores'].map((list) =>
        db.raw('??[?::int:?::int] as ??', [list, from, to, list]),
      ),
    );
  return row as Record<'weights' | 'sites' | 'travels' | 'befores', (number | null)[]>;
}

/** One page, in the order of the layer. `after` is the position of the last area of the page before. */
export async function areasOf(
  db: Knex,
  { id, layer, version, columns, most, untold, isBeforeUntold }: PlanInAreas,
  { limit = 100, after = 0, outlines = false }: AreasAsked = {},
): Promise<PlanAreaList> {
  const { items, next } = await listAreas(db, layer, { version, columns }, { limit, after, outlines });
  const { weights, sites, travels, befores } = await stretchOf(db, id, after, items.length);
  // From how far some areas are, anybody could work out where a place is, which its holder shows no more.
  const told = (travel: number | null | undefined, isUntold: boolean) =>
    travel == null ? null : isUntold ? most : travel;
  return {
    items: items.map(
      ({ numbers, outline, ...area }, n): PlanArea => ({
        ...area,
        ...(outline && { outline }),
        weight: weights[n] ?? 0,
        numbers,
        site: sites[n] ?? null,
        travel: told(travels[n], untold.has(sites[n] ?? 0)),
        before: told(befores[n], isBeforeUntold),
      }),
    ),
    ...(next !== undefined && { next }),
  };
}

/** Throws as `planInAreas`. */
export const listPlanAreas = async (
  db: Knex,
  id: number,
  visitor: Visitor,
  asked: AreasAsked = {},
): Promise<PlanAreaList> => areasOf(db, await planInAreas(db, id, visitor), asked);
