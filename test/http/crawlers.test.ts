/** What search engines are told: every public page in every language, and nothing else. */
import assert from 'node:assert/strict';
import { useService } from '../support/app.ts';
import { addArea } from '../support/areas.ts';
import { addVenue } from '../support/factories.ts';

const locations = (xml: string): string[] =>
  [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map((found) => found[1] ?? '');

describe('the sitemap', () => {
  const service = useService({ publicUrl: 'https://moothall.example' });

  it('names every page that is public, in every language, and each can be opened', async () => {
    const square = { west: -0.18, south: 51.42, east: -0.15, north: 51.44 };
    await addArea(service.db, { id: 'E1', name: 'Tooting', ...square });
    const { id } = await addVenue(service.db);
    await addVenue(service.db, { name: 'Draft', status: 'draft' });
    await addVenue(service.db, { name: 'Gone', status: 'withdrawn' });
    const index = await service.request.get('/sitemap.xml');
    assert.match(index.headers['content-type'] ?? '', /^application\/xml/);
    const pages: string[] = [];
    for (const part of locations(index.text)) {
      const { text, status } = await service.request.get(new URL(part).pathname);
      assert.equal(status, 200, part);
      assert.equal(text.split('<url>').length - 1, locations(text).length);
      pages.push(...locations(text));
    }
    const paths = [
      '',
      '/areas',
      '/about',
      '/api/docs',
      '/areas/tooting-ward',
      `/venues/broadwater-hall-${id}`,
    ];
    const expected = paths.flatMap((path) =>
      ['', '/cy', '/ar'].map((folder) => `https://moothall.example${folder}${path}` || '/'),
    );
    assert.deepEqual(pages.map((page) => page.replace(/\/$/, '')).sort(), expected.sort());
    for (const page of pages) {
      const { status } = await service.request.get(new URL(page).pathname);
      assert.equal(status, 200, page);
    }
  });

  it('says when a venue changed, and where its other languages are', async () => {
    const { id } = await addVenue(service.db);
    const part = Math.floor(id / 5000);
    const { text } = await service.request.get(`/sitemaps/venues-${part}.xml`);
    const today = new Date().toISOString().slice(0, 10);
    assert.ok(text.includes(`broadwater-hall-${id}</loc><lastmod>${today}</lastmod>`));
    for (const [tag, folder] of [
      ['en-GB', ''],
      ['cy', '/cy'],
      ['ar', '/ar'],
      ['x-default', ''],
    ])
      assert.ok(
        text.includes(
          `<xhtml:link rel="alternate" hreflang="${tag}" href="https://moothall.example${folder}/venues/broadwater-hall-${id}"/>`,
        ),
        tag,
      );
    assert.match(
      (await service.request.get('/sitemap.xml')).text,
      new RegExp(`venues-${part}.xml</loc><lastmod>${today}`),
    );
  });

  it('has no parts that it does not name', async () => {
    for (const name of ['venues-999999.xml', 'areas-3.xml', 'pages-1.xml', 'venues-0', 'other-0.xml'])
      assert.equal((await service.request.get(`/sitemaps/${name}`)).status, 404, name);
  });
});

describe('robots.txt', () => {
  const real = useService({ publicUrl: 'https://moothall.example' });

  it('lets crawlers read pages, keeps them out of endless results, and names the sitemap', async () => {
    const { text, headers } = await real.request.get('/robots.txt');
    assert.match(headers['content-type'] ?? '', /^text\/plain/);
    const lines = text.split('\n');
    for (const line of [
      'Disallow: /*?',
      'Disallow: /api/',
      'Allow: /api/docs',
      'Sitemap: https://moothall.example/sitemap.xml',
    ])
      assert.ok(lines.includes(line), line);
    assert.ok(!lines.includes('Disallow: /'));
  });

  const demo = useService({ demo: true });
  it('keeps them out of the demo', async () => {
    assert.equal((await demo.request.get('/robots.txt')).text, 'User-agent: *\nDisallow: /\n');
  });
});
