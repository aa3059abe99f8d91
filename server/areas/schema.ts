/** What pages of areas are functions of. */

export interface AreaLink {
  id: string;
  name: string;
  kind: string;
  slug: string;
  /** How many venues have their public point in it, where that is said. */
  venues?: number;
}

/** How many venues are known to have something, known not to have it whole, and not known about. */
export interface NeedCount {
  key: string;
  group: 'access' | 'amenity';
  yes: number;
  partly: number;
  no: number;
  unknown: number;
}

/** How many venues have a room that meets all needs of a profile, have none that might, or may have one. */
export interface ProfileCount {
  key: string;
  yes: number;
  no: number;
  ask: number;
}

/** Venues with a room for so many people, and those of them where that room is known to be step-free. */
export interface SizeCount {
  people: number;
  venues: number;
  stepFree: number;
}

export interface AreaNumbers {
  venues: number;
  rooms: number;
  /** Most frequent first. */
  kinds: { key: string; venues: number }[];
  /** The most people that a room here holds, per layout; layouts nobody has counted are absent. */
  largest: { layout: string; people: number }[];
  /** In the order of the vocabulary. */
  needs: NeedCount[];
  profiles: ProfileCount[];
  sizes: SizeCount[];
}

/** What this area lacks, as far as anybody knows; each is a sentence with a search behind it. */
export type Gap =
  | { kind: 'size'; people: number }
  | { kind: 'stepFree'; people: number }
  | {
      kind: 'none' | 'unrecorded';
      need: string;
      group: 'access' | 'amenity';
      unknown: number;
      venues: number;
    };

/** The outline as a drawing, with what may be shown of the venues in it; in units of its view box. */
export interface Sketch {
  path: string;
  width: number;
  height: number;
  /** Exact places. */
  dots: { x: number; y: number }[];
  /** Cells of the grid in which places are whose exact point is private. */
  cells: { x: number; y: number; size: number }[];
  /** Where there are too many to draw each: how many are about here. */
  crowds: { x: number; y: number; venues: number }[];
}

export interface AreaOverview {
  area: AreaLink;
  numbers: AreaNumbers;
  sketch: Sketch;
  /** Of the same kind; those that touch come first. */
  neighbours: (AreaLink & { touches: boolean })[];
  /** What it lies in, the smallest first. */
  holders: AreaLink[];
  /** What lies in it. */
  parts: AreaLink[];
  /** Degrees: west, south, east, north. */
  bounds: [number, number, number, number];
}

/** Areas of one kind on the index. */
export interface AreaGroup {
  kind: string;
  count: number;
  areas: AreaLink[];
  /** Id of the last, when there are more. */
  next?: string;
}
