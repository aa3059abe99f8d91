/** From a question to a list for a colleague, with the keyboard alone: where the focus goes at each turn. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { awake, idOf, mapDrawn, open, rare, useSite } from './support.ts';
import { type Stop, unfit, walk } from './walk.ts';

const focused = (page: Page) => page.locator(':focus');

/** Goes on with Tab until this is met; everything on the way is named, plain to see and in view. */
async function reach(page: Page, name: RegExp): Promise<Stop | undefined> {
  const met = await walk(page, (stop) => name.test(stop.name));
  assert.deepEqual(unfit(met), []);
  assert.match(met.at(-1)?.name ?? '', name);
  return met.at(-1);
}

describe('a whole journey by keyboard', () => {
  const site = useSite();

  it('asks, opens a result, keeps it, compares, takes one off and puts it back', async () => {
    const page = await open(site, '/');
    await awake(page);
    await mapDrawn(page);
    await reach(page, /^What are you looking for\?/);
    await page.keyboard.type(rare);
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.searchParams.get('q') === rare);
    await page.locator('#results:focus').waitFor();

    await reach(page, /^Quillfeather exact hall$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**${site.exact}*`);
    await page.locator('.mh-actions button.mh-keep').waitFor();
    await reach(page, /^Shortlist Quillfeather exact hall$/);
    await page.keyboard.press('Enter');
    assert.equal(await focused(page).getAttribute('aria-pressed'), 'true');

    // A result can be kept without leaving the list.
    await page.goBack();
    await awake(page);
    await page.locator('#results').focus();
    await reach(page, /^Shortlist Quillfeather approximate hall$/);
    await page.keyboard.press('Space');
    assert.equal(await focused(page).getAttribute('aria-pressed'), 'true');

    await walk(page, ({ name }) => /^Shortlist,/.test(name), 'Shift+Tab');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/shortlist\?ids=/);
    await page.locator('.mh-short button').first().waitFor();
    await reach(page, /^Compare$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/compare?ids=${[site.exact, site.approximate].map(idOf)}`);
    const table = await reach(page, /^Compare places$/);
    assert.match(table?.what ?? '', /^section/);
    await reach(page, /^Remove Quillfeather approximate hall$/);
    assert.deepEqual(unfit(await walk(page)), []);

    await page.goBack();
    await page.locator('.mh-short button').first().waitFor();
    await reach(page, /^Remove Quillfeather exact hall$/);
    await page.keyboard.press('Enter');
    // The button is gone with the place: the focus is where that can be undone.
    await page.getByRole('button', { name: 'Undo' }).and(page.locator(':focus')).waitFor();
    assert.equal(await page.locator('.mh-short').count(), 1);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { level: 1, name: 'Shortlist' }).and(page.locator(':focus')).waitFor();
    assert.equal(await page.locator('.mh-short').count(), 2);
    await reach(page, /^Send by email$/);
    assert.match((await focused(page).getAttribute('href')) ?? '', /^mailto:\?subject=/);
  });
});
