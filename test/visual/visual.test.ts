/**
 * How the parts and the pages look and read aloud, against pictures and words that are kept here. UPDATE_PICTURES=1 writes them anew, after a
 * look at what changed. All of them show made-up venues on a fixed day, so that nothing on them moves by itself.
 */
import assert from 'node:assert/strict';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import type { PageData } from '../../client/pages.ts';
import { readAssets } from '../../server/pages/assets.ts';
import { renderPage } from '../../server/pages/render.ts';
import { inOwnFont, open, useSite, withFont } from '../e2e/support.ts';
import { publicDir } from '../support/app.ts';
import { openPage } from '../support/browser.ts';
import { difference, shrink } from './compare.ts';
import { pages } from './pages.ts';

const folder = join(import.meta.dirname, 'pictures');
const TOLERANCE = 0.01;
/** The reader's own font draws it, and each machine has another. */
const style = '.mh-languages [lang=ar] { display: none }';
const parts = [
  'drawings',
  'type',
  'buttons',
  'fields',
  'choices',
  'chips',
  'suggestions',
  'cards',
  'waiting',
  'mapSigns',
  'popups',
  'tables',
  'facts',
  'hours',
  'fits',
  'compared',
  'forms',
  'keeping',
  'terms',
  'numbers',
  'notices',
  'steps',
  'roomForms',
  'questions',
  'week',
  'exactness',
  'photoForm',
  'checking',
  'kept',
  'versions',
  'corrected',
  'stillTrue',
  'group',
  'disputes',
  'demandNumbers',
  'planMaps',
  'planCharts',
];

describe('looks', () => {
  const site = useSite();
  let desk: Page;
  before(async () => {
    desk = await openPage();
  });
  after(() => desk.context().close());

  async function show(width: number, path = '/style'): Promise<Page> {
    const page = await open(site, path, {
      viewport: { width, height: 900 },
      colorScheme: 'light',
      bypassCSP: true,
      prepare: inOwnFont,
    });
    await page.evaluate(() => document.fonts.ready);
    return page;
  }
  /** Alone on its page, so that no part above moves it by half a dot. */
  const alone = (selector: string) =>
    `.mh-style__index, .mh-style__part:not(${selector}) { display: none !important }`;
  const picture = async (page: Page, selector: string, more = '') =>
    shrink(
      desk,
      await page
        .locator(selector)
        .first()
        .screenshot({ animations: 'disabled', style: style + more }),
    );

  async function looksAs(name: string, found: Buffer): Promise<void> {
    const path = join(folder, `${name}.webp`);
    if (process.env.UPDATE_PICTURES) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, found);
    }
    assert.ok(existsSync(path), `There is no picture of ${name}: run with UPDATE_PICTURES=1 and look at it.`);
    const share = await difference(desk, readFileSync(path), found);
    assert.ok(share <= TOLERANCE, `${name}: ${(share * 100).toFixed(2)} % of it looks different`);
  }

  for (const width of [390, 1280])
    it(`as it did, ${width} wide`, async () => {
      const page = await show(width);
      for (const part of parts)
        await looksAs(`${part}-${width}`, await picture(page, `#${part}`, alone(`#${part}`)));
      for (const frame of ['header', 'footer'])
        await looksAs(`${frame}-${width}`, await picture(page, `.mh-${frame}`));
    });

  /** As the server sends it, before any script. */
  async function showPage(data: PageData, width: number, colorScheme: 'light' | 'dark'): Promise<Page> {
    const html = renderPage(data, readAssets(publicDir), { title: data.page, description: '', path: '/' });
    const page = await open(site, `/pictures/${data.page}`, {
      viewport: { width, height: 900 },
      colorScheme,
      javaScriptEnabled: false,
      bypassCSP: true,
      prepare: (each) =>
        each.route('**/pictures/*', (route) =>
          route.fulfill({ body: withFont(html), contentType: 'text/html' }),
        ),
    });
    await page.waitForLoadState('networkidle');
    return page;
  }
  const pictureOf = async (page: Page) =>
    shrink(desk, await page.screenshot({ fullPage: true, animations: 'disabled', style }));

  for (const [name, data] of Object.entries(pages))
    it(`the page ${name} as it did, on a phone and a desk, in light and dark`, async () => {
      for (const [width, scheme] of [
        [390, 'light'],
        [1280, 'light'],
        [390, 'dark'],
      ] as const)
        await looksAs(
          `page-${name}-${width}-${scheme}`,
          await pictureOf(await showPage(data, width, scheme)),
        );
    });

  for (const name of ['search', 'venue'] as const)
    it(`the page ${name} reads aloud as it did`, async () => {
      const page = await showPage(pages[name], 390, 'light');
      const said = `${await page.locator('body').ariaSnapshot()}\n`;
      const path = join(folder, `${name}.aria.yml`);
      if (process.env.UPDATE_PICTURES) writeFileSync(path, said);
      assert.equal(said, readFileSync(path, 'utf8'));
    });

  it('finds a colour that changed', async () => {
    const page = await show(1280);
    const before = await picture(page, '#buttons');
    await page.evaluate(() => document.documentElement.style.setProperty('--mh-button', '#7a2417'));
    assert.ok((await difference(desk, before, await picture(page, '#buttons'))) > TOLERANCE);
  });

  it('finds a part that is missing', async () => {
    const page = await show(1280);
    const before = await picture(page, '#chips');
    await page.evaluate(() => {
      const chip = document.querySelector<HTMLElement>('#chips .mh-chip');
      if (chip) chip.style.visibility = 'hidden';
    });
    assert.ok((await difference(desk, before, await picture(page, '#chips'))) > TOLERANCE);
  });

  it('forgives letters that are drawn a little differently', async () => {
    const page = await show(1280);
    const before = await picture(page, '#facts');
    await page.evaluate(() => {
      document.body.style.textRendering = 'geometricPrecision';
      document.body.style.transform = 'translateX(0.3px)';
    });
    assert.ok((await difference(desk, before, await picture(page, '#facts'))) <= TOLERANCE);
  });
});
