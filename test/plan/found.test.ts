/** Findings from numbers alone: units of what is lost, and what stands beside in a crowd. */
import assert from 'node:assert/strict';
import { besideReach } from '../../server/plan/findings/beside-reach.ts';
import { find } from '../../server/plan/findings/find.ts';
import type { Reach } from '../../server/plan/reach.ts';

describe('findings from numbers', () => {
  it('take no minutes of the longest way for nothing, however many people count', () => {
    const reach: Reach = {
      sites: 2,
      places: [
        [[0, 2]],
        [
          [0, 8],
          [1, 3],
        ],
      ],
    };
    const { findings } = find({
      kind: 'p_centre',
      reach,
      limit: Number.POSITIVE_INFINITY,
      beyond: 8,
      weights: Float64Array.of(6e9, 3e9),
      expression: 'people',
      columns: { people: Float64Array.of(6e9, 3e9) },
      groups: {},
      open: [0, 1],
      fixed: [],
      ids: Int32Array.of(10, 11),
      supply: Float64Array.of(Number.NaN, Number.NaN),
      beside: { ids: new Int32Array(), kinds: new Uint8Array(), reach: new Map() },
    });
    // Without the first site the first area has none; without the second, the longest way is 8 instead of 3.
    assert.deepEqual(findings.sites, [
      { id: 10, only: 6e9 },
      { id: 11, only: 0, adds: 5 },
    ]);
    assert.deepEqual(findings.firstToLose, { id: 10 });
  });

  it('measure so few areas at once that a crowd of venues beside them fills no memory', async () => {
    const crowd = 40_000;
    const asked: number[] = [];
    const places = [...Array(60).keys()];
    const found = await besideReach(
      places,
      { ids: new Int32Array(crowd), kinds: new Uint8Array(crowd), points: new Float64Array(2 * crowd) },
      async (some) => {
        asked.push(some.length);
        return {
          sites: crowd,
          places: some.map((place) => [[place, 9] as const, [crowd - 1, 4] as const]),
        };
      },
    );
    assert.ok(Math.max(...asked) * crowd <= 1_000_000, `${Math.max(...asked)} areas at once`);
    assert.deepEqual(
      places.map((place) => found.get(place)),
      places.map(() => [[crowd - 1, 4]]),
    );
  });
});
