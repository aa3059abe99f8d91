/** An outline made small enough to stand in a page: fewer corners than a screen can show, in units of a view box. */
import type { Position } from 'geojson';
import { type Box, toMercator } from '../database/geometry.ts';
import { gridCell } from '../venues/location.ts';
import type { Sketch } from './schema.ts';

const WIDTH = 480;
const TALLEST = 560;
/** Units around the outline, so that its line and the dots on it are whole. */
const MARGIN = 8;
/** Corners nearer to each other than this cannot be told apart. */
const STEP = 0.8;
/** Above this many venues each cell of so many units says how many there are. */
export const MOST_DOTS = 300;
const CROWD = 32;

interface Outline {
  type: string;
  coordinates: unknown;
}

export interface PublicPoint {
  x: number;
  y: number;
  precision: string;
  lon: number;
  lat: number;
}

/** The rings of an outline in Mercator metres, without corners nearer than `step`. */
export function coarseRings({ type, coordinates }: Outline, step: number): [number, number][][] {
  const polygons = (type === 'Polygon' ? [coordinates] : coordinates) as Position[][][];
  return polygons.flat().map((ring) => {
    const kept: [number, number][] = [];
    for (const [lon = 0, lat = 0] of ring) {
      const { x, y } = toMercator(lon, lat);
      const [px, py] = kept.at(-1) ?? [Number.NaN, Number.NaN];
      if (kept.length === 0 || Math.hypot(x - px, y - py) >= step) kept.push([x, y]);
    }
    return kept;
  });
}

const round = (value: number) => Math.round(value * 10) / 10;

export function sketchArea(outline: Outline, bounds: Box, points: readonly PublicPoint[]): Sketch {
  const [across, down] = [bounds.east - bounds.west || 1, bounds.north - bounds.south || 1];
  const scale = Math.min((WIDTH - 2 * MARGIN) / across, (TALLEST - 2 * MARGIN) / down);
  const width = Math.round(across * scale) + 2 * MARGIN;
  const height = Math.round(down * scale) + 2 * MARGIN;
  const at = (x: number, y: number) => ({
    x: round((x - bounds.west) * scale + MARGIN),
    y: round((bounds.north - y) * scale + MARGIN),
  });
  const path = coarseRings(outline, STEP / scale)
    .filter((ring, _index, all) => ring.length > 2 || all.length === 1)
    .map((ring) => `M${ring.map(([x, y]) => Object.values(at(x, y)).join(' ')).join('L')}Z`)
    .join('');
  if (points.length > MOST_DOTS)
    return { path, width, height, dots: [], cells: [], crowds: crowds(points, at) };
  return {
    path,
    width,
    height,
    dots: points.filter(({ precision }) => precision === 'exact').map(({ x, y }) => at(x, y)),
    cells: cells(points, at),
    crowds: [],
  };
}

type Place = (x: number, y: number) => { x: number; y: number };

/** The squares of the public grid; two venues in one square are one square. */
function cells(points: readonly PublicPoint[], at: Place): Sketch['cells'] {
  const squares = points
    .filter(({ precision }) => precision === 'approximate')
    .map((point) => {
      const { west, south, east, north } = gridCell(point.lon, point.lat);
      const [low, high] = [toMercator(west, south), toMercator(east, north)];
      const [corner, opposite] = [at(low.x, high.y), at(high.x, low.y)];
      return { ...corner, size: round(opposite.x - corner.x) };
    });
  return [...new Map(squares.map((square) => [`${square.x} ${square.y}`, square])).values()];
}

function crowds(points: readonly PublicPoint[], at: Place): Sketch['crowds'] {
  const counts = new Map<string, { x: number; y: number; venues: number }>();
  for (const point of points) {
    const { x, y } = at(point.x, point.y);
    const middle = { x: (Math.floor(x / CROWD) + 0.5) * CROWD, y: (Math.floor(y / CROWD) + 0.5) * CROWD };
    const key = `${middle.x} ${middle.y}`;
    counts.set(key, { ...middle, venues: (counts.get(key)?.venues ?? 0) + 1 });
  }
  return [...counts.values()];
}
