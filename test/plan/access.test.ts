/** Coverage, gaps, fairness and catchments against counting person by person. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { among } from '../../server/plan/asked.ts';
import { compare } from '../../server/plan/questions/compare.ts';
import { coverage } from '../../server/plan/questions/coverage.ts';
import { e2sfca, gaussian, luoAndQi, zones } from '../../server/plan/questions/e2sfca.ts';
import { fairness } from '../../server/plan/questions/fairness.ts';
import { gaps } from '../../server/plan/questions/gaps.ts';
import { sum } from '../../server/plan/reach.ts';
import { reasonNames, reasons } from '../../server/plan/reasons.ts';
import { type Instance, instances, near, numRuns } from './instances.ts';

const all = (check: (instance: Instance, flags: boolean[], open: boolean[]) => void) =>
  fc.assert(
    fc.property(
      instances,
      fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
      fc.array(fc.boolean(), { minLength: 9, maxLength: 9 }),
      check,
    ),
    { numRuns },
  );
const sitesOf = ({ reach }: Instance, flags: boolean[]) =>
  [...Array(reach.sites).keys()].filter((j) => flags[j]);
const isNear = ({ reach, within }: Instance, i: number, sites: number[]) =>
  sites.some((j) => (reach.places[i] ?? []).some(([site, travel]) => site === j && travel <= within));

describe('who has access', () => {
  it('counts people and weights by group and by area', () =>
    all((instance, flags) => {
      const { reach, weights, within } = instance;
      const open = sitesOf(instance, flags);
      const people = weights.map((_weight, i) => i + 1);
      const areas = weights.map((_weight, i) => (i % 2 ? 'odd' : 'even'));
      const found = coverage({ reach, within, open, people, weights, groups: { old: weights }, areas });
      const count = (numbers: number[], only: (i: number) => boolean = () => true) =>
        sum(numbers.filter((_each, i) => only(i) && isNear(instance, i, open)));
      near(found.people.reached, count(people), 'people');
      near(found.weighted.reached, count(weights), 'weighted');
      near(found.byGroup.old?.reached ?? 0, count(weights), 'group');
      near(
        found.byArea.odd?.people.reached ?? 0,
        count(people, (i) => i % 2 === 1),
        'area',
      );
      near(found.byArea.even?.weighted.all ?? 0, sum(weights.filter((_each, i) => i % 2 === 0)), 'area');
      assert.equal(found.weighted.share === undefined, sum(weights) === 0);
      assert.equal(found.reasons.includes('nobody-counts'), weights.length > 0 && sum(weights) === 0);
    }));

  it('names what stands in the way, most people first', () =>
    all((instance, isStepFree, hasConsent) => {
      const { reach, weights, within } = instance;
      const found = gaps({ reach, within, people: weights, isStepFree, hasConsent });
      const any = [...Array(reach.sites).keys()];
      const stepFree = sitesOf(instance, isStepFree);
      const both = stepFree.filter((j) => hasConsent[j]);
      const expected = weights.flatMap((people, i) => {
        if (isNear(instance, i, both)) return [];
        if (!isNear(instance, i, any)) return [{ i, people, why: 'no-site' }];
        return [{ i, people, why: isNear(instance, i, stepFree) ? 'no-consent' : 'no-step-free-site' }];
      });
      assert.deepEqual(
        found.gaps.map(({ place, people, why }) => ({ i: place, people, why })),
        expected.sort((a, b) => b.people - a.people || a.i - b.i),
      );
      near(sum(Object.values(found.people)), sum(expected.map(({ people }) => people)), 'people');
    }));

  it('shares out as the index of person against person says', () => {
    const persons = fc.array(
      fc.record({
        people: fc.integer({ min: 0, max: 4 }),
        access: fc.integer({ min: 0, max: 3 }),
        rank: fc.integer({ min: 1, max: 4 }),
      }),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(persons, (places) => {
        const people = places.map((place) => place.people);
        const access = places.map((place) => place.access);
        // Ten of each person, so that tenths are whole.
        const each = places.flatMap((place) => Array.from({ length: place.people * 10 }, () => place));
        const total = sum(each.map((one) => one.access));
        const found = fairness({ access, people });
        if (total === 0) {
          assert.equal(found.index, undefined);
          assert.deepEqual(found.reasons, [each.length === 0 ? 'nobody-counts' : 'no-access']);
          return;
        }
        const apart = sum(each.map((a) => sum(each.map((b) => Math.abs(a.access - b.access)))));
        near(found.index ?? Number.NaN, apart / (2 * each.length * total), 'Gini');
        const sorted = each.map((one) => one.access).sort((a, b) => a - b);
        const least = sum(sorted.slice(0, each.length * 0.4));
        if (least === 0) assert.equal(found.palma, undefined);
        else near(found.palma ?? Number.NaN, sum(sorted.slice(-each.length / 10)) / least, 'Palma');
        // Twice the covariance of access with the middle of one’s rank, over the mean.
        const middle = (rank: number) =>
          (each.filter((one) => one.rank < rank).length + each.filter((one) => one.rank <= rank).length) /
          (2 * each.length);
        const covariance = sum(each.map((one) => one.access * (middle(one.rank) - 0.5)));
        const ranked = fairness({ access, people, ranking: places.map(({ rank }) => rank) });
        near(ranked.index ?? Number.NaN, (2 * covariance) / total, 'concentration');
      }),
      { numRuns },
    );
  });

  it('leaves out places that are not ranked, and says so', () => {
    const found = fairness({ access: [1, undefined, 3], people: [5, 5, 5], ranking: [1, 2, undefined] });
    assert.deepEqual(found.reasons, ['places-not-ranked']);
    assert.equal(found.index, 0);
    near(found.palma ?? 0, 0.25, 'even shares');
  });

  it('shares what sites offer among those who may come', () =>
    all((instance) => {
      const { reach, weights } = instance;
      const supply = Array.from({ length: reach.sites }, (_each, j) => j + 1);
      for (const decay of [luoAndQi(12), gaussian(9), zones([{ upTo: 4, weight: 1 }])]) {
        const travel = (i: number, j: number) => reach.places[i]?.find(([site]) => site === j)?.[1];
        const weight = (i: number, j: number) => decay(travel(i, j) ?? Number.POSITIVE_INFINITY);
        const ratio = supply.map((offer, j) => {
          const demand = sum(weights.map((people, i) => people * weight(i, j)));
          return demand > 0 ? offer / demand : 0;
        });
        const found = e2sfca({ reach, supply, people: weights, decay });
        for (const [i, score] of found.scores.entries())
          near(score, sum(ratio.map((each, j) => each * weight(i, j))), 'score');
        near(
          sum(found.scores.map((score, i) => score * (weights[i] ?? 0))),
          sum(supply.filter((_offer, j) => (ratio[j] ?? 0) > 0)),
          'all that is offered',
        );
      }
    }));

  it('tells who gains and who loses between two answers', () =>
    all((instance, first, second) => {
      const { reach, weights, within } = instance;
      const [open, then] = [sitesOf(instance, first), sitesOf(instance, second)];
      const found = compare({
        before: { reach, within, open },
        after: { reach, within, open: then },
        people: weights,
        groups: { some: weights.map((_each, i) => i) },
      });
      const gained = [...weights.keys()].filter(
        (i) => !isNear(instance, i, open) && isNear(instance, i, then),
      );
      const lost = [...weights.keys()].filter((i) => isNear(instance, i, open) && !isNear(instance, i, then));
      assert.deepEqual(found.places, { gained, lost });
      assert.deepEqual(found.byGroup.some, { gained: sum(gained), lost: sum(lost) });
      near(found.people.lost, sum(lost.map((i) => weights[i] ?? 0)), 'lost');
      assert.deepEqual(
        [...found.kept, ...found.dropped].sort((a, b) => a - b),
        open,
      );
      assert.deepEqual(
        [...found.kept, ...found.opened].sort((a, b) => a - b),
        then,
      );
    }));

  it('chooses among the sites that may be proposed, and says when none may', () => {
    const reach = {
      sites: 3,
      places: [
        [
          [0, 1],
          [2, 2],
        ] as const,
        [[1, 3]] as const,
      ],
    };
    const some = among(reach, [true, undefined, true]);
    assert.deepEqual(some.sites, [0, 2]);
    assert.deepEqual(some.reach, {
      sites: 2,
      places: [
        [
          [0, 1],
          [1, 2],
        ],
        [],
      ],
    });
    assert.deepEqual(among(reach, [false]).reasons, ['no-consent']);
    assert.deepEqual(among({ sites: 0, places: [] }, []).reasons, ['no-candidates']);
  });

  it('counts what is no usable number as zero, and says so', () => {
    const reach = { sites: 1, places: [[[0, 1]], [[0, 1]]] as const };
    const found = coverage({ reach, within: 5, people: [Number.NaN, 3] });
    assert.deepEqual(found.people, { reached: 3, all: 3, share: 1 });
    assert.deepEqual(found.reasons, ['numbers-left-out']);
    assert.deepEqual(gaps({ reach, within: 5, people: [1, -1], hasConsent: [false] }).reasons, [
      'numbers-left-out',
      'no-consent',
    ]);
  });

  it('has a sentence for each reason', () => {
    for (const name of reasonNames) assert.match(reasons[name], /^[A-Z].*\.$/);
  });
});
