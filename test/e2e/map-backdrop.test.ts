/** Where the pictures of the map do not come, it is drawn all the same. */
import assert from 'node:assert/strict';
import { allAsked, awake, mapDrawn, open, phone, useSite } from './support.ts';

describe('the map without its pictures', () => {
  const site = useSite();

  it('has rivers, roads, railways, outlines and names of our own, and says who drew them', async () => {
    const page = await open(site, '/');
    await awake(page);
    await mapDrawn(page);
    for (const kind of ['water', 'road', 'rail', 'area'])
      await page.locator(`.mh-map path.mh-line--${kind}`).first().waitFor();
    await page.locator('.mh-place-name > span', { hasText: 'Tooting' }).first().waitFor();
    const credit = page.locator('.leaflet-control-attribution');
    assert.match(await credit.innerText(), /OpenStreetMap contributors.*Schematic lines, drawn by hand/s);
    assert.equal(
      await credit.getByRole('link', { name: 'OpenStreetMap contributors' }).getAttribute('href'),
      'https://www.openstreetmap.org/copyright',
    );
    assert.equal(
      await credit.getByRole('link', { name: 'Data sources' }).getAttribute('href'),
      '/about#sources',
    );
    const tree = await page.getByRole('region', { name: 'Map of the venues' }).ariaSnapshot();
    assert.doesNotMatch(tree, /tooltip|Putney Vale/, 'what is drawn under the places is not read out');
  });

  it('is drawn where the reader goes', async () => {
    const page = await open(site, '/?bbox=-0.172,51.425,-0.164,51.431');
    await awake(page);
    await mapDrawn(page);
    await page.locator('.mh-map path.mh-line--road').first().waitFor();
    const asked = page.waitForResponse(/\/api\/v1\/backdrop/);
    for (let times = 0; times < 3; times += 1)
      await page.getByRole('button', { name: 'Zoom out', exact: true }).click();
    await asked;
    await page.locator('.mh-map path.mh-line--water').first().waitFor();
  });

  it('is under the pin of a venue’s page too', async () => {
    const page = await open(site, site.exact);
    await page.locator('.mh-place').scrollIntoViewIfNeeded();
    await page.locator('.mh-place path.mh-line').first().waitFor();
  });

  it('is not asked for where the pictures come', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
      'base64',
    );
    const asked: string[] = [];
    const page = await open(site, '/', {
      prepare: async (made) => {
        await made.clock.install();
        made.on('request', (request) => asked.push(request.url()));
        await made.route(/tile\.openstreetmap\.org/, (route) =>
          route.fulfill({ contentType: 'image/png', body: png }),
        );
      },
    });
    await awake(page);
    await mapDrawn(page);
    await page.locator('.leaflet-tile-loaded').first().waitFor();
    // Our own map comes to whoever has waited so long.
    await page.clock.fastForward(3_000);
    await allAsked(page);
    assert.deepEqual(
      asked.filter((url) => url.includes('/backdrop')),
      [],
    );
  });

  it('on a phone, comes back where the results are', async () => {
    const page = await open(site, '/?view=map', phone());
    await awake(page);
    await mapDrawn(page);
    await page.getByRole('link', { name: 'Show list' }).click();
    await page.locator('#q').fill('Quillfeather exact');
    await page.locator('#q').press('Enter');
    await page.waitForURL(/Quillfeather/);
    await page.getByRole('link', { name: 'Show map' }).click();
    await page.getByRole('button', { name: /^Quillfeather exact hall/ }).waitFor();
    const [pin, frame] = [
      await page.locator('.mh-pin[aria-label^="Quillfeather"]').boundingBox(),
      await page.locator('.mh-map__canvas').boundingBox(),
    ];
    assert.ok(pin && frame);
    assert.ok(Math.abs(pin.x + pin.width / 2 - frame.x - frame.width / 2) < frame.width / 4, 'in the middle');
  });
});
