/** Questions that hardly are any, and numbers that are hardly fit: each has an answer, and a reason. */
import assert from 'node:assert/strict';
import { capacitatedMclp, capacitatedPMedian } from '../../server/plan/questions/capacitated.ts';
import { lscp } from '../../server/plan/questions/lscp.ts';
import { mclp } from '../../server/plan/questions/mclp.ts';
import { mclpWithShares } from '../../server/plan/questions/mclp-shares.ts';
import { pCentre } from '../../server/plan/questions/p-centre.ts';
import { pMedian } from '../../server/plan/questions/p-median.ts';
import type { Asked, Choice, Reach } from '../../server/plan/reach.ts';
import type { Reason } from '../../server/plan/reasons.ts';
import { fewestSites } from '../../server/plan/solve/cover.ts';
import { searchCover } from '../../server/plan/solve/cover-search.ts';
import { solveModel } from '../../server/plan/solve/highs.ts';
import { roundingOf, sitingOf } from '../../server/plan/solve/siting.ts';
import { settings } from './instances.ts';

type Question = (asked: Asked & { p: number; within: number }) => Promise<Choice>;
const questions: Record<string, Question> = {
  mclp: (asked) => mclp(asked, settings),
  'p-median': (asked) => pMedian(asked, settings),
  'p-centre': (asked) => pCentre(asked, settings),
  'with shares': (asked) => mclpWithShares({ ...asked, minimums: [] }, settings),
  'MCLP with room': (asked) => capacitatedMclp({ ...asked, capacity: [9, 9, 9], cap: [1, 1, 1] }, settings),
  'p-median with room': (asked) =>
    capacitatedPMedian({ ...asked, capacity: [9, 9, 9], cap: [1, 1, 1] }, settings),
};
const each = (name: string, check: (ask: Question, which: string) => Promise<void>) => {
  for (const [which, ask] of Object.entries(questions)) it(`${name}: ${which}`, () => check(ask, which));
};
const says = ({ reasons }: Choice, reason: Reason) => assert.ok(reasons.includes(reason), reasons.join());

const line: Reach = {
  sites: 3,
  places: [
    [
      [0, 1],
      [1, 4],
    ],
    [
      [0, 3],
      [1, 1],
    ],
    [[2, 2]],
  ],
};
const asked = { reach: line, weights: [2, 3, 4], p: 1, within: 2 };

/** Many places in a plane by a fixed rule, with the sites nearer than `most`. */
function plane(places: number, sites: number, most: number): Reach {
  const spot = (n: number) => [(n * 0.618034) % 1, (n * 0.754878) % 1] as const;
  return {
    sites,
    places: Array.from({ length: places }, (_each, i) => {
      const [x, y] = spot(i + 0.5);
      return Array.from({ length: sites }, (_other, j) => {
        const [u, v] = spot(j * 3 + 1);
        return [j, Math.round(1000 * Math.hypot(x - u, y - v))] as const;
      }).filter(([, travel]) => travel <= most);
    }),
  };
}

describe('questions at their edges', () => {
  each('chooses nothing where no site is asked for', async (ask, which) => {
    const choice = await ask({ ...asked, p: 0 });
    assert.deepEqual(choice.open, []);
    says(choice, which === 'p-centre' ? 'too-few-sites' : 'no-sites-asked');
  });
  each('chooses all where more are asked for than there are', async (ask) => {
    const choice = await ask({ ...asked, p: 7 });
    assert.deepEqual(choice.open, [0, 1, 2]);
    assert.equal(choice.status, 'optimal');
    says(choice, 'all-sites-chosen');
  });
  each('says that more are fixed than asked for', async (ask) => {
    const choice = await ask({ ...asked, fixed: [0, 1] });
    assert.equal(choice.status, 'infeasible');
    says(choice, 'more-fixed-than-asked');
  });
  each('counts a site that is fixed twice once', async (ask) => {
    const choice = await ask({ ...asked, fixed: [1, 1] });
    assert.ok(!choice.reasons.includes('more-fixed-than-asked'));
    if (choice.status !== 'infeasible') assert.deepEqual(choice.open, [1]);
  });
  each('has no candidates', async (ask) => {
    const choice = await ask({ ...asked, reach: { sites: 0, places: [[], [], []] } });
    assert.deepEqual([choice.open, choice.status], [[], 'optimal']);
    says(choice, 'no-candidates');
  });
  each('has nobody to count', async (ask) => {
    const choice = await ask({ ...asked, weights: [0, 0, 0] });
    assert.deepEqual([choice.objective, choice.open.length, choice.status], [0, 1, 'optimal']);
    says(choice, 'nobody-counts');
  });
  each('has nobody in reach', async (ask) => {
    const choice = await ask({ ...asked, reach: { sites: 3, places: [[], [], []] } });
    assert.equal(choice.status, 'optimal');
    says(choice, 'all-out-of-reach');
  });
  each('counts weights that are no numbers as zero', async (ask) => {
    const odd = await ask({ ...asked, weights: [Number.NaN, -3, 4] });
    const plain = await ask({ ...asked, weights: [0, 0, 4] });
    assert.deepEqual([odd.open, odd.objective, odd.bound], [plain.open, plain.objective, plain.bound]);
    says(odd, 'numbers-left-out');
  });
  each('takes a pair that is stated twice for the shorter, and none that is no length', async (ask) => {
    const [first = [], ...others] = line.places;
    const places = [[...first, [0, 9], [1, 4], [2, Number.NaN]] as [number, number][], ...others];
    const choice = await ask({ ...asked, p: 2, reach: { sites: 3, places } });
    const plain = await ask({ ...asked, p: 2 });
    assert.deepEqual([choice.open, choice.objective], [plain.open, plain.objective]);
  });
  each('refuses sites that there are not', async (ask) => {
    await assert.rejects(ask({ ...asked, fixed: [3] }), RangeError);
  });
  for (const factor of [1e-9, 1e12])
    each(`chooses the same with weights times ${factor}`, async (ask) => {
      const plain = await ask({ ...asked, p: 2 });
      const scaled = await ask({ ...asked, p: 2, weights: asked.weights.map((weight) => weight * factor) });
      if (scaled.open.length > 0) assert.equal(scaled.status, plain.status);
    });

  it('does not take a bound for proof that is one off among large whole numbers', async () => {
    // Some 10^10 in all: one more or less is no rounding error.
    const reach = plane(40, 12, 2000);
    const weights = reach.places.map((_pairs, i) => 400_000 + i);
    const choice = await pMedian({ reach, weights, p: 4 }, settings);
    const every = [...Array(2 ** 12).keys()].map((mask) => {
      const open = [...Array(12).keys()].filter((j) => (mask >> j) & 1);
      return open.length === 4 ? open : undefined;
    });
    const cost = (open: number[]) =>
      reach.places.reduce(
        (all, pairs, i) =>
          all + (weights[i] ?? 0) * Math.min(...pairs.filter(([j]) => open.includes(j)).map(([, t]) => t)),
        0,
      );
    assert.equal(choice.objective, Math.min(...every.flatMap((open) => (open ? [cost(open)] : []))));
    assert.equal(choice.status, 'optimal');
  });

  it('rounds a bound up only where sums are exact enough for that', () => {
    const costing = (fallback: number) => sitingOf([{ fallback, pairs: [[0, 0]] }], { sites: 1, p: 1 });
    assert.ok((roundingOf(costing(1000)) ?? 1) < 0.01);
    assert.equal(roundingOf(costing(1e15)), undefined);
    assert.equal(roundingOf(costing(0.5)), undefined);
  });

  it('has many choices of equal cost', async () => {
    const reach: Reach = { sites: 40, places: Array.from({ length: 40 }, (_each, i) => [[i, 1] as const]) };
    const choice = await mclp({ reach, weights: reach.places.map(() => 1 / 3), p: 20, within: 1 }, settings);
    assert.equal(choice.status, 'optimal');
    assert.ok(Math.abs(choice.objective - 20 / 3) < 1e-9);
  });

  it('stops where it is told to, with an answer and an honest bound', async () => {
    const reach = plane(300, 100, 150);
    const weights = reach.places.map((_pairs, i) => 1 + (i % 7));
    const stopped = { seconds: 60, stopped: () => true };
    for (const choice of [
      await mclp({ reach, weights, p: 10, within: 150 }, stopped),
      await pMedian({ reach, weights, p: 10 }, stopped),
      await lscp({ reach, weights, within: 150 }, stopped),
      await lscp({ reach, weights, within: 150, share: 0.7 }, stopped),
    ]) {
      assert.equal(choice.status, 'feasible');
      says(choice, 'time-ran-out');
      assert.ok(choice.open.length > 0 && choice.gap > 0);
    }
    const unknown = await pCentre({ reach: { sites: 100, places: reach.places }, weights, p: 6 }, stopped);
    assert.notEqual(unknown.status, 'optimal');
    says(unknown, 'time-ran-out');
  });

  it('stops at the gap that is asked for, of the people reached', async () => {
    const reach = plane(300, 100, 120);
    const weights = reach.places.map((_pairs, i) => 1 + (i % 7));
    const choice = await mclp({ reach, weights, p: 10, within: 120 }, { ...settings, gap: 0.2 });
    assert.ok(choice.gap <= 0.2);
  });

  it('needs no site for places where nobody counts, and says when a share is out of reach', async () => {
    assert.deepEqual((await lscp({ ...asked, weights: [2, 0, 0] }, settings)).open, [0]);
    const choice = await lscp({ ...asked, within: 0.5, share: 0.5 }, settings);
    assert.equal(choice.status, 'infeasible');
    says(choice, 'share-out-of-reach');
  });

  it('says that there is not room enough', async () => {
    const choice = await capacitatedMclp({ ...asked, capacity: [1, 2, 3], cap: [1, 1, 1] }, settings);
    assert.deepEqual([choice.objective, choice.open, choice.sessions], [3, [2], [1]]);
    says(choice, 'capacity-short');
  });

  it('has no bound where HiGHS had no time to find one', async () => {
    const solved = await solveModel(
      {
        cost: [-1, -1],
        upper: [1, 1],
        isWhole: [true, true],
        rows: [{ lower: 0, upper: 1, columns: [0, 1], values: [1, 1] }],
      },
      { seconds: 1, stopped: () => true },
    );
    assert.ok(solved.status === 'optimal' || solved.bound <= -1);
  });

  it('finds covers that cover, and proves them', async () => {
    const reach = plane(120, 60, 220);
    const lists = reach.places.map((pairs) => pairs.map(([site]) => site)).filter((list) => list.length > 0);
    const { open, status } = await fewestSites(lists, [5], settings);
    assert.equal(status, 'optimal');
    assert.ok(open.includes(5));
    assert.ok(lists.every((list) => list.some((j) => open.includes(j))));
    const first = [...Array(60).keys()];
    const cover = searchCover(lists, 60, { first, steps: 5000, seed: 1, stopped: () => false });
    assert.ok(lists.every((list) => list.some((j) => cover.includes(j))));
    assert.ok(cover.length <= open.length + 1);
  });
});
