/** From a search to a choice: does it fit, keep it, compare it, pass it on, print it. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { bringAxe, violationsInBothSchemes } from '../support/axe.ts';
import { idOf, inOwnFont, open, phone, type Site, useSite } from './support.ts';
import { unfit, walk } from './walk.ts';

const off = { javaScriptEnabled: false };
const ids = (site: Site) => [site.exact, site.approximate, site.hidden].map(idOf);
const keep = (page: Page) => page.locator('.mh-venue__head ~ .mh-actions .mh-keep');
const count = (page: Page) => page.locator('.mh-shortlist-link__count');
const kept = (page: Page) => page.evaluate(() => localStorage.getItem('moothall.shortlist'));

const blocked = (page: Page) =>
  page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError');
    };
  });

describe('does it fit?', () => {
  const site = useSite();

  it('answers each need of the search by the fact that decides it, with and without JavaScript', async () => {
    for (const options of [{}, off]) {
      const page = await open(
        site,
        `${site.exact}?people=70&layout=theatre&access=step_free_entrance,hearing_loop&amenity=kitchen`,
        options,
      );
      const panel = page.getByRole('region', { name: 'Does it fit?' });
      const needs = (await panel.locator('.mh-fit__need').allInnerTexts()).map((each) =>
        each.replace(/\s+/g, ' '),
      );
      assert.equal(needs.length, 4);
      assert.match(needs[0] ?? '', /^Yes 70 people, Theatre It holds 80 in comfort\./);
      assert.match(needs[1] ?? '', /^Yes Step-free entrance You can get in without any steps\. Seen today\./);
      assert.match(needs[2] ?? '', /^Perhaps Hearing loop Nobody has said\./);
      assert.match(needs[3] ?? '', /^Perhaps Kitchen/);
      assert.match(await panel.innerText(), /Perhaps: we do not know enough about Hall to say/);
      assert.match(await panel.innerText(), /Snug: perhaps/);
    }
  });

  it('judges a sentence, and says nothing where nothing was asked or understood', async () => {
    const asked = await open(site, `${site.exact}?q=hall+for+40+with+step-free+entrance`);
    assert.equal(await asked.locator('.mh-fit__need').count(), 2);
    for (const query of ['', '?people=lots', '?utm_source=letter']) {
      const page = await open(site, site.exact + query);
      assert.equal(await page.locator('.mh-fit').count(), 0, query);
    }
  });

  it('leads on in the order in which a person decides', async () => {
    const page = await open(site, `${site.rich}?people=40`);
    const titles = await page.locator('main h2').allInnerTexts();
    const order = ['Does it fit?', 'Access', 'Eating together', 'Facilities', 'Hours', 'Terms'].concat([
      'How to reach the group',
      'Where it is',
      'What we do not know yet',
      'Where this comes from',
    ]);
    assert.deepEqual(
      titles.filter((title) => order.includes(title)),
      order,
    );
  });

  it('gives a way there for an exact place alone', async () => {
    for (const [path, links] of [
      [site.exact, 1],
      [site.approximate, 0],
      [site.hidden, 0],
    ] as const) {
      const page = await open(site, path);
      assert.equal(await page.locator('a[href^="geo:"]').count(), links, path);
      assert.equal(await page.locator('a[href*="openstreetmap.org/directions"]').count(), links, path);
    }
  });
});

describe('the shortlist', () => {
  const site = useSite();

  it('keeps places in the order of the reader, counts them, and undoes', async () => {
    const page = await open(site, site.exact);
    for (const path of [site.hidden, site.exact]) {
      await page.goto(path);
      await page.locator('.mh-keep[aria-pressed=false]').first().focus();
      await page.keyboard.press('Space');
      await keep(page).and(page.locator('[aria-pressed=true]')).waitFor();
    }
    assert.match(await page.locator('.mh-actions [role=status]').first().innerText(), /is on your shortlist/);
    assert.match(await count(page).innerText(), /2\s*places/);
    assert.equal(await kept(page), JSON.stringify([idOf(site.hidden), idOf(site.exact)]));

    // Back on a page that the browser had put away while the list was changed on another.
    const comeBack = (list: readonly string[]) =>
      page.evaluate((text) => {
        localStorage.setItem('moothall.shortlist', text);
        dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
      }, `[${list.join()}]`);
    await comeBack([idOf(site.hidden)].map(String));
    await count(page)
      .filter({ hasText: /1\s*place/ })
      .waitFor();
    await comeBack([idOf(site.hidden), idOf(site.exact)].map(String));

    await page.goto('/shortlist');
    await page.waitForURL(/ids=/);
    const names = page.locator('.mh-short__name');
    assert.deepEqual(await names.allInnerTexts(), ['Quillfeather hidden hall', 'Quillfeather exact hall']);
    await page.getByRole('button', { name: 'Remove Quillfeather hidden hall' }).click();
    assert.equal(await names.count(), 1);
    await page.getByRole('button', { name: 'Undo' }).click();
    assert.equal(await names.count(), 2);
    await page.getByRole('button', { name: 'Clear the list' }).click();
    assert.equal(await kept(page), '[]');
    await page.getByRole('button', { name: 'Undo' }).click();
    assert.equal(await kept(page), JSON.stringify([idOf(site.hidden), idOf(site.exact)]));
  });

  it('goes by its address alone where nothing can be kept, and says so', async () => {
    const page = await open(site, site.exact, { prepare: blocked });
    await page.locator('.mh-keep[aria-pressed=false]').first().click();
    assert.match(await page.locator('.mh-keep__said').first().innerText(), /does not let us keep it/);
    const address = await page.locator('.mh-shortlist-link').getAttribute('href');
    await page.goto(address ?? '');
    assert.deepEqual(await page.locator('.mh-short__name').allInnerTexts(), ['Quillfeather exact hall']);
  });

  it('leaves the reader’s own list alone when another comes by a link', async () => {
    const page = await open(site, site.exact);
    await keep(page).and(page.locator('[aria-pressed]')).click();
    await page.goto(`/shortlist?ids=${idOf(site.hidden)}`);
    await page.getByText('Your own shortlist is as you left it').waitFor();
    assert.equal(await kept(page), JSON.stringify([idOf(site.exact)]));
    await page.getByRole('button', { name: 'Add these to my shortlist' }).click();
    await page.waitForURL(/ids=\d+,\d+/);
    assert.equal(await page.locator('.mh-short__name').count(), 2);

    const full = JSON.stringify(Array.from({ length: 30 }, (_, at) => 900_001 + at));
    await page.evaluate((text) => localStorage.setItem('moothall.shortlist', text), full);
    await page.goto(`/shortlist?ids=${idOf(site.hidden)}`);
    await page.getByRole('button', { name: 'Add these to my shortlist' }).click();
    await page.getByText('Your shortlist is full').waitFor();
    assert.equal(await kept(page), full);
  });

  it('says of a list that came by a link that it is not kept yet, and takes nothing off the reader’s own', async () => {
    const page = await open(site, `/shortlist?ids=${idOf(site.exact)},${idOf(site.hidden)}`);
    await page.getByText('This list came by a link. To keep it').waitFor();
    await page.getByRole('button', { name: 'Remove Quillfeather exact hall' }).click();
    await page.getByText('Quillfeather exact hall is off this list.').waitFor();
    await page.getByRole('button', { name: 'Add these to my shortlist' }).click();
    await page.getByText('These places are on your shortlist now.').waitFor();
    assert.equal(await page.getByText('came by a link').count(), 0);

    await page.goto(`/shortlist?ids=${idOf(site.exact)},${idOf(site.hidden)}`);
    await page.emulateMedia({ media: 'print' });
    assert.equal(
      await page.getByText(/\/shortlist\?ids=\d+,\d+, \d+ \w+ \d{4}$/).count(),
      1,
      'where it is from',
    );
    const [exact = '', hidden = ''] = await page.locator('.mh-short').allInnerTexts();
    assert.match(exact, /SW17 8ZZ.*\/venues\/quillfeather-exact-hall-/s);
    assert.doesNotMatch(hidden, /SW17/);
  });

  it('works from its address without JavaScript, and can be written in a letter', async () => {
    const page = await open(site, site.exact, off);
    await keep(page).click();
    assert.equal(new URL(page.url()).search, `?ids=${idOf(site.exact)}`);
    await page.goto(`/shortlist?ids=${ids(site).join(',')},999999,x`);
    assert.equal(await page.locator('.mh-short__name').count(), 3);
    assert.match(
      await page.locator('.mh-notice').innerText(),
      /One place on this list is not in the register/,
    );
    const letter = decodeURIComponent(
      (await page.getByRole('link', { name: 'Send by email' }).getAttribute('href')) ?? '',
    );
    assert.match(letter, /Quillfeather exact hall\r\nhttp.*quillfeather-exact-hall-\d+/);
    await page.getByRole('link', { name: /^Remove Quillfeather hidden/ }).click();
    assert.equal(await page.locator('.mh-short__name').count(), 2);
    await page.getByRole('link', { name: 'Compare' }).click();
    assert.equal(await page.locator('.mh-compare thead th[scope=col]').count(), 3);
  });
});

describe('comparing', () => {
  const site = useSite();

  it('is a table with headings that reads on a narrow phone, without JavaScript', async () => {
    const page = await open(site, `/compare?ids=${ids(site).join(',')}&layout=theatre`, {
      ...off,
      ...phone(320),
    });
    assert.equal(
      await page.evaluate(() => document.documentElement.scrollWidth <= document.documentElement.clientWidth),
      true,
    );
    const row = page.getByRole('row', { name: /^Kitchen/ });
    assert.match(await row.innerText(), /Partly/);
    assert.match(await page.getByRole('row', { name: /^Largest in theatre/ }).innerText(), /Hall: 80/);
    await page.locator('.mh-compare-frame').evaluate((frame) => frame.scrollBy(400, 0));
    const box = await page.getByRole('rowheader', { name: 'Kitchen' }).boundingBox();
    assert.ok(box && box.x >= 0 && box.x < 40, 'the first column stays');
  });

  it('shows differences alone, takes one away, and is kind to a wrong link', async () => {
    const two = `${idOf(site.exact)},${idOf(site.rich)}`;
    const page = await open(site, `/compare?ids=${two}`, off);
    const all = await page.locator('.mh-compare tbody tr').count();
    await page.getByRole('link', { name: 'Show differences only' }).click();
    const left = await page.locator('.mh-compare tbody tr').count();
    assert.ok(left < all && left > 0);
    await page.getByRole('link', { name: /^Remove Quillfeather/ }).click();
    assert.match(page.url(), /only=differences/);
    assert.equal(await page.locator('.mh-compare thead th').count(), 2);

    await page.goto('/compare?ids=1,2,3,4,5,6,999999,what');
    assert.equal(await page.locator('.mh-compare thead th').count(), 5);
    const said = (await page.locator('.mh-notice').allInnerTexts()).join(' ');
    assert.match(said, /2 more were left out/);
    assert.match(said, /not in the register/);
    assert.match(said, /could not be read/);
    await page.goto('/compare?ids=');
    assert.match(await page.locator('main').innerText(), /nothing to compare yet/);
  });
});

describe('pages to choose by', () => {
  const site = useSite();

  it('a place that is kept private is not one that nobody knows', async () => {
    const path = `/compare?ids=${ids(site).join(',')}`;
    const page = await open(site, path, { javaScriptEnabled: false });
    assert.ok(
      (await page.locator('.mh-width.mh-print-only').textContent())?.includes(path),
      'where paper is from',
    );
    const row = page.locator('tr', { has: page.locator('th', { hasText: /^Where$/ }) });
    const said = (await row.locator('td').allInnerTexts()).join(' | ');
    assert.match(said, /The exact place is kept private/);
    assert.doesNotMatch(said, /Not known/);
  });

  it('axe finds nothing, and a walk meets everything in view', async () => {
    for (const path of [
      `${site.rich}?people=40&access=hearing_loop`,
      `/shortlist?ids=${ids(site).join(',')}`,
      `/compare?ids=${ids(site).join(',')}`,
      '/shortlist',
      '/compare',
    ]) {
      const page = await open(site, path, { prepare: bringAxe });
      assert.deepEqual(await violationsInBothSchemes(page), [], path);
      await page.reload();
      assert.deepEqual(unfit(await walk(page)), [], path);
    }
  });

  it('prints on one sheet of A4, on both its sides where very much is known, in letters that can be read', async () => {
    const sides = async (page: Page) =>
      (await page.pdf({ format: 'A4', preferCSSPageSize: true }))
        .toString('latin1')
        .match(/\/Type\s*\/Page\b/g)?.length;
    const page = await open(site, `${site.rich}?people=40&access=hearing_loop`, {
      bypassCSP: true,
      prepare: inOwnFont,
    });
    await page.emulateMedia({ media: 'print' });
    const text = await page.locator('body').innerText();
    for (const part of [/SW17/, /Seen on a visit, \d+ \w+ 20\d\d/, /\/venues\/gurdwara-sanjhivalta-\d+/])
      assert.match(text, part);
    assert.equal(await sides(page), 1);
    const smallest = await page
      .locator('.mh-fact')
      .evaluateAll((all) =>
        Math.min(...all.map((each) => Number.parseFloat(getComputedStyle(each).fontSize))),
      );
    assert.ok(smallest > 11, `8.5 points are 11.3 pixels, not ${smallest}`);
    const plain = await open(site, site.approximate);
    assert.equal(await sides(plain), 1);
    const font = /\.woff2$/;
    const otherFont = await open(site, `${site.rich}?people=40&access=hearing_loop`, {
      prepare: (each) => each.route(font, (route) => route.abort()),
      mayFail: font,
    });
    assert.equal(await sides(otherFont), 1, 'in the reader’s own font');
    const [full] = await (await page.request.get('/api/v1/venues?q=Jubilee+Hall'))
      .json()
      .then(({ items }) => items);
    // In the language that says it in the most words, and in the one that is read from the other side.
    for (const language of ['', '/cy', '/ar'])
      for (const [path, most] of [
        [`${site.rich}?people=40&access=hearing_loop`, 1],
        [`/venues/${full.slug}-${full.id}`, 2],
      ] as const) {
        await page.goto(language + path);
        assert.equal(await sides(page), most, language + path);
      }
  });
});
