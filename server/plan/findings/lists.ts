/** Areas as the texts of PostgreSQL's lists. */
import type { AreaLists } from '../queue.ts';
import type { ByArea } from './find.ts';

const list = (numbers: Float64Array | Int32Array, isThere: (number: number) => boolean) =>
  `{${Array.from(numbers, (number) => (isThere(number) ? String(number) : 'null')).join()}}`;

/** What is not there is null: no site, and no travel. */
export const listsOf = ({ site, travel, before }: ByArea, weights: Float64Array): AreaLists => ({
  weights: list(weights, Number.isFinite),
  sites: list(site, (id) => id > 0),
  travels: list(travel, Number.isFinite),
  befores: list(before, Number.isFinite),
});
