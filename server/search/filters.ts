/** A question once its words are understood: what every mouth of search asks, and how it reads in SQL. */
import { type Box, boxText, boxToMercator, pointText, toMercator } from '../database/geometry.ts';
import type { Values } from '../database/read.ts';
import { findFact } from '../vocabulary.ts';
import { accessBits, amenityBits, kindNumbers, LANE, maskOf, seatColumns, seatLanes } from './bits.ts';
import type { DrawnArea } from './polygon.ts';

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
  polygon?: DrawnArea;
  kind?: string[];
  people?: number;
  layout?: string;
  access?: string[];
  amenity?: string[];
  /** Minute of the ISO week; 0 is Monday midnight. */
  openAt?: number;
  /** Not those that are known to meet everything, but those that would if what is unknown turned out to be yes. */
  match?: 'possible';
}

/** `sure`: known to meet the need. `perhaps`: not known to fail it. */
export type Certainty = 'sure' | 'perhaps';

/** Does anything asked depend on what is known of a space? */
export const asksOfSpaces = (filters: Filters): boolean =>
  Boolean(filters.access?.length || filters.amenity?.length || filters.people || filters.layout) ||
  filters.openAt !== undefined;

/** The table that a question is put to: a row a venue, or a row a space. Both name their common columns alike. */
export type Unit = 'venue' | 'space';
export const tableOf = { venue: 'venue_search', space: 'space_search' } as const;

/**
 * A venue matches when one of its spaces meets everything. Needs that are stated of whole venues are met in all of its
 * spaces or in none, so beside them one need that is met anywhere is met together with them: the venue’s own row can
 * tell. Two things that differ between spaces take the rows of the spaces.
 */
export const unitOf = (filters: Filters): Unit =>
  filters.match || variable(filters) > 1 ? 'space' : 'venue';

/** For counting what matching spaces have besides: they must be all spaces of the venue, or be counted themselves. */
export const unitOfFacets = (filters: Filters): Unit => (variable(filters) > 0 ? 'space' : 'venue');

/** How many things are asked that may differ between the spaces of a venue; some are known of spaces only. */
function variable({ access = [], amenity = [], people, layout, openAt }: Filters): number {
  if (layout !== undefined || openAt !== undefined) return 2;
  const needs = [...access, ...amenity].filter((key) => findFact(key)?.scope !== 'venue');
  return needs.length + (people === undefined ? 0 : 1);
}

export const nearPoint = (near: { lon: number; lat: number }) => pointText(toMercator(near.lon, near.lat));

/** Conditions on the place; on both search tables. */
export function placeConditions(values: Values, filters: Filters, alias: string): string[] {
  const pt = `${alias}.pt`;
  const inBox = (box: Box) => `${pt} <@ ${values.bind(boxText(box))}::box`;
  const conditions: string[] = [];
  if (filters.box) conditions.push(inBox(boxToMercator(filters.box)));
  if (filters.near) {
    conditions.push(`${pt} is not null`);
    if (filters.radius !== undefined) {
      const point = `${values.bind(nearPoint(filters.near))}::point`;
      const radius = `${values.bind(filters.radius)}::float8`;
      conditions.push(
        `${pt} <@ circle_box(${point}, ${radius})`,
        `great_circle(${pt}, ${point}) <= ${radius}`,
      );
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
  if (filters.polygon) {
    // The box goes through the index; the polygon decides.
    conditions.push(inBox(filters.polygon.bounds), `${values.bind(filters.polygon.text)}::polygon @> ${pt}`);
  }
  return conditions;
}

/** The smallest of the boxes that the question is kept within, in Mercator metres. */
export const boundsOf = ({ box, within, polygon }: Filters): Box | undefined =>
  box ? boxToMercator(box) : (polygon?.bounds ?? within?.bounds);

/** Conditions on the kind; on both search tables. */
export function kindConditions(values: Values, filters: Filters, alias: string): string[] {
  if (!filters.kind?.length) return [];
  const numbers = filters.kind.map((key) => kindNumbers.indexOf(key));
  return [`${alias}.kind = any(${values.bind(numbers)}::smallint[])`];
}

/** Conditions on the facts and hours; on both search tables, but for hours. */
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
    // Never null: what is not known to be open is counted as that, not left out.
    conditions.push(
      certainty === 'sure'
        ? `(${alias}.open is not null and ${open})`
        : `(${alias}.open is null or not ${alias}.open_whole or ${open})`,
    );
  }
  return conditions;
}

/** The condition on capacity: in the layout asked, or in any. A venue’s own row knows only the latter. */
export function capacityConditions(
  values: Values,
  { people, layout }: Pick<Filters, 'people' | 'layout'>,
  alias: string,
  certainty: Certainty,
  unit: Unit = 'space',
): string[] {
  if (people === undefined && layout === undefined) return [];
  const lane = unit === 'venue' ? `coalesce(${alias}.capacity_max, 0)` : seatsSql(alias, layout);
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

/** Everything that a row must meet, but for the place and the words. */
export const rowConditions = (
  values: Values,
  filters: Filters,
  alias: string,
  certainty: Certainty = 'sure',
  unit: Unit = 'space',
) => [
  ...kindConditions(values, filters, alias),
  ...needConditions(values, filters, alias, certainty),
  ...capacityConditions(values, filters, alias, certainty, unit),
];

/** The condition on words; both tables. */
export function textCondition(values: Values, filters: Filters, alias: string, unit: Unit): string[] {
  if (filters.words === undefined) return [];
  const words = `${values.bind(filters.words)}::tsquery`;
  return unit === 'venue'
    ? [`${alias}.words @@ ${words}`]
    : [`${alias}.venue_id in (select t.venue_id from venue_search t where t.words @@ ${words})`];
}

/** Everything that a row must meet. */
export const allConditions = (values: Values, filters: Filters, alias: string, unit: Unit): string[] => [
  ...textCondition(values, filters, alias, unit),
  ...placeConditions(values, filters, alias),
  ...matchConditions(values, filters, alias, unit),
];

/** What a row must meet to be listed: for sure, or, where that is asked, only perhaps, as does its whole venue. */
export function matchConditions(values: Values, filters: Filters, alias: string, unit: Unit): string[] {
  if (!filters.match) return rowConditions(values, filters, alias, 'sure', unit);
  const sure = [`sure.venue_id = ${alias}.venue_id`, ...rowConditions(values, filters, 'sure', 'sure')];
  return [
    ...rowConditions(values, filters, alias, 'perhaps'),
    `not exists (select from space_search sure ${where(sure)})`,
  ];
}

export const where = (conditions: string[]) =>
  conditions.length > 0 ? `where ${conditions.join(' and ')}` : '';
