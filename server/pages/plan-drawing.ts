/** What the maps of a plan are drawn from, with the map that we draw ourselves under them. */
import type { MultiPolygon, Polygon } from 'geojson';
import type { Knex } from 'knex';
import type { BackdropFeature } from '../../client/api.ts';
import { accessView, type Drawing, type DrawnArea, drawAccess } from '../../client/logic/plan-drawing.ts';
import { readBackdrop } from '../backdrop/read.ts';
import { getVersion } from '../demand/versions.ts';
import type { Visitor } from '../http/visitor.ts';
import { areasOf, planInAreas } from '../plan/areas.ts';
import type { Plan } from '../plan/schema.ts';
import type { PlanArea } from '../plan/schema-areas.ts';
import { Problem } from '../problem.ts';

/** With more areas than this no outline would be seen, and all of them together would not fit in memory. */
const MOST_OUTLINES = 6000;
const AT_ONCE = 1000;

/** Outlines come out of the layer as the GeoJSON that they went in as. */
const drawnOf = ({ lon, lat, outline, weight, site, travel, before }: PlanArea): DrawnArea => ({
  lon,
  lat,
  weight,
  site,
  travel,
  before,
  ...(outline && { outline: outline as Polygon | MultiPolygon }),
});

async function drawnAreas(db: Knex, id: number, visitor: Visitor): Promise<DrawnArea[]> {
  const plan = await planInAreas(db, id, visitor);
  const { areas: count } = await getVersion(db, plan.layer, plan.version);
  const all: DrawnArea[] = [];
  for (let after: number | undefined = 0; after !== undefined; ) {
    const page = await areasOf(db, plan, { limit: AT_ONCE, after, outlines: count <= MOST_OUTLINES });
    all.push(...page.items.map(drawnOf));
    after = page.next;
  }
  return all;
}

/** Undefined when nothing is kept by area, or the layer is gone or no longer for this visitor. */
export async function planDrawing(
  db: Knex,
  { id, question, travel, answer }: Pick<Plan, 'id' | 'question' | 'travel' | 'answer'>,
  visitor: Visitor,
): Promise<Drawing | undefined> {
  if (!answer) return undefined;
  // Where nothing is chosen, all places are there already: there is one map, and nothing to compare with.
  const isCoverage = question.kind === 'coverage';
  const found = await drawnAreas(db, id, visitor).catch((error: unknown) => {
    if (error instanceof Problem && error.status === 409) return undefined;
    throw error;
  });
  if (!found) return undefined;
  const areas = isCoverage ? found.map((area) => ({ ...area, before: null })) : found;
  const sites = isCoverage ? answer.sites.map((site) => ({ ...site, included: false })) : answer.sites;
  const { within } = question;
  const { box, zoom } = accessView({ areas, sites });
  const [west, south, east, north] = box;
  const { features, attribution } = await readBackdrop(db, { west, south, east, north }, zoom);
  return drawAccess(
    { areas, sites, unit: travel.unit, ...(within !== undefined && { within }) },
    { features: features as BackdropFeature[], attribution },
  );
}
