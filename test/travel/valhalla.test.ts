/**
 * Travel on real streets, by Valhalla itself: fetched (280 MB) into a folder for temporary files, which is why it runs
 * with VALHALLA_TESTS=on only.
 */
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { greatCircle } from '../../server/database/geometry.ts';
import { buildNetwork } from '../../server/travel/build.ts';
import { catchmentsOf, type Outline } from '../../server/travel/catchments.ts';
import { TravelFault, TravelStopped } from '../../server/travel/fault.ts';
import { type BuiltNetwork, travelFolder } from '../../server/travel/folders.ts';
import { travelInForce } from '../../server/travel/in-force.ts';
import { installEngine } from '../../server/travel/install.ts';
import { localEngine } from '../../server/travel/local-engine.ts';
import { type NetworkWays, reachOf } from '../../server/travel/reach-of.ts';
import { type Mode, modes, type Point } from '../../server/travel/schema.ts';

const extracts = '../shared/data/osm';
const cities = [
  { file: 'porto.osm.pbf', centre: { lon: -8.611, lat: 41.1475 } },
  { file: 'london.osm.pbf', centre: { lon: -0.116, lat: 51.5115 } },
];

/** Points spread over a square, the same each time; the fractions of the golden ratio lie evenly. */
const spread = (count: number, { lon, lat }: Point, metres: number, seed: number): Point[] =>
  Array.from({ length: count }, (_, k) => {
    const [east, north] = [(seed + k * 0.7548776662) % 1, (seed + k * 0.5698402909) % 1];
    const degrees = (2 * metres) / 111_195;
    return {
      lon: lon + ((east - 0.5) * degrees) / Math.cos((lat * Math.PI) / 180),
      lat: lat + (north - 0.5) * degrees,
    };
  });

const straight = (a: Point, b: Point) => greatCircle(a.lon, a.lat, b.lon, b.lat);

/** Whether a point is inside a ring, by how often a line from it crosses. */
const isInside = ({ lon, lat }: Point, { coordinates: [ring = []] }: Outline) =>
  ring.filter(([x1, y1], k) => {
    const [x2, y2] = ring[(k + 1) % ring.length] ?? [x1, y1];
    return y1 > lat !== y2 > lat && lon < ((x2 - x1) * (lat - y1)) / (y2 - y1) + x1;
  }).length %
    2 ===
  1;

describe('travel by Valhalla itself', () => {
  let dataDir: string;

  before(async function () {
    const isWanted = process.env.VALHALLA_TESTS === 'on';
    if (!isWanted || !existsSync(extracts)) {
      console.log(`      left out: ${isWanted ? `no extracts in ${extracts}` : 'VALHALLA_TESTS is not on'}`);
      return this.skip();
    }
    dataDir = await mkdtemp(join(tmpdir(), 'valhalla-'));
    try {
      await installEngine(dataDir, () => undefined);
    } catch (error) {
      console.log(`      left out: ${error instanceof Error ? error.message : error}`);
      this.skip();
    }
  });
  after(() => (dataDir ? rm(dataDir, { recursive: true }) : undefined));

  const network = async (mode: Mode): Promise<NetworkWays> => {
    const travel = await travelInForce({ dataDir, valhallaUrl: undefined }, { mode });
    assert.ok('engine' in travel);
    return travel;
  };

  it('is straight lines before a network is built', async () => {
    const { model } = await travelInForce({ dataDir, valhallaUrl: undefined }, { mode: 'walking' });
    assert.equal(model.kind, 'straight_line');
    assert.equal(await installEngine(dataDir, assert.fail), false);
  });

  for (const { file, centre } of cities)
    describe(file, () => {
      let built: BuiltNetwork;
      const places = spread(60, centre, 700, 0.1);
      const sites = spread(25, centre, 700, 0.6);

      before(async () => {
        built = await buildNetwork(dataDir, join(extracts, file), () => undefined);
      });

      it('says which extract it is', async () => {
        const { model } = await network('wheelchair');
        assert.ok(model.kind === 'network');
        assert.deepEqual(
          [model.extract, model.profile, model.version],
          [`sha256:${built.digest}`, 'wheelchair', '3.6.1'],
        );
      });

      for (const mode of modes)
        it(`loses nobody by its bounds, ${mode}, and is never quicker than the straight line`, async () => {
          const within = { minutes: mode === 'walking' || mode === 'wheelchair' ? 10 : 3 };
          const bounded = await reachOf(await network(mode), places, sites, { within });
          const engine = localEngine(dataDir, built);
          const unbounded: NetworkWays = {
            model: bounded.model as NetworkWays['model'],
            engine: { ...engine, open: (bounds) => engine.open({ ...bounds, seconds: 1_000_000 }) },
          };
          const all = await reachOf(unbounded, places, sites, { within: { minutes: 60 } });
          const expected = all.places.map((found) =>
            found.filter(([, minutes]) => minutes <= within.minutes),
          );
          assert.ok(expected.flat().length > 100, `${expected.flat().length} pairs`);
          assert.deepEqual(bounded.places, expected);
          const fastest = bounded.model.metresPerMinute;
          for (const [i, found] of bounded.places.entries())
            for (const [j, minutes] of found) {
              const [place, site] = [places[i], sites[j]];
              // Valhalla tells whole seconds, and spots to a millionth of a degree.
              assert.ok(place && site && minutes * fastest >= straight(place, site) - fastest / 60 - 1);
            }
        });

      it('draws the ground that a site is reached from', async () => {
        const within = { minutes: 8 };
        const travel = await network('walking');
        const reach = await reachOf(travel, places, sites, { within });
        const outlines = await catchmentsOf(travel, sites, { within });
        let [same, all] = [0, 0];
        for (const [j, outline] of outlines.entries())
          if (outline)
            for (const [i, place] of places.entries()) {
              all += 1;
              const isReached = reach.places[i]?.some(([site]) => site === j) === true;
              if (isInside(place, outline) === isReached) same += 1;
            }
        assert.ok(all > 1000);
        // An outline leaves out the way from the door to the street, and smooths.
        assert.ok(same / all > 0.8, `${same} of ${all} as they are reached`);
      });
    });

  describe('on this machine', () => {
    it('keeps the tiles before, and no older ones', async () => {
      const tiles = (await readdir(travelFolder(dataDir))).filter((name) => name.startsWith('tiles-'));
      assert.equal(tiles.length, 2);
    });

    const processes = () =>
      execFileSync('ps', ['-eo', 'ppid,args'])
        .toString()
        .split('\n')
        .filter((line) => line.trim().startsWith(`${process.pid} `) && line.includes('valhalla-process'))
        .length;
    const [centre] = cities.slice(1).map((city) => city.centre);

    it('ends its process with the run, stopped or not', async () => {
      assert.ok(centre);
      const [many, settings] = [spread(300, centre, 900, 0.3), { within: { minutes: 30 } }];
      let pieces = 0;
      await assert.rejects(
        reachOf(await network('walking'), many, many, {
          ...settings,
          progress: () => {
            pieces += 1;
          },
          stopped: () => pieces > 2,
        }),
        TravelStopped,
      );
      assert.ok(pieces > 2 && pieces < 10, `${pieces} pieces`);
      while (processes() > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    });

    it('survives the end of Valhalla, and says so', async () => {
      assert.ok(centre);
      const session = (await network('walking')).engine.open({
        costing: 'pedestrian',
        apart: 1000,
        seconds: 1000,
      });
      try {
        await session.ask('locate', { costing: 'pedestrian', locations: [centre] });
        const children = execFileSync('pgrep', ['-P', String(process.pid), '-f', 'valhalla-process']);
        const pid = Number(children.toString());
        process.kill(pid, 'SIGSTOP');
        const next = session.ask('locate', { costing: 'pedestrian', locations: [centre] });
        process.kill(pid, 'SIGKILL');
        await assert.rejects(next, TravelFault);
        await assert.rejects(session.ask('locate', {}), /Valhalla ended while it was asked \(SIGKILL\)/);
      } finally {
        session.close();
      }
    });

    it('builds nothing of what is no extract', async () => {
      const before = (await network('walking')).model;
      await assert.rejects(
        buildNetwork(dataDir, 'package.json', () => undefined),
        TravelFault,
      );
      assert.deepEqual((await network('walking')).model, before);
    });
  });
});
