import assert from 'node:assert/strict';
import { placeCandidates } from '../../server/search/sentence.ts';

describe('placeCandidates', () => {
  for (const [q, names] of [
    ['hall near Tooting Bec', ['tooting bec', 'tooting', 'bec']],
    ['SW17 8BS', ['sw17 8bs', 'sw17 8', 'sw17']],
    ['sw178bs', ['sw17 8bs', 'sw17 8', 'sw17']],
    ['hall by stoke-on-trent', ['stoke on trent', 'stoke-on-trent', 'trent']],
    ['church hall for 40', []],
    ['near Temple', ['temple']],
    ['"near Tooting"', []],
  ] as const)
    it(q, () => {
      const found = placeCandidates(q);
      if (names.length === 0) assert.deepEqual(found, []);
      for (const name of names) assert.ok(found.includes(name), `${name} in ${found}`);
    });
  it('is bounded', () =>
    assert.equal(
      placeCandidates(Array.from({ length: 60 }, (_, index) => `x${index}y`).join(' ')).length,
      30,
    ));
});
