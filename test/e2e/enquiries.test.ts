/** From a plan to an answer in a real browser: without script, and by axe. */
import assert from 'node:assert/strict';
import type { BrowserContextOptions, Page } from 'playwright-core';
import { saveTerms } from '../../server/terms/repository.ts';
import { type Asking, asking } from '../enquiries/support.ts';
import { buildApp, listen } from '../support/app.ts';
import { bringAxe, violations } from '../support/axe.ts';
import { openPage } from '../support/browser.ts';
import { holder } from '../support/factories.ts';

describe('enquiries in a browser', function () {
  this.timeout(300_000);
  let there: Asking;
  let url: string;
  let stop: () => Promise<void>;
  before(async () => {
    there = await asking();
    await saveTerms(there.db, holder, there.halls[0], { text: 'Shoes off, please.' });
    ({ url, close: stop } = await listen(buildApp(there.db)));
  });
  after(() => stop());

  async function as(cookie: string, options: BrowserContextOptions = {}): Promise<Page> {
    const page = await openPage({ viewport: { width: 320, height: 800 }, ...options });
    const [name = '', value = ''] = cookie.split('=');
    await page.context().addCookies([{ name, value, url }]);
    return page;
  }
  const press = (page: Page, name: string) => page.getByRole('button', { name }).click();

  it('go from a plan to the holder and back, without script', async () => {
    const asker = await as(there.cookie, { javaScriptEnabled: false });
    await asker.goto(`${url}/plan/${there.plan}`);
    await press(asker, 'Write to the holders');
    await asker.getByText('The drafts are written.').waitFor();
    await asker.getByRole('link', { name: /^Look at it and change it.*Hall 0$/ }).click();
    await asker.getByLabel('What would you like to do there?').fill('A weekly clinic');
    await press(asker, 'Send it');
    const fault = asker.getByRole('link', {
      name: 'Read the house terms, and tick that you will keep to them',
    });
    await fault.waitFor();
    await asker.getByLabel('We have read the house terms and will keep to them').check();
    await press(asker, 'Send it');
    await asker.getByText('Sent. Nothing is decided').waitFor();
    const path = new URL(asker.url()).pathname;

    const holder = await as(there.steward.cookie, { javaScriptEnabled: false });
    await holder.goto(`${url}/account`);
    await holder.getByRole('link', { name: '1 enquiry waits for your answer' }).click();
    await holder.getByRole('link', { name: 'Hall 0' }).click();
    await holder.getByText('A weekly clinic').waitFor();
    await holder.getByLabel('Let us talk first').check();
    await holder.getByLabel('In your own words (you can leave this empty)').fill('Come and eat with us.');
    await press(holder, 'Send the answer');
    await holder.getByText('Your answer is sent.').waitFor();
    await asker.goto(url + path);
    await asker.getByText('Come and eat with us.').waitFor();
    for (const page of [asker, holder]) await page.context().close();
  });

  it('say where each stands at one edge, on a phone that of its name', async () => {
    const page = await as(there.cookie);
    await page.goto(`${url}/enquiries`);
    const edges = (selector: string) =>
      page.locator(`.mh-asked ${selector}`).evaluateAll((all) => [
        ...new Set(
          all.map((each) => {
            const words = new Range();
            words.selectNodeContents(each);
            return Math.round(words.getBoundingClientRect().left);
          }),
        ),
      ]);
    assert.ok((await page.locator('.mh-asked li').count()) > 1);
    const names = await edges('.mh-asked__name');
    assert.equal(names.length, 1);
    assert.deepEqual(await edges('li > :last-child'), names);
    await page.setViewportSize({ width: 1280, height: 800 });
    assert.equal((await edges('li > :last-child')).length, 1);
    assert.notDeepEqual(await edges('li > :last-child'), await edges('.mh-asked__name'));
    await page.context().close();
  });

  it('have nothing that axe finds, on both sides, in each language', async () => {
    const draft = await there.db('enquiry').where({ state: 'draft' }).first('id');
    const sent = await there.db('enquiry').whereNot({ state: 'draft' }).first('id');
    await there.db('enquiry').where({ id: sent.id }).update({
      state: 'sent',
      answer: null,
      answer_words: null,
      answered_at: null,
      answered_by: null,
    });
    const asker = await as(there.cookie);
    const holder = await as(there.steward.cookie);
    for (const page of [asker, holder]) await bringAxe(page);
    const looks: [Page, string][] = [
      [asker, `/plan/${there.plan}/letters`],
      [asker, `/enquiries/${draft.id}`],
      [asker, `/enquiries/${sent.id}`],
      [asker, '/enquiries'],
      [holder, `/enquiries/${sent.id}`],
    ];
    for (const [page, path] of looks)
      for (const folder of ['', '/cy', '/ar']) {
        await page.goto(url + folder + path);
        assert.deepEqual(await violations(page), [], folder + path);
        const width = await page.evaluate(() => document.documentElement.scrollWidth);
        assert.ok(width <= 320, `${folder}${path} is ${width} wide`);
      }
    await asker.goto(`${url}/plan/${there.plan}/letters`);
    await press(asker, 'Send the ticked letters');
    await asker.getByText('Tick the letters to be sent').first().waitFor();
    assert.deepEqual(await violations(asker), []);
    await asker.getByText('The same for all drafts').click();
    await press(asker, 'Put it in all drafts');
    await asker.getByRole('link', { name: 'Say what you would like to do there' }).waitFor();
    assert.deepEqual(await violations(asker), []);
    for (const page of [asker, holder]) await page.context().close();
  });
});
