/** Small instances made by chance, and every choice there is in them. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Choice, Reach } from '../../server/plan/reach.ts';

/** How many instances of each question; QUERY_RUNS makes more of them. */
export const numRuns = Number(process.env.QUERY_RUNS ?? 300);
export const settings = { seconds: 60 };

export interface Instance {
  reach: Reach;
  weights: number[];
  p: number;
  within: number;
  fixed: number[];
}

export const instances: fc.Arbitrary<Instance> = fc
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
export function sets({ reach, fixed, p }: Instance, anyNumber = false): number[][] {
  const all: number[][] = [];
  for (let mask = 0; mask < 2 ** reach.sites; mask += 1) {
    const open = [...Array(reach.sites).keys()].filter((j) => (mask >> j) & 1);
    if (fixed.every((j) => open.includes(j)) && (anyNumber || open.length === p)) all.push(open);
  }
  return all;
}

export const near = (found: number, expected: number, what: string) =>
  assert.ok(
    Math.abs(found - expected) <= 1e-6 * Math.max(1, Math.abs(expected)),
    `${what}: ${found}, not ${expected}`,
  );

export function proven(choice: Choice, expected: number): void {
  assert.equal(choice.status, 'optimal');
  near(choice.objective, expected, 'objective');
  near(choice.bound, expected, 'bound');
  assert.equal(choice.gap, 0);
}
