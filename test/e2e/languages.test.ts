/** Whole journeys in Welsh and in Arabic: by keyboard, on a phone, without JavaScript; and pages that wake as they were. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { localePath, locales } from '../../client/language/locales.ts';
import { bringAxe, violations } from '../support/axe.ts';
import { awake, cards, has, heading, open, phone, rare, type Site, useSite } from './support.ts';
import { walk } from './walk.ts';

const reach = async (page: Page, what: RegExp) => {
  const found = (await walk(page, ({ name }) => what.test(name))).at(-1);
  assert.match(found?.name ?? '', what);
};
const language = (page: Page) =>
  page.evaluate(() => [document.documentElement.lang, document.documentElement.dir].join());
const pathOf = (page: Page) => new URL(page.url()).pathname;
const chips = (page: Page) => page.locator('.mh-chips a').allInnerTexts();

/** Everything that is said and linked to, but what only a page that is awake can do. */
const said = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const app = document.getElementById('app')?.cloneNode(true) as HTMLElement;
    const live =
      '.mh-map, .mh-place, .mh-suggest__list, [role=status], .mh-results__toggle, .mh-search__edit, .mh-keep';
    for (const each of app.querySelectorAll(live)) each.remove();
    return [...app.querySelectorAll('*')].flatMap((each) => {
      const own = [...each.childNodes].filter((node) => node instanceof Text).map(({ data }) => data);
      const words = own.join('').replace(/\s+/g, ' ').trim();
      const parts = ['href', 'aria-label', 'lang', 'dir', 'placeholder'].map((name) =>
        each.getAttribute(name),
      );
      return [words, ...parts].some(Boolean) ? [[each.tagName, words, ...parts].join(' ')] : [];
    });
  });

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNkYAAAAAYAAjCB0C8AAAAASUVORK5CYII=',
  'base64',
);
/** The map pictures come, so that nothing need be said about them. */
const withTiles = (page: Page) =>
  page.route(/tile/, (route) => route.fulfill({ contentType: 'image/png', body: picture }));

const fitsWidth = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth);
const box = async (page: Page, selector: string) => {
  const found = await page.locator(selector).first().boundingBox();
  assert.ok(found, selector);
  return { start: found.x, end: found.x + found.width };
};

describe('in Welsh', () => {
  const site = useSite();

  it('by keyboard: a sentence, its results, a venue, and back', async () => {
    const page = await open(site, '/cy');
    await awake(page);
    assert.equal(await language(page), 'cy,ltr');
    await reach(page, /^Am beth ydych chi’n chwilio\?/);
    await page.keyboard.type('neuadd i 40 gyda chegin');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Enter');
    await page.waitForURL(has('q', 'neuadd i 40 gyda chegin'));
    await page.locator('.mh-results[aria-busy=false]').waitFor();
    assert.equal(pathOf(page), '/cy');
    assert.match(await heading(page).innerText(), /^[\d,]+ (lleoliad|leoliad)/);
    assert.ok((await cards(page).count()) > 0);
    const understood = (await chips(page)).join(' ');
    assert.match(understood, /40 o bobl/);
    assert.match(understood, /Cegin/);

    const name = (await cards(page).first().innerText()).trim();
    await cards(page).first().locator('a').focus();
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/cy\/venues\//);
    assert.equal(await language(page), 'cy,ltr');
    assert.match(await page.locator('h1').innerText(), new RegExp(name));
    assert.match(await page.locator('#unknown').innerText(), /ddim yn hysbys|nad ydym yn ei wybod/i);
    await reach(page, /^Yn ôl at eich canlyniadau$/);
    await page.keyboard.press('Enter');
    await page.waitForURL(({ pathname }) => pathname === '/cy');
    assert.ok(has('q', 'neuadd i 40 gyda chegin')(new URL(page.url())));
  });

  it('without JavaScript: the form stays in Welsh, and the other languages keep the question', async () => {
    const page = await open(site, '/cy', { javaScriptEnabled: false });
    await page.fill('#q', rare);
    await page.getByRole('button', { name: 'Dangos canlyniadau' }).first().click();
    await page.waitForURL(has('q', rare));
    assert.equal(pathOf(page), '/cy');
    await cards(page).first().locator('a').click();
    await page.waitForURL(/\/cy\/venues\//);
    await page.locator('.govuk-back-link').click();
    await page.waitForURL(has('q', rare));
    await page.getByRole('link', { name: 'العربية' }).click();
    await page.waitForURL(has('q', rare));
    assert.equal(pathOf(page), '/ar');
    assert.equal(await language(page), 'ar,rtl');
    await page.getByRole('link', { name: 'English' }).click();
    await page.waitForURL(has('q', rare));
    assert.equal(pathOf(page), '/');
  });

  it('what is not there is said in Welsh', async () => {
    const page = await open(site, '/cy/nowhere', { mayFail: /nowhere/ });
    assert.match(await page.locator('h1').innerText(), /Heb ddod o hyd i’r dudalen/);
    assert.equal(await language(page), 'cy,ltr');
  });
});

describe('in Arabic', () => {
  const site = useSite();

  it('on a phone: search, venue and back, without a fault that axe can find', async () => {
    const options = { ...phone(), prepare: bringAxe };
    const page = await open(site, '/ar', options);
    await awake(page);
    assert.equal(await language(page), 'ar,rtl');
    assert.deepEqual(await violations(page), []);
    await page.fill('#q', 'قاعة لـ 40 شخصًا مع مطبخ');
    await page.getByRole('button', { name: 'اعرض النتائج' }).first().click();
    await page.waitForURL((url) => url.searchParams.has('q'));
    await page.locator('.mh-results[aria-busy=false]').waitFor();
    const understood = (await chips(page)).join(' ');
    assert.match(understood, /40 شخصًا/);
    assert.match(understood, /مطبخ/);
    assert.deepEqual(await violations(page), []);
    await cards(page).first().locator('a').click();
    await page.waitForURL(/\/ar\/venues\//);
    assert.equal(await language(page), 'ar,rtl');
    assert.deepEqual(await violations(page), []);
    await page.locator('.govuk-back-link').click();
    await page.waitForURL((url) => url.pathname === '/ar' && url.searchParams.has('q'));
  });

  it('the page is a mirror: it begins on the right', async () => {
    const page = await open(site, '/ar?people=40', phone());
    await awake(page);
    const main = await box(page, 'main form');
    const question = await box(page, 'label[for=q]');
    const mark = await box(page, '.mh-header__name');
    assert.ok(main.end - question.end < question.start - main.start + 40, 'the first label is at the right');
    assert.ok(390 - mark.end < 60, 'the name of the site is at the right');
    const [go, edit] = [await box(page, '.mh-search__go'), await box(page, '.mh-search__edit')];
    assert.ok(go.end >= edit.end && go.start >= edit.start, 'the button before the filters, or above them');
    const card = await box(page, '.mh-results__list .mh-card');
    const name = await page
      .locator('.mh-card__kind, .mh-card p')
      .first()
      .evaluate((each) => getComputedStyle(each).direction);
    assert.equal(name, 'rtl');
    assert.ok(card.start >= 0 && card.end <= 390);

    const wide = await open(site, '/ar');
    await awake(wide);
    const list = await box(wide, '.mh-results__list');
    const map = await box(wide, '.mh-map');
    assert.ok(map.end <= list.start, 'the map is on the left of the list');
  });

  for (const locale of ['cy', 'ar'] as const)
    it(`${locale}: nothing scrolls sideways at 320 px`, async () => {
      const paths = [
        '/',
        '/?q=hall&people=40&access=hearing_loop',
        '/?people=lots',
        site.rich,
        '/about',
        '/api/docs',
        '/nowhere',
      ];
      for (const path of paths) {
        const page = await open(site, localePath(locale, path), { ...phone(320), mayFail: /nowhere|lots/ });
        assert.ok(await fitsWidth(page), `${locale} ${path}`);
      }
    });
});

describe('in every language', () => {
  const site = useSite();
  const paths = (of: Site) => [
    '/',
    '/?q=hall+for+40+with+kitchen&access=hearing_loop',
    '/?q=xyzzyx',
    of.rich,
  ];

  for (const locale of locales)
    it(`${locale}: a page says and links the same before and after it wakes`, async () => {
      for (const path of paths(site)) {
        const address = localePath(locale, path);
        const asleep = await open(site, address, { javaScriptEnabled: false });
        const before = await said(asleep);
        const page = await open(site, address, { prepare: withTiles });
        if (path === site.rich) await page.locator('button.mh-keep').first().waitFor();
        else await awake(page);
        assert.deepEqual(await said(page), before, address);
      }
    });

  it('the address alone decides: no cookie, and nothing varies by what the browser prefers', async () => {
    const answers = await Promise.all(
      locales.map((locale) =>
        fetch(site.url + localePath(locale, '/'), { headers: { 'Accept-Language': 'cy, ar;q=0.9' } }),
      ),
    );
    for (const [index, answer] of answers.entries()) {
      assert.equal(answer.status, 200);
      assert.equal(answer.headers.get('set-cookie'), null);
      assert.doesNotMatch(answer.headers.get('vary') ?? '', /language|cookie/i);
      assert.match(
        await answer.text(),
        new RegExp(`<html lang="${locales[index] === 'en' ? 'en-GB' : locales[index]}"`),
      );
    }
  });
});
