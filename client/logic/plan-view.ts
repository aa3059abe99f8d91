/** Where places lie on a picture of our own: Web Mercator, in whole units of a view box. */
import type { Box } from '../api.ts';

export type Spot = readonly [lon: number, lat: number];
export type At = [x: number, y: number];

const WIDTH = 1000;
const TALLEST = 1000;
const FLATTEST = 480;
/** Units around what is drawn, so that signs at the edge are whole. */
const MARGIN = 40;
/** Degrees: a picture of one place shows its surroundings. */
const LEAST = 0.01;

export interface View {
  width: number;
  height: number;
  at: (lon: number, lat: number) => At;
  /** What the picture shows. */
  box: Box;
  /** Of a web map, on which a pixel is about as large as a unit is here. */
  zoom: number;
}

/** Latitude in degrees, stretched as Mercator does, so that a degree is as high as one of longitude is wide. */
const stretched = (lat: number) =>
  (Math.log(Math.tan(Math.PI / 4 + (Math.max(-85, Math.min(85, lat)) * Math.PI) / 360)) * 180) / Math.PI;
const unstretched = (y: number) => (Math.atan(Math.exp((y * Math.PI) / 180)) * 360) / Math.PI - 90;

/** The view that holds all of these. */
export function viewOf(spots: Iterable<Spot>): View {
  const ends = { west: 180, east: -180, south: 1000, north: -1000 };
  for (const [lon, lat] of spots) {
    const y = stretched(lat);
    ends.west = Math.min(ends.west, lon);
    ends.east = Math.max(ends.east, lon);
    ends.south = Math.min(ends.south, y);
    ends.north = Math.max(ends.north, y);
  }
  if (ends.west > ends.east) Object.assign(ends, { west: -1, east: 1, south: -1, north: 1 });
  const [across, up] = [ends.east - ends.west, ends.north - ends.south].map((each) =>
    Math.max(LEAST, each),
  ) as At;
  const scale = Math.min((WIDTH - 2 * MARGIN) / across, (TALLEST - 2 * MARGIN) / up);
  const height = Math.max(FLATTEST, Math.round(up * scale) + 2 * MARGIN);
  const west = (ends.west + ends.east - WIDTH / scale) / 2;
  const north = (ends.south + ends.north + height / scale) / 2;
  return {
    width: WIDTH,
    height,
    at: (lon, lat) => [Math.round((lon - west) * scale), Math.round((north - stretched(lat)) * scale)],
    box: [west, unstretched(north - height / scale), west + WIDTH / scale, unstretched(north)],
    zoom: Math.max(0, Math.min(19, Math.floor(Math.log2((scale * 360) / 256)))),
  };
}

const signed = (value: number) => (value < 0 ? `${value}` : ` ${value}`);

/** A line through these, in steps from each to the next; corners that nobody can tell apart are one. */
export function pathOf(points: readonly At[], { closed = false, least = 1 } = {}): string {
  const [first, ...others] = points;
  if (!first) return '';
  let [x, y] = first;
  let steps = '';
  others.forEach(([toX, toY], at) => {
    const [dx, dy] = [toX - x, toY - y];
    const isEnd = !closed && at === others.length - 1;
    if ((dx === 0 && dy === 0) || (Math.hypot(dx, dy) < least && !isEnd)) return;
    steps += `${steps === '' ? dx : signed(dx)}${signed(dy)}`;
    [x, y] = [toX, toY];
  });
  if (steps === '') return '';
  return `M${first[0]}${signed(first[1])}l${steps}${closed ? 'z' : ''}`;
}

/**
 * Lines that are next to nothing: drawn with round or square ends, each is a dot. Without any length they would not be
 * printed. They go to and fro, so that the steps between them stay whole.
 */
export function dotsOf(points: readonly At[]): string {
  let [x, y] = [0, 0];
  return points
    .map(([toX, toY], at) => {
      const step = `${at === 0 ? 'M' : 'm'}${toX - x}${signed(toY - y)}h${at % 2 === 0 ? '' : '-'}.1`;
      [x, y] = [toX, toY];
      return step;
    })
    .join('');
}
