/** What a plan says of itself: no figure that is not so, nothing proven that is not, and nothing of a before that was not. */
import assert from 'node:assert/strict';
import { h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import { ReportSites } from '../../client/components/plan/report-sites.tsx';
import { LanguageContext } from '../../client/language/context.tsx';
import { countSites, proofWords } from '../../client/logic/plan-answer.ts';
import { nextBestWords } from '../../client/logic/plan-next-best.ts';
import { columnWords, groupsOf, peopleColumn } from '../../client/logic/plan-weights.ts';
import { addsWords, lostWords } from '../../client/logic/plan-why.ts';
import type { PlanReportPageData } from '../../client/pages/data.ts';
import { languageOf } from '../../server/pages/languages.ts';
import { numberIn } from '../../server/pages/plan-typed.ts';
import { isMeasure } from '../../server/vocabulary.ts';
import { reportPage } from './plan-example.ts';

const en = languageOf('en');
type Shown = PlanReportPageData['plan'];
const { plan } = reportPage();
const asked = (kind: Shown['question']['kind'], changes: Partial<Shown['answer']> = {}): Shown => ({
  ...plan,
  question: { kind, p: 5 },
  travel: { ...plan.travel, unit: 'minutes' },
  answer: { ...plan.answer, status: 'optimal', ...changes },
});

describe('what a plan says of itself', () => {
  it('is proven only among the choices that were open', () => {
    const sites = plan.answer.sites.map((site) => ({ ...site, included: false }));
    const fixed = sites.map((site, at) => ({ ...site, included: at === 0 }));
    const said = (each: typeof sites, kind: Shown['question']['kind']) => {
      const about = asked(kind, { sites: each });
      return proofWords(en, { ...about, ...countSites(about.answer) });
    };
    assert.match(said(sites, 'mclp'), /^No other choice of \d+ places reaches more\. This is proven\.$/);
    for (const kind of ['mclp', 'lscp', 'p_median', 'p_centre'] as const)
      assert.match(said(fixed, kind), /that keeps what had to be chosen .* This is proven\.$/);
    assert.match(said(fixed, 'coverage'), /counted, and nothing was chosen/);
  });

  it('never makes a small loss larger, and shares it among those it was made of', () => {
    const about = asked('p_median', {
      demand: { ...plan.answer.demand, weight: 1000 },
      outOfReach: { ...plan.answer.outOfReach, weight: 500 },
    });
    assert.match(addsWords(en, about, { adds: 150 }), /0\.3 minutes more on average/);
    assert.match(addsWords(en, about, { adds: 1 }), /less than 0\.1 minutes more on average/);
    assert.match(addsWords(en, asked('p_centre'), { adds: 0.4 }), /0\.4 minutes longer/);
    const next = { id: 9, name: 'Hall', costs: 150 };
    assert.match(nextBestWords(en, about, { id: 1, only: 0, nextBest: next }) ?? '', /0\.3 minutes more/);
  });

  it('names the place that would be missed most by a number only where places are listed', () => {
    const firstToLose = { id: plan.answer.sites[0]?.id ?? 0, loses: 10 };
    assert.match(lostWords(en, asked('mclp'), { firstToLose }) ?? '', /number 1, /);
    assert.doesNotMatch(lostWords(en, asked('coverage'), { firstToLose }) ?? '', /number/);
    for (const kind of ['mclp', 'coverage'] as const)
      assert.match(
        lostWords(en, asked(kind), { firstToLose: { ...firstToLose, loses: 0 } }) ?? '',
        /nobody would be worse off/,
      );
  });

  it('asks no group again that has said no, and says nothing of the group of a place that is gone', () => {
    const [first, second, third] = plan.answer.sites;
    assert.ok(first && second && third);
    const { name: _name, url: _url, ...gone } = third;
    const sites = [
      { ...first, today: { consent: 'declined' as const } },
      { ...second, today: { consent: 'ask_first' as const } },
      { ...gone, consent: 'ask_first' as const },
    ];
    const made = renderToString(
      h(LanguageContext.Provider, {
        value: en,
        children: h(ReportSites, { plan: asked('mclp', { sites }) }),
      }),
    );
    assert.match(made, /The group of 1 of these places has since said no\./);
    assert.match(made, />[^<]*1 of these places has to be asked first\./);
    assert.equal(made.split('Ask its group first').length - 1, 1);
  });

  it('shows a group once where it is what counts', () => {
    const groups = [{ name: 'people' }, { name: 'weight' }];
    assert.deepEqual(groupsOf({ groups }, ' people '), [{ name: 'people' }]);
    assert.deepEqual(groupsOf({ groups }, '2 * people'), groups);
  });

  it('says what a column counts where its whole name tells, and else its name', () => {
    const said = {
      population: 'people',
      mid_year_population: 'people',
      people_2021: 'people',
      total_households: 'homes',
      people_over_65: 'people over 65',
      aged_65_and_over: 'people over 65',
      aged_65_to_74: 'aged 65 to 74',
      children_under_5: 'children under 5',
      under_16: 'children under 16',
      not_disabled: 'not disabled',
      homes: 'homes',
      homes_without_car: 'homes without car',
    };
    for (const [column, words] of Object.entries(said)) assert.equal(columnWords(en, column), words);
    const columns = ['people_over_65', 'corporate_homes', 'population', 'imd_score'].map((column) => ({
      column,
    }));
    assert.equal(peopleColumn(columns), 'population');
  });

  it('adds up what counts somebody, and not what measures a place', () => {
    for (const column of [
      'imd_decile',
      'crime_rate',
      'rank',
      'income_score',
      'disabled_share',
      'census_year',
    ])
      assert.ok(isMeasure(column), column);
    for (const column of ['corporate_homes', 'means_tested', 'aged_16_to_24_years', 'mid_year_population'])
      assert.ok(!isMeasure(column), column);
  });

  it('reads numbers as people write them', () => {
    const read = { '1,200': 1200, '1,5': 1.5, '1.5': 1.5, '1 200': 1200, '12,000.5': 12000.5, '0,250': 0.25 };
    for (const [text, number] of Object.entries(read)) assert.equal(numberIn(text), number, text);
    for (const text of ['', '-1', '1,2,3', 'x']) assert.equal(numberIn(text), undefined, text);
  });
});
