/** An answer that takes long: the outlines of cards, which move nothing, keep focus and place, and are not read out. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { bringAxe, violations } from '../support/axe.ts';
import { holdFirst, lists, steady, watchShifts } from './late.ts';
import {
  answered,
  awake,
  cards,
  filter,
  has,
  heading,
  mapDrawn,
  open,
  phone,
  spoken,
  useSite,
} from './support.ts';

const waiting = (page: Page) => page.locator('.mh-results--waiting');
const list = (page: Page) => page.locator('.mh-results > .mh-part > .mh-results__list');
/** Of each card, in pixels. */
const heights = (page: Page) =>
  list(page)
    .locator('> li')
    .evaluateAll((all) => all.map((each) => each.getBoundingClientRect().height));
const focused = (page: Page) => page.evaluate(() => document.activeElement?.id);
const grey = (page: Page) =>
  page.locator('.mh-map .leaflet-marker-pane').evaluate((pane) => getComputedStyle(pane).filter);

/** By a filter on a desk, where that is in sight; in words on a phone. */
async function ask(page: Page, onDesk: boolean): Promise<void> {
  if (onDesk) return page.locator('#layout-banquet').check();
  await page.fill('#q', 'church');
  await page.press('#q', 'Enter');
}

describe('an answer that takes long', () => {
  const site = useSite();

  for (const [where, options] of [
    ['a desk', {}],
    ['a phone', phone()],
  ] as const)
    it(`shows outlines of cards on ${where}, exactly where the cards were`, async () => {
      const onDesk = where === 'a desk';
      const page = await open(site, '/?q=hall', {
        ...options,
        prepare: async (each) => {
          await watchShifts(each);
          await bringAxe(each);
        },
      });
      await awake(page);
      if (onDesk) await mapDrawn(page);
      const held = await holdFirst(page);
      const before = await heights(page);
      assert.equal(before.length, 20);
      if (onDesk) await filter(page, 'Layout').locator('summary').click();
      await ask(page, onDesk);
      const place = await page.evaluate(() => scrollY);
      await waiting(page).waitFor();
      assert.deepEqual(await heights(page), before);
      assert.equal(await page.evaluate(() => scrollY), place);
      assert.equal(await focused(page), onDesk ? 'layout-banquet' : 'q');
      // Nothing of the last answer can be seen, read out or reached.
      assert.equal(await heading(page).innerText(), 'Searching…');
      assert.equal(await cards(page).first().isVisible(), false);
      assert.equal(await list(page).getByRole('link').count(), 0);
      assert.equal(await list(page).getByRole('listitem').count(), 0);
      assert.equal(await page.locator('.mh-results').getAttribute('aria-busy'), 'true');
      await spoken(page).getByText('Searching…').waitFor();
      assert.deepEqual(await violations(page), []);
      if (onDesk) {
        assert.ok(
          (await page.locator('.mh-map .leaflet-marker-pane .leaflet-marker-icon').count()) > 0,
          'the signs stay',
        );
        await page.waitForFunction(() => {
          const pane = document.querySelector('.mh-map .leaflet-marker-pane');
          return pane && getComputedStyle(pane).filter === 'grayscale(1)';
        });
      }
      await held.letGo();
      await answered(page, onDesk ? has('layout', 'banquet') : has('q', 'church'));
      await waiting(page).waitFor({ state: 'detached' });
      assert.equal(await cards(page).first().isVisible(), true);
      assert.equal(await focused(page), onDesk ? 'layout-banquet' : 'results');
      // The heading that has the focus says it by itself.
      const said = onDesk ? spoken(page).getByText(/found$/) : spoken(page).and(page.locator(':empty'));
      await said.waitFor({ state: 'attached' });
      if (onDesk) {
        await mapDrawn(page);
        assert.equal(await grey(page), 'none');
      }
      await steady(page, 0.02);
    });

  it('leaves the card alone that has the focus', async () => {
    const page = await open(site, '/?q=hall');
    await awake(page);
    await page.evaluate(() => history.pushState(null, '', '?q=church'));
    const held = await holdFirst(page);
    await cards(page).nth(1).locator('a').focus();
    await page.evaluate(() => {
      history.pushState(null, '', '?q=community');
      history.back();
    });
    await held.asked;
    await waiting(page).waitFor();
    assert.equal(await cards(page).nth(0).isVisible(), false);
    assert.equal(await cards(page).nth(1).isVisible(), true);
    assert.ok(
      await cards(page)
        .nth(1)
        .evaluate((card) => card.contains(document.activeElement)),
    );
    await held.letGo();
    await answered(page, has('q', 'church'));
  });

  it('shows nothing of it before 300 ms have gone by, nor when the answer was there by then', async () => {
    const page = await open(site, '/?q=hall');
    await awake(page);
    await mapDrawn(page);
    await filter(page, 'Layout').locator('summary').click();
    let free = (): void => undefined;
    await page.route(lists, async (route) => {
      await new Promise<void>((resolve) => {
        free = resolve;
      });
      await route.continue();
    });
    // From here on time goes by only when it is told to.
    await page.clock.install();
    await page.clock.pauseAt(new Date(Date.now() + 3_600_000));
    async function ask(layout: string): Promise<void> {
      const asked = page.waitForRequest(lists);
      await page.locator(`#layout-${layout}`).evaluate((box: HTMLInputElement) => box.click());
      // A change of filters is asked for after a pause for more of them.
      await page.clock.runFor(200);
      await asked;
    }
    await ask('banquet');
    await page.clock.runFor(290);
    assert.equal(await waiting(page).count(), 0);
    free();
    await page.locator('.mh-results[aria-busy=false]').waitFor();
    await page.clock.runFor(1000);
    assert.equal(await waiting(page).count(), 0);
    await ask('dancing');
    await page.clock.runFor(310);
    await waiting(page).waitFor();
    free();
    await waiting(page).waitFor({ state: 'detached' });
  });

  for (const [what, fail] of [
    ['the server fails', { status: 500, contentType: 'text/plain', body: 'oh' }],
    ['the network is gone', undefined],
  ] as const)
    it(`brings the last list back when ${what} in the end`, async () => {
      const page = await open(site, '/?q=hall', { mayFail: lists });
      await awake(page);
      await mapDrawn(page);
      const shown = await cards(page).allInnerTexts();
      let end = (): void => undefined;
      const ended = new Promise<void>((resolve) => {
        end = resolve;
      });
      await page.route(lists, async (route) => {
        await ended;
        await (fail ? route.fulfill(fail) : route.abort());
      });
      await page.fill('#q', 'church');
      await page.press('#q', 'Enter');
      await waiting(page).waitFor();
      end();
      await page.getByRole('alert').waitFor();
      assert.equal(await waiting(page).count(), 0);
      assert.deepEqual(await cards(page).allInnerTexts(), shown);
      assert.equal(await cards(page).first().isVisible(), true);
      assert.equal(await page.inputValue('#q'), 'church');
      await page.waitForFunction(() => !document.querySelector('.mh-map--older'));
    });

  it('can be seen where colours are forced', async () => {
    const page = await open(site, '/?q=hall', { forcedColors: 'active' });
    await awake(page);
    const held = await holdFirst(page);
    await page.fill('#q', 'church');
    await page.press('#q', 'Enter');
    await waiting(page).waitFor();
    const edges = await list(page)
      .locator('.mh-card__name')
      .first()
      .evaluate((name) => {
        const { borderTopColor, borderTopWidth, visibility } = getComputedStyle(name, '::before');
        return {
          seen: borderTopColor !== getComputedStyle(document.body).backgroundColor,
          borderTopWidth,
          visibility,
        };
      });
    assert.deepEqual(edges, { seen: true, borderTopWidth: '1px', visibility: 'visible' });
    await held.letGo();
    await answered(page, has('q', 'church'));
  });
});
