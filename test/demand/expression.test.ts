/** The language of weights: closed, never surprised, and in agreement with a reference written another way. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { ExpressionFault, LONGEST, parseExpression } from '../../server/demand/expression.ts';

const columns = ['population', 'imd_decile', 'a', 'constructor', '__proto__'];
const row = [1475, 3, Number.NaN, 7, 9];
const of = (text: string) => parseExpression(text, columns)(row);

function faultOf(text: string): [code: string, at: number] {
  try {
    of(text);
  } catch (error) {
    assert.ok(error instanceof ExpressionFault, String(error));
    return [error.code, error.at];
  }
  return assert.fail(`${text} has no fault`);
}

/** A tree, how it is written, and what it comes to by the rules of the description. */
interface Tree {
  text: string;
  value: number | 'fault';
}
const both = (a: Tree, b: Tree, work: (a: number, b: number) => number | 'fault'): Tree['value'] => {
  if (a.value === 'fault' || b.value === 'fault') return 'fault';
  const value = work(a.value, b.value);
  return value === 'fault' || Math.abs(value) === Number.POSITIVE_INFINITY ? 'fault' : value;
};
const works: Record<string, (a: number, b: number) => number | 'fault'> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => (b === 0 ? 'fault' : a / b),
  '<': (a, b) => (Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : Number(a < b)),
  '>=': (a, b) => (Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : Number(a >= b)),
  '=': (a, b) => (Number.isNaN(a) || Number.isNaN(b) ? Number.NaN : Number(a === b)),
};
const tree = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    fc.integer({ min: 0, max: 99 }).map((value): Tree => ({ text: String(value), value })),
    fc
      .constantFrom('population', 'imd_decile', 'a')
      .map((name): Tree => ({ text: name, value: row[columns.indexOf(name)] ?? Number.NaN })),
    fc.tuple(fc.constantFrom(...Object.keys(works)), tie('tree'), tie('tree')).map(
      ([sign, a, b]): Tree => ({
        text: `(${a.text} ${sign} ${b.text})`,
        value: both(a, b, works[sign] ?? (() => 'fault')),
      }),
    ),
    fc.tuple(tie('tree'), tie('tree'), tie('tree')).map(
      ([c, a, b]): Tree => ({
        text: `if(${c.text}, ${a.text}, ${b.text})`,
        value: c.value === 'fault' || Number.isNaN(c.value) ? c.value : c.value === 0 ? b.value : a.value,
      }),
    ),
    fc
      .tuple(tie('tree'), tie('tree'))
      .map(([a, b]): Tree => ({ text: `max(${a.text},${b.text})`, value: both(a, b, Math.max) })),
  ),
})).tree;

describe('the weight expression', () => {
  it('reads what commissioners write', () => {
    assert.equal(of('population'), 1475);
    assert.equal(of('population × (11 − imd_decile)'), 1475 * 8);
    assert.equal(of('if(imd_decile <= 3, 2, 1) * population'), 2950);
    assert.equal(of('if(imd_decile > 3, 2, 1) * population'), 1475);
    assert.equal(of('imd_decile + 0.5 * population'), 740.5);
    assert.equal(of('2 - 3 - 4'), -5);
    assert.equal(of('12 / 2 / 3'), 2);
    assert.equal(of('-imd_decile + min(5, 4, 9)'), 1);
  });

  it('takes missing for missing, and never for 0', () => {
    for (const text of ['a', 'a * 0', 'a = a', 'min(a, 1)', 'if(a > 1, 2, 3)', '1 + a'])
      assert.ok(Number.isNaN(of(text)), text);
    assert.equal(of('if(1, 2, a)'), 2);
  });

  it('says what is wrong, and where', () => {
    assert.deepEqual(faultOf(''), ['empty', 1]);
    assert.deepEqual(faultOf('2 * populaton'), ['column', 5]);
    assert.deepEqual(faultOf('2 * (population'), ['close', 16]);
    assert.deepEqual(faultOf('2 *'), ['end', 4]);
    assert.deepEqual(faultOf('2 $ 3'), ['sign', 3]);
    assert.deepEqual(faultOf('2 3'), ['value', 3]);
    assert.deepEqual(faultOf('population / (3 - imd_decile)'), ['zero', 12]);
    assert.deepEqual(faultOf('eval(1)'), ['called', 1]);
    assert.deepEqual(faultOf('if(1, 2)'), ['arguments', 1]);
    assert.deepEqual(faultOf('1 < 2 < 3'), ['value', 7]);
    assert.deepEqual(faultOf('9'.repeat(400)), ['huge', 1]);
    assert.deepEqual(faultOf('1'.repeat(LONGEST + 1)), ['long', LONGEST + 1]);
  });

  it('knows columns and nothing else, whatever they are called', () => {
    assert.equal(of('constructor + __proto__'), 16);
    for (const name of ['globalThis', 'process', 'toString', 'hasOwnProperty', 'valueOf', 'length'])
      assert.deepEqual(faultOf(name), ['column', 1], name);
    assert.deepEqual(faultOf('population.constructor'), ['sign', 11]);
    assert.deepEqual(faultOf('population["x"]'), ['sign', 11]);
  });

  it('agrees with the reference', () => {
    fc.assert(
      fc.property(tree, ({ text, value }) => {
        if (text.length > LONGEST) return;
        let found: number | 'fault';
        try {
          found = of(text);
        } catch (error) {
          assert.ok(error instanceof ExpressionFault);
          found = 'fault';
        }
        assert.deepEqual(found, value, text);
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws anything but its own fault, and touches nothing', () => {
    const parts = [
      ...columns,
      'if',
      'min',
      '(',
      ')',
      ',',
      '+',
      '-',
      '*',
      '/',
      '<=',
      '=',
      '1',
      '.5',
      ' ',
      '×',
      '#',
      '😀',
    ];
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.array(fc.constantFrom(...parts), { maxLength: 40 }).map((list) => list.join('')),
      fc.integer({ min: 1, max: 499 }).map((many) => '('.repeat(many)),
      fc.integer({ min: 1, max: 499 }).map((many) => `${'-'.repeat(many)}1`),
    );
    const before = Object.getOwnPropertyNames(globalThis).join();
    fc.assert(
      fc.property(text, (each) => {
        try {
          const value = of(each);
          assert.equal(typeof value, 'number');
          assert.ok(Math.abs(value) !== Number.POSITIVE_INFINITY);
        } catch (error) {
          assert.ok(error instanceof ExpressionFault, String(error));
        }
      }),
      { numRuns: 3000 },
    );
    assert.equal(Object.getOwnPropertyNames(globalThis).join(), before);
  });
});
