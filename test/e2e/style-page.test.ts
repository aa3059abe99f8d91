/** The page of styles: it leads to all that is on it, and what it shows of the map is what the map shows. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { awake, mapDrawn, open, useSite } from './support.ts';

/** Elements with the classes that are ours or Leaflet's to style, without what is placed, said or drawn. */
const madeOf = (all: Locator): Promise<string> =>
  all
    .first()
    .evaluate((root) =>
      [root, ...root.querySelectorAll(':not(path)')]
        .map(({ tagName, classList }) =>
          [
            tagName,
            ...[...classList].filter((name) => /^(mh-(?!style)|leaflet-popup)/.test(name)).sort(),
          ].join(' '),
        )
        .join('\n'),
    );

describe('the page of styles', () => {
  const site = useSite();

  it('leads to each of its parts, in their order, and no two things on it have one name', async () => {
    const page = await open(site, '/style');
    const links = await page
      .locator('.mh-style__index a')
      .evaluateAll((all) => all.map((each) => each.getAttribute('href')?.slice(1)));
    const parts = await page.locator('.mh-style__part').evaluateAll((all) => all.map(({ id }) => id));
    assert.ok(parts.length > 30);
    assert.deepEqual(links, parts);
    const twice = await page.locator('[id]').evaluateAll((all) => {
      const ids = all.map(({ id }) => id);
      return ids.filter((id, at) => ids.indexOf(id) !== at);
    });
    assert.deepEqual(twice, []);
  });

  it('lets no sample of a form be sent', async () => {
    const page = await open(site, '/style');
    const policy = page.locator('meta[http-equiv=Content-Security-Policy]');
    assert.equal(await policy.getAttribute('content'), "form-action 'none'");
    assert.ok((await page.locator('form[method=post]').count()) > 0);
  });

  it('shows signs and popups as the map makes them', async () => {
    const styles = await open(site, '/style');
    const map = await open(site, '/?q=Quillfeather&people=30');
    await awake(map);
    await mapDrawn(map);
    const pins = map.locator('.leaflet-marker-icon.mh-pin:has(.mh-pin__fit)');
    await pins.first().waitFor();
    const sample = styles.locator('#mapSigns .mh-pin:has(.mh-pin__fit):not(.mh-pin--ask)');
    assert.equal(await madeOf(sample), await madeOf(pins));
    await pins.first().focus();
    await pins.first().press('Enter');
    const popup = map.locator('.leaflet-popup');
    await popup.getByRole('link').first().waitFor();
    assert.equal(await madeOf(styles.locator('#popups .leaflet-popup')), await madeOf(popup));
  });
});
