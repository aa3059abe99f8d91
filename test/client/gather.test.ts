import assert from 'node:assert/strict';
import fc from 'fast-check';
import { gather, type Sign, uncut } from '../../client/logic/gather.ts';
import type { Spot } from '../../client/logic/spots.ts';

let next = 1;
const venue = (lon: number, lat: number, approximate = false): Spot => {
  const id = next++;
  const areas = approximate ? [{ lon, lat }] : [];
  const venues = [{ id, name: `Hall ${id}`, slug: `hall-${id}` }];
  return { key: `venues ${id}`, lon, lat, venues, count: 1, exact: true, areas, approximate };
};
const crowd = (lon: number, lat: number, count: number): Spot => ({
  key: `crowd ${count} ${lon},${lat}`,
  lon,
  lat,
  venues: [],
  count,
  exact: true,
  box: [lon - 1, lat - 1, lon + 1, lat + 1],
  areas: [],
  approximate: false,
});
/** One degree is one pixel. */
const signOf = ({ lon, lat, count }: Spot): Sign => ({ x: lon, y: -lat, size: count < 10 ? 36 : 44 });

describe('signs of the map that would lie over one another', () => {
  it('keep all their names', () => {
    const [a, b, far] = [venue(0, 0), venue(10, 5, true), venue(80, 0)];
    const [both, alone] = gather([a, b, far], signOf).sort((one, other) => one.lon - other.lon);
    assert.deepEqual(new Set(both?.venues), new Set([...a.venues, ...b.venues]));
    assert.equal(both?.count, 2);
    assert.equal(both?.approximate, false);
    assert.deepEqual(both?.areas, [{ lon: 10, lat: 5 }], 'the area is still drawn');
    assert.deepEqual(alone, far);
  });

  it('go into a crowd that they lie on, which then leads to all of them', () => {
    const [found, none] = gather([venue(20, 0), crowd(0, 0, 12)], signOf);
    assert.equal(none, undefined);
    assert.deepEqual([found?.count, found?.lon, found?.venues], [13, 0, []]);
    assert.deepEqual(found?.box, [-1, -1, 20, 1]);
  });

  it('never lose a venue, and never lie over one another', () => {
    const point = fc.tuple(fc.integer({ min: -200, max: 200 }), fc.integer({ min: -80, max: 80 }));
    const spot = fc.oneof(
      point.map(([lon, lat]) => venue(lon, lat)),
      fc.tuple(point, fc.integer({ min: 2, max: 40 })).map(([[lon, lat], count]) => crowd(lon, lat, count)),
    );
    fc.assert(
      fc.property(fc.array(spot, { maxLength: 40 }), (spots) => {
        const left = gather(spots, signOf);
        const sum = (all: Spot[]) => all.reduce((total, each) => total + each.count, 0);
        assert.equal(sum(left), sum(spots));
        assert.equal(new Set(left.map(({ key }) => key)).size, left.length);
        for (const [index, a] of left.map(signOf).entries())
          for (const b of left.slice(index + 1).map(signOf))
            assert.ok(Math.max(Math.abs(a.x - b.x), Math.abs(a.y - b.y)) >= (a.size + b.size) / 2 - 4);
        for (const each of left) if (each.venues.length > 0) assert.equal(each.venues.length, each.count);
      }),
    );
  });
});

describe('a sign that the edge of the map would cut', () => {
  const map = [300, 200] as const;

  it('moves in until all of it is seen', () => {
    assert.deepEqual(uncut({ x: 295, y: -10, size: 44 }, map), { x: 278, y: 22, size: 44 });
    assert.deepEqual(uncut({ x: -21, y: 201, size: 44 }, map), { x: 22, y: 178, size: 44 });
  });

  it('stays where it is when it is whole, or out of sight', () => {
    for (const [x, y] of [
      [150, 100],
      [-30, 100],
      [150, 300],
    ] as const)
      assert.deepEqual(uncut({ x, y, size: 44 }, map), { x, y, size: 44 });
  });
});
