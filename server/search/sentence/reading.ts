/** What one reader found: where it ends, and the filter it means; without one it is only taken out of the text. */
import type { Word } from './split.ts';

export interface Found {
  end: number;
  filter?: {
    parameter: string;
    value: string;
    label: string;
    point?: [lon: number, lat: number];
    radius?: number;
    /** What the place is called, and how many metres round it were asked for, if they were said. */
    place?: string;
    metres?: number;
  };
}

/** Looks for its kind of meaning at one place of the question. */
export type Reader = (words: readonly Word[], at: number) => Found | undefined;
