/** The questions of a plan against every choice there is, on small instances made by chance. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { lscp } from '../../server/plan/questions/lscp.ts';
import { mclp } from '../../server/plan/questions/mclp.ts';
import { pCentre } from '../../server/plan/questions/p-centre.ts';
import { longest, pMedian } from '../../server/plan/questions/p-median.ts';
import { nearest, outOfReach, sum } from '../../server/plan/reach.ts';
import { type Instance, instances, near, numRuns, proven, sets, settings } from './instances.ts';

const reached = ({ reach, weights, within }: Instance, open: number[]) =>
  sum(nearest(reach, open).map((travel, i) => (travel <= within ? (weights[i] ?? 0) : 0)));

const travelled = ({ reach, weights }: Instance, open: number[]) =>
  sum(nearest(reach, open).map((travel, i) => (weights[i] ?? 0) * Math.min(travel, longest({ reach }))));

/** The longest way of those who count; Infinity where somebody is left. */
function farthest({ reach, weights }: Instance, open: number[]): number {
  const ways = nearest(reach, open).filter((_way, i) => (weights[i] ?? 0) > 0 && reach.places[i]?.length);
  return Math.max(0, ...ways);
}

describe('questions of a plan, against every choice there is', () => {
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
      const { reach, weights, within } = instance;
      const beyond = new Set(outOfReach(reach, within));
      const serves = (open: number[]) =>
        nearest(reach, open).every((way, i) => way <= within || beyond.has(i) || weights[i] === 0);
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
