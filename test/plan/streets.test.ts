/** A plan on real streets, with Valhalla fetched (280 MB) into a folder for temporary files: with VALHALLA_TESTS=on only. */
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startPlanRunner } from '../../server/plan/runner.ts';
import type { Answer } from '../../server/plan/schema.ts';
import { buildNetwork } from '../../server/travel/build.ts';
import { installEngine } from '../../server/travel/install.ts';
import { addVenue } from '../support/factories.ts';
import { addDemand, asked, type Planning, planning, until } from './support.ts';

const extract = '../shared/data/osm/porto.osm.pbf';
const centre = { lon: -8.611, lat: 41.1475 };
const around = (n: number, spread: number) => ({
  lon: centre.lon + spread * (((n * 0.754878) % 1) - 0.5),
  lat: centre.lat + spread * (((n * 0.56984) % 1) - 0.5),
});

describe('plans on streets', function () {
  this.timeout(600_000);
  let dataDir: string | undefined;
  let there: Planning;
  before(async function () {
    if (process.env.VALHALLA_TESTS !== 'on' || !existsSync(extract)) {
      console.log('      left out: VALHALLA_TESTS is not on, or there is no extract');
      return this.skip();
    }
    dataDir = await mkdtemp(join(tmpdir(), 'valhalla-plan-'));
    await installEngine(dataDir, () => undefined);
    await buildNetwork(dataDir, extract, () => undefined);
    there = await planning();
  });
  after(() => dataDir && rm(dataDir, { recursive: true, force: true }));

  it('walk on the network, say so, and take longer than the crow flies', async () => {
    const areas = Array.from({ length: 60 }, (_area, n) => ({
      id: `p${n}`,
      ...around(n, 0.02),
      people: n + 1,
    }));
    const layer = await addDemand(there.db, there.organisationId, areas);
    for (let n = 0; n < 8; n += 1)
      await addVenue(there.db, {
        name: `Sala ${n}`,
        location: { ...around(n + 100, 0.02), precision: 'exact' },
      });
    const more = (by: string) => ({
      demand: { layer, weight: 'people' },
      question: { kind: 'mclp', p: 2, within: 10 },
      travel: { by, mode: 'walking', unit: 'minutes', detour: 1 },
    });
    const ids = [await asked(there, more('network')), await asked(there, more('straight_line'))];
    const faults: unknown[] = [];
    const place = { dataDir: String(dataDir), valhallaUrl: undefined };
    const runner = startPlanRunner(there.db, (error) => faults.push(error), { place });
    const answers: Answer[] = [];
    for (const id of ids) answers.push((await until(there, id)).answer as Answer);
    await runner.stop();
    assert.deepEqual(faults, []);
    const [streets, lines] = answers as [Answer, Answer];
    assert.equal(streets.travel?.kind, 'network');
    assert.match(JSON.stringify(streets.travel), /"profile":"pedestrian".*|"extract":"sha256:/);
    assert.match(streets.says, /Ways are those of streets and paths, on foot\.$/);
    assert.ok(
      streets.objective > 0 && streets.objective <= lines.objective,
      `${streets.objective} of ${lines.objective}`,
    );
  });

  it('let go of the network when they are cancelled', async () => {
    const areas = Array.from({ length: 3000 }, (_area, n) => ({
      id: `d${n}`,
      ...around(n, 0.04),
      people: 1,
    }));
    const layer = await addDemand(there.db, there.organisationId, areas);
    const id = await asked(there, {
      demand: { layer, weight: 'people' },
      question: { kind: 'mclp', p: 2, within: 30 },
      travel: { by: 'network', mode: 'driving', unit: 'minutes' },
    });
    const place = { dataDir: String(dataDir), valhallaUrl: undefined };
    const runner = startPlanRunner(there.db, (error) => assert.fail(String(error)), { place });
    while (engines().length === 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await there.request.post(`/api/v1/plans/${id}/cancel`).set('Cookie', there.cookie).expect(200);
    while (engines().length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    await runner.stop();
    assert.equal((await until(there, id)).status, 'cancelled');
  });
});

/** The processes of Valhalla that this one has started. */
const engines = () =>
  readdirSync('/proc').filter((each) => {
    if (!/^\d+$/.test(each)) return false;
    try {
      const isOurs = readFileSync(`/proc/${each}/status`, 'utf8').includes(`PPid:\t${process.pid}\n`);
      return isOurs && readFileSync(`/proc/${each}/cmdline`, 'utf8').includes('valhalla-process');
    } catch {
      return false;
    }
  });
