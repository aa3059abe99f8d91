/** What cannot be planned is told in a sentence, and where it stands in the body. */
import assert from 'node:assert/strict';
import { addHalls, ask, newPlan, type Planning, planning } from './support.ts';

describe('plans that cannot be', () => {
  let there: Planning;
  let halls: number[];
  before(async () => {
    there = await planning();
    halls = await addHalls(there.db, [0, 5]);
  });

  const cases: [name: string, more: () => object, pointer: string, detail: RegExp][] = [
    [
      'no candidate is found',
      () => ({ candidates: { search: { people: 90000 } } }),
      '#/candidates',
      /^No venue is found whose place is shown to everybody\./,
    ],
    ['nothing is searched', () => ({ candidates: {} }), '#/candidates', /^There is nothing to choose from\./],
    [
      'more sites are asked than there are',
      () => ({ question: { kind: 'mclp', p: 3, within: 250 } }),
      '#/question/p',
      /^3 sites cannot be chosen: there are 2 candidates\.$/,
    ],
    [
      'fewer sites are asked than are included',
      () => ({ candidates: { include: halls } }),
      '#/question/p',
      /^2 venues are to be included, which is more than 1\.$/,
    ],
    [
      'nobody counts',
      () => ({ demand: { layer: there.layer, weight: 'people * 0' } }),
      '#/demand/weight',
      /^By this expression nobody counts/,
    ],
    [
      'the expression names what is not there',
      () => ({ demand: { layer: there.layer, weight: 'elephants' } }),
      '#/demand/weight',
      /there is no column “elephants”/,
    ],
    [
      'the expression comes to less than zero',
      () => ({ demand: { layer: there.layer, weight: 'people - 50' } }),
      '#/demand/weight',
      /less than zero/,
    ],
    [
      'there is no such layer',
      () => ({ demand: { layer: 999, weight: 'people' } }),
      '#/demand/layer',
      /^There is no layer 999 that you may read\.$/,
    ],
    [
      'there is no such version',
      () => ({ demand: { layer: there.layer, version: 2, weight: 'people' } }),
      '#/demand/version',
      /^This layer has no version 2; the newest is 1\.$/,
    ],
    [
      'a number is missing',
      () => ({ question: { kind: 'mclp', p: 1 } }),
      '#/question/within',
      /mclp needs it/,
    ],
    [
      'a number is too much',
      () => ({ question: { kind: 'p_centre', p: 1, share: 0.5 } }),
      '#/question/share',
      /^p_centre takes no “share”\.$/,
    ],
    [
      'a speed is said for metres',
      () => ({ travel: { metresPerMinute: 80 } }),
      '#/travel/metresPerMinute',
      /^“metresPerMinute” is for travel in minutes\.$/,
    ],
    [
      'a venue is both in and out',
      () => ({ candidates: { search: {}, include: [halls[0]], exclude: [halls[0]] } }),
      '#/candidates/exclude',
      /cannot be both in and out/,
    ],
    [
      'the search cannot be asked',
      () => ({ candidates: { search: { bbox: [1, 0, 0, 1] } } }),
      '#/candidates/search/bbox',
      /not a box on the map/,
    ],
    [
      'the search is of another kind',
      () => ({ candidates: { search: { limit: 5 } } }),
      '#/candidates/search/limit',
      /“limit” is not known here/,
    ],
    ['the question is not known', () => ({ question: { kind: 'best' } }), '#/question/kind', /not known/],
  ];
  for (const [name, more, pointer, detail] of cases)
    it(name, async () => {
      const { body } = await ask(there, newPlan(there, more())).expect(400);
      assert.equal(body.errors[0].pointer, pointer);
      assert.match(body.errors[0].detail, detail);
    });

  it('leave nothing behind', async () => {
    assert.deepEqual(await there.db('plan'), []);
  });
});
