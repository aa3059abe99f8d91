/** The demo as people meet it: one service on one filled register for the whole run, and pages that report faults. */
import assert from 'node:assert/strict';
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { seedDemo } from '../../seeds/load.ts';
import { buildApp, listen } from '../support/app.ts';
import { openPage } from '../support/browser.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue, fact, space } from '../support/factories.ts';

/** A word that no venue of the demo has, for what is added to it here. */
export const rare = 'Quillfeather';

/** Two venues at one point have this word. */
export const twin = 'Marchpane';

export interface Site {
  url: string;
  /** Of its register, for a second service on it. */
  database: string;
  /** Paths of one venue of each precision. */
  exact: string;
  approximate: string;
  hidden: string;
  /** A venue of the demo, with a holder, names in two scripts and more facts than a screen holds. */
  rich: string;
  hiddenVenues: number;
}

let started: Promise<Site> | undefined;
let stop: (() => Promise<void>) | undefined;
const opened: { page: Page; faults: string[] }[] = [];

async function start(): Promise<Site> {
  const { db, url: database } = await freshDatabase();
  await seedDemo(db, () => undefined);
  const path = async (precision: 'exact' | 'approximate' | 'hidden', lon: number, lat: number) => {
    const { id } = await addVenue(db, {
      name: `${rare} ${precision} hall`,
      location: { lon, lat, precision },
      // Told only where the place is told.
      address:
        precision === 'exact'
          ? { street: '1 Quill Road', town: 'London', postcode: 'SW17 8ZZ' }
          : { street: '9 Inkwell Mews', town: 'London', postcode: 'SW17 8ZX' },
      facts: [fact('step_free_entrance', 'yes'), fact('lift', 'no'), fact('kitchen', 'partial')],
      spaces: [space('Hall', { theatre: 80, banquet: 60 }), space('Snug', { boardroom: 8 })],
      openingHours: { timezone: 'Europe/London', weekly: [{ weekday: 1, opens: '09:00', closes: '17:00' }] },
    });
    return `/venues/quillfeather-${precision}-hall-${id}`;
  };
  const paths = {
    exact: await path('exact', -0.16, 51.431),
    approximate: await path('approximate', -0.15, 51.431),
    hidden: await path('hidden', -0.14, 51.431),
  };
  for (const name of [`${twin} Upstairs`, `${twin} Downstairs`])
    await addVenue(db, { name, location: { lon: -0.155, lat: 51.431, precision: 'exact' } });
  const rich = await db('venue').whereLike('name', '%Gurdwara Sanjhivalta%').first('id', 'slug');
  const [row] = await db('venue').where({ precision: 'hidden' }).count({ count: '*' });
  const { url, close } = await listen(buildApp(db, { demo: true }));
  stop = close;
  return {
    url,
    database,
    ...paths,
    rich: `/venues/${rich.slug}-${rich.id}`,
    hiddenVenues: Number(row?.count),
  };
}

/** Registers hooks: the site is there before the suite, and after each test its pages are closed and had no fault. */
export function useSite(): Site {
  const site = {} as Site;
  before(async () => {
    started ??= start();
    Object.assign(site, await started);
  });
  afterEach(async function () {
    const faults = opened.flatMap((each) => each.faults);
    for (const { page } of opened.splice(0)) await page.context().close();
    if (this.currentTest?.state === 'passed') assert.deepEqual(faults, []);
  });
  return site;
}

// For the whole run: suites share the service.
after(() => stop?.());

export interface Opening extends BrowserContextOptions {
  /** Before the first address is opened: to stand in the way of requests, or to bring scripts. */
  prepare?: (page: Page) => Promise<unknown>;
  /** Answers of these addresses may fail: it is what the test is about. */
  mayFail?: RegExp;
}

/** Opens an address of the site in a browser of its own. Errors, and breaches of the content policy, fail the test. */
export async function open(site: Site, path: string, { prepare, mayFail, ...options }: Opening = {}) {
  const page = await openPage({
    baseURL: site.url,
    viewport: { width: 1280, height: 900 },
    reducedMotion: 'reduce',
    ...options,
  });
  const faults: string[] = [];
  opened.push({ page, faults });
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => {
    const from = message.location().url;
    // Pictures of the map come from elsewhere, and elsewhere is out of reach here.
    const elsewhere =
      from !== '' && !from.startsWith(site.url) && message.text().includes('ERR_NAME_NOT_RESOLVED');
    if (message.type() !== 'error' || elsewhere || mayFail?.test(from)) return;
    faults.push(`${message.text()} (${from})`);
  });
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', (event) =>
      console.error(`The policy forbids ${event.blockedURI} by ${event.violatedDirective}`),
    ),
  );
  await prepare?.(page);
  await page.goto(path);
  return page;
}

/**
 * Does what sends a form, and waits for what comes of it, with a script or without: another page, or the form again. The
 * words that one waits for may stand on the page before, too.
 */
export async function sent(page: Page, press: () => Promise<unknown>): Promise<void> {
  await page.evaluate(() => document.getElementById('app')?.setAttribute('data-before', ''));
  await press();
  await page.locator('#app:not([data-before])').waitFor();
}

/** The page as it is sent, but one that waits for the font however late it comes: drawn the same on a busy machine too. */
export const withFont = (html: string): string =>
  html.replaceAll('font-display:optional', 'font-display:block');

/** Every page that is opened is drawn in our own font. Its style is then another than the policy allows: `bypassCSP`. */
export const inOwnFont = (page: Page) =>
  page.route('**/*', async (route) => {
    if (route.request().resourceType() !== 'document') return route.fallback();
    const response = await route.fetch();
    await route.fulfill({ response, body: withFont(await response.text()) });
  });

export const phone = (width = 390): BrowserContextOptions => ({
  viewport: { width, height: 844 },
  isMobile: true,
  hasTouch: true,
});

/** The search page is awake: it answers without being loaded again. */
export const awake = (page: Page): Promise<void> => page.locator('#q[role=combobox]').waitFor();

/** The page has its newest answer, and the address that belongs to it. */
export async function answered(page: Page, address: (url: URL) => boolean): Promise<void> {
  await page.waitForURL(address);
  await page.locator('.mh-results[aria-busy=false]').waitFor();
}

export const has = (name: string, value: string) => (url: URL) =>
  url.searchParams.getAll(name).join() === value;

export const heading = (page: Page): Locator => page.locator('#results');
export const spoken = (page: Page): Locator => page.locator('main > div > [role=status]');
export const cards = (page: Page): Locator => page.locator('.mh-results__list .mh-card__name');
export const markers = (page: Page): Locator =>
  page.locator('.mh-map .leaflet-marker-pane .leaflet-marker-icon');
export const filter = (page: Page, label: string): Locator =>
  page.locator('details', { has: page.locator('summary', { hasText: label }) });

/** The number that an address of a venue ends with. */
export const idOf = (path: string): number => Number(/\d+$/.exec(path)?.[0]);

export const numberIn = (text: string): number => Number(/[\d,]+/.exec(text)?.[0].replaceAll(',', ''));
export const total = async (page: Page): Promise<number> => numberIn(await heading(page).innerText());

/** The map is there and has drawn what the server said. */
export async function mapDrawn(page: Page): Promise<void> {
  await page.locator('.mh-map .leaflet-container[aria-busy=false]').waitFor();
  await markers(page).first().waitFor();
}

/** How many venues these markers stand for, by their names. Runs in the page. */
const standFor = (all: Element[]): number =>
  all.reduce((sum, each) => {
    const several = /^([\d,]+) venues? here/.exec(each.getAttribute('aria-label') ?? '');
    return sum + (several ? Number(several[1]?.replaceAll(',', '')) : 1);
  }, 0);

export const venuesOnMap = (page: Page): Promise<number> => markers(page).evaluateAll(standFor);

const standingFor = `(${standFor})([...document.querySelectorAll('.mh-map .leaflet-marker-pane .leaflet-marker-icon')])`;

/** Waits until the markers stand for so many venues. */
export async function showing(page: Page, expected: number): Promise<void> {
  await page.waitForFunction(`${standingFor} === ${expected}`).catch(async () => {
    assert.equal(await venuesOnMap(page), expected);
  });
}

/** Waits until they stand for so many at least: they come one after the other. */
export const showingAtLeast = (page: Page, least: number) =>
  page.waitForFunction(`${standingFor} >= ${least}`);

/** Everything that the page had asked for until now has been seen to leave. */
export async function allAsked(page: Page): Promise<void> {
  const mark = page.waitForRequest(/\?last-of-all$/);
  await page.evaluate(() => fetch('/favicon.svg?last-of-all'));
  await mark;
}
