/** The report of a plan on paper: two sheets of A4 whatever it holds, with nothing cut off, and readable by machines. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { type Locale, locales } from '../../client/language/locales.ts';
import type { PlanReportPageData } from '../../client/pages/data.ts';
import { readAssets } from '../../server/pages/assets.ts';
import { renderPage } from '../../server/pages/render.ts';
import { reportPage } from '../client/plan-example.ts';
import { publicDir } from '../support/app.ts';
import { bringAxe, violations } from '../support/axe.ts';
import { open, useSite, withFont } from './support.ts';

/** So many CSS pixels are between the margins of the sheet. */
const SHEET = { width: 703, height: 1046 };

describe('the report of a plan', () => {
  const site = useSite();

  async function show(
    data: PlanReportPageData,
    options: { width?: number; scripts?: boolean } = {},
  ): Promise<Page> {
    const html = renderPage(data, readAssets(publicDir), {
      title: 'Report',
      description: 'A plan',
      path: '/',
    });
    return open(site, '/reports/one', {
      viewport: { width: options.width ?? 1280, height: 900 },
      javaScriptEnabled: options.scripts ?? false,
      bypassCSP: true,
      prepare: async (page) => {
        await bringAxe(page);
        await page.route('**/reports/*', (route) =>
          route.fulfill({ body: withFont(html), contentType: 'text/html' }),
        );
      },
    });
  }

  const speaking = (data: PlanReportPageData, locale: Locale): PlanReportPageData => ({
    ...data,
    settings: { ...data.settings, locale },
  });
  const cases: [name: string, data: PlanReportPageData][] = [
    ...locales.map((locale): [string, PlanReportPageData] => [
      `five places, in ${locale}`,
      speaking(reportPage(), locale),
    ]),
    ...locales.map((locale): [string, PlanReportPageData] => [
      `everything as long as it may be, in ${locale}`,
      speaking(reportPage({ places: 20, isLong: true }), locale),
    ]),
    ['more places than there is room for', reportPage({ places: 33 })],
    ['one map, for nothing was there before', reportPage({ isBefore: false })],
    ['5,000 areas', reportPage({ places: 20, areas: 5000, outlines: false })],
  ];

  for (const [name, data] of cases)
    it(`is two sheets of A4, with nothing cut off: ${name}`, async () => {
      const page = await show(data);
      await page.evaluate(() => document.fonts.ready);
      const pdf = (await page.pdf({ preferCSSPageSize: true, tagged: true, outline: true })).toString(
        'latin1',
      );
      assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length, 2);
      for (const [, width, height] of pdf.matchAll(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/g))
        assert.ok(
          Math.abs(Number(width) - 595) < 1 && Math.abs(Number(height) - 842) < 1,
          `${width} × ${height}`,
        );
      assert.match(pdf, /\/StructTreeRoot/, 'it has no tags');
      assert.match(pdf, /\/Lang \(/, 'it has no language');

      await page.setViewportSize(SHEET);
      await page.emulateMedia({ media: 'print' });
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('.mh-report__page')].flatMap((sheet) => {
          const { bottom } = sheet.getBoundingClientRect();
          const foot = sheet.querySelector('.mh-report__foot')?.getBoundingClientRect().top ?? bottom;
          return [...sheet.querySelectorAll('p:not(.mh-report__foot), li, h1, h2, svg')]
            .filter((each) => each.getBoundingClientRect().bottom > foot + 1)
            .map(
              (each) =>
                `${each.textContent?.slice(0, 60)} (${each.getBoundingClientRect().bottom} > ${foot})`,
            );
        }),
      );
      assert.deepEqual(cut, []);
      const map = await page.locator('.mh-access__map').first().boundingBox();
      assert.ok(map && map.height > 130, `the map is ${map?.height} high`);
    });

  it('has numbers that can be seen where colours are forced', async () => {
    const page = await show(reportPage());
    await page.emulateMedia({ forcedColors: 'active' });
    const number = page.locator('.mh-report__number').first();
    const { color, backgroundColor } = await number.evaluate((element) => {
      const { color, backgroundColor } = getComputedStyle(element);
      return { color, backgroundColor };
    });
    assert.notEqual(color, backgroundColor);
  });

  it('says what it has no room for, and where that is', async () => {
    const page = await show(reportPage({ places: 33 }));
    assert.equal(await page.locator('.mh-report__site').count(), 20);
    await page.getByText('And 13 more places, named on the page of the plan.').waitFor();
    const long = await show(reportPage({ isLong: true }));
    await long.getByText('And 14 more groups, on the page of the plan.').waitFor();
    await long.getByText('And 52 more, on the page of the plan.').waitFor();
  });

  it('says so where there is no map, and where there are no findings', async () => {
    const { plan, ...data } = reportPage();
    const { findings: _findings, ...answer } = plan.answer;
    const page = await show({ ...data, plan: { ...plan, answer }, drawing: undefined, layer: undefined });
    await page.getByText('There is no map:').waitFor();
    await page.getByText('Groups, fairness and gaps are not here:').waitFor();
    await page.getByText('are no longer here, or you may not see them').waitFor();
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length, 2);
  });

  it('has no fault that axe knows, at 320 pixels too, and does not scroll sideways', async () => {
    for (const width of [320, 1280]) {
      const page = await show(reportPage({ isLong: true, places: 20 }), { width, scripts: true });
      await page.locator('input[type=range]').waitFor();
      for (const each of await page.locator('.mh-figure summary').all()) await each.click();
      assert.deepEqual(await violations(page), []);
      assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    }
  });

  it('moves between before and after with the keys of the slider, and says so', async () => {
    const page = await show(reportPage(), { scripts: true });
    const slider = page.getByRole('slider', { name: 'Move between before and with this plan' });
    const cut = () =>
      page.locator('.mh-before-after__map--over').evaluate((over) => getComputedStyle(over).clipPath);
    assert.equal(await cut(), 'inset(0px 0px 0px 50%)');
    await slider.focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await cut(), 'inset(0px 0px 0px 55%)');
    assert.equal(await slider.getAttribute('aria-valuetext'), 'Before 55%, With this plan 45%');
    await page.keyboard.press('Home');
    assert.equal(await cut(), 'inset(0px 0px 0px 0%)');
    await page.keyboard.press('End');
    assert.equal(await cut(), 'inset(0px 0px 0px 100%)');
  });

  it('cuts the other way where reading goes the other way', async () => {
    const page = await show(speaking(reportPage(), 'ar'), { scripts: true });
    await page.locator('input[type=range]').focus();
    await page.keyboard.press('ArrowLeft');
    const over = page.locator('.mh-before-after__map--over');
    assert.equal(await over.evaluate((each) => getComputedStyle(each).clipPath), 'inset(0px 55% 0px 0px)');
  });

  it('shows both maps without a script, one under the other', async () => {
    const page = await show(reportPage());
    assert.equal(await page.locator('input[type=range]').isVisible(), false);
    const [before, after] = await Promise.all(
      ['before', 'after'].map((each) => page.locator(`.mh-access__map--${each}`).boundingBox()),
    );
    assert.ok(before && after && after.y >= before.y + before.height);
  });
});
