/** A browser whose storage is full to the last letter: it still reads what it keeps, and keeps nothing new. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { answered, awake, cards, has, idOf, open, useSite } from './support.ts';

/** Fills what the browser lets the site keep, in ever smaller parts. */
const fill = (page: Page): Promise<void> =>
  page.evaluate(() => {
    for (let size = 2 ** 22; size >= 1; size = Math.floor(size / 2))
      for (let full = false; !full; )
        try {
          localStorage.setItem(`${localStorage.length}`, 'x'.repeat(size));
        } catch (error) {
          if (!(error instanceof DOMException) || error.name !== 'QuotaExceededError') throw error;
          full = true;
        }
  });
const kept = (page: Page) => page.evaluate(() => localStorage.getItem('moothall.shortlist'));
const names = (page: Page) => page.locator('.mh-short__name');

describe('with the storage full', () => {
  const site = useSite();

  /** One place is on the shortlist from before. */
  const start = async () => {
    const page = await open(site, site.exact);
    await page.locator('.mh-venue__head ~ .mh-actions .mh-keep[aria-pressed=false]').click();
    await fill(page);
    return page;
  };

  it('a search finds, keeps what is typed, and says what becomes of the shortlist', async () => {
    const page = await start();
    await page.goto('/?q=hall');
    await awake(page);
    await page.fill('#q', 'church hall');
    await page.fill('#people', '30');
    const keep = page.locator('.mh-results__list .mh-keep[aria-pressed=false]').first();
    await keep.click();
    const said = page.locator('.mh-results__list .mh-keep__said', { hasText: 'does not let us keep it' });
    await said.waitFor();
    assert.deepEqual([await page.inputValue('#q'), await page.inputValue('#people')], ['church hall', '30']);
    await page.press('#people', 'Enter');
    await answered(page, has('people', '30'));
    assert.ok((await cards(page).count()) > 0);
    assert.equal(await kept(page), JSON.stringify([idOf(site.exact)]), 'what was kept is still kept');
    // Both places go along by the link, which is all of the list.
    await page.locator('.mh-shortlist-link').click();
    await page.waitForURL(/shortlist\?ids=\d+,\d+$/);
    assert.equal(await names(page).count(), 2);
  });

  it('a shortlist can be read, changed and passed on by its link, and says that it is not kept', async () => {
    const page = await start();
    await page.goto(`/shortlist?ids=${[site.approximate, site.hidden].map(idOf)}`);
    await page.getByText('Your own shortlist is as you left it').waitFor();
    const unkept = page.getByRole('alert').filter({ hasText: 'Copy the link to keep it' });
    assert.equal(await unkept.count(), 0);
    await page.getByRole('button', { name: 'Add these to my shortlist' }).click();
    await unkept.waitFor();
    assert.equal(await page.getByText('are on your shortlist now').count(), 0);
    assert.equal(await names(page).count(), 2);
    assert.equal(await kept(page), JSON.stringify([idOf(site.exact)]), 'what was kept is still kept');
    await page.getByRole('button', { name: 'Remove Quillfeather hidden hall' }).click();
    await page.waitForURL((url) => url.searchParams.get('ids') === String(idOf(site.approximate)));
    await page.getByRole('button', { name: 'Undo' }).click();
    assert.equal(await names(page).count(), 2);
    await page.reload();
    assert.equal(await names(page).count(), 2, 'its address has all of it');
  });

  it('the shortlist of the reader is shown, and is kept again when there is room', async () => {
    const page = await start();
    await page.goto('/shortlist');
    await page.waitForURL(/ids=\d+$/);
    await page.goto(site.hidden);
    const keep = page.locator('.mh-venue__head ~ .mh-actions .mh-keep');
    await keep.and(page.locator('[aria-pressed=false]')).click();
    await page.locator('.mh-keep__said', { hasText: 'does not let us keep it' }).waitFor();
    // The first part that filled it.
    await page.evaluate(() => localStorage.removeItem('1'));
    await keep.and(page.locator('[aria-pressed=true]')).click();
    await keep.and(page.locator('[aria-pressed=false]')).click();
    await keep.and(page.locator('[aria-pressed=true]')).waitFor();
    assert.equal(await kept(page), JSON.stringify([site.exact, site.hidden].map(idOf)));
    assert.equal(await page.locator('.mh-keep__said').count(), 0);
  });
});

describe('with the tiles blocked', () => {
  const site = useSite();

  it('a venue says where it is in words and on a map of our own, which can be moved', async () => {
    for (const path of [site.exact, site.approximate]) {
      const blocked: string[] = [];
      const page = await open(site, path, {
        prepare: async (each) => each.on('requestfailed', (request) => blocked.push(request.url())),
      });
      await page.locator('#visit').scrollIntoViewIfNeeded();
      const place = page.locator('.mh-place');
      await page.locator('.mh-panel__note', { hasText: 'The map pictures could not load.' }).waitFor();
      assert.ok(blocked.some((url) => url.includes('tile')));
      await place.locator(path === site.exact ? '.mh-pin' : 'path.mh-about').waitFor();
      await place.locator('path.mh-line--road').first().waitFor();
      const again = page.waitForResponse(/\/api\/v1\/backdrop/);
      await place.getByRole('button', { name: 'Zoom out', exact: true }).click();
      await place.getByRole('button', { name: 'Zoom out', exact: true }).click();
      assert.ok((await again).ok());
      await place.locator('path.mh-line').first().waitFor();
      assert.match(await page.locator('main').innerText(), path === site.exact ? /1 Quill Road/ : /London/);
      assert.equal(
        await page.locator('a[href*="openstreetmap.org/directions"]').count(),
        path === site.exact ? 1 : 0,
      );
    }
  });
});
