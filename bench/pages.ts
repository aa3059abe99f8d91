/**
 * npm run bench:pages: how the pages feel on a slow phone, in Chromium with a processor slowed four times and Slow 4G,
 * over 5,000 generated venues, and in two crowds besides. The largest paint is a ratio to a bare page of the same server
 * in the same run; beside the tasks stands how long the same sum took each page, for a machine is not always as fast.
 *
 *   npm run bench:pages -- [--rows 5000] [--rounds 5] [--data DIR]
 */
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Browser, chromium, type Page } from 'playwright-core';
import { findChromium } from '../scripts/chromium.ts';
import { startEmbedded } from '../server/database/embedded.ts';
import { addCrowds, type Crowd, gathered, single } from './crowd.ts';
import { openRegister } from './load.ts';
import { say } from './measure.ts';
import { run } from './service.ts';

const { values: given } = parseArgs({
  options: {
    rows: { type: 'string', default: '5000' },
    rounds: { type: 'string', default: '5' },
    data: { type: 'string', default: join(tmpdir(), 'moothall-bench-pages') },
  },
});

/** As Chromium's own tools call it: Slow 4G. */
const slow4g = {
  offline: false,
  latency: 562.5,
  downloadThroughput: (1.6 * 1024 * 1024 * 0.9) / 8,
  uploadThroughput: (750 * 1024 * 0.9) / 8,
};

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  // Pictures of the map are elsewhere. No request is stood in the way of, for that would keep the browser from keeping files.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
];

interface Felt {
  paint: number;
  longest: number;
  shift: number;
  interaction: number;
}

/** Milliseconds that a sum takes, which is the same in every run: what times on two machines can be compared by. */
interface Speed {
  sum: number;
}

/** What the map was sent in one answer at most, and what stands on it in the end: single venues, and signs for several. */
interface OnMap {
  sent: number;
  singles: number;
  several: number;
}

/** Runs in the page; its fastest of five is taken. */
function sum(): number {
  let fastest = Number.POSITIVE_INFINITY;
  for (let turn = 0; turn < 5; turn += 1) {
    const began = performance.now();
    let total = 0;
    for (let each = 1; each <= 3_000_000; each += 1) total += Math.sqrt(each);
    if (total > 0) fastest = Math.min(fastest, performance.now() - began);
  }
  return fastest;
}

/** Runs in the page from its first moment, and keeps what the browser reports. */
function watch(): void {
  const felt: Felt = { paint: 0, longest: 0, shift: 0, interaction: 0 };
  Object.assign(globalThis, { felt });
  const on = (type: string, take: (entry: PerformanceEntry & Record<string, number>) => void) =>
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) take(entry as PerformanceEntry & Record<string, number>);
    }).observe({ type, buffered: true, durationThreshold: 16 } as PerformanceObserverInit);
  on('paint', (entry) => {
    felt.paint = Math.max(felt.paint, entry.startTime);
  });
  on('largest-contentful-paint', (entry) => {
    felt.paint = Math.max(felt.paint, entry.startTime);
  });
  on('longtask', (entry) => {
    felt.longest = Math.max(felt.longest, entry.duration);
  });
  on('layout-shift', (entry) => {
    if (!entry.hadRecentInput) felt.shift += entry.value ?? 0;
  });
  on('event', (entry) => {
    if (entry.interactionId) felt.interaction = Math.max(felt.interaction, entry.duration);
  });
}

async function visit(
  browser: Browser,
  url: string,
  act?: (page: Page) => Promise<void>,
  width = 1280,
): Promise<Felt & Speed & OnMap> {
  const context = await browser.newContext({ viewport: { width, height: 900 } });
  try {
    const page = await context.newPage();
    // The compiler names its functions by a function of its own, which the page does not have.
    await page.addInitScript({ content: `globalThis.__name ??= (each) => each; (${watch})();` });
    const cdp = await context.newCDPSession(page);
    await cdp.send('Network.enable');
    await cdp.send('Network.emulateNetworkConditions', slow4g);
    await cdp.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    let sent = 0;
    page.on('response', async (response) => {
      if (!response.url().includes('/clusters') || !response.ok()) return;
      const { features } = (await response.json().catch(() => ({ features: [] }))) as { features: unknown[] };
      sent = Math.max(sent, features.length);
    });
    await page.goto(url, { waitUntil: 'networkidle', timeout: 120_000 });
    await act?.(page);
    await page.waitForTimeout(500);
    await page.locator('.leaflet-container[aria-busy=true]').waitFor({ state: 'detached' });
    const felt = await page.evaluate(() => (globalThis as unknown as { felt: Felt }).felt);
    const all = await page.locator('.mh-map .leaflet-marker-pane .leaflet-marker-icon').count();
    const singles = await page.locator('.mh-map .mh-pin:not(.mh-pin--several)').count();
    return { ...felt, sum: await page.evaluate(sum), sent, singles, several: all - singles };
  } finally {
    await context.close();
  }
}

/** From here on what every page needs is kept, as on the second page of a visit. */
const thenSearch = async (page: Page): Promise<void> => {
  await page.goto(new URL('/?q=hall', page.url()).href, { waitUntil: 'networkidle', timeout: 120_000 });
};

/** Drags the map about and moves it by keys. */
async function pan(page: Page): Promise<void> {
  const map = page.locator('.mh-map .leaflet-container');
  await map.waitFor();
  const box = await map.boundingBox();
  if (!box) throw new Error('The map has no place on the page');
  const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
  for (const [dx, dy] of [
    [160, 90],
    [-220, 40],
    [90, -180],
    [-60, 120],
  ] as const) {
    await page.mouse.move(x, y);
    await page.mouse.down();
    await page.mouse.move(x + dx, y + dy, { steps: 12 });
    await page.mouse.up();
    await page.waitForTimeout(400);
  }
  await map.focus();
  for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowRight']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(400);
  }
}

/** From this width on the map is as large as it ever gets. */
const widest = 1600;

/** The closest view that a search opens with, in the middle of a crowd. */
const pathTo = ({ lon, lat }: Crowd): string => `/?near=${lon},${lat}`;

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;

async function measure(browser: Browser, url: string): Promise<void> {
  const list = (await (await fetch(`${url}/api/v1/venues?limit=1`)).json()) as {
    items: { id: number; slug: string; location: { lon: number; lat: number } }[];
  };
  const [venue] = list.items;
  const pages: [name: string, path: string, act?: (page: Page) => Promise<void>, width?: number][] = [
    ['bare: robots.txt', '/robots.txt'],
    ['search', '/'],
    ['search, second page of a visit', '/about', thenSearch],
    ['venue', `/venues/${venue?.slug}-${venue?.id}`],
    ['search, panned', '/', pan],
    ['single markers, panned', pathTo(single), pan, widest],
    ['over 1,000 venues in view, panned', pathTo(gathered), pan, widest],
  ];
  const felt = new Map<string, (Felt & Speed & OnMap)[]>(pages.map(([name]) => [name, []]));
  for (let round = 0; round < Number(given.rounds); round += 1)
    for (const [name, path, act, width] of pages)
      felt.get(name)?.push(await visit(browser, url + path, act, width));
  const of = (name: string, part: keyof (Felt & Speed & OnMap)) =>
    median((felt.get(name) ?? []).map((each) => each[part]));
  const bare = of('bare: robots.txt', 'paint');
  say(
    '\n| page | largest paint, × bare (≤ 2) | longest task (≤ 200 ms) | the same sum | shift (≤ 0.02) | interaction (≤ 200 ms) | venues sent: single markers, signs for several |',
  );
  say('|---|---|---|---|---|---|---|');
  for (const [name] of pages)
    say(
      `| ${name} | ${(of(name, 'paint') / bare).toFixed(2)} (${Math.round(of(name, 'paint'))} ms) | ${Math.round(of(name, 'longest'))} ms | ${Math.round(of(name, 'sum'))} ms | ${of(name, 'shift').toFixed(3)} | ${Math.round(of(name, 'interaction'))} ms | ${of(name, 'sent')}: ${of(name, 'singles')}, ${of(name, 'several')} |`,
    );
}

const executablePath = findChromium(existsSync);
if (!executablePath) throw new Error('No Chromium was found: set CHROMIUM_PATH.');
const server = await startEmbedded(given.data, { log: say, settings: {} });
try {
  const register = await openRegister(server.url, Number(given.rows), 1, say);
  await addCrowds(register.db, register.rows, 1);
  const service = await run('server/main.ts', { DATABASE_URL: register.url });
  const browser = await chromium.launch({ executablePath, args: flags });
  try {
    await measure(browser, service.url);
  } finally {
    await browser.close();
    await service.stop();
    await register.db.destroy();
  }
} finally {
  await server.stop();
}
