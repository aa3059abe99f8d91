/** Two plans side by side: what is measured in another way is said. */
import assert from 'node:assert/strict';
import type { Asked } from '../../client/logic/plan-question.ts';
import { unlikeIn } from '../../client/logic/plan-unlike.ts';
import { straightLine } from '../../server/travel/straight-line.ts';

const asked: Asked = {
  question: { kind: 'mclp', p: 3, within: 15 },
  demand: { layer: 1, version: 1, weight: 'people' },
  travel: { unit: 'minutes', model: straightLine('walking') },
};
const with_ = (changes: Partial<Asked>): Asked => ({ ...asked, ...changes });

describe('two plans', () => {
  it('are alike when only the places to choose are others', () => {
    assert.deepEqual(unlikeIn(asked, with_({ question: { kind: 'p_median', p: 5, within: 15 } })), []);
  });
  it('are unlike in whom they count, how far counts and how people travel', () => {
    const { travel, demand, question } = asked;
    assert.deepEqual(unlikeIn(asked, with_({ demand: { ...demand, weight: 'people * 2' } })), ['weight']);
    assert.deepEqual(unlikeIn(asked, with_({ question: { ...question, within: 20 } })), ['far']);
    assert.deepEqual(unlikeIn(asked, with_({ travel: { ...travel, by: 'network' } })), ['travel']);
    const slower = straightLine('walking', { metresPerMinute: 60 });
    assert.deepEqual(unlikeIn(asked, with_({ travel: { ...travel, model: slower } })), ['travel']);
    const metres = { ...travel, unit: 'metres' as const };
    assert.deepEqual(unlikeIn(asked, with_({ travel: metres })), ['far', 'travel']);
    assert.deepEqual(
      unlikeIn(with_({ travel: metres }), with_({ travel: { ...metres, model: slower } })),
      [],
    );
  });
});
