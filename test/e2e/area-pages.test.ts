/** Areas in a real browser: without JavaScript, on a phone, read by axe, and by keyboard to the places. */
import assert from 'node:assert/strict';
import { bringAxe, violations, violationsInBothSchemes } from '../support/axe.ts';
import { open, phone, total, useSite } from './support.ts';

const ward = '/areas/tooting-bec-ward';
const borough = '/areas/wandsworth-borough';

describe('areas', () => {
  const site = useSite();

  it('are found from the footer by name, and lead to what is there, without JavaScript', async () => {
    const page = await open(site, '/', { javaScriptEnabled: false });
    await page.getByRole('contentinfo').getByRole('link', { name: 'Areas', exact: true }).click();
    await page.getByLabel('Name of an area').fill('tooting');
    await page.getByRole('button', { name: 'Find areas' }).click();
    assert.match(await page.getByRole('status').innerText(), /^2 areas have “tooting” in their names\.$/);
    await page.getByRole('link', { name: 'Tooting Bec' }).click();
    await page.waitForURL(`**${ward}`);
    assert.equal(await page.getByRole('heading', { level: 1 }).innerText(), 'Tooting Bec');
    const lead = await page.locator('.mh-area__lead').innerText();
    const cards = await page.locator('.mh-card__name').count();
    assert.equal(Number(/\d+/.exec(lead)?.[0]), cards);
  });

  it('say the same number in a row of the table and in the search that it leads to', async () => {
    for (const need of ['Step-free entrance', 'Hearing loop', 'Wheelchair users']) {
      const page = await open(site, borough);
      const row = page.getByRole('row', { name: new RegExp(`^${need}`) }).first();
      const yes = Number(await row.getByRole('cell').first().innerText());
      const link = row.getByRole('link');
      await link.focus();
      await page.keyboard.press('Enter');
      await page.waitForURL(/within=demo-wandsworth-borough/);
      assert.equal(await total(page), yes, need);
    }
  });

  it('say what is missing in sentences, each with the search that shows it', async () => {
    const page = await open(site, ward, { javaScriptEnabled: false });
    const gaps = page.locator('.mh-gaps li');
    const sentences = await gaps.allInnerTexts();
    assert.ok(sentences.length >= 3 && sentences.every((text) => /\.$/.test(text)), sentences.join('\n'));
    const hrefs = await gaps
      .getByRole('link')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href')));
    assert.equal(hrefs.length, sentences.length);
    assert.ok(hrefs.every((href) => href?.startsWith('/?') && href.includes('within=demo-tooting-bec')));
  });

  it('are drawn with words for who does not see the drawing, and without a picture or a script', async () => {
    const asked: string[] = [];
    let styles: Promise<unknown> | undefined;
    const page = await open(site, borough, {
      prepare: async (each) => {
        styles = each.waitForResponse((response) => /\/assets\/styles-[^/]+\.css$/.test(response.url()));
        each.on('request', (request) =>
          asked.push(`${request.resourceType()} ${new URL(request.url()).pathname}`),
        );
      },
    });
    await styles;
    assert.equal(await page.getByRole('img', { name: 'Outline of Wandsworth' }).count(), 1);
    const text = await page.locator('#sketch-text').innerText();
    const [dots, squares] = [...text.matchAll(/\d+(?= (?:places? is|places? are|dashed))/g)].map(([number]) =>
      Number(number),
    );
    assert.equal(await page.locator('.mh-sketch__dot').count(), dots);
    assert.equal(await page.locator('.mh-sketch__cell').count(), squares);
    // The street at the foot of every page, the sign of the site, where the first view ends, and the styles for the pages
    // that follow.
    const others = asked.filter(
      (each) =>
        !/^(document|font) |\/(street|favicon)\.svg$|\/assets\/(first-view|styles-[^/]+)\.css$/.test(each),
    );
    assert.deepEqual(others, []);
  });

  for (const path of ['/areas', ward, borough, '/cy/areas/wandsworth-borough', '/ar/areas/tooting-bec-ward'])
    it(`${path} has nothing that axe would find, light, dark and in forced colours`, async () => {
      const page = await open(site, path, { prepare: bringAxe });
      assert.deepEqual(await violations(page), []);
      for (const summary of await page.locator('details summary').all()) await summary.click();
      assert.deepEqual(await violationsInBothSchemes(page), []);
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
      assert.deepEqual(await violations(page), []);
    });

  for (const path of ['/areas', ward, '/cy/areas/wandsworth-borough', '/ar/areas/tooting-bec-ward'])
    it(`${path} fits a narrow phone: nothing is cut, and nothing scrolls sideways`, async () => {
      const page = await open(site, path, phone(320));
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wide <= 0, `${wide} px too wide`);
      const cut = await page
        .locator('main a, main th, main td, main p')
        .evaluateAll((all) =>
          all
            .filter((each) => each.getBoundingClientRect().right > innerWidth + 1)
            .map((each) => each.textContent),
        );
      assert.deepEqual(cut, []);
    });

  it('mirror where the page runs from right to left: the bar begins at the right', async () => {
    const page = await open(site, '/ar/areas/tooting-bec-ward');
    const starts = await page
      .locator('.mh-needs')
      .first()
      .evaluate((table) => {
        const name = table.querySelector('tbody th')?.getBoundingClientRect();
        const number = table.querySelector('tbody td')?.getBoundingClientRect();
        return (name?.left ?? 0) > (number?.left ?? 0);
      });
    assert.ok(starts);
    const bar = page.locator('.mh-bar', { has: page.locator('.mh-bar__yes:not([width="0"])') }).first();
    const [whole, yes] = [await bar.boundingBox(), await bar.locator('.mh-bar__yes').boundingBox()];
    assert.ok(whole && yes && Math.abs(whole.x + whole.width - (yes.x + yes.width)) < 1);
  });

  it('go on to the next page of places, and back', async () => {
    const page = await open(site, borough, { javaScriptEnabled: false });
    const first = await page.locator('.mh-card__name').allInnerTexts();
    await page.getByRole('link', { name: 'Next page' }).click();
    await page.waitForURL(/page=2/);
    const second = await page.locator('.mh-card__name').allInnerTexts();
    assert.ok(second.length === 20 && second.every((name) => !first.includes(name)));
    await page.getByRole('link', { name: 'Back to first page' }).click();
    await page.waitForURL(/wandsworth-borough#places$/);
  });

  it('are led to from a venue', async () => {
    const page = await open(site, site.exact);
    await page.getByRole('link', { name: 'More places in Tooting Bec' }).click();
    await page.waitForURL(`**${ward}`);
  });
});
