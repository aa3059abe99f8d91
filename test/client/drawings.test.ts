import assert from 'node:assert/strict';
import { kindPath } from '../../client/drawings/kinds.ts';
import { kinds } from '../../server/vocabulary.ts';

describe('the drawings of kinds', () => {
  it('are one for each kind, and no other has it', () => {
    const drawn = new Map<string, string>();
    for (const { key } of kinds) {
      const path = kindPath(key);
      assert.equal(drawn.get(path), undefined, `${key} has the drawing of ${drawn.get(path)}`);
      drawn.set(path, key);
    }
  });
});
