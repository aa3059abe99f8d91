/** The questions of a plan against every choice there is, on small instances made by chance. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lscp } from '../../server/plan/questions/lscp.ts';
import { mclp } from '../../server/plan/questions/mclp.ts';
import { pCentre } from '../../server/plan/questions/p-centre.ts';
import { longest, pMedian } from '../../server/plan/questions/p-median.ts';
import { type Choice, nearest, outOfReach, type Reach, sum } from '../../server/plan/reach.ts';

/** How many instances of each question; QUERY_RUNS makes more of them. */
const numRuns = Number(process.env.QUERY_RUNS ?? 500);
const settings = { seconds: 60 };

interface Instance {
  reach: Reach;
  weights: number[];
  p: number;
  within: number;
  fixed: number[];
}

const instances: fc.Arbitrary<Instance> = fc
  .record({ sites: fc.integer({ min: 1, max: 7 }), places: fc.integer({ min: 0, max: 9 }) })
  .chain(({ sites, places }) =>
    fc.record({
      reach: fc
        .array(
          fc.array(fc.option(fc.integer({ min: 0, max: 12 }), { nil: undefined, freq: 3 }), {
            minLength: sites,
            maxLength: sites,
          }),
          { minLength: places, maxLength: places },
        )
        .map((rows) => ({
          sites,
          places: rows.map((row) =>
            row.flatMap((travel, site) => (travel === undefined ? [] : [[site, travel] as const])),
          ),
        })),
      // Halves and thirds besides whole numbers, and places where nobody lives.
      weights: fc.array(fc.constantFrom(0, 1, 2, 5, 0.5, 1 / 3, 40), {
        minLength: places,
        maxLength: places,
      }),
      p: fc.integer({ min: 1, max: sites }),
      within: fc.integer({ min: 0, max: 12 }),
      fixed: fc.constantFrom<number[]>([], [], [0]),
    }),
  );

/** Every set of sites with the fixed ones in it; of so many sites, or of any number. */
function sets({ reach, fixed, p }: Instance, anyNumber = false): number[][] {
  const all: number[][] = [];
  for (let mask = 0; mask < 2 ** reach.sites; mask += 1) {
    const open = [...Array(reach.sites).keys()].filter((j) => (mask >> j) & 1);
    if (fixed.every((j) => open.includes(j)) && (anyNumber || open.length === p)) all.push(open);
  }
  return all;
}

const near = (found: number, expected: number, what: string) =>
  assert.ok(
    Math.abs(found - expected) <= 1e-6 * Math.max(1, Math.abs(expected)),
    `${what}: ${found}, not ${expected}`,
  );

function proven(choice: Choice, expected: number): void {
  assert.equal(choice.status, 'optimal');
  near(choice.objective, expected, 'objective');
  near(choice.bound, expected, 'bound');
  assert.equal(choice.gap, 0);
}

const reached = ({ reach, weights, within }: Instance, open: number[]) =>
  sum(nearest(reach, open).map((travel, i) => (travel <= within ? (weights[i] ?? 0) : 0)));

const travelled = ({ reach, weights }: Instance, open: number[]) =>
  sum(nearest(reach, open).map((travel, i) => (weights[i] ?? 0) * Math.min(travel, longest({ reach }))));

/** The longest way of those who count; Infinity where somebody is left. */
function farthest({ reach, weights }: Instance, open: number[]): number {
  const ways = nearest(reach, open).filter((_way, i) => (weights[i] ?? 0) > 0 && reach.places[i]?.length);
  return Math.max(0, ...ways);
}

describe('questions of a plan, against every choice there is', function () {
  this.timeout(120_000);
  const all = (check: (instance: Instance) => Promise<void>) =>
    fc.assert(fc.asyncProperty(instances, check), { numRuns });

  it('reach most people', () =>
    all(async (instance) => {
      const choice = await mclp(instance, settings);
      proven(choice, Math.max(...sets(instance).map((open) => reached(instance, open))));
      near(reached(instance, choice.open), choice.objective, 'what the sites reach');
      assert.equal(choice.open.length, instance.p);
    }));

  it('make the least travel', () =>
    all(async (instance) => {
      const choice = await pMedian(instance, settings);
      proven(choice, Math.min(...sets(instance).map((open) => travelled(instance, open))));
      near(travelled(instance, choice.open), choice.objective, 'what is travelled');
      assert.equal(choice.open.length, instance.p);
    }));

  it('make the longest way short', () =>
    all(async (instance) => {
      const choice = await pCentre(instance, settings);
      const best = Math.min(...sets(instance).map((open) => farthest(instance, open)));
      if (best === Number.POSITIVE_INFINITY) {
        assert.equal(choice.status, 'infeasible');
        return;
      }
      proven(choice, best);
      near(farthest(instance, choice.open), best, 'the longest way');
      assert.equal(choice.open.length, instance.p);
    }));

  it('need the fewest sites for everybody in reach', () =>
    all(async (instance) => {
      const { reach, within } = instance;
      const beyond = new Set(outOfReach(reach, within));
      const serves = (open: number[]) =>
        nearest(reach, open).every((way, i) => way <= within || beyond.has(i));
      const choice = await lscp(instance, settings);
      proven(
        choice,
        Math.min(
          ...sets(instance, true)
            .filter(serves)
            .map((open) => open.length),
        ),
      );
      assert.ok(serves(choice.open));
    }));

  it('need the fewest sites for a share', () =>
    all(async (instance) => {
      const wanted = 0.6 * sum(instance.weights) - 1e-9;
      const serves = (open: number[]) => reached(instance, open) >= wanted;
      const choice = await lscp({ ...instance, share: 0.6 }, settings);
      const enough = sets(instance, true).filter(serves);
      if (enough.length === 0) assert.equal(choice.status, 'infeasible');
      else {
        proven(choice, Math.min(...enough.map((open) => open.length)));
        assert.ok(serves(choice.open));
      }
    }));
});
