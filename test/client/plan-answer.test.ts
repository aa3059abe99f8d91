/** Answers of plans in words: what cannot be done is said of what was asked. */
import assert from 'node:assert/strict';
import { answerWords, reasonWords, type Told } from '../../client/logic/plan-answer.ts';
import { languageOf } from '../../server/pages/languages.ts';

const told = (question: Told['question'], reasons: Told['answer']['reasons']): Told => ({
  question,
  travel: {
    unit: 'metres',
    model: { kind: 'straight_line', mode: 'walking', detour: 1, metresPerMinute: 80 },
  },
  demand: { layer: 1, version: 1, weight: 'people' },
  answer: {
    ...{ status: 'infeasible', gap: 0, objective: 0, reasons },
    demand: { areas: 12, weight: 780 },
    reached: { areas: 0, weight: 0 },
    outOfReach: { areas: 3, weight: 100 },
  },
  sites: 0,
  seconds: 60,
});

describe('answers of plans in words', () => {
  for (const locale of ['en', 'cy', 'ar'] as const)
    it(`tell shares that cannot be reached from people who cannot, in ${locale}`, () => {
      const language = languageOf(locale);
      const few = answerWords(language, told({ kind: 'p_centre', p: 2 }, ['too-few-sites']));
      const shares = [{ group: 'people', share: 0.9 }];
      const asked = told({ kind: 'mclp', p: 2, within: 250, shares }, ['shares-not-together']);
      assert.notEqual(answerWords(language, asked), few);
      assert.equal(reasonWords(language, { reasons: ['capacity-not-known'] }).length, 1);
    });

  it('speak of the groups', () => {
    const shares = [{ group: 'people', share: 0.9 }];
    assert.equal(
      answerWords(languageOf('en'), told({ kind: 'mclp', p: 2, within: 250, shares }, [])),
      'This cannot be done: 2 places are too few to reach the share of each group that was asked for. Ask for more places, or for smaller shares.',
    );
  });
});
