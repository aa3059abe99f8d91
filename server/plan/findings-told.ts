/** Findings as they are told: areas by the names of their layer, as long as the visitor may read it. */
import type { Knex } from 'knex';
import { mayReadLayer } from '../demand/policy.ts';
import { aboutLayer } from '../demand/repository.ts';
import type { Visitor } from '../http/visitor.ts';
import { Problem } from '../problem.ts';
import type { VenueItem } from '../venues/schema.ts';
import type { Asked } from './schema.ts';
import type { Findings, KeptFindings } from './schema-findings.ts';

/** False too when the layer went with its organisation. */
export async function mayReadStill(db: Knex, visitor: Visitor, layer: number): Promise<boolean> {
  try {
    return mayReadLayer(visitor, await aboutLayer({ db, params: { id: layer } }));
  } catch (error) {
    if (error instanceof Problem && error.status === 404) return false;
    throw error;
  }
}

/** The venues that findings speak of beside the chosen sites. */
export const namedIn = ({ sites, gaps }: KeptFindings): number[] => [
  ...sites.flatMap(({ nextBest }) => (nextBest ? [nextBest.id] : [])),
  ...gaps.flatMap(({ nearest }) => (nearest ? [nearest.id] : [])),
];

/** `shown`: the venues that may be named, as they are today. */
export async function tellFindings(
  db: Knex,
  { sites, gaps, ...kept }: KeptFindings,
  {
    layer,
    version,
    visitor,
    shown,
  }: Pick<Asked['demand'], 'layer' | 'version'> & { visitor: Visitor; shown: Map<number, VenueItem> },
): Promise<Findings> {
  const rows =
    gaps.length > 0 && (await mayReadStill(db, visitor, layer))
      ? await db('demand_area')
          .where({ layer_id: layer, version })
          .whereIn(
            'position',
            gaps.map(({ position }) => position),
          )
          .select('position', 'area_id as id', 'name', 'lon', 'lat')
      : [];
  const areas = new Map(rows.map(({ position, ...area }) => [position, area]));
  return {
    ...kept,
    sites: sites.map(({ nextBest, ...why }) => {
      const name = nextBest && shown.get(nextBest.id)?.name;
      return { ...why, ...(nextBest && { nextBest: { ...nextBest, ...(name && { name }) } }) };
    }),
    gaps: gaps.flatMap(({ position, nearest, ...gap }) => {
      const area = areas.get(position);
      // From how far it is to some areas, anybody could work out where a place is.
      const isShown = nearest && shown.has(nearest.id);
      return area ? [{ ...area, ...gap, ...(isShown && { nearest }) }] : [];
    }),
  };
}
