/**
 * The same question on real streets and in straight lines, in a browser. Valhalla is fetched for it (280 MB), which is why
 * it runs with VALHALLA_TESTS=on only.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { type PlanRunner, startPlanRunner } from '../../server/plan/runner.ts';
import { buildNetwork } from '../../server/travel/build.ts';
import { installEngine } from '../../server/travel/install.ts';
import { addDemand } from '../plan/support.ts';
import { buildApp, listen } from '../support/app.ts';
import { openPage } from '../support/browser.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue } from '../support/factories.ts';
import { addOrganisation, signIn } from '../support/people.ts';

const extracts = '../shared/data/osm';
const cities = [
  { file: 'porto.osm.pbf', lon: -8.611, lat: 41.1475 },
  { file: 'london.osm.pbf', lon: -0.116, lat: 51.5115 },
];

/** A square of points around a middle, a few hundred metres apart. */
const around = ({ lon, lat }: { lon: number; lat: number }, across: number, step: number) =>
  Array.from({ length: across * across }, (_point, n) => ({
    lon: lon + ((n % across) - (across - 1) / 2) * step * 1.4,
    lat: lat + (Math.floor(n / across) - (across - 1) / 2) * step,
  }));

describe('planning on real streets, in a browser', () => {
  let dataDir: string;
  before(async function () {
    const isWanted = process.env.VALHALLA_TESTS === 'on';
    if (!isWanted || !existsSync(extracts)) {
      console.log(`      left out: ${isWanted ? `no extracts in ${extracts}` : 'VALHALLA_TESTS is not on'}`);
      return this.skip();
    }
    dataDir = await mkdtemp(join(tmpdir(), 'valhalla-'));
    await installEngine(dataDir, () => undefined);
  });
  after(() => (dataDir ? rm(dataDir, { recursive: true }) : undefined));

  for (const { file, ...middle } of cities)
    it(`${file}: the answer says which ways it rests on, and ways along streets are longer`, async () => {
      const { digest } = await buildNetwork(dataDir, join(extracts, file), () => undefined);
      const { db } = await freshDatabase();
      const board = await addOrganisation(db, { name: 'Board', kind: 'commissioner' });
      const [name = '', value = ''] = (
        await signIn(db, 'priya@board.example', { [board]: 'editor' })
      ).cookie.split('=');
      await addDemand(
        db,
        board,
        around(middle, 6, 0.0022).map((point, n) => ({ id: `a${n}`, ...point, people: 100 + n })),
      );
      for (const [n, point] of around(middle, 3, 0.004).entries())
        await addVenue(db, { name: `Hall ${n}`, location: { ...point, precision: 'exact' } });
      const site = await listen(buildApp(db));
      const faults: unknown[] = [];
      let runner: PlanRunner | undefined;
      const page = await openPage({ baseURL: site.url });
      await page.context().addCookies([{ name, value, url: site.url }]);
      try {
        const shares: number[] = [];
        for (const place of [{ dataDir, valhallaUrl: undefined }, undefined]) {
          runner = startPlanRunner(db, (error) => faults.push(error), place ? { place } : {});
          const text = await askOnStreets(page);
          assert.match(
            text,
            place
              ? new RegExp(`along streets and paths .*${`sha256:${digest}`.slice(0, 12)}`)
              : /in a straight line/,
          );
          const [share = '0'] = /[\d.]+(?=%)/.exec(await page.locator('.mh-answer__said').innerText()) ?? [];
          shares.push(Number(share));
          await runner.stop();
        }
        const [streets = 0, lines = 0] = shares;
        assert.ok(streets > 0 && streets !== lines, `${streets} % along streets, ${lines} % in lines`);
        assert.deepEqual(faults, []);
      } finally {
        await runner?.stop();
        await page.context().close();
        await site.close();
      }
    });
});

/** Asks for two places within five minutes along streets, as a person does. Answers all that the page of the answer says. */
async function askOnStreets(page: Page): Promise<string> {
  await page.goto('/plan/new?p=2&far=5');
  await page.getByText('More settings').click();
  await page.getByLabel(/Along streets and paths/).check();
  await page.getByRole('button', { name: 'Work it out' }).last().click();
  await page.getByRole('heading', { name: 'The answer' }).waitFor();
  return page.locator('main').innerText();
}
