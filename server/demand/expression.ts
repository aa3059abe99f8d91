/**
 * How much an area counts, as a small closed language over its numbers: `population * (11 - imd_decile)`.
 *
 *   expression = sum [ ("<" | "<=" | ">" | ">=" | "=" | "!=") sum ]          1 when it holds, else 0
 *   sum        = product { ("+" | "-") product }
 *   product    = signed { ("*" | "/") signed }
 *   signed     = [ "-" | "+" ] signed | primary
 *   primary    = number | column | "(" expression ")"
 *              | ("min" | "max") "(" expression { "," expression } ")"
 *              | "if" "(" expression "," expression "," expression ")"       anything but 0 holds
 *
 * × · ÷ − ≤ ≥ ≠ are read as what they look like. A number that an area does not have is NaN, and so is all that is made
 * of it. Nothing here can name anything but the columns it is given: no properties, no calls, no globals.
 */

export type ExpressionCode =
  | 'empty'
  | 'long'
  | 'sign'
  | 'value'
  | 'close'
  | 'end'
  | 'column'
  | 'called'
  | 'arguments'
  | 'zero'
  | 'huge'
  | 'negative';

/** What is wrong, where in the text (from 1), and which part of it or which columns the sentence speaks of. */
export class ExpressionFault extends Error {
  readonly code: ExpressionCode;
  readonly at: number;
  readonly said: string;
  constructor(code: ExpressionCode, at: number, said = '') {
    super(`${code} at ${at}`);
    this.code = code;
    this.at = at;
    this.said = said;
  }
}

/** The weight of an area from its numbers, in the order of the columns. Throws ExpressionFault; NaN: missing. */
export type Weigh = (numbers: ArrayLike<number>) => number;

export const LONGEST = 500;
const words = ['min', 'max', 'if'];
const plain = new Map([
  ['−', '-'],
  ['×', '*'],
  ['·', '*'],
  ['÷', '/'],
  ['≤', '<='],
  ['≥', '>='],
  ['≠', '!='],
]);
const token = /\s*(?:(\d+(?:\.\d+)?|\.\d+)|([A-Za-z_]\w*)|(<=|>=|!=|[-+*/(),<>=−×·÷≤≥≠])|(\S))/suy;

interface Token {
  kind: 'number' | 'name' | 'sign' | 'end';
  text: string;
  at: number;
}

function tokensOf(text: string): Token[] {
  const found: Token[] = [];
  const pattern = new RegExp(token);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const [all, number, name, sign, other] = match;
    const part = number ?? name ?? sign ?? other ?? '';
    const at = pattern.lastIndex - part.length + 1;
    if (all && other !== undefined) throw new ExpressionFault('sign', at, other);
    const kind = number !== undefined ? 'number' : name !== undefined ? 'name' : 'sign';
    found.push({ kind, text: kind === 'sign' ? (plain.get(part) ?? part) : part, at });
  }
  return [...found, { kind: 'end', text: '', at: text.trimEnd().length + 1 }];
}

const finite = (value: number, at: number): number => {
  if (value === Number.POSITIVE_INFINITY || value === Number.NEGATIVE_INFINITY)
    throw new ExpressionFault('huge', at);
  return value;
};
const truth = (holds: boolean, a: number, b: number) => (Number.isNaN(a + b) ? Number.NaN : holds ? 1 : 0);

const operators: Record<string, (a: number, b: number, at: number) => number> = {
  '+': (a, b, at) => finite(a + b, at),
  '-': (a, b, at) => finite(a - b, at),
  '*': (a, b, at) => finite(a * b, at),
  '/': (a, b, at) => {
    if (b === 0) throw new ExpressionFault('zero', at);
    return finite(a / b, at);
  },
  '<': (a, b) => truth(a < b, a, b),
  '<=': (a, b) => truth(a <= b, a, b),
  '>': (a, b) => truth(a > b, a, b),
  '>=': (a, b) => truth(a >= b, a, b),
  '=': (a, b) => truth(a === b, a, b),
  '!=': (a, b) => truth(a !== b, a, b),
};

/** Reads the text once, into a function. Throws ExpressionFault, and nothing else. */
export function parseExpression(text: string, columns: readonly string[]): Weigh {
  if (text.length > LONGEST) throw new ExpressionFault('long', LONGEST + 1, String(LONGEST));
  const tokens = tokensOf(text);
  let next = 0;
  const now = (): Token => tokens[next] ?? { kind: 'end', text: '', at: text.length + 1 };
  const isSign = (signs: readonly string[]) => now().kind === 'sign' && signs.includes(now().text);
  const close = (sign: string) => {
    if (!isSign([sign])) throw new ExpressionFault('close', now().at, sign);
    next += 1;
  };
  const joined = (part: () => Weigh, signs: readonly string[], most = Number.POSITIVE_INFINITY): Weigh => {
    let left = part();
    for (let count = 0; count < most && isSign(signs); count += 1) {
      const { text: sign, at } = now();
      next += 1;
      const [before, after, work] = [left, part(), operators[sign]];
      if (work) left = (row) => work(before(row), after(row), at);
    }
    return left;
  };
  const expression = (): Weigh => joined(sum, ['<', '<=', '>', '>=', '=', '!='], 1);
  const sum = (): Weigh => joined(product, ['+', '-']);
  const product = (): Weigh => joined(signed, ['*', '/']);
  const signed = (): Weigh => {
    if (!isSign(['-', '+'])) return primary();
    const negative = now().text === '-';
    next += 1;
    const of = signed();
    return negative ? (row) => 0 - of(row) : of;
  };
  const primary = (): Weigh => {
    const { kind, text: said, at } = now();
    if (kind === 'end') throw new ExpressionFault(tokens.length === 1 ? 'empty' : 'end', at);
    next += 1;
    if (kind === 'number') {
      const value = finite(Number(said), at);
      return () => value;
    }
    if (kind === 'sign') {
      if (said !== '(') throw new ExpressionFault('value', at, said);
      const of = expression();
      close(')');
      return of;
    }
    if (words.includes(said)) return call(said, at);
    if (isSign(['('])) throw new ExpressionFault('called', at, said);
    const index = columns.indexOf(said);
    if (index < 0) throw new ExpressionFault('column', at, said);
    return (row) => row[index] ?? Number.NaN;
  };
  const call = (name: string, at: number): Weigh => {
    close('(');
    const given = [expression()];
    while (isSign([','])) {
      next += 1;
      given.push(expression());
    }
    close(')');
    if (name !== 'if') {
      const pick = name === 'min' ? Math.min : Math.max;
      return (row) => given.map((of) => of(row)).reduce((a, b) => pick(a, b));
    }
    const [holds, then, otherwise] = given;
    if (!holds || !then || !otherwise || given.length > 3) throw new ExpressionFault('arguments', at);
    return (row) => {
      const is = holds(row);
      return Number.isNaN(is) ? is : is !== 0 ? then(row) : otherwise(row);
    };
  };
  const whole = expression();
  if (now().kind !== 'end') throw new ExpressionFault('value', now().at, now().text);
  return whole;
}
