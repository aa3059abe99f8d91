/** The report of a plan that was really worked out, and its map that moves: by keyboard, with what each area and place says. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { addHalls, asked, type Planning, planning, runner, stopRunners, until } from '../plan/support.ts';
import { buildApp, listen } from '../support/app.ts';
import { bringAxe, violations } from '../support/axe.ts';
import { open, type Site, useSite } from './support.ts';

describe('the map of a plan', () => {
  // Faults on its pages fail these tests too.
  useSite();
  let there: Planning;
  let site: Site;
  let close: () => Promise<void>;
  let plan: number;
  before(async () => {
    there = await planning();
    const [first = 0] = await addHalls(there.db, [0, 5, 10]);
    const service = await listen(buildApp(there.db));
    close = service.close;
    site = { url: service.url } as Site;
    plan = await asked(there, {
      question: { kind: 'mclp', p: 2, within: 250 },
      candidates: { search: {}, include: [first] },
    });
    runner(there.db);
    await until(there, plan);
    await stopRunners();
  });
  after(() => close?.());

  async function show(path = `/plan/${plan}/report`, mayFail?: RegExp): Promise<Page> {
    const [name = '', value = ''] = there.cookie.split('=');
    return open(site, '/about', {
      ...(mayFail && { mayFail }),
      prepare: async (page) => {
        await bringAxe(page);
        await page.context().addCookies([{ name, value, url: site.url }]);
      },
    }).then(async (page) => {
      await page.goto(path);
      return page;
    });
  }

  const moving = async (page: Page) => {
    await page.locator('summary', { hasText: 'Move the map' }).press('Enter');
    await page.locator('.mh-area-ring').waitFor();
    const box = await page.locator('.mh-moved__map').boundingBox();
    assert.ok(box && box.height > 300 && box.width > 300, 'there is no room for the map');
  };

  it('is on its report, with the places that were chosen and what is said of them', async () => {
    const page = await show();
    await page.getByRole('img', { name: 'Map: who can get to a place with this plan' }).waitFor();
    assert.deepEqual(await page.locator('.mh-report__name').allInnerTexts(), ['Hall 0', 'Hall 10']);
    assert.match(
      await page.locator('.mh-report__said').innerText(),
      /^2 places bring [\d.]+% of people within/,
    );
    await page.getByText('2 of these places have to be asked first.').waitFor();
    await page.getByText('Numbers: People 12, version 1. Made by: Us. Licence: CC0-1.0.').waitFor();
    assert.equal(await page.locator('.mh-access__map--after .mh-access__sign').count(), 2);
    assert.equal(await page.locator('.mh-access__map--before .mh-access__sign').count(), 1);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    assert.equal(pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length, 2);
  });

  it('walks from area to area by arrow keys, says where it is, and tells more on Enter', async () => {
    const page = await show(undefined, /areas\.geojson$/);
    // What could not be had is said, and tried again when it is opened again.
    await page.route('**/areas.geojson', (route) => route.abort(), { times: 1 });
    const fold = page.locator('summary', { hasText: 'Move the map' });
    await fold.press('Enter');
    await page
      .locator('.mh-moved__said')
      .filter({ hasText: /could not|cannot/ })
      .waitFor();
    await fold.press('Enter');
    await moving(page);
    const ring = page.locator('.mh-area-ring');
    const named = await ring.getAttribute('aria-label');
    assert.match(named ?? '', /^a0: \d+ m\. Arrow keys/);
    await ring.focus();
    await page.keyboard.press('ArrowRight');
    assert.match((await ring.getAttribute('aria-label')) ?? '', /^a1: \d+ m\./);
    assert.match(await page.locator('.mh-moved__said').innerText(), /^a1: \d+ m$/);
    await page.keyboard.press('Enter');
    const note = page.locator('.mh-popup');
    await note.getByText('Served by: Hall 0').waitFor();
    assert.match(
      await note.innerText(),
      /a1[\s\S]*Before: \d+ m[\s\S]*With this plan: \d+ m[\s\S]*Counts: 20/,
    );
    assert.deepEqual(await violations(page), []);
    await page.keyboard.press('Escape');
    await note.waitFor({ state: 'detached' });
    assert.ok(await ring.evaluate((each) => each === document.activeElement), 'the focus is lost');
  });

  it('tells what a place serves and leads to its page; before the plan there are those that were there', async () => {
    const page = await show();
    await moving(page);
    const signs = page.locator('.mh-plan-sign');
    assert.deepEqual(await signs.evaluateAll((all) => all.map((each) => each.getAttribute('aria-label'))), [
      '1: Hall 0',
      '2: Hall 10',
    ]);
    await signs.nth(1).focus();
    await page.keyboard.press('Enter');
    const link = page.getByRole('link', { name: '2: Hall 10' });
    assert.ok(await link.evaluate((each) => each === document.activeElement), 'it does not take the focus');
    assert.match((await link.getAttribute('href')) ?? '', /^\/venues\/hall-10-\d+$/);
    await page.getByText(/^Serves \d areas, which count \d+$/).waitFor();
    await page.keyboard.press('Escape');
    assert.ok(await signs.nth(1).evaluate((each) => each === document.activeElement), 'the focus is lost');
    const ring = page.locator('.mh-area-ring');
    await ring.focus();
    for (const key of ['ArrowUp', 'ArrowUp', 'ArrowRight', 'ArrowRight']) await page.keyboard.press(key);
    const now = await ring.getAttribute('aria-label');
    await page.getByLabel('Show how it was before this plan').check();
    await signs.nth(1).waitFor({ state: 'detached' });
    assert.equal(await signs.count(), 1);
    assert.notEqual(
      await ring.getAttribute('aria-label'),
      now,
      'the ring still says how it is with the plan',
    );
  });

  it('says nothing of before where every place is there already', async () => {
    const id = await asked(there, { question: { kind: 'coverage', within: 250 } });
    runner(there.db);
    await until(there, id);
    await stopRunners();
    const page = await show(`/plan/${id}`);
    await moving(page);
    assert.equal(await page.getByLabel('Show how it was before this plan').count(), 0);
    assert.equal(await page.locator('.mh-plan-sign--there').count(), 0);
    await page.locator('.mh-area-ring').press('Enter');
    const note = page.locator('.mh-popup');
    await note.getByText(/^Way: \d+ m$/).waitFor();
    assert.doesNotMatch(await note.innerText(), /Before|With this plan/);
  });

  it('shades areas as the picture does', async () => {
    const page = await show();
    await moving(page);
    const classes = await page
      .locator('.mh-moved__area')
      .evaluateAll((all) =>
        all.map((each) => /mh-tone-fill--(\w+)/.exec(each.getAttribute('class') ?? '')?.[1]),
      );
    assert.equal(classes.length, 12);
    const { body } = await there.request
      .get(`/api/v1/plans/${plan}/areas`)
      .set('Cookie', there.cookie)
      .expect(200);
    const out = body.items.filter(({ travel }: { travel: number | null }) => travel === null).length;
    assert.equal(classes.filter((each) => each === 'none').length, out);
    assert.ok(out > 0 && classes.some((each) => each === '0'));
  });

  it('leads to the page of a plan that has no answer', async () => {
    const waiting = await asked(there);
    const page = await show(`/plan/${waiting}/report`);
    assert.equal(new URL(page.url()).pathname, `/plan/${waiting}`);
  });
});
