/** Everything the page of an area says, kept until something in the register changes. */
import type { Knex } from 'knex';
import { boxFromMercator, fromMercator } from '../database/geometry.ts';
import { read, Values } from '../database/read.ts';
import { registerVersion } from '../database/version.ts';
import { type Filters, placeConditions, where } from '../search/filters.ts';
import { holdersOf, neighboursOf, partsOf } from './around.ts';
import { countArea } from './numbers.ts';
import { countVenuesIn, getShape } from './read.ts';
import type { AreaLink, AreaOverview } from './schema.ts';
import { MOST_DOTS, type PublicPoint, sketchArea } from './sketch.ts';

const kept = new WeakMap<object, Map<string, { version: string; overview: AreaOverview }>>();
const MOST_KEPT = 200;

/** What is kept is of the newest state: its version was read in the very statement that counted, or before. */
export async function describeArea(db: Knex, area: AreaLink): Promise<AreaOverview> {
  if (db.isTransaction) return (await readOverview(db, area)).overview;
  const known = kept.get(db) ?? new Map();
  kept.set(db, known);
  const version = await registerVersion(db);
  const entry = known.get(area.id);
  if (entry?.version === version) return entry.overview;
  const made = await readOverview(db, area);
  known.delete(area.id);
  if (made.version === version) known.set(area.id, made);
  const oldest = known.keys().next();
  if (known.size > MOST_KEPT && !oldest.done) known.delete(oldest.value);
  return made.overview;
}

async function readOverview(db: Knex, area: AreaLink) {
  const { bounds, outline } = await getShape(db, area.id);
  const within = { ids: [area.id], bounds };
  const { numbers, version } = await countArea(db, within);
  const points = await readPoints(db, within, numbers.venues <= MOST_DOTS);
  const [neighbours, holders, parts] = [
    await neighboursOf(db, area, { bounds, outline }),
    await holdersOf(db, area, bounds),
    await partsOf(db, area, bounds),
  ];
  const counts = await countVenuesIn(
    db,
    [...neighbours, ...parts].map(({ id }) => id),
  );
  const counted = <T extends AreaLink>(each: T): T => ({ ...each, venues: counts.get(each.id) ?? 0 });
  const { west, south, east, north } = boxFromMercator(bounds);
  const overview: AreaOverview = {
    area,
    numbers,
    sketch: sketchArea(outline, bounds, points),
    neighbours: neighbours.map(counted),
    holders,
    parts: parts.map(counted),
    bounds: [west, south, east, north],
  };
  return { overview, version };
}

/** The public points of an area. Whether a point is the place itself is asked only where each is drawn. */
async function readPoints(
  db: Knex,
  within: NonNullable<Filters['within']>,
  each: boolean,
): Promise<PublicPoint[]> {
  const values = new Values();
  const conditions = where(placeConditions(values, { within }, 's'));
  const precision = each ? `s.card::json #>> '{location,precision}'` : `'exact'`;
  const rows = await read<{ x: number; y: number; precision: string }>(db, {
    text: `select s.pt[0] as x, s.pt[1] as y, ${precision} as precision from venue_search s ${conditions}`,
    values: values.list,
  });
  return rows.map((row) => ({ ...row, ...fromMercator(row.x, row.y) }));
}
