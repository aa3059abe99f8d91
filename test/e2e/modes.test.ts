/** The other ways in which a page is looked at: in the dark, in colours that the reader chose, and on paper. */
import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { contrast } from '../../client/logic/palette.ts';
import { awake, mapDrawn, open, phone, useSite } from './support.ts';

type Colours = 'color' | 'backgroundColor';

const hex = (rgb: string): string =>
  `#${(rgb.match(/\d+/g) ?? [])
    .slice(0, 3)
    .map((each) => Number(each).toString(16).padStart(2, '0'))
    .join('')}`;
const colour = async (of: Locator, which: Colours): Promise<string> =>
  hex(await of.evaluate((element, name) => getComputedStyle(element)[name as Colours], which));

describe('other ways of looking', () => {
  const site = useSite();

  it('let a link to a fault be read under the pointer, in the dark', async () => {
    const page = await open(site, '/?people=0', { colorScheme: 'dark', mayFail: /people=0/ });
    const box = page.locator('.govuk-error-summary');
    const link = box.locator('a').first();
    const before = await colour(link, 'color');
    await link.hover();
    const under = await colour(link, 'color');
    assert.notEqual(under, before, 'the pointer is not on it');
    const ground = await colour(box, 'backgroundColor');
    assert.ok(contrast(under, ground) >= 4.5, `${under} on ${ground}`);
  });

  it('tell a tool of the map that is on from one that is off where colours are forced', async () => {
    const page = await open(site, '/?q=hall', { forcedColors: 'active' });
    await awake(page);
    await mapDrawn(page);
    const areas = page.getByRole('button', { name: 'Show areas' });
    const off = page.getByRole('button', { name: '10 minutes' });
    assert.equal(await colour(areas, 'backgroundColor'), await colour(off, 'backgroundColor'));
    await areas.click();
    await page.locator('.mh-tool[aria-pressed="true"]').waitFor();
    assert.notEqual(await colour(areas, 'backgroundColor'), await colour(off, 'backgroundColor'));
  });

  it('have the list on paper also while a phone shows the map', async () => {
    const page = await open(site, '/?q=hall&view=map', phone());
    await awake(page);
    await page.locator('.mh-split--map .mh-map').waitFor();
    await page.emulateMedia({ media: 'print' });
    assert.equal(await page.locator('.mh-map').isVisible(), false);
    assert.ok(await page.locator('.mh-results__list .mh-card').first().isVisible());
    const sheet = await page.locator('main').innerText();
    assert.match(sheet, /https?:\/\/\S+, \d+ \w+ 20\d\d/, 'where it is from, and of which day');
    assert.match(sheet, /The first 20 of them are printed here\./);
    assert.doesNotMatch(sheet, /Open now/, 'which is not so when it is read');
  });
});
