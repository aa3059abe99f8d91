/** What holds for the looks of every page: no sideways scrolling, no request to anyone else, axe on the page of styles. */
import assert from 'node:assert/strict';
import { bringAxe, violationsInBothSchemes } from '../support/axe.ts';
import { allAsked, awake, filter, mapDrawn, open, phone, useSite } from './support.ts';

describe('looks of every page', () => {
  const site = useSite();
  const paths = () => ['/', '/?q=tooting', site.exact, '/about', '/areas', '/api/docs', '/style', '/nowhere'];

  it('ask nobody else for anything but tiles', async () => {
    for (const path of paths()) {
      const asked: string[] = [];
      const page = await open(site, path, {
        mayFail: /nowhere/,
        prepare: async (each) => {
          each.on('request', (request) => asked.push(request.url()));
        },
      });
      if (path === '/' || path.startsWith('/?')) {
        await awake(page);
        await mapDrawn(page);
      } else if (path === site.exact) {
        await page.locator('#visit').scrollIntoViewIfNeeded();
        await page.locator('.mh-place .mh-pin').waitFor();
      }
      await allAsked(page);
      const elsewhere = asked.filter(
        (url) => !url.startsWith(site.url) && !url.startsWith('https://tile.openstreetmap.org/'),
      );
      assert.ok(asked.length > 0);
      assert.deepEqual(elsewhere, [], path);
      await page.context().close();
    }
  });

  it('set each question of a filter over its field, and a list that is alone in as many columns as there is room for', async () => {
    // A day without a time is a fault, so that the panel is open with it.
    const page = await open(site, '/?openDay=1', { mayFail: /openDay/ });
    await awake(page);
    const starts = (all: Element[]) => all.map((each) => Math.round(each.getBoundingClientRect().left));
    for (const [label, field] of [
      ['Day and time', '#openDay'],
      ['Day and time', '#openTime'],
      ['Where', '#within'],
    ] as const) {
      const panel = filter(page, label);
      if ((await panel.getAttribute('open')) === null) await panel.locator('summary').click();
      const asked = page.locator(`label[for=${field.slice(1)}], ${field}`);
      await asked.last().waitFor();
      const [over, under] = await asked.evaluateAll(starts);
      assert.equal(over, under, field);
    }
    await filter(page, 'Kind of place').locator('summary').click();
    const kinds = await page.locator('input[name=kind]').evaluateAll(starts);
    assert.ok(new Set(kinds).size > 1, 'columns');
  });

  for (const locale of ['', '/ar'])
    it(`fit in 320 pixels${locale && ', from right to left'}`, async () => {
      for (const path of paths()) {
        const page = await open(site, `${locale}${path}`, { ...phone(320), mayFail: /nowhere/ });
        const over = await page.evaluate(
          () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
        );
        assert.equal(over, 0, `${locale}${path} is ${over} pixels too wide`);
        await page.context().close();
      }
    });

  it('have the street beside the words of the title, whole, or not at all', async () => {
    const drawn: string[] = [];
    for (const locale of ['', '/cy', '/ar']) {
      const page = await open(site, `${locale}/?q=hall`);
      for (const width of [1000, 1280, 1600]) {
        await page.setViewportSize({ width, height: 800 });
        const street = await page.locator('.mh-lead__street').evaluate((place) => {
          const words = document.createRange();
          words.selectNodeContents(document.querySelector('.mh-title') ?? place);
          const [text, room] = [words.getBoundingClientRect(), place.getBoundingClientRect()];
          const { display, width: wide } = getComputedStyle(place, '::before');
          const isApart = room.left >= text.right || room.right <= text.left;
          return { isDrawn: display !== 'none', isClear: isApart && Number.parseFloat(wide) <= room.width };
        });
        if (street.isDrawn) drawn.push(`${locale} ${width}`);
        assert.ok(!street.isDrawn || street.isClear, `${locale} ${width}`);
      }
      await page.context().close();
    }
    assert.ok(drawn.includes(' 1280'));
  });

  it('have no fault that axe can find on the page of styles', async () => {
    const page = await open(site, '/style', { prepare: bringAxe });
    assert.deepEqual(await violationsInBothSchemes(page), []);
  });
});
