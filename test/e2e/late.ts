/** Answers that come late, and what moves on the page meanwhile. */
import assert from 'node:assert/strict';
import type { Page, Request } from 'playwright-core';

export const lists = /\/api\/v1\/venues\?/;

/** Keeps the first list that is asked for from being answered until it is let go, and waits until it is over. */
export async function holdFirst(page: Page) {
  let free = (): void => undefined;
  const freed = new Promise<void>((resolve) => {
    free = resolve;
  });
  const asked = page.waitForRequest(lists);
  await page.route(lists, async (route) => {
    if (route.request() === (await asked)) await freed;
    await route.continue().catch(() => undefined);
  });
  return {
    asked,
    async letGo() {
      const request = await asked;
      const over = (each: Request) => each === request;
      const ended = request.failure()
        ? undefined
        : Promise.race([
            page.waitForEvent('requestfinished', over),
            page.waitForEvent('requestfailed', over),
          ]);
      free();
      await ended;
      // Whatever it would have drawn is drawn by then.
      await page.evaluate(
        () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
      );
    },
  };
}

/** Gathers what has moved without being asked to, as browsers measure it. */
export const watchShifts = (page: Page) =>
  page.addInitScript(() => {
    const shifts = Object.assign(globalThis, { shifts: [] as string[], shifted: 0 });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        hadRecentInput: boolean;
        sources?: { node?: Node }[];
      })[]) {
        if (entry.hadRecentInput) continue;
        shifts.shifted += entry.value;
        shifts.shifts.push(
          `${entry.value.toFixed(3)} ${(entry.sources ?? []).map(({ node }) => (node as Element | undefined)?.className ?? node?.nodeName).join(', ')}`,
        );
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
/** Nothing has moved by more than `most` altogether. */
export async function steady(page: Page, most = 0.05): Promise<void> {
  const { shifted, shifts } = await page.evaluate(() => {
    const found = globalThis as unknown as { shifted: number; shifts: string[] };
    return { shifted: found.shifted, shifts: found.shifts };
  });
  assert.ok(shifted <= most, `moved by ${shifted}:\n${shifts.join('\n')}`);
}
