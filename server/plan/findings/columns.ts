/**
 * What the columns of a layer are, as far as their names and numbers tell: people who are counted, or a rank. A layer has
 * numbers and nothing that says so; a column that is taken for neither is left out, and never misread as people.
 */
import { isEverybody, isMeasure } from '../../vocabulary.ts';

export type Columns = Readonly<Record<string, Float64Array>>;

/** In these, 1 is the worst off: deciles of deprivation, and ranks. */
const ranks = /(^|_)(decile|quintile|quartile|rank)(_|$)/;

/** Numbers that count: none below zero, and more than a share of one. */
function isCount(name: string, numbers: Float64Array): boolean {
  if (isMeasure(name)) return false;
  let most = 0;
  for (const number of numbers) {
    if (number < 0) return false;
    if (number > most) most = number;
  }
  return most > 1;
}

export const countsIn = (columns: Columns): string[] =>
  Object.entries(columns).flatMap(([name, numbers]) => (isCount(name, numbers) ? [name] : []));

const namesIn = (expression: string): string[] => expression.match(/[a-z][a-z0-9_]*/g) ?? [];

/** Who the plan is about: the first count that its weight speaks of, or else a column of everybody. */
export function peopleIn(columns: Columns, expression: string): string | undefined {
  const counts = countsIn(columns);
  const spoken = namesIn(expression).find((name) => counts.includes(name));
  return spoken ?? counts.find((name) => isEverybody(name));
}

/** What tells who is worse off: the rank that the weight speaks of, or else the first there is. */
export function rankIn(columns: Columns, expression: string): string | undefined {
  const found = Object.keys(columns).filter(
    (name) => ranks.test(name) && columns[name]?.some((number) => Number.isFinite(number)),
  );
  return namesIn(expression).find((name) => found.includes(name)) ?? found[0];
}
