/** What a question makes most or least of, for any set of open sites: to judge sites one by one. */
import { nearest, type Reach } from './reach.ts';

export interface Measure {
  reach: Reach;
  /** What a place adds when this is its travel to the nearest open site; Infinity where none is in reach. */
  of: (place: number, travel: number) => number;
  /** Places are summed up, or the worst of them counts. */
  by: 'sum' | 'worst';
  /** Is more of it better? */
  isMoreBetter: boolean;
}

/** MCLP, and LSCP, whose sites are worth what would no longer be within reach without them. */
export const weightReached = (reach: Reach, weights: readonly number[], within: number): Measure => ({
  reach,
  of: (place, travel) => (travel <= within ? (weights[place] ?? 0) : 0),
  by: 'sum',
  isMoreBetter: true,
});

/** p-median: places without a site in reach count as `beyond`. */
export const travelInAll = (reach: Reach, weights: readonly number[], beyond: number): Measure => ({
  reach,
  of: (place, travel) => (weights[place] ?? 0) * Math.min(travel, beyond),
  by: 'sum',
  isMoreBetter: false,
});

/** p-centre: Infinity where somebody who could have a site in reach has none. */
export const longestTravel = (reach: Reach, weights: readonly number[]): Measure => ({
  reach,
  of: (place, travel) => ((weights[place] ?? 0) > 0 && (reach.places[place]?.length ?? 0) > 0 ? travel : 0),
  by: 'worst',
  isMoreBetter: false,
});

/** What these sites make of it. */
export const measured = ({ reach, of, by }: Measure, open: readonly number[]): number =>
  nearest(reach, open)
    .map((travel, place) => of(place, travel))
    .reduce((all, each) => (by === 'sum' ? all + each : Math.max(all, each)), 0);

/** How much worse the second value is than the first, and never NaN: what is without end already gets no worse. */
export const worseBy = ({ isMoreBetter }: Measure, from: number, to: number): number => {
  if (from === to) return 0;
  return isMoreBetter ? from - to : to - from;
};
