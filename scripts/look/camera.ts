/** Reaches a state in a browser, makes sure of it, and takes its pictures. */
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { splitPath } from '../../client/language/locales.ts';
import { openPage } from '../../test/support/browser.ts';
import { type Colour, colours, coloursAt, print } from './modes.ts';
import type { State, Width } from './state.ts';
import { tile } from './tile.ts';
import type { World } from './world.ts';

/** Longer pages go on below the picture. */
const HIGHEST = 4000;
const sheet = { width: 794, height: 1123 }; // A4 at 96 dots to the inch
const PATIENCE = 30_000;
/** The documents of the API are 40 screens long. */
const SLOWEST = 120_000;
/** For one state at one width, all in all. */
const LONGEST = 180_000;

/** What is wrong with a state, though it was reached: not what the picture shows, but what it may hide. */
export interface Shots {
  pictures: number;
  faults: string[];
}

const seen = (page: Page, { sees }: State): Locator =>
  (typeof sees === 'string' ? page.locator(sees) : sees(page)).first();

/** `/venues/:slug` as the addresses that it stands for. */
export const isAt = (pattern: string, path: string): boolean =>
  new RegExp(`^${pattern.replace(/:\w+/g, '[^/]+')}$`).test(path);

async function arrive(page: Page, state: State, world: World, width: Width): Promise<void> {
  const path = await state.path(world, width);
  await state.prepare?.(page, world);
  const answer = await page.goto(path, { waitUntil: 'load' });
  const status = answer?.status();
  if (status !== (state.status ?? 200)) throw new Error(`${path} answered ${status}`);
  await state.reach?.(page, world, width);
  await seen(page, state).waitFor();
  const here = splitPath(new URL(page.url()).pathname)[1];
  if (state.page !== 'error' && !isAt(state.page, here))
    throw new Error(`${here} is not the page ${state.page}`);
}

/** Letters and pictures have come, those further down too. */
async function settle(page: Page, { options }: State): Promise<void> {
  // Where scripts are off, no frame and no timer tells anybody anything.
  if (options?.javaScriptEnabled === false) {
    await page.waitForLoadState('networkidle');
    return;
  }
  await page.evaluate(async () => {
    await document.fonts.ready;
    for (const image of document.images) image.loading = 'eager';
  });
  await page.waitForFunction(() => [...document.images].every((image) => image.complete));
  await page.evaluate(
    () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(undefined)))),
  );
}

async function shoot(page: Page, path: string): Promise<void> {
  const { width, height } = await page.evaluate(() => {
    // What sticks to the edge of a screen would stand in the middle of a picture that is longer.
    for (const each of document.querySelectorAll<HTMLElement>('body *'))
      if (getComputedStyle(each).position === 'sticky')
        Object.assign(each.style, { position: 'relative', inset: 'auto' });
    return { width: document.documentElement.clientWidth, height: document.documentElement.scrollHeight };
  });
  const clip = { x: 0, y: 0, width, height: Math.min(height, HIGHEST) };
  await page.screenshot({
    path,
    fullPage: true,
    clip,
    animations: 'disabled',
    scale: 'css',
    timeout: SLOWEST,
  });
}

/** How much wider the page is than the screen, as a fault in words. */
async function tooWide(page: Page, what: string): Promise<string[]> {
  const over = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  return over > 0 ? [`${what}: ${over} px too wide`] : [];
}

/** What the browser itself complains of. */
function listen(page: Page, state: State, faults: Set<string>): void {
  page.on('pageerror', (error) => faults.add(String(error)));
  page.on('console', (message) => {
    const { url } = message.location();
    const expected = state.mayFail?.test(url) || /tile\.openstreetmap\.org/.test(url);
    const itself = state.status !== undefined && url === page.url();
    if (message.type() === 'error' && !expected && !itself) faults.add(`${message.text()} (${url})`);
  });
}

interface Order {
  state: State;
  world: World;
  modes: readonly string[];
  out: string;
}

/** The pictures of one state at one width; and at the last, those on paper. Throws where the state was not reached. */
export async function take(order: Order, width: Width): Promise<Shots> {
  const { state, world, modes } = order;
  const wanted = coloursAt(modes, width);
  const onPaper = width === 1280 && modes.includes(print);
  if (wanted.length === 0 && !onPaper) return { pictures: 0, faults: [] };
  const phone = width === 390 ? { isMobile: true, hasTouch: true } : {};
  const page = await openPage({
    baseURL: world.url,
    viewport: { width, height: width === 390 ? 844 : 900 },
    reducedMotion: 'reduce',
    ...phone,
    ...state.options,
  });
  page.setDefaultTimeout(PATIENCE);
  // What waits for a page that does nothing more ends with the page.
  const watch = setTimeout(() => page.context().close(), LONGEST);
  try {
    return await shots(page, order, { width, wanted, onPaper });
  } finally {
    clearTimeout(watch);
    await page.context().close();
  }
}

interface Wanted {
  width: Width;
  wanted: readonly Colour[];
  onPaper: boolean;
}

async function shots(
  page: Page,
  { state, world, out }: Order,
  { width, wanted, onPaper }: Wanted,
): Promise<Shots> {
  const faults = new Set<string>();
  let pictures = 0;
  const cookie = state.as && world.people[state.as];
  if (cookie) await page.context().addCookies([{ ...cookie, url: world.url }]);
  if (!state.withoutTiles)
    await page
      .context()
      .route(/tile\.openstreetmap\.org/, (route) => route.fulfill({ contentType: 'image/png', body: tile }));
  listen(page, state, faults);
  await arrive(page, state, world, width);
  await settle(page, state);
  for (const colour of wanted) {
    await page.emulateMedia(colours[colour]);
    await seen(page, state).waitFor();
    await shoot(page, join(out, `${state.name}--${width}-${colour}.png`));
    pictures += 1;
    for (const fault of await tooWide(page, `${width}-${colour}`)) faults.add(fault);
  }
  if (onPaper) {
    await page.emulateMedia({ ...colours.light, media: 'print' });
    await page.pdf({
      path: join(out, `${state.name}--${print}.pdf`),
      format: 'A4',
      preferCSSPageSize: true,
    });
    await page.setViewportSize(sheet);
    await shoot(page, join(out, `${state.name}--${print}.png`));
    pictures += 2;
  }
  return { pictures, faults: [...faults] };
}
