import assert from 'node:assert/strict';
import fc from 'fast-check';
import { compare, merge, settle } from '../../client/logic/three-way.ts';

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
    const names = ['a', 'b', 'c'];
    const [base, stored] = [
      { a: '7', b: '8', c: '9' },
      { a: '7', b: '8', c: '9' },
    ];
    const typed = { clash: names, choose_a: 'theirs', choose_b: 'mine', a: '1', b: '2', c: '3' };
    const { values, clashes } = settle({ names, typed, base, stored });
    assert.deepEqual(values, { a: '7', b: '2', c: '3' });
    assert.deepEqual(
      clashes.map(({ name, theirs, mine }) => [name, theirs, mine]),
      [['c', '9', '3']],
    );
    const again = settle({
      names,
      typed: { ...typed, choose_c: 'mine' },
      base,
      stored: { ...stored, a: '0', b: '0' },
    });
    // What was stored since the choice is theirs where they won, and clashes again where they did not.
    assert.equal(again.values.a, '0');
    assert.deepEqual(
      again.clashes.map(({ name }) => name),
      ['b'],
    );
    assert.deepEqual(settle({ names, typed: { a: '7', clash: 'x' }, base, stored }).clashes, []);
  });

  it('loses nothing, whatever is typed and stored', () => {
    const word = fc.constantFrom('', '1', '2', '3');
    const three = fc.record({ a: word, b: word, c: word });
    fc.assert(
      fc.property(three, three, three, (base, stored, typed) => {
        const { values, clashes } = settle({ names: ['a', 'b', 'c'], typed, base, stored });
        for (const name of ['a', 'b', 'c'] as const) {
          const clash = clashes.some((each) => each.name === name);
          const changed = { theirs: stored[name] !== base[name], mine: typed[name] !== base[name] };
          assert.equal(clash, changed.theirs && changed.mine && stored[name] !== typed[name]);
          if (clash || changed.mine) assert.equal(values[name], typed[name]);
          else assert.equal(values[name], stored[name]);
        }
      }),
    );
  });
});
