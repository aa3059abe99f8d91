/** The tools of the map: where I am, a walk from here, areas, and an area of one's own, by pointer and by keyboard. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { answered, awake, mapDrawn, markers, open, rare, total, useSite } from './support.ts';

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
const told = (page: Page) => page.locator('.mh-map__told');
const chip = (page: Page, text: string) => page.locator('.mh-chip', { hasText: text });
const focusIs = (page: Page, selector: string) =>
  page.evaluate((wanted) => document.activeElement?.matches(wanted), selector);

describe('the tools of the map', () => {
  const site = useSite();
  const start = async (path: string, more: Parameters<typeof open>[2] = {}) => {
    const page = await open(site, path, more);
    await awake(page);
    await mapDrawn(page);
    return page;
  };

  it('find where I am, and keep what else was asked', async () => {
    const page = await start('/?amenity=kitchen&bbox=-0.2,51.4,-0.1,51.5', {
      permissions: ['geolocation'],
      geolocation: { latitude: 51.430_123, longitude: -0.165_678 },
    });
    await button(page, 'Locate me').click();
    await answered(page, (url) => url.searchParams.has('near'));
    const { searchParams } = new URL(page.url());
    assert.equal(searchParams.get('near'), '-0.1657,51.4301', 'no finer than ten metres');
    assert.equal(searchParams.get('amenity'), 'kitchen');
    assert.equal(searchParams.has('bbox'), false);
    await chip(page, 'Near your point').waitFor();
    await page.locator('.mh-map path.mh-here').waitFor();
    await told(page).getByText('Showing what is near you.').waitFor();
  });

  it('say so when they are not told where I am', async () => {
    const page = await start('/?q=hall', { permissions: [] });
    const before = page.url();
    await button(page, 'Locate me').click();
    await told(page).getByText('Your browser did not share where you are.').waitFor();
    assert.equal(page.url(), before);
  });

  it('show what is within ten minutes’ walk, and that it is an estimate', async () => {
    const page = await start('/?near=-0.165,51.43');
    await button(page, '10 minutes’ walk').click();
    await answered(page, (url) => url.searchParams.get('radius') === '577');
    assert.equal(new URL(page.url()).searchParams.get('near'), '-0.165,51.43');
    await chip(page, 'About 10 minutes’ walk (within 580 m of your point)').waitFor();
    await told(page)
      .getByText(/580 m in a straight line. This is an estimate/)
      .waitFor();
    await page.locator('.mh-map path.mh-shape').waitFor();
    await mapDrawn(page);
    await markers(page).first().press('Enter');
    await button(page, '10 minutes’ walk from here').click();
    await answered(page, (url) => url.searchParams.get('near') !== '-0.165,51.43');
    assert.equal(new URL(page.url()).searchParams.get('radius'), '577');
    await page.goBack();
    await told(page).getByText('This is an estimate').waitFor({ state: 'detached' });
  });

  it('draw an area by keyboard alone, and search in it', async () => {
    const page = await start('/?kind=church');
    const before = await total(page);
    await button(page, 'Draw an area').press('Enter');
    assert.equal(await focusIs(page, '.leaflet-container'), true);
    assert.match(
      (await page.locator('.leaflet-container').getAttribute('aria-label')) ?? '',
      /Drawing an area/,
    );
    await told(page).getByText('No corners yet.').waitFor();
    await page.keyboard.press('Enter');
    await told(page).getByText('1 corner placed.').waitFor();
    await button(page, 'Search in this area').press('Enter');
    await told(page).getByText('An area needs at least three corners.').waitFor();
    await page.locator('.leaflet-container').focus();
    for (const move of ['ArrowRight', 'ArrowDown', 'ArrowLeft']) {
      await page.keyboard.press(move);
      await page.keyboard.press(move);
      await page.keyboard.press('Enter');
    }
    await told(page).getByText('4 corners placed.').waitFor();
    await page.keyboard.press('Backspace');
    await told(page).getByText('3 corners placed.').waitFor();
    await page.keyboard.press('Enter');
    await button(page, 'Search in this area').press('Enter');
    await answered(page, (url) => url.searchParams.has('polygon'));
    assert.equal(new URL(page.url()).searchParams.get('polygon')?.split(';').length, 4);
    assert.equal(new URL(page.url()).searchParams.get('kind'), 'church');
    assert.equal(await focusIs(page, '.leaflet-container'), true);
    await page.locator('.mh-map path.mh-shape').waitFor();
    const within = await total(page);
    assert.ok(within > 0 && within < before, `${within} of ${before}`);
    await page.getByRole('link', { name: 'Remove: In the area you drew' }).click();
    await answered(page, (url) => !url.searchParams.has('polygon'));
    assert.equal(await total(page), before);
  });

  it('refuse a side that would cross another, and let Esc stop without a trace', async () => {
    const page = await start('/?q=hall');
    const before = page.url();
    await button(page, 'Draw an area').click();
    await page.keyboard.press('Enter');
    for (const moves of [['ArrowRight', 'ArrowDown'], ['ArrowUp'], ['ArrowLeft', 'ArrowDown', 'ArrowDown']]) {
      for (const move of moves) await page.keyboard.press(move);
      await page.keyboard.press('Enter');
    }
    await told(page).getByText('That side would cross another.').waitFor();
    assert.match(await told(page).innerText(), /3 corners placed/);
    assert.equal(await page.locator('.leaflet-marker-pane[inert]').count(), 1, 'markers wait');
    await page.keyboard.press('Escape');
    await told(page).getByText('Drawing stopped. Nothing has changed.').waitFor();
    assert.equal(await page.locator('.leaflet-marker-pane[inert], .mh-cross, .mh-draw').count(), 0);
    assert.equal(page.url(), before);
    await button(page, 'Draw an area').waitFor();
  });

  it('draw an area by pointer, closed at its first corner', async () => {
    const page = await start('/');
    await button(page, 'Draw an area').click();
    const box = await page.locator('.leaflet-container').boundingBox();
    assert.ok(box);
    const at = (x: number, y: number) => page.mouse.click(box.x + box.width * x, box.y + box.height * y);
    await at(0.3, 0.3);
    await at(0.7, 0.3);
    await at(0.7, 0.7);
    await told(page).getByText('3 corners placed.').waitFor();
    await at(0.3, 0.3);
    await answered(page, (url) => url.searchParams.has('polygon'));
    await chip(page, 'In the area you drew').waitFor();
  });

  it('outline areas, of which one can be chosen by keyboard', async () => {
    const page = await start('/?q=hall');
    const areas = button(page, 'Show areas');
    await areas.click();
    assert.equal(await areas.getAttribute('aria-pressed'), 'true');
    const ward = page.getByRole('button', { name: 'Tooting Bec, ward. Choose to search here' });
    await ward.waitFor();
    assert.match(await told(page).innerText(), /areas are outlined. Choose one to search in it/);
    await ward.focus();
    await page.keyboard.press('Enter');
    const search = button(page, 'Search in Tooting Bec (ward)');
    assert.equal(await search.evaluate((element) => element === document.activeElement), true);
    await page.keyboard.press('Escape');
    await search.waitFor({ state: 'detached' });
    assert.match(
      (await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))) ?? '',
      /^Tooting Bec/,
    );
    await page.keyboard.press('Enter');
    await search.press('Enter');
    await answered(page, (url) => url.searchParams.has('within'));
    await chip(page, 'In Tooting Bec').waitFor();
    await page.locator('.mh-area--chosen').waitFor();
    await areas.click();
    assert.equal(await page.locator('.mh-area').count(), 0);
  });
});

describe('markers', () => {
  const site = useSite();

  it('say that they have what was asked, or that it is worth asking', async () => {
    const page = await open(site, `/?q=${rare}+exact&access=step_free_entrance`);
    await awake(page);
    await mapDrawn(page);
    await page
      .getByRole('button', { name: 'Quillfeather exact hall, Community hall, has everything you asked for' })
      .press('Enter');
    const popup = page.getByRole('group', { name: 'Chosen venue' });
    assert.match(await popup.innerText(), /Largest room holds 80 people\s+Known to have everything/);
    const ask = await open(site, `/?q=${rare}+exact&access=hearing_loop&match=possible`);
    await awake(ask);
    await mapDrawn(ask);
    await ask
      .getByRole('button', { name: 'Quillfeather exact hall, Community hall, ask about what you need' })
      .waitFor();
    assert.equal(await ask.locator('.mh-pin--ask').count(), 1);
  });

  it('are walked by the arrow keys, as they lie', async () => {
    const page = await open(site, `/?q=${rare}`);
    await awake(page);
    await mapDrawn(page);
    const [exact, about] = ['exact', 'approximate'].map((each) =>
      page.locator(`.mh-map .leaflet-marker-pane .leaflet-marker-icon[aria-label^="Quillfeather ${each}"]`),
    );
    await exact?.focus();
    await page.keyboard.press('ArrowRight');
    assert.equal(await about?.evaluate((element) => element === document.activeElement), true);
    await page.keyboard.press('ArrowLeft');
    assert.equal(await exact?.evaluate((element) => element === document.activeElement), true);
  });
});
