/** A real Chromium: the one that is installed. `scripts/test.ts` has made sure that there is one. */
import { existsSync } from 'node:fs';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/chromium.ts';

let browser: Promise<Browser> | undefined;

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--font-render-hinting=none', // letters look the same in every build of the browser
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // No name leads away from this machine, as where there is no network; nothing need stand in the way of each request.
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1',
  '--no-proxy-server',
];

function launch(): Promise<Browser> {
  const executablePath = findChromium(existsSync);
  if (!executablePath)
    throw new Error('No Chromium was found: set CHROMIUM_PATH, or run the tests with npm test.');
  browser ??= chromium.launch({ executablePath, args: flags });
  return browser;
}

/** A page in a context of its own. */
export async function openPage(options: BrowserContextOptions = {}): Promise<Page> {
  const context = await (await launch()).newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    ...options,
  });
  // Patience, not speed, is what a busy machine asks for.
  context.setDefaultTimeout(90_000);
  return context.newPage();
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close();
  browser = undefined;
}
