/** From /plan to an answer as somebody who has never seen it: with a script and without, by keyboard alone, on a phone, and by axe. */
import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import type { Locator, Page } from 'playwright-core';
import { connect } from '../../server/database/open.ts';
import { type PlanRunner, startPlanRunner } from '../../server/plan/runner.ts';
import { bringAxe, violations, violationsInBothSchemes } from '../support/axe.ts';
import { poolSettings } from '../support/database.ts';
import { signIn } from '../support/people.ts';
import { type Opening, open, phone, useSite } from './support.ts';

describe('planning in a browser', function () {
  this.timeout(240_000);
  const site = useSite();
  let db: Knex;
  let runner: PlanRunner;
  let cookie: { name: string; value: string };
  before(async () => {
    db = connect(site.database, poolSettings);
    runner = startPlanRunner(db, (error) => assert.fail(String(error)));
    const [name = '', value = ''] = (await signIn(db, 'priya@tsw-commissioning.example')).cookie.split('=');
    cookie = { name, value };
  });
  after(async () => {
    await runner.stop();
    await db.destroy();
  });

  const openAsPriya = (path: string, options: Opening = {}) =>
    open(site, path, {
      ...options,
      prepare: async (page) => {
        await page.context().addCookies([{ ...cookie, url: site.url }]);
        await options.prepare?.(page);
      },
    });
  /** The button of the question; the one below the parts shows when one is open, as soon as there are styles to hide it. */
  const workItOut = (page: Page): Locator =>
    page.getByRole('region', { name: 'Your question' }).getByRole('button', { name: 'Work it out' });
  const answer = (page: Page): Locator => page.getByRole('heading', { name: 'The answer' });
  /** With a script the answer comes by itself; without, a person looks again. */
  async function untilAnswered(page: Page): Promise<void> {
    await page.waitForURL(/\/plan\/\d+/);
    const again = page.getByRole('link', { name: 'Look again' });
    while (await again.isVisible()) await again.click();
    await answer(page).waitFor();
  }
  const width = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

  for (const javaScriptEnabled of [true, false])
    it(`goes from /plan to an answer in two presses, ${javaScriptEnabled ? 'with' : 'without'} a script`, async () => {
      const page = await openAsPriya('/plan', { javaScriptEnabled });
      await page.getByRole('link', { name: /^Ask a (new )?question$/ }).click();
      await workItOut(page).click();
      await untilAnswered(page);
      if (javaScriptEnabled) await page.locator('#answer:focus').waitFor();
      await page.getByText('No other choice of 5 places reaches more. This is proven.').waitFor();
      const said = await page.locator('.mh-answer__said').innerText();
      assert.match(said, /^5 places bring [\d.]+% of people within 15 minutes on foot: [\d,]+ of [\d,]+\.$/);
      assert.equal(await page.locator('.mh-site').count(), 5);
      assert.equal(await page.locator('.mh-access__map .mh-access__sign').count(), 5);
      assert.match(await page.locator('#gains + .mh-planned__figures').innerText(), /People over 65/);
    });

  it('keeps what is typed when another kind of question is chosen, and when a place is looked for', async () => {
    for (const javaScriptEnabled of [true, false]) {
      const page = await openAsPriya('/plan/new', { javaScriptEnabled });
      await page.getByLabel('How far').fill('20');
      await page.getByRole('button', { name: /Reach nearly everybody/ }).click();
      await page.getByText('Find the fewest places').waitFor();
      assert.equal(await page.getByLabel('How far').inputValue(), '20');
      await page.getByText('Places to choose from').click();
      await page.getByLabel('Find a place by its name').fill('Gurdwara Sanjhivalta');
      await page.keyboard.press('Enter');
      const place = page.getByRole('group', { name: /Gurdwara Sanjhivalta/ });
      await place.getByLabel('Must be chosen').check();
      await page.getByLabel('How many of 100').fill('30');
      await page.getByRole('button', { name: 'Work it out' }).last().click();
      await untilAnswered(page);
      await page.getByText('It had to be chosen').first().waitFor();
      await page.getByText('No choice of fewer places that keeps what had to be chosen is enough.').waitFor();
      await page.context().close();
    }
  });

  it('asks, looks at what changes, and deletes, by keyboard alone', async () => {
    const page = await openAsPriya('/plan/new?p=3&name=First');
    const focus = async (locator: Locator) => {
      for (let presses = 0; presses < 90; presses += 1) {
        if (await locator.evaluate((each) => each === document.activeElement)) return;
        await page.keyboard.press('Tab');
      }
      assert.fail('it is out of reach of the Tab key');
    };
    await focus(page.getByLabel('How many places'));
    await page.keyboard.press('Enter');
    await untilAnswered(page);
    await focus(page.getByRole('link', { name: 'Change the question' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Change the question' }).waitFor();
    await focus(page.getByLabel('How many places'));
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('6');
    await page.keyboard.press('Enter');
    await untilAnswered(page);
    await focus(page.getByRole('link', { name: 'Compare with the plan that you changed' }));
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'What changes' }).waitFor();
    assert.match(await page.locator('main').innerText(), /Newly within reach/);
    await page.goBack();
    await focus(page.locator('summary', { hasText: 'Delete this plan' }));
    await page.keyboard.press('Enter');
    await focus(page.getByRole('button', { name: 'Delete it' }));
    await page.keyboard.press('Enter');
    await page.getByText('The plan is deleted.').waitFor();
  });

  it('stops while it is worked out, and leads on', async () => {
    await runner.stop();
    const page = await openAsPriya('/plan/new');
    await workItOut(page).click();
    await page.getByText('Your question waits for its turn').waitFor();
    await page.getByRole('button', { name: 'Stop' }).click();
    await page.getByRole('heading', { name: 'This was stopped' }).waitFor();
    await page.getByRole('link', { name: 'Ask it again, or change it' }).waitFor();
    runner = startPlanRunner(db, (error) => assert.fail(String(error)));
  });

  it('has no fault that axe can find, in any state, in three languages', async () => {
    const page = await openAsPriya('/plan/new?p=4', { prepare: bringAxe, mayFail: /plan\/new/ });
    await workItOut(page).click();
    await untilAnswered(page);
    const done = new URL(page.url()).pathname;
    await page.goto(`${site.url}/plan/new?from=${/\d+/.exec(done)?.[0]}`);
    await workItOut(page).click();
    await untilAnswered(page);
    const second = new URL(page.url()).pathname;
    const base = await db('plan').first('organisation_id', 'asked');
    const rows = await db('plan')
      .insert(
        [
          { status: 'queued' },
          { status: 'failed', fault: 'It needs more memory', ended_at: db.fn.now() },
          { status: 'cancelled', ended_at: db.fn.now() },
        ].map((each) => ({
          ...base,
          asked: JSON.stringify(base.asked),
          candidates: '[]',
          name: 'A state',
          ...each,
        })),
      )
      .returning('id');
    // Nobody takes it from the queue while it is looked at.
    await db('plan').where({ id: rows[0].id }).update({ status: 'cancelled', ended_at: db.fn.now() });
    const paths = [
      '/plan',
      '/plan/new',
      '/plan/new?question=lscp&find=hall&people=20&access=lift&weight=own',
      '/plan/new?question=p_centre&p=x',
      done,
      `${done}/compare/${second.split('/').at(-1)}`,
      ...rows.slice(1).map(({ id }) => `/plan/${id}`),
    ];
    for (const locale of ['', '/cy', '/ar'])
      for (const path of paths) {
        await page.goto(`${site.url}${locale}${path}`);
        assert.deepEqual(await violationsInBothSchemes(page), [], `${locale}${path}`);
      }
    await page.goto(`${site.url}/plan/new`);
    await page.getByLabel('How many places').fill('none');
    await workItOut(page).click();
    await page.locator('.govuk-error-summary').waitFor();
    assert.deepEqual(await violations(page), []);
    await page.setViewportSize({ width: 320, height: 800 });
    for (const path of paths) {
      await page.goto(site.url + path);
      assert.ok((await width(page)) <= 0, `${path} is ${await width(page)} px too wide`);
    }
  });

  it('is for visitors a page that leads to signing in, on a phone too', async () => {
    const page = await open(site, '/plan', { ...phone(), prepare: bringAxe });
    assert.deepEqual(await violations(page), []);
    await page.getByRole('link', { name: 'Sign in to ask a question' }).click();
    await page
      .getByRole('heading', { name: /sign in/i })
      .first()
      .waitFor();
  });
});
