import assert from 'node:assert/strict';
import fc from 'fast-check';
import { gather, type Sign } from '../../client/logic/gather.ts';
import { fitOf, nextPoint, type Way } from '../../client/logic/map-state.ts';
import type { Spot } from '../../client/logic/spots.ts';

describe('what the map says of the venues it draws', () => {
  it('is nothing while nothing is asked of a room', () => {
    assert.equal(fitOf({ q: ['hall'], near: ['-0.1,51.4'], kind: ['church'] }), undefined);
  });

  it('is that they have it all, or that it is worth asking', () => {
    assert.equal(fitOf({ access: ['hearing_loop'] }), 'met');
    assert.equal(fitOf({ people: ['30'], match: ['possible'] }), 'ask');
    assert.equal(fitOf({ match: ['possible'] }), undefined);
    const read = { text: 'for 40', label: '', value: '40', without: '' };
    assert.equal(fitOf({ q: ['room for 40'] }, [{ ...read, parameter: 'people' }]), 'met');
    assert.equal(fitOf({ q: ['room for 40'] }, [{ ...read, parameter: 'near' }]), undefined);
  });
});

describe('an arrow key on a marker', () => {
  const from = { x: 100, y: 100 };
  const [above, right, farRight, aside] = [
    { x: 102, y: 40 },
    { x: 150, y: 100 },
    { x: 260, y: 101 },
    { x: 110, y: 160 },
  ];
  const all = [above, right, farRight, aside];

  it('leads to the next one on that side, the straighter the better', () => {
    assert.equal(nextPoint(from, 'ArrowUp', all), above);
    assert.equal(nextPoint(from, 'ArrowRight', all), right);
    assert.equal(nextPoint(from, 'ArrowDown', all), aside);
    assert.equal(nextPoint(from, 'ArrowLeft', all), undefined);
  });

  it('never leads the other way', () => {
    const point = fc.record({ x: fc.integer({ min: 0, max: 500 }), y: fc.integer({ min: 0, max: 500 }) });
    const way = fc.constantFrom<Way>('ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight');
    fc.assert(
      fc.property(point, way, fc.array(point), (start, to, others) => {
        const next = nextPoint(start, to, others);
        if (!next) return;
        const [dx, dy] = [next.x - start.x, next.y - start.y];
        assert.ok({ ArrowUp: -dy, ArrowDown: dy, ArrowLeft: -dx, ArrowRight: dx }[to] > 0);
      }),
    );
  });
});

it('a thousand markers are gathered in less time than a person sees', () => {
  const spots: Spot[] = Array.from({ length: 1_000 }, (_, id) => ({
    key: `venues ${id}`,
    lon: (id % 40) * 41,
    lat: Math.floor(id / 40) * 41,
    venues: [{ id, name: `Hall ${id}`, slug: 'hall' }],
    count: 1,
    exact: true,
    areas: [],
    approximate: false,
  }));
  let asked = 0;
  const signOf = ({ lon, lat }: Spot): Sign => {
    asked += 1;
    return { x: lon, y: lat, size: 40 };
  };
  assert.equal(gather(spots, signOf).length, 1_000);
  assert.ok(asked <= 2_000, `each is placed once, not compared with all: ${asked}`);
});
