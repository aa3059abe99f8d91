/** The outlines of the areas in view, as simple as the zoom allows, for a person to choose one on the map. */
import type { MultiPolygon, Polygon, Position } from 'geojson';
import type { Knex } from 'knex';
import { type Box, boxText, boxToMercator } from '../database/geometry.ts';
import { read } from '../database/read.ts';
import { simplerOutline } from './simplify.ts';

/** More than anyone can tell apart on a screen. */
export const MOST_OUTLINES = 120;

export interface AreaOutline {
  id: string;
  name: string;
  kind: string;
  geometry: MultiPolygon;
}

/** Boroughs and their like far out, wards near in. */
const kindsFor = (zoom: number): string[] =>
  zoom < 12 ? ['borough', 'district', 'county'] : ['ward', 'parish'];

/** In reading order of their names; the largest where there are too many. */
export async function findOutlines(
  db: Knex,
  box: Box,
  zoom: number,
  kind?: string,
): Promise<{ outlines: AreaOutline[]; more: boolean }> {
  const rows = await read<{ id: string; name: string; kind: string; outline: Polygon | MultiPolygon }>(db, {
    text: `select id, name, kind, outline from area where bounds && $1::box and kind = any($2::text[])
      order by area(bounds) desc, id limit $3::int + 1`,
    values: [boxText(boxToMercator(box)), kind === undefined ? kindsFor(zoom) : [kind], MOST_OUTLINES],
  });
  const outlines = rows
    .slice(0, MOST_OUTLINES)
    .map(({ outline, ...area }) => ({ ...area, geometry: simpler(outline, zoom) }));
  outlines.sort((a, b) => a.name.localeCompare(b.name, 'en') || a.id.localeCompare(b.id));
  return { outlines, more: rows.length > MOST_OUTLINES };
}

const corner = ([lon = 0, lat = 0]: Position, digits: number): Position => [
  Number(lon.toFixed(digits)),
  Number(lat.toFixed(digits)),
];

/** Every area keeps a ring, however small it is on the screen, so that it can still be chosen. */
function simpler(outline: Polygon | MultiPolygon, zoom: number): MultiPolygon {
  const tolerance = 360 / (256 * 2 ** zoom);
  const digits = zoom < 14 ? 4 : 5;
  const polygons = outline.type === 'Polygon' ? [outline.coordinates] : outline.coordinates;
  const coordinates = polygons.flatMap((rings) => {
    const drawn = rings.flatMap((ring) => {
      const made = simplerOutline(ring, tolerance);
      return made ? [made.map((each) => corner(each, digits))] : [];
    });
    return drawn.length > 0 ? [drawn] : [];
  });
  return { type: 'MultiPolygon', coordinates: coordinates.length > 0 ? coordinates : polygons };
}
