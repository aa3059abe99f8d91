/**
 * Travel by a server of Valhalla: what is asked of it, in what pieces, and what its answers come to. The server is one
 * that walks in right angles, so that every answer can be worked out.
 */
import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { greatCircle } from '../../server/database/geometry.ts';
import { TravelFault, TravelStopped } from '../../server/travel/fault.ts';
import { travelInForce } from '../../server/travel/in-force.ts';
import { reachOf } from '../../server/travel/reach-of.ts';
import type { Mode, Point, Within } from '../../server/travel/schema.ts';

type Located = { lon: number; lat: number };
interface Asked {
  path: string;
  sources: Located[];
  targets: Located[];
  locations: Located[];
  costing: string;
  costing_options: Record<string, Record<string, unknown>>;
}

const squared = (a: Point, b: Point) =>
  greatCircle(a.lon, a.lat, b.lon, a.lat) + greatCircle(b.lon, a.lat, b.lon, b.lat);
/** East of this there is no network. */
const SEA = 1;
const edge = (reach: number, distance: number) => (lon: number, lat: number) => ({
  correlated_lon: lon,
  correlated_lat: lat,
  distance,
  outbound_reach: reach,
  inbound_reach: reach,
});
const street = edge(50, greatCircle(0, 51, 0, 51.0001));
/** Nearer than the street, but it leads nowhere. */
const courtyard = edge(2, 1);
/** An island, from which nobody gets away. */
const isIsland = ({ lat }: Point) => lat > 51.9;

describe('travel by a server of Valhalla', () => {
  let server: Server;
  let url: string;
  let asked: Asked[];
  let refuse: ((path: string) => number | undefined) | undefined;

  const answer = ({ path, sources, targets, locations }: Asked): unknown => {
    if (path === '/status') return { version: '3.6.1', tileset_last_modified: 1_700_000_000 };
    if (path === '/locate')
      return locations.map(({ lon, lat }) =>
        lon > SEA
          ? { edges: null, nodes: null }
          : { edges: [courtyard(lon, lat), street(lon, lat + 0.0001)], nodes: [] },
      );
    const each = (what: (metres: number) => number) =>
      sources.map((from) =>
        targets.map((to) => (isIsland(from) !== isIsland(to) ? null : what(squared(from, to)))),
      );
    return {
      sources_to_targets: {
        durations: each((metres) => (metres / 80) * 60),
        distances: each((metres) => metres / 1000),
      },
    };
  };

  before(async () => {
    server = createServer(async (request, response) => {
      const parts: Buffer[] = [];
      for await (const part of request) parts.push(part as Buffer);
      const query = JSON.parse(Buffer.concat(parts).toString()) as Omit<Asked, 'path'>;
      const path = request.url ?? '';
      asked.push({ ...query, path });
      const status = refuse?.(path);
      response.writeHead(status ?? 200, { 'content-type': 'application/json' });
      response.end(
        JSON.stringify(status ? { error_code: 442, error: 'Not today' } : answer({ ...query, path })),
      );
    }).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => {
    asked = [];
    refuse = undefined;
  });
  after(() => server.close());

  const travel = (mode: Mode = 'walking') =>
    travelInForce({ dataDir: '/nowhere', valhallaUrl: url }, { mode });
  const rows = (count: number, from: Point, step: number) =>
    Array.from({ length: count }, (_, k) => ({
      lon: from.lon + (k % 10) * step,
      lat: from.lat + Math.floor(k / 10) * step,
    }));
  const matrices = () => asked.filter(({ path }) => path === '/sources_to_targets');

  it('says what it rests on', async () => {
    const { model } = await travel('wheelchair');
    assert.deepEqual(
      { ...model, metresPerMinute: Math.round(model.metresPerMinute) },
      {
        kind: 'network',
        mode: 'wheelchair',
        engine: 'valhalla',
        version: '3.6.1',
        extract: 'tiles of 2023-11-14T22:13:20.000Z',
        profile: 'wheelchair',
        metresPerMinute: 67,
      },
    );
  });

  it('reaches what every pair asked one by one reaches, the way to the street and back included', async () => {
    const places = rows(60, { lon: -0.2, lat: 51.4 }, 0.004);
    const sites = rows(20, { lon: -0.195, lat: 51.403 }, 0.007);
    const onStreet = ({ lon, lat }: Point) => ({ lon, lat: lat + 0.0001 });
    const aside = 2 * greatCircle(0, 51.4, 0, 51.4001);
    const asked: Within[] = [{ minutes: 15 }, { metres: 1500 }];
    for (const within of asked) {
      const reach = await reachOf(await travel(), places, sites, { within });
      const unit = 'metres' in within ? 1 : 80;
      const most = 'metres' in within ? within.metres : within.minutes;
      const expected = places.map((place) =>
        sites.flatMap((site, number) => {
          const way = (squared(onStreet(place), onStreet(site)) + aside) / unit;
          return way <= most ? [`${number} ${way.toFixed(3)}`] : [];
        }),
      );
      assert.ok(expected.flat().length > 50);
      assert.deepEqual(
        reach.places.map((found) => found.map(([site, way]) => `${site} ${way.toFixed(3)}`)),
        expected,
      );
      assert.equal(reach.model.kind, 'network');
    }
  });

  it('asks for what is near only, in small pieces, people going to the site', async () => {
    const places = rows(700, { lon: -0.2, lat: 51.4 }, 0.0001);
    const sites = [...rows(2, { lon: -0.2, lat: 51.4 }, 0.001), { lon: -0.4, lat: 51.7 }];
    const done: [number, number][] = [];
    await reachOf(await travel('cycling'), places, sites, {
      within: { minutes: 10 },
      progress: (...told) => done.push(told),
    });
    assert.ok(
      asked.filter(({ path }) => path === '/locate').every(({ locations }) => locations.length <= 50),
    );
    assert.equal(matrices().length, 4);
    assert.ok(matrices().every(({ sources, targets }) => sources.length <= 500 && targets.length === 1));
    assert.ok(matrices().every(({ targets: [to] }) => to?.lat === 51.4001));
    assert.deepEqual(done.at(-1), [1400, 1400]);
    assert.deepEqual(matrices()[0]?.costing_options, {
      bicycle: { cycling_speed: 16, use_ferry: 0, ferry_cost: 36_000 },
    });
  });

  it('searches from places, where there are fewer of them', async () => {
    await reachOf(await travel(), [{ lon: -0.2, lat: 51.4 }], rows(30, { lon: -0.2, lat: 51.4 }, 0.0005), {
      within: { minutes: 15 },
    });
    assert.deepEqual(
      matrices().map(({ sources, targets }) => [sources.length, targets.length]),
      [[1, 30]],
    );
  });

  it('names who is not on the network, and knows islands', async () => {
    const places = [
      { lon: 0.9999, lat: 51.4 },
      { lon: 1.0001, lat: 51.4 },
      { lon: 0.5, lat: 51.901 },
    ];
    const sites = [
      { lon: 0.9998, lat: 51.4 },
      { lon: 1.0002, lat: 51.4 },
      { lon: 0.5, lat: 51.899 },
    ];
    const reach = await reachOf(await travel(), places, sites, { within: { minutes: 10 } });
    assert.deepEqual(reach.offNetwork, { places: [1], sites: [1] });
    assert.deepEqual(
      reach.places.map((found) => found.map(([site]) => site)),
      [[0], [], []],
    );
  });

  it('stops between two pieces', async () => {
    const places = rows(600, { lon: -0.2, lat: 51.4 }, 0.0001);
    await assert.rejects(
      reachOf(await travel(), places, rows(20, { lon: -0.2, lat: 51.4 }, 0.0001), {
        within: { minutes: 15 },
        stopped: () => matrices().length >= 3,
      }),
      TravelStopped,
    );
    assert.ok(matrices().length < 8, `${matrices().length}`);
  });

  it('tries again what was refused for a moment, and says what is refused for good', async () => {
    const [one, settings] = [[{ lon: 0, lat: 51.4 }], { within: { minutes: 5 } }];
    let left = 1;
    refuse = (path) => (path === '/sources_to_targets' && left-- > 0 ? 503 : undefined);
    assert.deepEqual((await reachOf(await travel(), one, one, settings)).places[0]?.length, 1);
    refuse = (path) => (path === '/sources_to_targets' ? 400 : undefined);
    await assert.rejects(reachOf(await travel(), one, one, settings), {
      name: 'Error',
      message: 'The server of Valhalla cannot answer (400). Not today',
    });
    assert.equal(matrices().length, 3);
  });

  it('is in force before anything else, and is no straight line where it does not answer', async () => {
    refuse = () => 404;
    await assert.rejects(travel(), TravelFault);
    const straight = { mode: 'walking', straightLine: true } as const;
    const { model } = await travelInForce({ dataDir: '/nowhere', valhallaUrl: url }, straight);
    assert.equal(model.kind, 'straight_line');
  });
});
