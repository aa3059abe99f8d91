/** The line breaks, or the browser keeps nothing: what is on the page stays of use, nothing typed is lost, and all goes on when it is back. */
import assert from 'node:assert/strict';
import { answered, awake, cards, has, open, useSite } from './support.ts';

describe('without a line', () => {
  const site = useSite();
  const anything = { mayFail: /./ };

  it('a search says so, keeps what is typed and the last answer, and goes on when the line is back', async () => {
    const page = await open(site, '/?q=hall', anything);
    await awake(page);
    const shown = await cards(page).allInnerTexts();
    await page.context().setOffline(true);
    await page.fill('#q', 'church hall');
    await page.fill('#people', '30');
    await page.press('#people', 'Enter');
    await page.getByRole('alert').waitFor();
    assert.deepEqual(
      [await page.inputValue('#q'), await page.inputValue('#people'), await cards(page).allInnerTexts()],
      ['church hall', '30', shown],
    );
    // Back to a question that was answered needs no line.
    await page.goBack();
    await page.getByRole('alert').waitFor({ state: 'detached' });
    assert.equal(await page.inputValue('#q'), 'hall');
    await page.goForward();
    await page.getByRole('alert').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Try again' }).click();
    await answered(page, has('people', '30'));
    await page.getByRole('alert').waitFor({ state: 'detached' });
    assert.equal(await page.inputValue('#q'), 'church hall');
  });

  it('a browser that denies us its storage still finds, shows and compares', async () => {
    const page = await open(site, '/?q=hall', {
      prepare: (each) =>
        each.addInitScript(() =>
          Object.defineProperty(window, 'localStorage', {
            get() {
              throw new DOMException('denied', 'SecurityError');
            },
          }),
        ),
    });
    await awake(page);
    await page.fill('#people', '30');
    await page.press('#people', 'Enter');
    await answered(page, has('people', '30'));
    await page.locator('.mh-keep[aria-pressed=false]').first().click();
    assert.match(await page.locator('.mh-keep__said').first().innerText(), /does not let us keep it/);
    await cards(page).first().click();
    await page.locator('h1').waitFor();
    await page.goto(`/shortlist?ids=${site.exact.split('-').at(-1)}`);
    assert.equal(await page.locator('.mh-short').count(), 1);
  });

  it('a venue can be read, printed and kept for later; its map says that it could not come', async () => {
    const page = await open(site, site.exact, anything);
    const keep = page.locator('.mh-venue__head ~ .mh-actions .mh-keep[aria-pressed=false]');
    await keep.waitFor();
    await page.context().setOffline(true);
    await keep.click();
    await page.locator('.mh-venue__head ~ .mh-actions .mh-keep[aria-pressed=true]').waitFor();
    await page.locator('.mh-place').scrollIntoViewIfNeeded();
    await page.getByText('The map could not load. The address above is all you need.').waitFor();
    await page.context().setOffline(false);
    await page.locator('.mh-shortlist-link').click();
    await page.locator('.mh-short').first().waitFor();
    assert.equal(await page.locator('.mh-short').count(), 1);
  });
});
