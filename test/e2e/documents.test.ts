/** What pages are for those who do not look at a screen: search engines, and paper. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { awake, open, rare, useSite } from './support.ts';

const jsonLd = async (page: Page): Promise<Record<string, unknown>> => {
  const blocks = await page.locator('script[type="application/ld+json"]').allTextContents();
  assert.equal(blocks.length, 1);
  return JSON.parse(blocks[0] ?? '') as Record<string, unknown>;
};

describe('documents', () => {
  const site = useSite();

  it('a venue says what it is to machines, and where only when that is public', async () => {
    const exact = await jsonLd(await open(site, site.exact));
    assert.equal(exact['@context'], 'https://schema.org');
    assert.equal(exact.name, `${rare} exact hall`);
    assert.equal(exact.maximumAttendeeCapacity, 80);
    assert.deepEqual(exact.geo, { '@type': 'GeoCoordinates', longitude: -0.16, latitude: 51.431 });
    assert.equal((exact.address as { streetAddress: string }).streetAddress, '1 Quill Road');

    for (const path of [site.approximate, site.hidden]) {
      const page = await open(site, path);
      const told = await jsonLd(page);
      assert.match(String(told.name), /Quillfeather/);
      assert.equal('geo' in told, false, path);
      const text = JSON.stringify(told);
      assert.ok(!/51\.43|-0\.1[45]\b|Inkwell|8ZX/.test(text), text);
      const whole = await page.content();
      assert.ok(!/Inkwell|SW17 8ZX/.test(whole), `${path} keeps its address`);
      assert.ok(!whole.includes('openstreetmap.org/?mlat'), `${path} has no link to a point`);
    }
  });

  it('names of any script, and names that would be code, stay text', async () => {
    const page = await open(site, '/?q=mandir');
    await awake(page);
    const data = await page.locator('#page-data').textContent();
    assert.ok(!data?.includes('<'), 'nothing in the data can close its element');
    assert.match(await page.locator('.mh-results__list').innerText(), /[\u0A80-\u0AFF]{3}/);
  });

  it('on paper a venue is what it is, without the site around it', async () => {
    const page = await open(site, site.rich);
    await page.emulateMedia({ media: 'print' });
    for (const gone of [
      'header',
      'footer',
      '.govuk-back-link',
      '.govuk-skip-link',
      '.mh-jump',
      '.mh-place',
      '.mh-near',
      'button',
    ])
      for (const each of await page.locator(gone).all()) assert.equal(await each.isVisible(), false, gone);
    for (const kept of [
      'h1',
      '#rooms',
      '#access',
      '#facilities',
      '#unknown',
      '#visit',
      '#hours',
      '#sources',
      'address',
      '.mh-demo',
    ])
      assert.equal(await page.locator(kept).first().isVisible(), true, kept);
    const page2 = await open(site, '/?q=hall');
    await awake(page2);
    await page2.emulateMedia({ media: 'print' });
    assert.equal(await page2.locator('.mh-search').isVisible(), false);
    assert.equal(await page2.locator('.mh-card').first().isVisible(), true);
  });

  it('every page has a language, a title of its own, one main heading, and the demo’s warning', async () => {
    const page = await open(site, '/', { mayFail: /nowhere/ });
    const titles = new Set<string>();
    const paths = ['/', '/?q=hall', site.exact, '/about', '/api/docs', '/nowhere'];
    for (const path of paths) {
      await page.goto(path);
      titles.add(await page.title());
      assert.equal(await page.locator('html').getAttribute('lang'), 'en-GB');
      assert.equal(await page.locator('h1').count(), 1, path);
      assert.match(await page.getByRole('complementary', { name: 'About this demo' }).innerText(), /made up/);
    }
    assert.equal(titles.size, paths.length);
  });
});
