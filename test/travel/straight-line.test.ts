/** Travel in straight lines, against every pair measured one by one. */
import assert from 'node:assert/strict';
import fc from 'fast-check';
import { greatCircle } from '../../server/database/geometry.ts';
import { catchmentsOf } from '../../server/travel/catchments.ts';
import { TravelFault, TravelStopped } from '../../server/travel/fault.ts';
import { nearIndex } from '../../server/travel/near.ts';
import { reachOf } from '../../server/travel/reach-of.ts';
import { modes, type Point, type Within } from '../../server/travel/schema.ts';
import { straightLine, straightWithin } from '../../server/travel/straight-line.ts';

const anywhere = fc.record({
  lon: fc.double({ min: -180, max: 180, noNaN: true }),
  lat: fc.double({ min: -90, max: 90, noNaN: true }),
});
/** Points that have neighbours: in a town, over the date line, and round a pole. */
const crowded = fc
  .constantFrom({ lon: -0.16, lat: 51.43 }, { lon: 180, lat: -17 }, { lon: 0, lat: 90 })
  .chain((centre) =>
    fc
      .array(
        fc.record({
          east: fc.double({ min: -0.05, max: 0.05, noNaN: true }),
          north: fc.double({ min: -0.05, max: 0.05, noNaN: true }),
        }),
        { maxLength: 30 },
      )
      .map((offsets) =>
        offsets.map(({ east, north }): Point => {
          const lon = centre.lat === 90 ? east * 3600 : centre.lon + east;
          return { lon: lon > 180 ? lon - 360 : lon, lat: Math.min(90, centre.lat - Math.abs(north)) };
        }),
      ),
  );
const points = fc.oneof(crowded, fc.array(anywhere, { maxLength: 12 }));
const within: fc.Arbitrary<Within> = fc.oneof(
  fc.record({ minutes: fc.double({ min: 0, max: 120, noNaN: true }) }),
  fc.record({ metres: fc.double({ min: 0, max: 12_000, noNaN: true }) }),
  fc.record({ metres: fc.constantFrom(0, 1_000_000, 30_000_000) }),
);
const models = fc
  .record({
    mode: fc.constantFrom(...modes),
    detour: fc.option(fc.double({ min: 1, max: 3, noNaN: true }), { nil: undefined }),
  })
  .map(({ mode, detour }) => straightLine(mode, { detour }));

describe('travel in straight lines', () => {
  it('reaches exactly what every pair measured one by one reaches, and never more than that', async () => {
    await fc.assert(
      fc.asyncProperty(points, points, within, models, async (places, sites, within, model) => {
        const reach = await reachOf({ model }, places, sites, { within });
        const most = 'metres' in within ? within.metres : within.minutes;
        const measured = places.map((place) =>
          sites.flatMap((site, number) => {
            const way = greatCircle(place.lon, place.lat, site.lon, site.lat) * model.detour;
            const travel = 'metres' in within ? way : way / model.metresPerMinute;
            return travel <= most ? [[number, travel]] : [];
          }),
        );
        assert.equal(reach.sites, sites.length);
        assert.deepEqual(reach.places, measured);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same there and back', async () => {
    await fc.assert(
      fc.asyncProperty(points, points, within, models, async (places, sites, within, model) => {
        const pairs = async (from: Point[], to: Point[], turn: boolean) => {
          const { places } = await reachOf({ model }, from, to, { within });
          return places
            .flatMap((found, i) =>
              found.map(([j, travel]) => `${turn ? `${j} ${i}` : `${i} ${j}`} ${travel.toFixed(6)}`),
            )
            .sort();
        };
        assert.deepEqual(await pairs(places, sites, false), await pairs(sites, places, true));
      }),
      { numRuns: 100 },
    );
  });

  it('looks at what is near only', () => {
    const sites = Array.from({ length: 3000 }, (_, k) => ({
      lon: -0.5 + (k % 60) / 60,
      lat: 51.3 + k / 7500,
    }));
    let looked = 0;
    const counted = sites.map((site) =>
      Object.defineProperty({ lat: site.lat, lon: 0 }, 'lon', {
        get: () => {
          looked += 1;
          return site.lon;
        },
      }),
    );
    const near = nearIndex(counted, 923);
    looked = 0;
    near({ lon: -0.1, lat: 51.5 });
    assert.ok(looked > 0 && looked < 60, `${looked} looks`);
  });

  it('says which model it is, walks 4.8 km/h and 1.3 times the line', async () => {
    const model = straightLine('walking');
    const reach = await reachOf({ model }, [{ lon: 0, lat: 0 }], [{ lon: 0, lat: 0.008 }], {
      within: { minutes: 15 },
    });
    assert.deepEqual(reach.model, {
      kind: 'straight_line',
      mode: 'walking',
      detour: 1.3,
      metresPerMinute: 80,
    });
    assert.deepEqual(reach.within, { minutes: 15 });
    assert.deepEqual(
      reach.places.map((found) => found.map(([site, travel]) => [site, travel.toFixed(2)])),
      [[[0, '14.46']]],
    );
    assert.ok(straightLine('wheelchair').metresPerMinute < straightLine('walking').metresPerMinute);
  });

  it('tells how far it is, and stops when it is asked to', async () => {
    const model = straightLine('walking');
    const places = Array.from({ length: 95 }, (_, k) => ({ lon: k / 1000, lat: 51 }));
    const told: [number, number][] = [];
    const settings = {
      within: { metres: 500 },
      progress: (done: number, all: number) => told.push([done, all]),
    };
    await reachOf({ model }, places, places, settings);
    assert.ok(told.length > 2);
    assert.deepEqual(told.at(-1), [95, 95]);
    const seen = told.length;
    await assert.rejects(
      reachOf({ model }, places, places, { ...settings, stopped: () => told.length > seen }),
      TravelStopped,
    );
    assert.equal(told.length, seen + 1);
  });

  it('draws a circle round what is within', async () => {
    await fc.assert(
      fc.asyncProperty(anywhere, within, models, async (site, within, model) => {
        const [outline] = await catchmentsOf({ model }, [site], { within });
        const ring = outline?.coordinates[0] ?? [];
        const line = Math.min(straightWithin(model, within), 10_007_000);
        assert.equal(ring.length, 65);
        assert.deepEqual(ring[0], ring.at(-1));
        for (const [lon, lat] of ring)
          assert.ok(Math.abs(greatCircle(site.lon, site.lat, lon, lat) - line) < 1 + line / 1000);
      }),
      { numRuns: 100 },
    );
  });

  it('answers nothing to nobody', async () => {
    const model = straightLine('cycling');
    const [one, settings] = [[{ lon: 0, lat: 0 }], { within: { minutes: 1 } }];
    assert.deepEqual((await reachOf({ model }, [], one, settings)).places, []);
    assert.deepEqual((await reachOf({ model }, one, [], settings)).places, [[]]);
  });

  it('refuses what cannot be', async () => {
    assert.throws(() => straightLine('walking', { detour: 0.9 }), TravelFault);
    assert.throws(() => straightLine('walking', { metresPerMinute: 0 }), TravelFault);
    const model = straightLine('walking');
    const [one, nowhere] = [[{ lon: 0, lat: 0 }], [{ lon: Number.NaN, lat: 0 }]];
    await assert.rejects(reachOf({ model }, one, nowhere, { within: { minutes: 5 } }), TravelFault);
    await assert.rejects(reachOf({ model }, one, one, { within: { minutes: -1 } }), TravelFault);
  });
});
