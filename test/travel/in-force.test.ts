/** Which way of measuring travel is in force, by what is there. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ConfigError, readConfig } from '../../server/config.ts';
import { buildNetwork } from '../../server/travel/build.ts';
import { TravelFault } from '../../server/travel/fault.ts';
import { networkFile, packageFolder } from '../../server/travel/folders.ts';
import { travelInForce } from '../../server/travel/in-force.ts';

describe('the way travel is measured', () => {
  let dataDir: string;
  const inForce = async () =>
    (await travelInForce({ dataDir, valhallaUrl: undefined }, { mode: 'driving' })).model;
  const install = async (version: string) => {
    await mkdir(packageFolder(dataDir), { recursive: true });
    await writeFile(join(packageFolder(dataDir), 'package.json'), JSON.stringify({ version }));
  };
  const build = (version: string) =>
    writeFile(
      networkFile(dataDir),
      JSON.stringify({
        name: 'town.osm.pbf',
        digest: 'abc',
        tiles: 'tiles-abc',
        version,
        builtAt: '2026-01-01',
      }),
    );

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'travel-'));
  });
  afterEach(() => rm(dataDir, { recursive: true }));

  it('is straight lines with nothing there, and with only half of what a network needs', async () => {
    assert.deepEqual(await inForce(), {
      kind: 'straight_line',
      mode: 'driving',
      detour: 1.3,
      metresPerMinute: 500,
    });
    await install('3.6.1');
    assert.equal((await inForce()).kind, 'straight_line');
  });

  it('is the network that was built here, by the digest of its extract', async () => {
    await install('3.6.1');
    await build('3.6.1');
    const model = await inForce();
    assert.ok(model.kind === 'network');
    assert.deepEqual([model.engine, model.extract, model.profile], ['valhalla', 'sha256:abc', 'auto']);
  });

  it('refuses a network that another version built', async () => {
    await install('3.6.1');
    await build('3.5.0');
    await assert.rejects(inForce(), /built by Valhalla 3\.5\.0, and 3\.6\.1 is installed/);
  });

  it('builds nothing without the engine', async () => {
    await assert.rejects(
      buildNetwork(dataDir, 'town.osm.pbf', () => undefined),
      {
        constructor: TravelFault,
        message: 'Valhalla is not installed: npm run travel -- install',
      },
    );
  });

  it('takes an address of a server without secrets only', () => {
    assert.equal(
      readConfig({ VALHALLA_URL: 'http://valhalla:8002/' }, []).valhallaUrl,
      'http://valhalla:8002',
    );
    for (const address of ['valhalla:8002', 'http://user:secret@valhalla:8002'])
      assert.throws(
        () => readConfig({ VALHALLA_URL: address }, []),
        (error) => error instanceof ConfigError && !error.message.includes('secret@'),
      );
  });
});
