/** What every reader of files answers: rows of text, with a place when the format itself has one. */

/** The cells of a row by column, GeoJSON property or OSM tag. Absent and empty are the same. */
export type Values = Record<string, string>;

export interface LonLat {
  lon: number;
  lat: number;
}

export interface Row {
  /** In the order of the file, and the same each time it is read. A spreadsheet's header is row 1. */
  number: number;
  /** How a report names the row: its number, or the id of an OSM element. */
  label: string;
  values: Values;
  point?: LonLat;
  /** What the file gives as its place, for the person who is to mend it. */
  geometry?: unknown;
  /** Cells beyond the last column. */
  surplus?: string[];
  /** Why the row cannot be used, when reading it already tells. */
  fault?: string;
  /** Why the row is to be passed over, when reading it already tells. */
  skipped?: string;
}

export interface Reading {
  rows: AsyncIterable<Row>;
  /** Columns that every row has, when the format has a header. */
  columns?: string[];
  /** What stands between the cells of a row. */
  delimiter?: string;
  /** How much has been read, from 0 to 1. */
  progress(): number;
}

/** Degrees to about a centimetre: no source knows better, and equal places stay equal in every format. */
export const roundDegrees = (degrees: number) => Math.round(degrees * 1e7) / 1e7;

/** Stands for what cannot be read, here as in every decoder. */
const LOST = '\uFFFD';

/** Any JSON value as the text of a cell. NUL and half of a surrogate pair, which no database keeps, are lost letters. */
export function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.replace(/[\0\p{Surrogate}]/gu, LOST).trim();
}

/** Why a row with letters that are lost is not taken: what they were is not guessed. */
export const illegible = (values: Values): string | undefined =>
  Object.entries(values).some(([column, text]) => column.includes(LOST) || text.includes(LOST))
    ? 'it has letters that are not UTF-8, or that no text holds: mend them, or say a CSV file’s encoding in the mapping'
    : undefined;
