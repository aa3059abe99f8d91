/** Groups of people, said as an expression over the columns of a layer. */
import { ExpressionFault, parseExpression } from '../demand/expression.ts';
import type { Columns } from './findings/columns.ts';

/** By place; NaN where a number that is needed is missing. Throws ExpressionFault: also where it comes to less than zero. */
export function groupOf(expression: string, columns: Columns): Float64Array {
  const names = Object.keys(columns);
  const count = parseExpression(expression, names);
  const numbers = names.map((name) => columns[name] ?? new Float64Array());
  return Float64Array.from({ length: numbers[0]?.length ?? 0 }, (_place, i) => {
    const people = count(numbers.map((column) => column[i] ?? Number.NaN));
    if (people < 0) throw new ExpressionFault('negative', 1);
    return people;
  });
}
