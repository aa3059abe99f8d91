/**
 * Place privacy. A location leaves the register only as a PublicLocation made by `publicLocation`; the exact
 * point is another type, which no route, page or export may send.
 */
import type { ExactLocation, PublicLocation } from './schema.ts';

/** Metres between the lines of the grid that approximate places are shown on. */
export const GRID_METRES = 500;

/** Metres of one degree of latitude on the mean sphere (R = 6,371,008.8 m). */
const DEGREE_METRES = (Math.PI * 6_371_008.8) / 180;

const round = (degrees: number) => Math.round(degrees * 1e6) / 1e6;

/**
 * The grid cell that holds the point, and its middle. Rows are a fixed number of degrees; columns depend only on
 * the row, so every point of a cell gives the same answer and nothing about its place inside leaks.
 */
function cellOf(lon: number, lat: number) {
  const rowHeight = GRID_METRES / DEGREE_METRES;
  const middleLat = (Math.floor(lat / rowHeight) + 0.5) * rowHeight;
  const columnWidth = rowHeight / Math.cos((middleLat * Math.PI) / 180);
  const middleLon = (Math.floor(lon / columnWidth) + 0.5) * columnWidth;
  return { middleLon, middleLat, columnWidth, rowHeight };
}

export function gridPoint(lon: number, lat: number): { lon: number; lat: number } {
  const { middleLon, middleLat } = cellOf(lon, lat);
  return { lon: round(middleLon), lat: round(middleLat) };
}

/** The cell as a box in degrees, to draw it. */
export function gridCell(lon: number, lat: number) {
  const { middleLon, middleLat, columnWidth, rowHeight } = cellOf(lon, lat);
  return {
    west: middleLon - columnWidth / 2,
    south: middleLat - rowHeight / 2,
    east: middleLon + columnWidth / 2,
    north: middleLat + rowHeight / 2,
  };
}

/** What the public may know of a place. */
export function publicLocation({ lon, lat, precision }: ExactLocation): PublicLocation {
  if (precision === 'hidden') return { precision };
  if (precision === 'approximate') return { ...gridPoint(lon, lat), precision };
  return { lon: round(lon), lat: round(lat), precision };
}
