/** Compare, shortlist and areas when the line breaks or the server fails: what was on the page can be had again, and nothing typed is lost. */
import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import type { Page } from 'playwright-core';
import { connect } from '../../server/database/open.ts';
import { buildApp, listen } from '../support/app.ts';
import { poolSettings } from '../support/database.ts';
import { idOf, open, type Site, useSite } from './support.ts';

const idsOf = (site: Site) => [site.exact, site.rich].map(idOf).join();
const press = (page: Page, name: string | RegExp) => page.getByRole('link', { name }).first().click();
const compared = (page: Page) => page.locator('.mh-compare__remove');
const names = (page: Page) => page.locator('.mh-short__name');
const kept = (page: Page) => page.evaluate(() => localStorage.getItem('moothall.shortlist'));

interface Journey {
  what: string;
  path: (site: Site) => string;
  act: (page: Page) => Promise<unknown>;
  asked: (url: URL) => boolean;
  /** The page is as it was when it was left. */
  asItWas: (page: Page) => Promise<void>;
}

const journeys: Journey[] = [
  {
    what: 'a comparison, asked for its differences',
    path: (site) => `/compare?ids=${idsOf(site)}`,
    act: (page) => press(page, 'Show differences only'),
    asked: ({ searchParams }) => searchParams.get('only') === 'differences',
    asItWas: async (page) => assert.equal(await compared(page).count(), 2),
  },
  {
    what: 'a comparison from which a place is taken',
    path: (site) => `/compare?ids=${idsOf(site)}`,
    act: (page) => press(page, /^Remove Quillfeather/),
    asked: ({ searchParams }) => /^\d+$/.test(searchParams.get('ids') ?? ''),
    asItWas: async (page) => assert.equal(await compared(page).count(), 2),
  },
  {
    what: 'a shortlist that is to be compared',
    path: (site) => `/shortlist?ids=${idsOf(site)}`,
    act: (page) => press(page, 'Compare'),
    asked: ({ pathname }) => pathname === '/compare',
    asItWas: async (page) => assert.equal(await names(page).count(), 2),
  },
  {
    what: 'the areas, asked for a name',
    path: () => '/areas',
    act: async (page) => {
      await page.getByLabel('Name of an area').fill('tooting');
      await page.getByRole('button', { name: 'Find areas' }).click();
    },
    asked: ({ searchParams }) => searchParams.get('q') === 'tooting',
    asItWas: async (page) =>
      assert.equal(await page.getByLabel('Name of an area').inputValue(), 'tooting', 'what was typed'),
  },
  {
    what: 'an area and its next page',
    path: () => '/areas/wandsworth-borough',
    act: (page) => press(page, 'Next page'),
    asked: ({ searchParams }) => searchParams.get('page') === '2',
    asItWas: async (page) => assert.equal(await page.locator('.mh-card__name').count(), 20),
  },
];

describe('pages that are left by a link', () => {
  const site = useSite();
  /** The same register on a service of its own, whose database can be taken away. */
  const failing = {} as Site;
  let db: Knex;
  let close: () => Promise<void>;
  before(async () => {
    db = connect(site.database, poolSettings);
    const service = await listen(buildApp(db, { demo: true }));
    close = service.close;
    Object.assign(failing, site, { url: service.url });
  });
  after(async () => {
    await close();
    await db.destroy();
  });

  for (const { what, path, act, asked, asItWas } of journeys) {
    it(`${what}, without a line: Back brings it as it was, and it goes on when the line is there`, async () => {
      const page = await open(site, path(site), { mayFail: /./ });
      await page.context().setOffline(true);
      await act(page);
      await page.waitForURL(/^chrome-error:/);
      await page.goBack();
      await asItWas(page);
      await page.context().setOffline(false);
      await act(page);
      await page.waitForURL(asked);
      await page.locator('main h1').waitFor();
    });

    it(`${what}, while the server fails: it says so, offers another try, and Back brings it as it was`, async () => {
      const page = await open(failing, path(site), { mayFail: /./ });
      await db.destroy();
      try {
        await act(page);
        await page.waitForURL(asked);
        await page.getByRole('heading', { level: 1, name: 'Something went wrong' }).waitFor();
        await page.goBack();
        await asItWas(page);
        await act(page);
        await page.waitForURL(asked);
        await press(page, 'Try again');
        await page.waitForURL(asked);
        await page.getByRole('heading', { level: 1, name: 'Something went wrong' }).waitFor();
      } finally {
        db.initialize();
      }
      await press(page, 'Try again');
      await page.getByRole('link', { name: 'Try again' }).waitFor({ state: 'detached' });
      assert.ok(asked(new URL(page.url())));
      assert.doesNotMatch(await page.locator('h1').innerText(), /wrong|Busy/);
    });
  }

  it('another try is offered in the language of the page, and only where it may help', async () => {
    await db.destroy();
    try {
      const page = await open(failing, '/cy/areas?q=tooting', { mayFail: /./ });
      const again = page.getByRole('link', { name: 'Rhoi cynnig arall arni' });
      assert.equal(await again.getAttribute('href'), '/cy/areas?q=tooting');
    } finally {
      db.initialize();
    }
    const nowhere = await open(site, '/nowhere', { mayFail: /./ });
    assert.equal(await nowhere.getByRole('link', { name: 'Try again' }).count(), 0);
  });

  const breaks: [string, (page: Page) => Promise<unknown>, (page: Page) => Promise<unknown>][] = [
    ['without a line', (page) => page.context().setOffline(true), (page) => page.context().setOffline(false)],
    ['while the server fails', () => db.destroy(), async () => db.initialize()],
  ];
  for (const [how, fail, mend] of breaks)
    it(`a shortlist that came by a link is read, changed and taken over ${how}`, async () => {
      const page = await open(failing, site.rich, { mayFail: /./ });
      await page.locator('.mh-venue__head ~ .mh-actions .mh-keep[aria-pressed=false]').click();
      await page.goto(`/shortlist?ids=${[site.exact, site.hidden].map(idOf)}`);
      await page.getByText('Your own shortlist is as you left it').waitFor();
      await fail(page);
      try {
        await page.getByRole('button', { name: 'Remove Quillfeather hidden hall' }).click();
        assert.deepEqual(await names(page).allInnerTexts(), ['Quillfeather exact hall']);
        await page.getByRole('button', { name: 'Undo' }).click();
        assert.equal(await names(page).count(), 2);
        const head = page.waitForRequest((request) => request.method() === 'HEAD');
        await page.getByRole('button', { name: 'Add these to my shortlist' }).click();
        await page.getByText('These places are on your shortlist now.').waitFor();
        await head;
        assert.equal(await kept(page), JSON.stringify([site.rich, site.exact, site.hidden].map(idOf)));
        assert.equal(await page.getByText('as you left it').count(), 0);
        await page.getByRole('button', { name: 'Clear the list' }).click();
        await page.getByRole('button', { name: 'Undo' }).click();
        assert.equal(await names(page).count(), 2, 'the page is still there');
      } finally {
        await mend(page);
      }
      await page.locator('.mh-shortlist-link').click();
      await page.waitForURL(/ids=\d+,\d+,\d+/);
      assert.equal(await names(page).count(), 3);
    });
});
