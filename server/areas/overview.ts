/** Everything the page of an area says, kept until something in the register changes. */
import type { Knex } from 'knex';
import { boxFromMercator, fromMercator } from '../database/geometry.ts';
import { read } from '../database/read.ts';
import { registerVersion } from '../database/version.ts';
import { holdersOf, neighboursOf, partsOf } from './around.ts';
import { byLargestRoom, countArea } from './numbers.ts';
import { countVenuesIn, getShape } from './read.ts';
import type { AreaLink, AreaOverview } from './schema.ts';
import { MOST_DOTS, type PublicPoint, sketchArea } from './sketch.ts';
import { type Survey, surveyArea } from './survey.ts';

export interface AreaDescription {
  overview: AreaOverview;
  /** Its venues by id, the one with the largest room first. */
  order: number[];
}

interface Kept extends AreaDescription {
  version: string | undefined;
}

const kept = new WeakMap<object, Map<string, Kept>>();
const MOST_KEPT = 200;

/** What is kept was read from the register as it is: the versions before, on the way and now are one. */
export async function describeArea(db: Knex, area: AreaLink): Promise<AreaDescription> {
  if (db.isTransaction) return readDescription(db, area);
  const known: Map<string, Kept> = kept.get(db) ?? new Map();
  kept.set(db, known);
  const version = await registerVersion(db);
  const entry = known.get(area.id);
  if (entry?.version === version) return entry;
  const made = await readDescription(db, area);
  known.delete(area.id);
  if (made.version === version) known.set(area.id, made);
  const oldest = known.keys().next();
  if (known.size > MOST_KEPT && !oldest.done) known.delete(oldest.value);
  return made;
}

async function readDescription(db: Knex, area: AreaLink): Promise<Kept> {
  const { bounds, outline } = await getShape(db, area.id);
  const survey = await surveyArea(db, area.id, bounds);
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
    numbers: countArea(survey),
    sketch: sketchArea(outline, bounds, await publicPoints(db, survey)),
    neighbours: neighbours.map(counted),
    holders,
    parts: parts.map(counted),
    bounds: [west, south, east, north],
  };
  return { overview, order: byLargestRoom(survey), version: survey.version };
}

/** The public points of an area. Whether a point is the place itself is asked only where each is drawn. */
async function publicPoints(db: Knex, { points }: Survey): Promise<PublicPoint[]> {
  const rows =
    points.length > MOST_DOTS
      ? []
      : await read<{ id: number; precision: string }>(db, {
          text: `select venue_id as id, card::json #>> '{location,precision}' as precision from venue_search
            where venue_id = any($1::int[])`,
          values: [points.map(({ id }) => id)],
        });
  const precisions = new Map(rows.map(({ id, precision }) => [id, precision]));
  return points.map(({ id, x, y }) => ({
    x,
    y,
    ...fromMercator(x, y),
    precision: precisions.get(id) ?? 'approximate',
  }));
}
