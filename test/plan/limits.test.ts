/** Rooms that fill up, and least shares of groups, against every choice there is. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { capacitatedMclp, capacitatedPMedian } from '../../server/plan/questions/capacitated.ts';
import { mclpWithShares } from '../../server/plan/questions/mclp-shares.ts';
import { nearest, sum } from '../../server/plan/reach.ts';
import { type Instance, instances, near, numRuns, proven, sets, settings } from './instances.ts';

/** Ways of sharing out at most `sessions` among the open sites, none above its cap. */
function sharings(open: number[], cap: number[], sessions: number): number[][] {
  const [site, ...others] = open;
  if (site === undefined) return [[]];
  return Array.from({ length: Math.min(cap[site] ?? 0, sessions) + 1 }, (_each, n) => n).flatMap((n) =>
    sharings(others, cap, sessions - n).map((rest) => [n, ...rest]),
  );
}

/** What is saved at most by sending whole people to rooms: one shortest way of change after the other. */
function mostSaved(people: number[], rooms: number[], gain: (place: number, room: number) => number): number {
  const sent = people.map(() => rooms.map(() => 0));
  let saved = 0;
  for (;;) {
    // The best way (Bellman and Ford) from a place with somebody left, to and fro, to a room with room left.
    const left = people.map((count, i) => count - sum(sent[i] ?? []));
    const place = left.map((count) => (count > 1e-9 ? 0 : Number.NEGATIVE_INFINITY));
    const room = rooms.map(() => Number.NEGATIVE_INFINITY);
    const from = rooms.map(() => -1);
    const back = people.map(() => -1);
    for (let turn = 0; turn <= people.length + rooms.length; turn += 1)
      for (const i of people.keys())
        for (const r of rooms.keys()) {
          const own = gain(i, r);
          if (own > 0 && (place[i] ?? 0) + own > (room[r] ?? 0) + 1e-9) {
            room[r] = (place[i] ?? 0) + own;
            from[r] = i;
          }
          if ((sent[i]?.[r] ?? 0) > 1e-9 && (room[r] ?? 0) - own > (place[i] ?? 0) + 1e-9) {
            place[i] = (room[r] ?? 0) - own;
            back[i] = r;
          }
        }
    const free = [...rooms.keys()].filter(
      (r) => (rooms[r] ?? 0) - sum(sent.map((row) => row[r] ?? 0)) > 1e-9,
    );
    const end = free.sort((a, b) => (room[b] ?? 0) - (room[a] ?? 0))[0];
    if (end === undefined || !((room[end] ?? 0) > 1e-9)) return saved;
    const steps: [number, number, 1 | -1][] = [];
    for (let r = end; r >= 0; ) {
      const i = from[r] ?? -1;
      steps.push([i, r, 1]);
      r = back[i] ?? -1;
      if (r >= 0) steps.push([i, r, -1]);
    }
    const first = steps.at(-1)?.[0] ?? 0;
    const space = (rooms[end] ?? 0) - sum(sent.map((row) => row[end] ?? 0));
    const count = Math.min(
      space,
      left[first] ?? 0,
      ...steps.filter(([, , sign]) => sign < 0).map(([i, r]) => sent[i]?.[r] ?? 0),
    );
    for (const [i, r, sign] of steps) {
      const row = sent[i] ?? [];
      row[r] = (row[r] ?? 0) + sign * count;
      saved += sign * count * gain(i, r);
    }
  }
}

const limited = fc.record({
  instance: instances.filter(({ reach }) => reach.sites <= 4 && reach.places.length <= 6),
  capacity: fc.array(fc.constantFrom(0, 1, 3, 8), { minLength: 4, maxLength: 4 }),
  cap: fc.array(fc.integer({ min: 0, max: 3 }), { minLength: 4, maxLength: 4 }),
  sessions: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
});

/** The most that can be saved with rooms, over every choice of sites and sessions. */
function bestSaved(
  instance: Instance,
  { capacity, cap, sessions = 99 }: { capacity: number[]; cap: number[]; sessions?: number | undefined },
  gain: (travel: number) => number,
): number {
  const { reach, weights } = instance;
  const travel = reach.places.map((pairs) => new Map(pairs));
  return Math.max(
    ...sets(instance).flatMap((open) =>
      sharings(open, cap, sessions).map((counts) =>
        mostSaved(
          weights,
          open.map((j, n) => (capacity[j] ?? 0) * (counts[n] ?? 0)),
          (i, n) => gain(travel[i]?.get(open[n] ?? -1) ?? Number.POSITIVE_INFINITY),
        ),
      ),
    ),
  );
}

describe('questions with limits, against every choice there is', function () {
  this.timeout(300_000);

  it('serve most people with the room there is', () =>
    fc.assert(
      fc.asyncProperty(limited, async ({ instance, capacity, cap, sessions }) => {
        const rooms = { capacity, cap, ...(sessions !== undefined && { sessions }) };
        const choice = await capacitatedMclp({ ...instance, ...rooms }, settings);
        proven(
          choice,
          bestSaved(instance, rooms, (travel) => (travel <= instance.within ? 1 : 0)),
        );
        near(sum(choice.served.map(({ people }) => people)), choice.objective, 'who is served');
        for (const [n, site] of choice.open.entries()) {
          const here = sum(choice.served.filter((each) => each.site === site).map(({ people }) => people));
          assert.ok(here <= (capacity[site] ?? 0) * (choice.sessions[n] ?? 0) + 1e-4);
          assert.ok((choice.sessions[n] ?? 0) <= (cap[site] ?? 0));
        }
        assert.ok(sum(choice.sessions) <= (sessions ?? 99));
      }),
      { numRuns },
    ));

  it('make the least travel with the room there is', () =>
    fc.assert(
      fc.asyncProperty(limited, async ({ instance, capacity, cap, sessions }) => {
        const rooms = { capacity, cap, ...(sessions !== undefined && { sessions }) };
        const choice = await capacitatedPMedian({ ...instance, ...rooms, beyond: 15 }, settings);
        const saved = bestSaved(instance, rooms, (travel) => Math.max(0, 15 - travel));
        proven(choice, 15 * sum(instance.weights) - saved);
      }),
      { numRuns },
    ));

  it('reach at least the shares asked for, or say how much can be had', () =>
    fc.assert(
      fc.asyncProperty(
        instances,
        fc.constantFrom(0.3, 0.6, 0.9),
        fc.constantFrom(0, 0.5, 1),
        async (instance, first, second) => {
          const { reach, weights, within } = instance;
          const minimums = [
            { group: 'even', people: weights.map((_each, i) => (i % 2 ? 0 : i + 1)), share: first },
            { group: 'odd', people: weights.map((_each, i) => (i % 2 ? 3 : 0)), share: second },
          ];
          const inReach = (numbers: number[], open: number[]) =>
            sum(nearest(reach, open).map((travel, i) => (travel <= within ? (numbers[i] ?? 0) : 0)));
          const share = (people: number[], open: number[]) =>
            sum(people) > 0 ? inReach(people, open) / sum(people) : 1;
          const right = sets(instance).filter((open) =>
            minimums.every((each) => share(each.people, open) >= each.share - 1e-9),
          );
          const choice = await mclpWithShares({ ...instance, minimums }, settings);
          if (right.length > 0) {
            proven(choice, Math.max(...right.map((open) => inReach(weights, open))));
            for (const each of minimums) assert.ok((choice.shares[each.group] ?? 0) >= each.share - 1e-9);
            return;
          }
          assert.equal(choice.status, 'infeasible');
          const best = minimums.map(({ people }) =>
            Math.max(...sets(instance).map((open) => share(people, open))),
          );
          for (const [n, { group }] of minimums.entries())
            near(choice.shares[group] ?? Number.NaN, best[n] ?? 0, group);
          const isEach = minimums.every((each, n) => (best[n] ?? 0) >= each.share - 1e-9);
          assert.ok(choice.reasons.includes(isEach ? 'shares-not-together' : 'share-out-of-reach'));
        },
      ),
      { numRuns },
    ));
});
