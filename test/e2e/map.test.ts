/** The map and the list say the same. */
import assert from 'node:assert/strict';
import type { Locator, Page } from 'playwright-core';
import {
  answered,
  awake,
  cards,
  filter,
  mapDrawn,
  markers,
  open,
  rare,
  showing,
  showingAtLeast,
  total,
  twin,
  useSite,
} from './support.ts';

/** Zoom by the map’s own button, and wait for what the server says is there. */
async function zoom(page: Page, way: 'Zoom in' | 'Zoom out'): Promise<void> {
  const drawn = page.waitForResponse(/\/api\/v1\/clusters/);
  await page.getByRole('button', { name: way, exact: true }).click();
  await (await drawn).finished();
}

/** How many of the venues that are found have no public place. */
async function hiddenAmong(page: Page, search: string): Promise<number> {
  let hidden = 0;
  let cursor = '';
  do {
    const answer = await page.request.get(
      `/api/v1/venues?${search}&limit=100${cursor && `&cursor=${cursor}`}`,
    );
    const { items, next } = (await answer.json()) as {
      items: { location: { precision: string } }[];
      next?: string;
    };
    hidden += items.filter(({ location }) => location.precision === 'hidden').length;
    cursor = encodeURIComponent(next ?? '');
  } while (cursor);
  return hidden;
}

const namedPins = (page: Page): Promise<string[]> =>
  page
    .locator('.mh-pin[aria-label*=", "]')
    .evaluateAll((pins) => pins.map((pin) => pin.getAttribute('aria-label') ?? ''));

/** A marker that is wholly on the map, and not cut off at its edge. */
const central = async (page: Page, pins: Locator): Promise<Locator> => {
  const frame = await page.locator('.mh-map__frame').boundingBox();
  for (const pin of await pins.all()) {
    const box = await pin.boundingBox();
    if (!frame || !box) continue;
    const [dx, dy] = [box.x - frame.x, box.y - frame.y];
    if (dx > 60 && dy > 60 && dx < frame.width - 100 && dy < frame.height - 100) return pin;
  }
  throw new Error('No marker stands free of the edges.');
};

describe('the map', () => {
  const site = useSite();

  it('far out, its crowds add up to the list, but for what is hidden', async () => {
    const page = await open(site, '/');
    await awake(page);
    await mapDrawn(page);
    for (let steps = 0; steps < 3; steps += 1) await zoom(page, 'Zoom out');
    await showing(page, (await total(page)) - site.hiddenVenues);
    assert.ok((await markers(page).count()) < 60, 'gathered');
    // The map follows the filters without moving.
    await filter(page, 'Layout').locator('summary').click();
    await page.locator('label[for=layout-dancing]').click();
    await answered(page, (url) => url.searchParams.get('layout') === 'dancing');
    await showing(page, (await total(page)) - (await hiddenAmong(page, 'layout=dancing')));
  });

  it('near in, its markers have the names of venues, and open them', async () => {
    const page = await open(site, '/?q=near+Tooting', { reducedMotion: 'no-preference' });
    await awake(page);
    await mapDrawn(page);
    const named = page.locator('.mh-map .mh-pin[aria-label*=", "]');
    for (let steps = 0; steps < 6 && (await named.count()) === 0; steps += 1) {
      const drawn = page.waitForResponse(/\/api\/v1\/clusters/);
      await page.locator('.mh-cluster').first().click();
      await (await drawn).finished();
      await page.locator('.leaflet-zoom-anim').waitFor({ state: 'detached' });
    }
    const name = (await (await central(page, named)).getAttribute('aria-label')) ?? '';
    // Whichever else comes into view when the map makes room for what it opens.
    const marker = markers(page).and(page.getByRole('button', { name, exact: true }));
    assert.equal(await marker.getAttribute('role'), 'button');
    await marker.click();
    const popup = page.getByRole('group', { name: 'Chosen venue' });
    assert.ok(name.startsWith(await popup.getByRole('link').innerText()), name);
    await page.getByRole('button', { name: 'Close popup' }).click();
    await popup.waitFor({ state: 'detached' });
    assert.equal(await marker.evaluate((element) => element === document.activeElement), true);
    await marker.press('Enter');
    await popup.getByRole('link').click();
    await page.waitForURL('**/venues/**');
    assert.ok(name.startsWith(await page.locator('h1').innerText()));
  });

  it('a card and its marker light up together', async () => {
    const page = await open(site, `/?q=${rare}+exact`);
    await awake(page);
    await mapDrawn(page);
    await cards(page)
      .getByRole('link', { name: `${rare} exact hall` })
      .focus();
    await page.locator('.mh-pin--active[aria-label^="Quillfeather exact hall"]').waitFor();
    await markers(page).first().focus();
    await page.locator('.mh-card--active', { hasText: `${rare} exact hall` }).waitFor();
  });

  it('the area that is shown can be searched, and let go of', async () => {
    const page = await open(site, '/?q=hall');
    await awake(page);
    await mapDrawn(page);
    const before = await total(page);
    const here = page.getByRole('button', { name: 'Search this area' });
    assert.equal(await here.count(), 0, 'nothing has moved yet');
    await zoom(page, 'Zoom in');
    await zoom(page, 'Zoom in');
    await here.click();
    await answered(page, (url) => url.searchParams.has('bbox') && url.searchParams.get('q') === 'hall');
    await page.locator('.mh-chip', { hasText: 'In the area shown on the map' }).waitFor();
    const within = await total(page);
    assert.ok(within < before && within > 0, `${within} of ${before}`);
    // Crowds at the edge are counted whole; what is named is in the list.
    await showingAtLeast(page, within);
    const answer = await page.request.get(`/api/v1/venues${new URL(page.url()).search}&limit=100`);
    const { items } = (await answer.json()) as { items: { name: string }[] };
    const strangers = (await namedPins(page)).filter(
      (pin) => !items.some(({ name }) => pin.startsWith(name)),
    );
    assert.deepEqual(strangers, []);
    await here.waitFor({ state: 'detached' });
    assert.equal(
      await page.evaluate(() => document.activeElement?.classList.contains('leaflet-container')),
      true,
      'whoever pressed the button stays on the map',
    );
    await page.getByRole('link', { name: 'Remove: In the area shown on the map' }).click();
    await answered(page, (url) => !url.searchParams.has('bbox'));
    assert.equal(await total(page), before);
  });

  it('a phone that is turned has not moved the map', async () => {
    const page = await open(site, '/?q=hall');
    await awake(page);
    await mapDrawn(page);
    const asked = page.waitForResponse((answer) => answer.url().includes('clusters'));
    await page.setViewportSize({ width: 1100, height: 620 });
    // Not until it is finished: a map that is resized twice lets go of its first question.
    await asked;
    await mapDrawn(page);
    assert.equal(await page.getByRole('button', { name: 'Search this area' }).count(), 0);
  });

  it('the area that is shown is searched with what is typed and chosen, sent or not', async () => {
    const page = await open(site, '/?q=hall');
    await awake(page);
    await mapDrawn(page);
    await zoom(page, 'Zoom in');
    await page.getByLabel('What are you looking for?').fill('church');
    await page.getByLabel('People', { exact: true }).fill('20');
    await page.getByRole('button', { name: 'Search this area' }).click();
    await answered(
      page,
      ({ searchParams: asked }) =>
        asked.has('bbox') && asked.get('q') === 'church' && asked.get('people') === '20',
    );
    assert.equal(await page.getByLabel('What are you looking for?').inputValue(), 'church');
  });

  it('close up, it shows each venue of the area, no more and no fewer', async () => {
    const page = await open(site, '/?bbox=-0.172,51.425,-0.164,51.431');
    await awake(page);
    await mapDrawn(page);
    const found = await total(page);
    assert.ok(found > 1 && found < 30, `${found}`);
    await showing(page, found);
    assert.equal(await page.locator('.mh-cluster').count(), 0);
  });

  it('an approximate place is an area, a hidden one is in the list alone', async () => {
    const page = await open(site, `/?q=${rare}`);
    await awake(page);
    await mapDrawn(page);
    assert.deepEqual(
      (await cards(page).allInnerTexts()).sort(),
      ['approximate', 'exact', 'hidden'].map((each) => `${rare} ${each} hall`),
    );
    await showing(page, 2);
    const label = (await page.locator('.mh-pin--about').getAttribute('aria-label')) ?? '';
    assert.equal(label, 'Quillfeather approximate hall, Community hall, about here');
    assert.equal(await page.locator('.mh-map path.mh-about').count(), 1);
    const card = page.locator('.mh-card', { hasText: 'hidden hall' });
    assert.match(await card.innerText(), /Place kept private\./);
    await page.locator('.mh-pin--about').click();
    const popup = page.getByRole('group', { name: 'Chosen venue' });
    assert.match(await popup.innerText(), /Exact place kept private/);

    const approximate = await open(site, site.approximate);
    await approximate
      .getByRole('region', { name: `Map: ${rare} approximate hall is somewhere inside the circle.` })
      .scrollIntoViewIfNeeded();
    await approximate.locator('.mh-place path.mh-about').waitFor();
    assert.equal(await approximate.locator('.mh-place .mh-pin').count(), 0);
    const hidden = await open(site, site.hidden);
    assert.equal(await hidden.locator('.mh-place').count(), 0);
    await hidden.getByText('This place is kept private.').waitFor();
  });

  it('is named, with all that is on it, for those who do not see it', async () => {
    const page = await open(site, `/?q=${rare}`);
    await awake(page);
    await mapDrawn(page);
    await showing(page, 2);
    const region = page.getByRole('region', { name: 'Map of the venues' });
    const tree = await region.ariaSnapshot();
    for (const line of [
      '- link "Skip the map"',
      '- group "Map. Move it with the arrow keys, zoom with plus and minus."',
      '- button "Quillfeather exact hall, Community hall"',
      '- button "Quillfeather approximate hall, Community hall, about here"',
      '- button "Zoom in"',
      '- button "Zoom out"',
    ])
      assert.ok(tree.includes(line), `${line} in\n${tree}`);
    assert.ok(!/- img\s*$/m.test(tree), tree);
    await page.locator('.mh-pin').first().press('Enter');
    const opened = await page.getByRole('group', { name: 'Chosen venue' }).ariaSnapshot();
    assert.match(opened, /- link "Quillfeather (exact|approximate) hall"/);
  });

  it('venues that share a point share a marker that names them all', async () => {
    const page = await open(site, `/?q=${twin}`);
    await awake(page);
    await mapDrawn(page);
    const shared = page.getByRole('button', { name: '2 venues here. Show their names' });
    await shared.press('Enter');
    const popup = page.getByRole('group', { name: '2 venues here' });
    assert.deepEqual((await popup.getByRole('link').allInnerTexts()).sort(), [
      `${twin} Downstairs`,
      `${twin} Upstairs`,
    ]);
    await page.keyboard.press('Escape');
    await popup.waitFor({ state: 'detached' });
    assert.equal(await shared.evaluate((element) => element === document.activeElement), true);
  });

  it('has a key to its signs below it, of what was asked', async () => {
    const page = await open(site, '/?people=30');
    await mapDrawn(page);
    const signs = page.locator('.mh-key li');
    assert.equal(await signs.count(), 0);
    await page.getByText('What the signs mean').click();
    await signs.first().waitFor();
    assert.deepEqual(await signs.allInnerTexts(), [
      '✓\nHas everything you asked for',
      'About here: the exact place is kept private',
      '2\nSeveral venues at one address',
      '8\nSeveral venues: zoom in to see each of them',
    ]);
  });
});
