/** What each chosen site is worth, against closing and exchanging each. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  longestTravel,
  type Measure,
  measured,
  travelInAll,
  weightReached,
} from '../../server/plan/measures.ts';
import { whyChosen } from '../../server/plan/questions/marginal.ts';
import { firstToLose } from '../../server/plan/questions/robustness.ts';
import { type Instance, instances, near, numRuns, sets } from './instances.ts';

const measures = ({ reach, weights, within }: Instance): Measure[] => [
  weightReached(reach, weights, within),
  travelInAll(reach, weights, 20),
  longestTravel(reach, weights),
];
const same = (found: number, expected: number, what: string) =>
  found === expected ? undefined : near(found, expected, what);
/** How much worse; what was without end is no worse. */
const worse = ({ isMoreBetter }: Measure, before: number, after: number) =>
  before === after ? 0 : isMoreBetter ? before - after : after - before;

const all = (check: (measure: Measure, open: number[]) => void) =>
  fc.assert(
    fc.property(instances, fc.nat(), (instance, nth) => {
      const choices = sets({ ...instance, fixed: [] });
      for (const measure of measures(instance)) check(measure, choices[nth % choices.length] ?? []);
    }),
    { numRuns },
  );

describe('what each site is worth', () => {
  it('is what closing it costs, the worst first', () =>
    all((measure, open) => {
      const found = firstToLose(measure, open);
      assert.deepEqual(
        found.map(({ site }) => site).sort((a, b) => a - b),
        open,
      );
      for (const [n, { site, costs, left }] of found.entries()) {
        const without = measured(
          measure,
          open.filter((j) => j !== site),
        );
        same(left, without, 'left');
        same(costs, worse(measure, measured(measure, open), without), 'costs');
        assert.ok(n === 0 || costs <= (found[n - 1]?.costs ?? 0));
      }
    }));

  it('is what the next best instead of it would cost', () =>
    all((measure, open) => {
      const others = [...Array(measure.reach.sites).keys()].filter((j) => !open.includes(j));
      for (const { site, adds, nextBest } of whyChosen(measure, open)) {
        const rest = open.filter((j) => j !== site);
        const now = measured(measure, open);
        same(adds, worse(measure, now, measured(measure, rest)), 'adds');
        const instead = others.map((j) => worse(measure, now, measured(measure, [...rest, j])));
        if (others.length === 0) assert.equal(nextBest, undefined);
        else same(nextBest?.costs ?? Number.NaN, Math.min(...instead), 'next best');
      }
    }));
});
