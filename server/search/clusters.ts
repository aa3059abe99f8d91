/**
 * Venues gathered by the cells of a grid, for the map at any zoom. Far out, questions that the rollup can answer are
 * answered from it; every other question from the narrow index. Both count exactly, and agree with the list.
 */
import type { Knex } from 'knex';
import { type Box, boxFromMercator, boxToMercator, fromMercator, HALF_WORLD } from '../database/geometry.ts';
import { read, type Statement, Values } from '../database/read.ts';
import { capacityBuckets, coreBits, maskOf } from './bits.ts';
import { allConditions, type Filters, tableOf, unitOf, where } from './filters.ts';
import { cellSql, rollupLevels } from './upkeep.ts';

export interface Cluster {
  count: number;
  /** The mean place of its venues, degrees. */
  lon: number;
  lat: number;
  /** The cell, degrees. The list with this box and the same filters has `count` venues. */
  box: Box;
  /** The card of the only venue, as JSON text. */
  card?: string;
}

/** Cells are a quarter of a map tile: 64 pixels. */
const CELLS_PER_TILE = 2;
/** No answer has more cells than this along a side; a wider box is answered with larger cells. */
const MOST_CELLS = 64;
/** From this zoom on each venue is its own point. */
export const SINGLES_ZOOM = 16;
const ROLLUP_ZOOM = 9;

/** The grid level for a box at a zoom: 2^level cells across the world. */
export function levelFor(box: Box, zoom: number): number {
  const side = Math.max(box.east - box.west, box.north - box.south);
  const fitting = Math.floor(Math.log2((MOST_CELLS * 2 * HALF_WORLD) / Math.max(side, 1)));
  return Math.max(0, Math.min(Math.round(zoom) + CELLS_PER_TILE, fitting));
}

const cellSize = (level: number) => (2 * HALF_WORLD) / 2 ** level;

/** The box grown to whole cells, in cell numbers; both ends included. */
function cellRange(box: Box, level: number) {
  const last = 2 ** level - 1;
  const cell = (metres: number) =>
    Math.max(0, Math.min(last, Math.floor((metres + HALF_WORLD) / cellSize(level))));
  return { x0: cell(box.west), x1: cell(box.east), y0: cell(box.south), y1: cell(box.north) };
}

/** Clusters of the venues that match. `filters.box` is grown to whole cells, so that counts are of whole cells. */
export async function findClusters(
  db: Knex,
  filters: Filters & { box: Box },
  zoom: number,
): Promise<Cluster[]> {
  const box = boxToMercator(filters.box);
  const level = levelFor(box, zoom);
  const rollup = rollupQuestion(filters);
  const statement =
    rollup && level <= ROLLUP_ZOOM + CELLS_PER_TILE
      ? rollupStatement(rollup, box, level)
      : scanClusters(filters, box, level);
  const rows = await read<{
    x: number;
    y: number;
    venues: number;
    px: number;
    py: number;
    card: string | null;
  }>(db, statement);
  return rows.map(({ x, y, venues, px, py, card }) => {
    const size = cellSize(level);
    const cell = {
      west: x * size - HALF_WORLD,
      south: y * size - HALF_WORLD,
      east: (x + 1) * size - HALF_WORLD,
      north: (y + 1) * size - HALF_WORLD,
    };
    return {
      count: venues,
      ...rounded(fromMercator(px, py)),
      box: boxFromMercator(cell),
      ...(card !== null && { card }),
    };
  });
}

/**
 * To some ten centimetres, as places are. Sums keep a trace, far behind the point, of places that were taken out of them:
 * of where something was before it was withdrawn or hidden.
 */
const rounded = ({ lon, lat }: { lon: number; lat: number }) => ({
  lon: Math.round(lon * 1e6) / 1e6,
  lat: Math.round(lat * 1e6) / 1e6,
});

interface RollupQuestion {
  core: string;
  bucket: number;
}

/** The question in the rollup's terms, or undefined when it asks for more than the rollup knows. */
function rollupQuestion(filters: Filters): RollupQuestion | undefined {
  const { words, near, within, polygon, kind, layout, openAt, match } = filters;
  if (
    match ||
    words !== undefined ||
    near ||
    within ||
    polygon ||
    kind?.length ||
    layout ||
    openAt !== undefined
  )
    return undefined;
  const { people, access = [], amenity = [] } = filters;
  if (![...access, ...amenity].every((key) => coreBits.includes(key))) return undefined;
  const bucket = people === undefined ? 0 : capacityBuckets.indexOf(people) + 1;
  if (people !== undefined && bucket === 0) return undefined;
  return { core: maskOf(coreBits, [...access, ...amenity]), bucket };
}

function rollupStatement({ core, bucket }: RollupQuestion, box: Box, level: number): Statement {
  const values = new Values();
  const stored = rollupLevels.find((each) => each >= level) ?? level;
  const shift = stored - level;
  const { x0, x1, y0, y1 } = cellRange(box, level);
  const range = (from: number, to: number) =>
    `between ${values.bind(from * 2 ** shift)}::int and ${values.bind((to + 1) * 2 ** shift - 1)}::int`;
  const mask = `${values.bind(core)}::int`;
  const asked = `(core & ${mask}) = ${mask} and capacity_bucket >= ${values.bind(bucket)}::int`;
  const [inX, inY] = [range(x0, x1), range(y0, y1)];
  const [x, y] = [cellSql('pt', 0, stored), cellSql('pt', 1, stored)];
  return {
    text: `select x >> ${shift} as x, y >> ${shift} as y, sum(venues)::int as venues,
        sum(sum_x) / sum(venues) as px, sum(sum_y) / sum(venues) as py, null::text as card
      from (
        select x, y, venues, sum_x, sum_y from rollup where level = ${stored} and x ${inX} and y ${inY} and ${asked}
        union all
        select ${x}, ${y}, venues, venues * pt[0], venues * pt[1] from rollup_change where ${x} ${inX} and ${y} ${inY} and ${asked}
      ) r group by 1, 2 having sum(venues) > 0`,
    values: values.list,
  };
}

/** Exported so that benchmarks can compare it with the rollup. */
export function scanClusters(filters: Filters, box: Box, level: number): Statement {
  const values = new Values();
  const { x0, x1, y0, y1 } = cellRange(box, level);
  const size = cellSize(level);
  const grown = {
    west: x0 * size - HALF_WORLD,
    south: y0 * size - HALF_WORLD,
    east: (x1 + 1) * size - HALF_WORLD,
    north: (y1 + 1) * size - HALF_WORLD,
  };
  const inGrown = `pt <@ ${values.bind(`(${grown.east},${grown.north}),(${grown.west},${grown.south})`)}::box`;
  const { box: _box, ...rest } = filters;
  const unit = unitOf(filters);
  const conditions = [`s.${inGrown}`, ...allConditions(values, rest, 's', unit)];
  const cell = (axis: 0 | 1) => cellSql('v.pt', axis, level);
  const [low, high] = [values.bind(x0), values.bind(x1)];
  const [bottom, top] = [values.bind(y0), values.bind(y1)];
  const singles = level >= SINGLES_ZOOM + CELLS_PER_TILE;
  return {
    text: `with venue as (
        select ${unit === 'space' ? 'distinct on (s.venue_id)' : ''} s.venue_id, s.pt from ${tableOf[unit]} s ${where(conditions)}
        ${unit === 'space' ? 'order by s.venue_id' : ''}
      ), cell as (
        select ${cell(0)} as x, ${cell(1)} as y, count(*)::int as venues, avg(v.pt[0]) as px, avg(v.pt[1]) as py,
          min(v.venue_id) as venue_id
        from venue v group by 1, 2${singles ? ', v.venue_id' : ''}
      )
      select x, y, venues, px, py, (select card from venue_search o where venues = 1 and o.venue_id = cell.venue_id) as card
      from cell where x between ${low}::int and ${high}::int and y between ${bottom}::int and ${top}::int limit ${MOST_CELLS ** 2 + 1000}`,
    values: values.list,
  };
}
