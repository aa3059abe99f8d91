/** From a question to a venue and back, as most people do it. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { answered, awake, cards, filter, has, heading, open, spoken, total, useSite } from './support.ts';

const asked = '/?q=hall&people=40&layout=theatre&access=step_free_entrance';

/** The page’s own HTML without what only an awake page has. */
const quietHtml = (page: Page): Promise<string> =>
  page.locator('#app').evaluate((app) => {
    const copy = app.cloneNode(true) as HTMLElement;
    const lively =
      '.mh-results__toggle, .mh-map__frame, .mh-key, .mh-place > *, [role=status], .mh-suggest__list, .mh-search__edit, .mh-actions, .mh-card__keep';
    for (const each of copy.querySelectorAll(lively)) each.remove();
    for (const name of ['role', 'autocomplete', 'aria-expanded', 'aria-controls', 'aria-autocomplete'])
      copy.querySelector('#q')?.removeAttribute(name);
    for (const note of copy.querySelectorAll('.mh-place ~ .mh-panel__note')) note.remove();
    return copy.innerHTML.replaceAll('<', '\n<');
  });

describe('finding a room', () => {
  const site = useSite();

  it('goes from words to filters to a venue and back without losing anything', async () => {
    const page = await open(site, '/');
    await awake(page);
    await page.evaluate(() => Object.assign(globalThis, { samePage: true }));
    const whole = await total(page);

    await page.fill('#q', 'hall');
    await page.press('#q', 'Enter');
    await answered(page, has('q', 'hall'));
    const halls = await total(page);
    assert.ok(halls < whole && halls > 20, `${halls} of ${whole}`);
    // The focus goes to the answer, and what it says is not said twice.
    await page.locator('#results:focus').waitFor();
    await spoken(page).and(page.locator(':empty')).waitFor({ state: 'attached' });

    const access = filter(page, 'Access needs');
    await access.locator('summary').click();
    await access.getByLabel(/^Step-free entrance/).check();
    await answered(page, has('access', 'step_free_entrance'));
    const stepFree = await total(page);
    assert.ok(stepFree < halls, `${stepFree} of ${halls}`);
    await spoken(page).getByText(`${stepFree} venues found`, { exact: true }).waitFor();
    assert.equal(await access.getAttribute('open'), '', 'the panel stays open');
    assert.match(await access.locator('summary').innerText(), /1\D+chosen/);

    await page.fill('#people', '40');
    await filter(page, 'Layout').locator('summary').click();
    await page.locator('#layout-theatre').check();
    await answered(page, (url) => has('people', '40')(url) && has('layout', 'theatre')(url));
    const fitting = await total(page);
    assert.ok(fitting < stepFree && fitting > 10, `${fitting} of ${stepFree}`);
    for (const text of await page.locator('.mh-card__rooms:not(.mh-might *)').allInnerTexts()) {
      const rooms = [...text.matchAll(/\((\d+)\)/g)].map(([, people]) => Number(people));
      assert.match(text, /^Fits in theatre layout:/);
      assert.ok(rooms.length > 0 && rooms.every((people) => people >= 40), text);
    }
    assert.equal(await page.evaluate(() => 'samePage' in globalThis), true, 'never loaded again');

    const chosen = page.locator('.mh-card__name a').nth(11);
    const name = await chosen.innerText();
    await chosen.scrollIntoViewIfNeeded();
    await chosen.click();
    await page.waitForURL('**/venues/**');
    assert.equal(await page.locator('h1').innerText(), name);
    assert.equal(await page.locator('.govuk-back-link').getAttribute('href'), asked);

    await page.goBack();
    await answered(page, has('people', '40'));
    await awake(page);
    assert.equal(new URL(page.url()).pathname + new URL(page.url()).search, asked);
    assert.equal(await total(page), fitting);
    assert.equal(await page.inputValue('#people'), '40');
    assert.equal(await page.locator('#layout-theatre').isChecked(), true);
    assert.equal(await page.locator('#access-step_free_entrance').isChecked(), true);
    await page.waitForFunction((label) => {
      const link = [...document.querySelectorAll('.mh-card__name a')].find(
        (each) => each.textContent === label,
      );
      const box = link?.getBoundingClientRect();
      return box && box.top >= 0 && box.bottom <= innerHeight;
    }, name);

    await page.goForward();
    await page.waitForURL('**/venues/**');
    assert.equal(await page.locator('h1').innerText(), name);
    await page.locator('.govuk-back-link').click();
    await answered(page, has('people', '40'));
    assert.equal(await total(page), fitting);
  });

  it('steps back and forward through the questions on one page', async () => {
    const page = await open(site, '/?q=hall');
    await awake(page);
    const first = await total(page);
    await page.selectOption('#sort', 'capacity');
    await answered(page, has('sort', 'capacity'));
    const largest = await cards(page).allInnerTexts();
    await page.fill('#people', '100');
    await page.press('#people', 'Enter');
    await answered(page, has('people', '100'));
    const fewer = await total(page);
    assert.ok(fewer < first);

    await page.goBack();
    await answered(page, (url) => !url.searchParams.has('people'));
    await page.getByRole('heading', { name: `${first} venues` }).waitFor();
    assert.equal(await page.inputValue('#people'), '');
    assert.deepEqual(await cards(page).allInnerTexts(), largest);
    await page.goForward();
    await page.getByRole('heading', { name: `${fewer} venues` }).waitFor();
    assert.equal(await page.inputValue('#people'), '100');
    await spoken(page).getByText(`${fewer} venues found`, { exact: true }).waitFor();
  });

  it('says the count again when another question finds as many', async () => {
    const page = await open(site, '/?q=hall&people=40');
    await awake(page);
    const said = await spoken(page).evaluateHandle((status) => {
      const texts: string[] = [];
      new MutationObserver(() => texts.push(status.textContent ?? '')).observe(status, {
        childList: true,
        characterData: true,
        subtree: true,
      });
      return texts;
    });
    const count = await total(page);
    for (const order of ['capacity', 'updated']) {
      await page.selectOption('#sort', order);
      await answered(page, has('sort', order));
    }
    // An answer that takes long is announced before it comes.
    const heard = (await said.jsonValue()).filter((text) => text && text !== 'Searching…');
    assert.deepEqual(heard, [`${count} venues found`, `${count} venues found`]);
  });

  it('takes away one part of a question at its chip', async () => {
    const page = await open(site, '/?q=room+for+40+with+kitchen+near+SW17+8');
    await awake(page);
    const before = await total(page);
    const chips = page.getByRole('region', { name: 'You asked for' }).getByRole('link');
    assert.deepEqual(
      (await chips.allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim()),
      ['Remove: 40 people from “for 40”', 'Remove: Kitchen', 'Remove: Near SW17 8', 'Clear all'],
    );
    await chips.nth(1).click();
    await answered(page, (url) => !(url.searchParams.get('q') ?? '').includes('kitchen'));
    assert.ok((await total(page)) > before);
    assert.equal(await chips.count(), 3);
    assert.match(await page.inputValue('#q'), /for 40 .*near SW17 8/);
  });

  it('asks within a ward', async () => {
    const page = await open(site, '/');
    await awake(page);
    const where = filter(page, 'Where');
    await where.locator('summary').click();
    await where.getByLabel('Area', { exact: true }).selectOption({ index: 3 });
    await answered(page, (url) => url.searchParams.has('within'));
    assert.match(await page.locator('.mh-chip').first().innerText(), /In /);
    const answer = await page.request.get(`/api/v1/venues${new URL(page.url()).search}`);
    assert.equal((await answer.json()).total.value, await total(page));
  });

  for (const path of [
    asked,
    '/?q=room+for+40+with+kitchen+near+SW17+8',
    '/?people=9000',
    '/?q=hall&people=0',
  ]) {
    it(`is the same page from the server and awake: ${path}`, async () => {
      const plain = await open(site, path, { javaScriptEnabled: false, mayFail: /people=0/ });
      const live = await open(site, path, { mayFail: /people=0/ });
      await awake(live);
      assert.equal(await quietHtml(live), await quietHtml(plain));
      assert.equal(await heading(live).innerText(), await heading(plain).innerText());
    });
  }

  it('is the same venue from the server and awake', async () => {
    for (const path of [site.rich, site.exact, site.approximate, site.hidden]) {
      const plain = await open(site, path, { javaScriptEnabled: false });
      const live = await open(site, path);
      await live.locator('button.mh-keep').first().waitFor();
      if (path !== site.hidden) {
        await live.locator('#visit').scrollIntoViewIfNeeded();
        await live.locator('.mh-place .leaflet-container').waitFor();
      }
      assert.equal(await quietHtml(live), await quietHtml(plain));
    }
  });

  it('prints what was asked above what was found', async () => {
    const page = await open(site, asked);
    await page.emulateMedia({ media: 'print' });
    const printed = await page.locator('main').innerText();
    for (const words of ['Looking for “hall”', '40 people', 'Step-free entrance', 'Theatre'])
      assert.ok(printed.includes(words), `${words} in\n${printed.slice(0, 500)}`);
    assert.ok(!printed.includes('Clear all'));
  });
});
