import assert from 'node:assert/strict';
import { choose, compare, merge } from '../../client/logic/three-way.ts';

const outcome = (base: string | string[], theirs: string | string[], mine: string | string[]) =>
  compare({ a: base }, { a: theirs }, { a: mine })[0]?.outcome;

describe('three versions of a form', () => {
  it('tells who changed what', () => {
    assert.equal(outcome('1', '1', '1'), 'unchanged');
    assert.equal(outcome('1', '1', '2'), 'mine');
    assert.equal(outcome('1', '2', '1'), 'theirs');
    assert.equal(outcome('1', '2', '2'), 'same');
    assert.equal(outcome('1', '2', '3'), 'clash');
    assert.equal(outcome('1', '', '3'), 'clash');
    assert.equal(outcome(['1'], ['1', '2'], ['1']), 'theirs');
    assert.equal(outcome(['1'], ['1', '2'], ['1', '3']), 'clash');
  });

  it('takes the ends of lines, and what is empty in other ways, for nobody’s change', () => {
    assert.equal(outcome('one\ntwo', 'one\ntwo', 'one\r\ntwo '), 'unchanged');
    assert.equal(outcome([], [''], ''), 'unchanged');
    assert.equal(outcome(['', ''], ['', ''], []), 'unchanged');
    assert.notEqual(outcome(['', '5'], ['', '5'], ['5']), 'unchanged');
    assert.deepEqual(
      compare({}, { a: '1' }, {}).map((each) => each.outcome),
      ['theirs'],
    );
  });

  it('keeps of both what does not clash, and what was typed where it does', () => {
    const merged = merge(
      { a: '1', b: '1', c: '1', d: '1' },
      { a: '2', b: '1', c: '2', d: '1' },
      { a: '1', b: '3', c: '3', d: '1' },
    );
    assert.deepEqual(merged.values, { a: '2', b: '3', c: '3', d: '1' });
    assert.deepEqual(merged.theirs, ['a']);
    assert.deepEqual(
      merged.clashes.map(({ name, theirs, mine }) => [name, theirs, mine]),
      [['c', '2', '3']],
    );
  });

  it('decides nothing for the person', () => {
    const typed = { clash: ['a', 'b', 'c'], choose_a: 'theirs', choose_b: 'mine', a: '1', b: '2', c: '3' };
    const { mine, open } = choose(typed, { a: '7', b: '8', c: '9' });
    assert.deepEqual([mine.a, mine.b, mine.c], ['7', '2', '3']);
    assert.deepEqual(open, ['c']);
    assert.deepEqual(choose({ clash: 'a', a: '1' }, {}).open, ['a']);
    assert.deepEqual(choose({ a: '1' }, {}).open, []);
  });
});
