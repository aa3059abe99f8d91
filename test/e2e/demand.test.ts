/** Layers of demand in a real browser: without script, by keyboard alone, and by axe, from a file to numbers that count. */
import assert from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { buildApp, listen } from '../support/app.ts';
import { bringAxe, violationsInBothSchemes } from '../support/axe.ts';
import { openPage } from '../support/browser.ts';
import { freshDatabase } from '../support/database.ts';
import { addOrganisation, signIn } from '../support/people.ts';
import { sent } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'moothall-e2e-demand-'));
const file = join(folder, 'wards.csv');
writeFileSync(
  file,
  [
    'ward_code,ward_name,lon,lat,Population 2021,imd,remark',
    'a,Ash Ward,-0.16,51.43,1000,1,quiet',
    'b,Birch Ward,-0.17,51.44,2000,10,',
    'b,Birch again,-0.17,51.44,5,5,',
  ].join('\n'),
);

describe('layers of demand in a browser', () => {
  let url: string;
  let cookie: { name: string; value: string };
  let stop: () => Promise<void>;
  before(async () => {
    const { db } = await freshDatabase();
    const organisationId = await addOrganisation(db, { name: 'Board', kind: 'commissioner' });
    const person = await signIn(db, 'priya@board.example', { [organisationId]: 'editor' });
    const [name = '', value = ''] = person.cookie.split('=');
    cookie = { name, value };
    ({ url, close: stop } = await listen(buildApp(db)));
  });
  after(async () => {
    await stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function member(options: BrowserContextOptions = {}): Promise<Page> {
    const page = await openPage({ viewport: { width: 390, height: 844 }, ...options });
    await page.context().addCookies([{ ...cookie, url }]);
    return page;
  }

  async function addLayer(page: Page, name: string): Promise<void> {
    await page.goto(`${url}/plan/layers`);
    await page.getByLabel('Name of the layer').fill(name);
    await page.getByLabel('What is counted?').fill('people');
    await page.getByLabel('Who made the numbers').fill('Census 2021');
    await page.getByLabel('Licence', { exact: true }).fill('OGL-UK-3.0');
    await page.getByRole('button', { name: 'Add this layer' }).click();
    await page.getByRole('heading', { level: 1, name }).waitFor();
  }

  async function toSaved(page: Page): Promise<void> {
    await page.getByLabel('File', { exact: true }).setInputFiles(file);
    await page.getByRole('button', { name: 'Send it and look' }).click();
    await page.getByRole('heading', { name: 'What is in the file' }).waitFor();
    assert.equal(await page.getByLabel('Which column tells areas apart?').inputValue(), 'ward_code');
    await page.getByLabel('Population 2021').fill('people');
    const save = () => sent(page, () => page.getByRole('button', { name: 'Save these numbers' }).click());
    await save();
    // A row that is not good is named, and left out only when somebody says so.
    await page.getByRole('link', { name: 'Mend the file and send it again', exact: true }).waitFor();
    assert.match(await page.locator('main').innerText(), /Row 4: “b” stands in row 3 already/);
    assert.equal(await page.getByLabel('Population 2021').inputValue(), 'people');
    await page.getByLabel('Leave them out and save the others').check();
    await save();
    await page.getByText('The numbers are saved as a new version').waitFor();
  }

  async function weigh(page: Page): Promise<void> {
    await page.getByLabel('How much an area counts', { exact: true }).fill('people * (11 - imd)');
    await page.getByRole('button', { name: 'Work it out' }).click();
    await page.getByText('In all: 12,000. In one area: from 2,000 to 10,000.').waitFor();
  }

  for (const javaScriptEnabled of [false, true])
    it(`go from a file to numbers ${javaScriptEnabled ? 'with' : 'without'} a script`, async () => {
      const page = await member({ javaScriptEnabled });
      await addLayer(page, javaScriptEnabled ? 'Wards' : 'Wards, plainly');
      await toSaved(page);
      await weigh(page);
      await page.context().close();
    });

  it('go from a file to numbers by keyboard alone', async () => {
    const page = await member({ viewport: { width: 1280, height: 900 } });
    await addLayer(page, 'Wards by keys');
    const focus = async (locator: ReturnType<Page['getByRole']>) => {
      for (let presses = 0; presses < 80; presses += 1) {
        if (await locator.evaluate((each) => each === document.activeElement)) return;
        await page.keyboard.press('Tab');
      }
      assert.fail('it is out of reach of the Tab key');
    };
    await page.getByLabel('File', { exact: true }).setInputFiles(file);
    await focus(page.getByRole('button', { name: 'Send it and look' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'What is in the file' }).waitFor();
    await focus(page.getByLabel('Leave them out and save the others'));
    await page.keyboard.press('Space');
    await focus(page.getByRole('button', { name: 'Save these numbers' }));
    await page.keyboard.press('Enter');
    await page.getByText('The numbers are saved as a new version').waitFor();
    await focus(page.getByLabel('How much an area counts', { exact: true }));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('population_2021');
    await page.keyboard.press('Enter');
    await page.getByText('In all: 3,000.').waitFor();
    await page.context().close();
  });

  it('say first what is wrong with a weight, though the address leads to its form', async () => {
    const page = await member();
    await addLayer(page, 'Wards weighed');
    await toSaved(page);
    const field = page.getByLabel('How much an area counts', { exact: true });
    await field.fill('peple');
    await page.getByRole('button', { name: 'Work it out' }).click();
    const summary = page.locator('.govuk-error-summary:focus');
    await summary.waitFor();
    await page.waitForLoadState();
    assert.match(await page.title(), /^Error: Wards weighed/);
    const box = await summary.boundingBox();
    assert.ok(box && box.y >= 0 && box.y + box.height <= 844, 'it is in view');
    await summary.getByRole('link', { name: /there is no number called “peple”/ }).click();
    assert.ok(await field.evaluate((each) => each === document.activeElement));
    await page.context().close();
  });

  it('have no fault that axe can find, in three languages', async () => {
    const page = await member({ reducedMotion: 'reduce' });
    await bringAxe(page);
    await addLayer(page, 'Wards for axe');
    const layer = new URL(page.url()).pathname;
    await page.getByLabel('File', { exact: true }).setInputFiles(file);
    await page.getByRole('button', { name: 'Send it and look' }).click();
    await page.getByRole('heading', { name: 'What is in the file' }).waitFor();
    const waiting = new URL(page.url()).pathname;
    for (const locale of ['', '/cy', '/ar'])
      for (const path of ['/plan/layers', layer, waiting]) {
        await page.goto(`${url}${locale}${path}`);
        assert.deepEqual(await violationsInBothSchemes(page), [], `${locale}${path}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${locale}${path} is ${wide} px too wide`);
      }
    await page.goto(`${url}${waiting}`);
    await page.getByRole('button', { name: 'Save these numbers' }).click();
    await page.locator('.govuk-error-summary').waitFor();
    assert.deepEqual(await violationsInBothSchemes(page), []);
    await page.goto(`${url}${waiting}`);
    await page.getByLabel('Leave them out and save the others').check();
    await page.getByRole('button', { name: 'Save these numbers' }).click();
    await page.getByText('The numbers are saved as a new version').waitFor();
    await page.goto(`${url}${layer}?expression=nothing`);
    assert.deepEqual(await violationsInBothSchemes(page), []);
    await page.goto(`${url}${layer}?expression=1/(imd-1)`);
    assert.deepEqual(await violationsInBothSchemes(page), []);
    await page.context().close();
  });
});
