/** Travel in classes that people reckon in, the same for a map, its legend and the chart beside it. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { bandsOf, classCount, classOf } from '../../client/logic/plan-bands.ts';
import { bandName, formatShare } from '../../client/logic/plan-words.ts';
import { languageOf } from '../../server/pages/languages.ts';

const en = languageOf('en');
const names = (travel: (number | null)[], unit: 'metres' | 'minutes', within?: number) => {
  const bands = bandsOf(travel, unit, within);
  return Array.from({ length: classCount(bands) }, (_band, at) => bandName(en, bands, at));
};

describe('classes of travel', () => {
  it('divide what is near enough as a person would', () => {
    assert.deepEqual(bandsOf([], 'minutes', 15).limits, [5, 10, 15]);
    assert.deepEqual(bandsOf([], 'metres', 1200).limits, [400, 800, 1200]);
    assert.deepEqual(bandsOf([], 'metres', 1000).limits, [250, 500, 750, 1000]);
    assert.deepEqual(bandsOf([], 'minutes', 10).limits, [5, 10]);
    assert.deepEqual(bandsOf([], 'minutes', 1).limits, [1]);
    assert.deepEqual(names([3, null], 'minutes', 15), [
      'Up to 5 minutes',
      '5 minutes to 10 minutes',
      '10 minutes to 15 minutes',
      'More than 15 minutes, or out of reach',
    ]);
  });

  it('hold nearly everybody where nothing is too far, and say what is beyond and what is out of reach', () => {
    const far = [...Array.from({ length: 99 }, (_each, at) => at * 10), 5000, null];
    assert.deepEqual(names(far, 'metres'), [
      'Up to 500 m',
      '500 m to 1 km',
      '1 km to 1.5 km',
      'More than 1.5 km',
      'Out of reach',
    ]);
    assert.deepEqual(names([null, null], 'metres'), ['Out of reach']);
    assert.deepEqual(names([], 'metres'), ['Out of reach']);
  });

  it('are at most five, ascend, and each travel is in the one that names it', () => {
    const travel = fc.array(fc.option(fc.double({ min: 0, max: 1e6, noNaN: true })), { maxLength: 40 });
    const within = fc.option(fc.double({ min: 0.1, max: 1e6, noNaN: true }), { nil: undefined });
    fc.assert(
      fc.property(
        travel,
        fc.constantFrom('metres' as const, 'minutes' as const),
        within,
        (each, unit, near) => {
          const bands = bandsOf(each, unit, near);
          const { limits } = bands;
          assert.ok(classCount(bands) <= 5);
          assert.ok(limits.every((limit, at) => limit > (limits[at - 1] ?? 0)));
          for (const one of each) {
            const at = classOf(bands, one);
            if (one === null) assert.equal(at, classCount(bands) - 1);
            else if (at < limits.length)
              assert.ok(one <= (limits[at] ?? 0) + 1e-9 && one > (limits[at - 1] ?? -1));
            else assert.ok(limits.length === 0 || one > (limits.at(-1) ?? 0));
          }
        },
      ),
    );
  });

  it('say shares that are neither nothing nor all as what they are', () => {
    assert.deepEqual(
      [0, 1, 500, 999, 1000].map((part) => formatShare(en, part, 1000)),
      ['0%', 'under 1%', '50%', 'over 99%', '100%'],
    );
    assert.equal(formatShare(en, 0, 0), '0%');
  });
});
