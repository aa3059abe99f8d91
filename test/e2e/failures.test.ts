/** When something does not come, or comes late. */
import assert from 'node:assert/strict';
import type { Page, Route } from 'playwright-core';
import { holdFirst, lists, steady, watchShifts } from './late.ts';
import {
  answered,
  awake,
  cards,
  filter,
  has,
  heading,
  mapDrawn,
  markers,
  open,
  showingAtLeast,
  total,
  useSite,
} from './support.ts';

const slowly = (page: Page) =>
  page.route(lists, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 2000));
    await route.continue();
  });

describe('when things fail', () => {
  const site = useSite();

  it('the map is useful without its pictures, and says so', async () => {
    const page = await open(site, '/?q=hall');
    await awake(page);
    await mapDrawn(page);
    const note = page.locator('.mh-map__status');
    await note
      .getByText('The map pictures could not load. The places on the map and the list still work.')
      .waitFor();
    assert.equal(await note.getAttribute('role'), 'status');
    await showingAtLeast(page, 21);

    const venue = await open(site, site.exact);
    await venue.locator('#visit').scrollIntoViewIfNeeded();
    await venue.getByText('The map pictures could not load.').waitFor();
    await venue.locator('.mh-place .mh-pin').waitFor();
    const approximate = await open(site, site.approximate);
    await approximate.locator('#visit').scrollIntoViewIfNeeded();
    await approximate.getByText('The map pictures could not load.').waitFor();
    assert.ok(
      !(await approximate.locator('.mh-panel', { has: approximate.locator('#visit') }).innerText()).includes(
        'address above',
      ),
    );
  });

  it('the map of a place says that it is coming, and that it could not, where it would be', async () => {
    let fail = () => {};
    const failing = new Promise<void>((resolve) => {
      fail = resolve;
    });
    const page = await open(site, site.exact, {
      prepare: (each) => each.route(/place-map/, (route) => failing.then(() => route.abort())),
      mayFail: /place-map/,
    });
    const place = page.locator('.mh-place');
    await place.getByText('Loading the map…').waitFor();
    await place.scrollIntoViewIfNeeded();
    const high = await place.evaluate((each) => each.parentElement?.offsetHeight);
    fail();
    await place.getByText('The map could not load. The address above is all you need.').waitFor();
    assert.equal(await place.evaluate((each) => each.parentElement?.offsetHeight), high, 'nothing moves');
  });

  it('the map that does not come leaves the list, and can be asked for again', async () => {
    let comes = false;
    const page = await open(site, '/?q=hall', {
      prepare: (each) => each.route(/search-map/, (route) => (comes ? route.continue() : route.abort())),
      mayFail: /search-map/,
    });
    await page.getByText('The map could not load. Everything on it is in the list.').waitFor();
    assert.equal(await cards(page).count(), 20);
    assert.equal(await page.getByRole('group', { name: 'Map tools' }).count(), 0);
    assert.ok(((await page.locator('.mh-map').boundingBox())?.height ?? 900) < 200);

    await page.setViewportSize({ width: 390, height: 844 });
    await page.getByRole('link', { name: 'Show map' }).click();
    await page.locator('.mh-map').getByRole('link', { name: 'Show list' }).click();
    await cards(page).first().waitFor();

    await page.getByRole('link', { name: 'Show map' }).click();
    comes = true;
    await page.getByRole('button', { name: 'Try again' }).click();
    await mapDrawn(page);
  });

  const failures: [string, (route: Route) => Promise<void>, RegExp][] = [
    ['the network is gone', (route) => route.abort(), /connection/],
    [
      'the server fails',
      (route) => route.fulfill({ status: 500, contentType: 'text/plain', body: 'oh' }),
      /still here/,
    ],
    [
      'the server says why',
      (route) =>
        route.fulfill({
          status: 503,
          contentType: 'application/problem+json',
          json: { title: 'Busy', detail: 'Too many people ask at once.' },
        }),
      /Too many people ask at once/,
    ],
  ];
  for (const [what, answer, sentence] of failures) {
    it(`${what}: a sentence, nothing lost, and another try`, async () => {
      const page = await open(site, '/?q=hall', { mayFail: lists });
      await awake(page);
      const shown = await cards(page).allInnerTexts();
      await page.route(lists, answer);
      await page.fill('#q', 'church hall with kitchen');
      await page.fill('#people', '35');
      await filter(page, 'Access needs').locator('summary').click();
      await page.locator('#access-lift').check();
      await page.getByRole('alert').waitFor();
      assert.match(await page.getByRole('alert').innerText(), sentence);
      assert.equal(await page.inputValue('#q'), 'church hall with kitchen');
      assert.equal(await page.inputValue('#people'), '35');
      assert.equal(await page.locator('#access-lift').isChecked(), true);
      assert.deepEqual(await cards(page).allInnerTexts(), shown, 'the last answer stays');
      const head = await heading(page).innerText();
      assert.match(head, /^Results of your last search, “hall”: \d+ venues$/, 'and says what it answers');
      assert.equal(
        new URL(page.url()).searchParams.get('people'),
        '35',
        'the address can be shared or loaded again',
      );

      await page.unroute(lists);
      await page.getByRole('button', { name: 'Try again' }).click();
      await page.getByRole('alert').waitFor({ state: 'detached' });
      await answered(page, has('people', '35'));
      const answered35 = await page.request.get(`/api/v1/venues${new URL(page.url()).search}`);
      assert.equal(await total(page), (await answered35.json()).total.value);
    });
  }

  it('a question with a fault in it asks nothing of the map, and does not show everything', async () => {
    const asked: string[] = [];
    const page = await open(site, '/?q=hall&people=0', {
      mayFail: /people=(0|many)/,
      prepare: async (each) => each.on('request', (request) => asked.push(request.url())),
    });
    await awake(page);
    await page.locator('.mh-map__status:not(:empty)').waitFor();
    assert.deepEqual(
      asked.filter((url) => url.includes('/clusters')),
      [],
    );
    assert.equal(await markers(page).count(), 0);
    await page.fill('#people', '30');
    await page.press('#people', 'Enter');
    await answered(page, has('people', '30'));
    await mapDrawn(page);
    await page.fill('#people', 'many');
    await page.press('#people', 'Enter');
    await page.locator('#people-error').waitFor();
    assert.ok((await markers(page).count()) > 0, 'the last answer stays, on the map as in the list');
    assert.ok((await cards(page).count()) > 0);
  });

  it('suggestions that do not come are not missed', async () => {
    const page = await open(site, '/', {
      prepare: (each) => each.route(/suggest/, (route) => route.abort()),
      mayFail: /suggest/,
    });
    await awake(page);
    const asked = page.waitForRequest(/suggest/);
    await page.locator('#q').pressSequentially('tooting');
    await asked;
    await page.keyboard.press('Enter');
    await answered(page, has('q', 'tooting'));
    assert.equal(await page.getByRole('alert').count(), 0);
  });

  it('a late answer shows that it is on its way, moves nothing, and takes nothing typed', async () => {
    const page = await open(site, '/', {
      prepare: async (each) => {
        await watchShifts(each);
        await slowly(each);
      },
    });
    await awake(page);
    await mapDrawn(page);
    await steady(page);
    await page.fill('#q', 'hall');
    await page.press('#q', 'Enter');
    await page.locator('.mh-results[aria-busy=true].mh-results--busy').waitFor();
    await page.fill('#people', '40');
    await answered(page, has('people', '40'));
    await page.getByRole('heading', { name: /^\d+ venues$/ }).waitFor();
    assert.equal(await page.inputValue('#people'), '40');
    await steady(page);
    await page.evaluate(() => document.activeElement?.scrollIntoView());
    await filter(page, 'Access needs').locator('summary').click();
    await page.locator('#access-step_free_entrance').check();
    await answered(page, has('access', 'step_free_entrance'));
    await steady(page);
    await page.evaluate(() => scrollTo(0, 0));
    await page.fill('#q', 'room for 40 with kitchen near SW17 8');
    await page.press('#q', 'Enter');
    await answered(page, has('q', 'room for 40 with kitchen near SW17 8'));
    await page.locator('.mh-chip', { hasText: 'Near SW17 8' }).waitFor();
    await steady(page);
  });

  it('only the newest question is answered', async () => {
    const page = await open(site, '/');
    await awake(page);
    const first = await holdFirst(page);
    await filter(page, 'Layout').locator('summary').click();
    await page.locator('#layout-banquet').check();
    await first.asked;
    await page.locator('#layout-dancing').check();
    await answered(page, has('layout', 'dancing'));
    await first.letGo();
    const answer = await page.request.get('/api/v1/venues?layout=dancing');
    assert.equal(await total(page), (await answer.json()).total.value);
  });

  it('the area on the map is searched while another answer is on its way: the later wins, nothing typed is lost', async () => {
    const page = await open(site, '/?q=hall');
    await awake(page);
    await mapDrawn(page);
    const here = page.getByRole('button', { name: 'Search this area' });
    await page.getByRole('button', { name: 'Zoom in', exact: true }).click();
    await here.waitFor();
    const first = await holdFirst(page);
    await page.fill('#q', 'church hall');
    await page.press('#q', 'Enter');
    await first.asked;
    await page.locator('.mh-results[aria-busy=true]').waitFor();
    await page.fill('#people', '20');
    const second = page.waitForRequest((request) => lists.test(request.url()) && /bbox/.test(request.url()));
    await here.click();
    await second;
    await page.fill('#q', 'church hall with');
    await answered(
      page,
      ({ searchParams: asked }) =>
        asked.has('bbox') && asked.get('q') === 'church hall' && asked.get('people') === '20',
    );
    await first.letGo();
    const answer = await page.request.get(`/api/v1/venues${new URL(page.url()).search}&include=total`);
    assert.equal(await total(page), (await answer.json()).total.value);
    await page.locator('.mh-chip', { hasText: 'In the area shown on the map' }).waitFor();
    assert.equal(await page.inputValue('#q'), 'church hall with');
    assert.equal(await page.inputValue('#people'), '20');
    assert.equal(await page.locator('.mh-results[aria-busy=false]').count(), 1);
  });
});
