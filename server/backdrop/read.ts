/**
 * The map that we draw ourselves, for a box and a zoom: waters, roads, railways, the outlines of areas and the names of
 * places, as simple as the zoom allows. The largest come first, so that what an answer has no room for is small.
 */
import type { Feature, FeatureCollection, Geometry, Position } from 'geojson';
import type { Knex } from 'knex';
import { simplerLine, simplerOutline } from '../areas/simplify.ts';
import { type Box, boxText, boxToMercator } from '../database/geometry.ts';
import { read } from '../database/read.ts';
import { cutLine, cutRing, joinLines, linesOf, outlinesOf } from './geometry.ts';
import { type LineGeometry, type LineKind, lineKinds } from './line.ts';

/** Bytes of coordinates for each part; together with the names, less than 60 kB. */
const room: Record<LineKind | 'area', number> = { water: 18_000, road: 18_000, rail: 8_000, area: 9_000 };
/** Rows that are looked at; beyond these, the smallest are too small to miss. */
const MOST_ROWS = 6_000;
const MOST_NAMES = 40;

export interface Backdrop
  extends FeatureCollection<Geometry, { kind: LineKind | 'area' | 'place'; name?: string }> {
  /** Who made what is drawn. */
  attribution: string[];
}

interface LineRow {
  kind: LineKind;
  source: string;
  geometry: LineGeometry;
}

/** One pixel of the map at a zoom, in degrees of longitude. */
export const pixel = (zoom: number): number => 360 / (256 * 2 ** zoom);

/** Five places are a metre. */
const digitsFor = (zoom: number): number => (zoom < 10 ? 3 : zoom < 14 ? 4 : 5);

export async function readBackdrop(db: Knex, box: Box, zoom: number): Promise<Backdrop> {
  const bounds = boxText(boxToMercator(box));
  const tolerance = pixel(zoom);
  const digits = digitsFor(zoom);
  const rows = await read<LineRow>(db, {
    text: `select m.kind, s.attribution as source, m.geometry from map_line m join source s on s.id = m.source_id
      where m.bounds && $1::box order by m.size desc, m.id limit ${MOST_ROWS}`,
    values: [bounds],
  });
  const features: Feature<Geometry, Backdrop['features'][number]['properties']>[] = [];
  for (const kind of lineKinds) {
    const own = rows.filter((row) => row.kind === kind);
    const outlines = own.flatMap(({ geometry }) => outlinesOf(geometry));
    const waters = fill(outlines, (rings) => drawOutline(rings, box, tolerance, digits), room[kind]);
    if (waters.length > 0) features.push(feature(kind, { type: 'MultiPolygon', coordinates: waters }));
    const pieces = own.flatMap(({ geometry }) => linesOf(geometry)).flatMap((line) => cutLine(line, box));
    const lines = joinLines(pieces).sort((a, b) => b.length - a.length);
    const drawn = fill(lines, (line) => drawLine(line, tolerance, digits), room[kind]);
    if (drawn.length > 0) features.push(feature(kind, { type: 'MultiLineString', coordinates: drawn }));
  }
  features.push(...(await areaLines(db, box, bounds, zoom)), ...(await placeNames(db, box, zoom)));
  return {
    type: 'FeatureCollection',
    features,
    attribution: [...new Set(rows.map(({ source }) => source))].sort(),
  };
}

const feature = <K extends LineKind | 'area' | 'place'>(kind: K, geometry: Geometry, name?: string) => ({
  type: 'Feature' as const,
  geometry,
  properties: { kind, ...(name && { name }) },
});

/** Draws one after another until there is no more room. */
function fill<From, To>(things: readonly From[], draw: (thing: From) => To | undefined, bytes: number): To[] {
  const drawn: To[] = [];
  let left = bytes;
  for (const thing of things) {
    const made = draw(thing);
    if (made === undefined) continue;
    left -= JSON.stringify(made).length;
    if (left < 0) break;
    drawn.push(made);
  }
  return drawn;
}

const round = (line: readonly Position[], digits: number): Position[] =>
  line
    .map(([lon = 0, lat = 0]) => [Number(lon.toFixed(digits)), Number(lat.toFixed(digits))])
    .filter((point, index, all) => index === 0 || point.join() !== all[index - 1]?.join());

function drawLine(line: Position[], tolerance: number, digits: number): Position[] | undefined {
  const drawn = round(simplerLine(line, tolerance), digits);
  return drawn.length > 1 ? drawn : undefined;
}

function drawOutline(
  rings: Position[][],
  box: Box,
  tolerance: number,
  digits: number,
): Position[][] | undefined {
  const drawn = rings.flatMap((ring) => {
    const cut = cutRing(ring, box);
    const simpler = cut.length > 0 ? simplerOutline(cut, tolerance) : undefined;
    const rounded = simpler ? round(simpler, digits) : [];
    return rounded.length > 3 ? [rounded] : [];
  });
  return drawn.length > 0 ? drawn : undefined;
}

/** Boroughs far out, wards near in. */
async function areaLines(db: Knex, box: Box, bounds: string, zoom: number) {
  const kinds =
    zoom < 9 ? ['region', 'county'] : zoom < 13 ? ['borough', 'district', 'county'] : ['ward', 'parish'];
  const rows = await read<{ outline: LineGeometry }>(db, {
    text: 'select outline from area where bounds && $1::box and kind = any($2::text[]) order by area(bounds) desc, id limit 400',
    values: [bounds, kinds],
  });
  const rings = rows.flatMap(({ outline }) => outlinesOf(outline).flat());
  const lines = rings.flatMap((ring) => cutLine(ring, box));
  const drawn = fill(lines, (line) => drawLine(line, pixel(zoom), digitsFor(zoom)), room.area);
  return drawn.length > 0 ? [feature('area', { type: 'MultiLineString', coordinates: drawn })] : [];
}

async function placeNames(db: Knex, { west, south, east, north }: Box, zoom: number) {
  const kinds = ['city', 'town', 'suburb', 'village'].slice(0, zoom < 9 ? 1 : zoom < 11 ? 2 : 4);
  const rows = await read<{ name: string; lon: number; lat: number }>(db, {
    text: `select name, lon, lat from place
      where kind in ('city', 'town', 'village', 'suburb') and kind = any($1::text[])
        and lat between $2::float8 and $4::float8 and lon between $3::float8 and $5::float8
      order by array_position($1::text[], kind), name, id limit ${MOST_NAMES}`,
    values: [kinds, south, west, north, east],
  });
  return rows.map(({ name, lon, lat }) => feature('place', { type: 'Point', coordinates: [lon, lat] }, name));
}
