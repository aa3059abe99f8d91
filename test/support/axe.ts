/** What axe finds wrong with a page as it stands, in words that can be acted on. */
import { createRequire } from 'node:module';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const script = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

export const wcag22 = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Put axe into every document that the page will load, before its own scripts, where no policy is in the way. */
export const bringAxe = (page: Page): Promise<unknown> => page.addInitScript({ path: script });

/** One line for each element that fails a rule. */
export async function violations(page: Page, options: RunOptions = {}): Promise<string[]> {
  const asked: RunOptions = {
    runOnly: { type: 'tag', values: wcag22 },
    resultTypes: ['violations'],
    preload: false, // of what it would fetch, only rules that are off and pages with sound make use
    ...options,
  };
  // A page can be read before its styles are there, and then nothing has its size.
  await page.waitForLoadState();
  const found = await page.evaluate(
    (given) =>
      (globalThis as unknown as { axe: { run(where: Document, how: object): Promise<AxeResults> } }).axe.run(
        document,
        given,
      ),
    asked,
  );
  return found.violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help}: ${node.target.join(' ')}: ${node.any[0]?.message ?? ''}`),
  );
}

/** Of all rules those that a change of colours alone can break. */
const colours: RunOptions = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] } };

/**
 * What axe finds in the light, and then what the dark breaks. The page stays dark. Colours are the same in every language,
 * so of the dark one language is enough.
 */
export async function violationsInBothSchemes(page: Page, options: RunOptions = {}): Promise<string[]> {
  await page.emulateMedia({ colorScheme: 'light' });
  const light = await violations(page, options);
  if (!(await page.locator('html:lang(en)').count())) return light;
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await violations(page, colours);
  return [...light, ...dark.map((each) => `in the dark: ${each}`)];
}
