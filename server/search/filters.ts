/** A question once its words are understood: what every mouth of search asks, and how it reads in SQL. */
import { type Box, boxText, boxToMercator, pointText, toMercator } from '../database/geometry.ts';
import type { Values } from '../database/read.ts';
import { accessBits, amenityBits, kindNumbers, LANE, maskOf, seatColumns, seatLanes } from './bits.ts';

export interface Filters {
  /** Text castable to tsquery. */
  words?: string;
  /** Degrees. */
  box?: Box;
  near?: { lon: number; lat: number };
  /** Metres around `near`. */
  radius?: number;
  /** Areas, with the box around all of them in Mercator metres. */
  within?: { ids: string[]; bounds: Box };
  kind?: string[];
  people?: number;
  layout?: string;
  access?: string[];
  amenity?: string[];
  /** Minute of the ISO week; 0 is Monday midnight. */
  openAt?: number;
}

/** `sure`: known to meet the need. `perhaps`: not known to fail it. */
export type Certainty = 'sure' | 'perhaps';

/** Does anything asked depend on what is known of a space? */
export const asksOfSpaces = (filters: Filters): boolean =>
  Boolean(filters.access?.length || filters.amenity?.length || filters.people || filters.layout) ||
  filters.openAt !== undefined;

export const nearPoint = (near: { lon: number; lat: number }) => pointText(toMercator(near.lon, near.lat));

/**
 * Conditions on the place. `indexed` false writes boxes so that the planner does not take the spatial index: for
 * walks along an ordered index through a crowded box.
 */
export function placeConditions(values: Values, filters: Filters, alias: string, indexed = true): string[] {
  const pt = `${alias}.pt`;
  const inBox = (box: Box) => {
    if (indexed) return `${pt} <@ ${values.bind(boxText(box))}::box`;
    const edge = (metres: number) => `${values.bind(metres)}::float8`;
    return `${pt}[0] between ${edge(box.west)} and ${edge(box.east)} and ${pt}[1] between ${edge(box.south)} and ${edge(box.north)}`;
  };
  const conditions: string[] = [];
  if (filters.box) conditions.push(inBox(boxToMercator(filters.box)));
  if (filters.near) {
    conditions.push(`${pt} is not null`);
    if (filters.radius !== undefined) {
      const point = `${values.bind(nearPoint(filters.near))}::point`;
      const radius = `${values.bind(filters.radius)}::float8`;
      if (indexed) conditions.push(`${pt} <@ circle_box(${point}, ${radius})`);
      conditions.push(`great_circle(${pt}, ${point}) <= ${radius}`);
    }
  }
  if (filters.within) {
    // Even-odd over an area's rings, so that holes and islands come out right.
    conditions.push(
      inBox(filters.within.bounds),
      `exists (select from unnest(${values.bind(filters.within.ids)}::text[]) wanted where (select count(*) from area_ring r
         where r.area_id = wanted and r.ring @> ${pt}) % 2 = 1)`,
    );
  }
  return conditions;
}

/** Conditions on the kind; on both search tables. */
export function kindConditions(values: Values, filters: Filters, alias: string): string[] {
  if (!filters.kind?.length) return [];
  const numbers = filters.kind.map((key) => kindNumbers.indexOf(key));
  return [`${alias}.kind = any(${values.bind(numbers)}::smallint[])`];
}

/** Conditions on a row of space_search, without those on the layout unless `layout`. */
export function needConditions(
  values: Values,
  filters: Filters,
  alias: string,
  certainty: Certainty,
): string[] {
  const conditions: string[] = [];
  const masks = [
    ['access', maskOf(accessBits, filters.access ?? [])],
    ['amenity', maskOf(amenityBits, filters.amenity ?? [])],
  ] as const;
  for (const [group, mask] of masks) {
    if (mask === '0') continue;
    const bits = `${values.bind(mask)}::bigint`;
    conditions.push(
      certainty === 'sure'
        ? `(${alias}.${group}_yes & ${bits}) = ${bits}`
        : `(${alias}.${group}_no & ${bits}) = 0`,
    );
  }
  if (filters.openAt !== undefined) {
    const open = `${alias}.open @> ${values.bind(filters.openAt)}::int`;
    conditions.push(
      certainty === 'sure' ? open : `(${alias}.open is null or not ${alias}.open_whole or ${open})`,
    );
  }
  return conditions;
}

/** The condition on capacity: in the layout asked, or in any. */
export function capacityConditions(
  values: Values,
  { people, layout }: Pick<Filters, 'people' | 'layout'>,
  alias: string,
  certainty: Certainty,
): string[] {
  if (people === undefined && layout === undefined) return [];
  const lane = seatsSql(alias, layout);
  const enough = `${lane} >= ${values.bind(people ?? 1)}::int`;
  return [certainty === 'sure' ? enough : `(${lane} = 0 or ${enough})`];
}

/** How many people a row of space_search holds in a layout, or in any; 0 is unknown. From its indexes alone. */
function seatsSql(alias: string, layout: string | undefined): string {
  const at = seatLanes.indexOf(layout ?? 'capacity_max');
  return `((${alias}.${seatColumns[Math.floor(at / 3)]} >> ${(at % 3) * LANE}) & ${2 ** LANE - 1})`;
}

/** The lanes of all layouts that hold so many people, as a mask: lane `i` in bit `LANE × (i % 3) + i / 3`. */
export function layoutsHolding(values: Values, people: number, alias: string): string {
  const each = (bit: number) =>
    [0, 1, 2].reduce((mask, lane) => mask | (1n << BigInt(lane * LANE + bit)), 0n).toString();
  const top = `${each(LANE - 1)}::bigint`;
  const least = `${values.bind(Math.min(people, 2 ** (LANE - 1) - 1))}::bigint * ${each(0)}`;
  return seatColumns
    .map((column, at) => `(((((${alias}.${column} | ${top}) - ${least}) & ${top}) >> ${LANE - 1}) << ${at})`)
    .join(' | ');
}

/** Everything that a row of space_search must meet, but for the place. */
export const rowConditions = (
  values: Values,
  filters: Filters,
  alias: string,
  certainty: Certainty = 'sure',
) => [
  ...kindConditions(values, filters, alias),
  ...needConditions(values, filters, alias, certainty),
  ...capacityConditions(values, filters, alias, certainty),
];

export const where = (conditions: string[]) =>
  conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
