import assert from 'node:assert/strict';
import {
  formatAge,
  formatDay,
  formatDistance,
  formatEstimate,
  formatFloor,
  formatList,
  formatNumber,
  formatTime,
  formatTotal,
  formatWeekday,
} from '../../client/language/format.ts';
import { locales } from '../../client/language/locales.ts';
import { languageNames } from '../../client/language/names.ts';
import { languageOf } from '../../server/pages/languages.ts';

const en = languageOf('en');

describe('numbers, distances and days for people', () => {
  it('says one venue and many venues', () => {
    assert.equal(formatTotal(en, { value: 1, exact: true }), '1 venue');
    assert.equal(formatTotal(en, { value: 1042, exact: true }), '1,042 venues');
    assert.equal(en.t('common.rooms', { count: 0 }), '0 rooms');
  });

  it('writes numbers as every language of the pages does', () => {
    const written = [0, 7, 999, 1000, 54_321, 1_234_567, 0.5, 1234.5678, -8, -1500];
    for (const language of locales.map(languageOf))
      for (const value of written) {
        const expected = new Intl.NumberFormat(`${language.tag}-u-nu-latn`).format(value);
        assert.equal(formatNumber(language, value), expected, language.tag);
      }
  });

  it('never lets an estimate look exact', () => {
    assert.equal(formatTotal(en, { value: 11_873, exact: false }), 'about 12,000 venues');
    assert.equal(formatEstimate(en, { value: 4321, exact: false }), 'about 4,300');
    assert.equal(formatEstimate(en, { value: 4321, exact: true }), '4,321');
  });

  it('writes distances as a person would', () => {
    const spoken = [3, 347, 994, 996, 1000, 1240, 9949, 9960, 23_400].map((each) => formatDistance(en, each));
    assert.deepEqual(spoken, [
      '10 m',
      '350 m',
      '990 m',
      '1 km',
      '1 km',
      '1.2 km',
      '9.9 km',
      '10 km',
      '23 km',
    ]);
  });

  it('keeps a day the same day in every time zone', () => {
    assert.equal(formatDay(en, '2026-03-12'), '12 March 2026');
    assert.equal(formatDay(en, '2026-03-12T23:59:59Z'), '12 March 2026');
    assert.equal(formatDay(en, 'last spring'), 'last spring');
  });

  it('says how long ago', () => {
    assert.deepEqual(
      [0, 1, 9, 30, 256, 730, 731].map((each) => formatAge(en, each)),
      ['today', 'yesterday', '9 days ago', '4 weeks ago', '8 months ago', '24 months ago', '2 years ago'],
    );
  });

  it('says hours and days of the week', () => {
    assert.deepEqual(
      [0, 540, 720, 1050, 1440].map((each) => formatTime(en, each)),
      ['midnight', '9am', 'midday', '5:30pm', 'midnight'],
    );
    assert.deepEqual(
      [1, 7].map((each) => formatWeekday(en, each)),
      ['Monday', 'Sunday'],
    );
  });

  it('joins lists and names floors', () => {
    assert.equal(formatList(en, ['a']), 'a');
    assert.equal(formatList(en, ['a', 'b', 'c']), 'a, b and c');
    assert.deepEqual(
      [-2, -1, 0, 1, 7].map((each) => formatFloor(en, each)),
      ['Basement 2', 'Basement', 'Ground floor', 'First floor', 'Floor 7'],
    );
  });

  it('names languages in the language of the page, or says nothing', () => {
    const tags = ['pa', 'cy', 'not a tag'];
    assert.deepEqual(languageNames(en, tags), { pa: 'Punjabi', cy: 'Welsh' });
    assert.deepEqual(languageNames(languageOf('cy'), tags), { pa: 'Pwnjabeg', cy: 'Cymraeg' });
    assert.equal(languageNames(languageOf('ar'), tags).pa, 'البنجابية');
  });
});
