import assert from 'node:assert/strict';
import { demoAreas, demoPlaces, demoVenues } from '../../seeds/demo.ts';

type Point = readonly [number, number];

/** Is the point inside the ring? Counts the crossings of a line to the east. */
function inside([x, y]: Point, ring: number[][]): boolean {
  let crossings = 0;
  ring.slice(1).forEach(([x2 = 0, y2 = 0], index) => {
    const [x1 = 0, y1 = 0] = ring[index] ?? [];
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) crossings += 1;
  });
  return crossings % 2 === 1;
}

const rings = demoAreas.features.map(({ properties, geometry }) => ({
  ...properties,
  ring: geometry.coordinates[0] ?? [],
}));
const wards = rings.filter(({ kind }) => kind === 'ward');
const boroughs = rings.filter(({ kind }) => kind === 'borough');
const within = (point: Point, areas: typeof rings) => areas.filter(({ ring }) => inside(point, ring));

/** Points of a fine grid over the whole demo. */
const grid = Array.from({ length: 70 * 50 }, (_, index): Point => {
  return [-0.265 + (index % 70) * 0.00227, 51.39 + Math.floor(index / 70) * 0.00197];
});

describe('the demo places', () => {
  it('are neighbourhoods, stations and postcodes', () => {
    const of = (...kinds: string[]) => demoPlaces.filter(({ kind }) => kinds.includes(kind)).length;
    assert.ok(of('suburb', 'town', 'village', 'station') >= 60);
    assert.ok(of('postcode') >= 60);
    assert.ok(of('station') >= 20);
  });

  it('are named once, and have four decimals', () => {
    assert.equal(new Set(demoPlaces.map(({ name, kind }) => `${kind} ${name}`)).size, demoPlaces.length);
    for (const { name, lon, lat } of demoPlaces)
      for (const degrees of [lon, lat]) assert.ok(String(degrees).replace(/^.*\./, '').length <= 4, name);
  });
});

describe('the demo areas', () => {
  it('are some thirty neighbourhoods in three boroughs, with ids of their own', () => {
    assert.ok(wards.length >= 24);
    assert.equal(boroughs.length, 3);
    assert.equal(new Set(rings.map(({ id }) => id)).size, rings.length);
    assert.ok(rings.some(({ id }) => id === 'demo-tooting'));
  });

  it('are closed rings, anticlockwise', () => {
    for (const { name, ring } of rings) {
      assert.ok(ring.length > 10, name);
      assert.deepEqual(ring[0], ring.at(-1), name);
      const twice = ring.slice(1).reduce((sum, [x2 = 0, y2 = 0], index) => {
        const [x1 = 0, y1 = 0] = ring[index] ?? [];
        return sum + x1 * y2 - x2 * y1;
      }, 0);
      assert.ok(twice > 0, name);
    }
  });

  it('do not overlap, and each lies in one borough', () => {
    for (const point of grid) {
      const found = within(point, wards);
      assert.ok(found.length <= 1, `${found.map(({ name }) => name)} at ${point}`);
      assert.equal(within(point, boroughs).length, found.length, String(point));
    }
  });

  it('hold most of the venues, and every area holds some', () => {
    const points = demoVenues('2026-03-14').map(
      ({ venue }): Point => [venue.location.lon, venue.location.lat],
    );
    const homes = points.flatMap((point) => within(point, wards).map(({ id }) => id));
    assert.ok(homes.length > points.length * 0.85, `${homes.length} of ${points.length}`);
    assert.equal(new Set(homes).size, wards.length);
  });
});
