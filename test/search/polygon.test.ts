/** A search kept within an area that a person drew. */
import assert from 'node:assert/strict';
import { toMercator } from '../../server/database/geometry.ts';
import { readPolygon } from '../../server/search/polygon.ts';
import { useService } from '../support/app.ts';
import { addVenue } from '../support/factories.ts';

const triangle = '-0.2,51.4;-0.1,51.4;-0.15,51.5';

describe('an area that was drawn', () => {
  it('has the box around its corners, and is closed by itself or by hand', () => {
    const drawn = readPolygon(triangle);
    assert.ok(typeof drawn === 'object');
    const [low, high] = [toMercator(-0.2, 51.4), toMercator(-0.1, 51.5)];
    assert.deepEqual(drawn.bounds, { west: low.x, south: low.y, east: high.x, north: high.y });
    assert.deepEqual(readPolygon(`${triangle};-0.2,51.4`), drawn);
  });

  const ring = (corners: number) =>
    Array.from({ length: corners }, (_, index) => {
      const angle = (2 * Math.PI * index) / corners;
      return `${Math.cos(angle).toFixed(6)},${(51 + Math.sin(angle)).toFixed(6)}`;
    }).join(';');
  const faults: [what: string, text: string, sentence: RegExp][] = [
    ['two corners', '0,51;1,51', /3 to 50 corners/],
    ['51 corners', ring(51), /3 to 50 corners/],
    ['a corner off the map', '0,51;1,51;1,86', /not on the map/],
    ['three numbers', '0,51;1,51,7;1,52', /not on the map/],
    ['words', 'here;there;everywhere', /not on the map/],
    ['an empty corner', '0,51;;1,51;1,52', /not on the map/],
    ['a missing number', '0,51;1,;1,52', /not on the map/],
    ['a bow tie', '0,51;1,52;1,51;0,52', /crosses or touches itself/],
    ['a line there and back', '0,51;1,51;0.5,51', /crosses or touches itself/],
    ['a corner said twice', '0,51;0,51;1,51;1,52', /crosses or touches itself/],
    ['a corner on another side', '0,51;2,51;2,52;1,51;0,52', /crosses or touches itself/],
  ];
  for (const [what, text, sentence] of faults)
    it(`is refused with ${what}`, () => assert.match(String(readPolygon(text)), sentence));

  it('may have 50 corners, a hollow, and a corner along a side', () => {
    for (const text of [ring(50), '0,51;2,51;2,53;1,51.5;0,53', '0,51;1,51;2,51;2,52'])
      assert.equal(typeof readPolygon(text), 'object', text);
  });
});

describe('searching in it', () => {
  const service = useService();

  it('finds what lies inside, in the list, on the map and in the file; not what only lies in its box', async () => {
    await addVenue(service.db, { name: 'Inside', location: { lon: -0.15, lat: 51.43, precision: 'exact' } });
    await addVenue(service.db, { name: 'Corner', location: { lon: -0.19, lat: 51.48, precision: 'exact' } });
    await addVenue(service.db, {
      name: 'Nowhere',
      location: { lon: -0.15, lat: 51.43, precision: 'hidden' },
    });
    const names = async (search: string) => {
      const { body } = await service.request.get(`/api/v1/venues?${search}`).expect(200);
      return [body.items.map(({ name }: { name: string }) => name), body.total.value];
    };
    assert.deepEqual(await names(`polygon=${triangle}`), [['Inside'], 1]);
    assert.deepEqual(await names(`polygon=${triangle}&bbox=-0.2,51.44,-0.1,51.5`), [[], 0]);
    const map = await service.request.get(
      `/api/v1/clusters?polygon=${triangle}&bbox=-0.3,51.3,0,51.6&zoom=9`,
    );
    const counts = map.body.features.map((each: { properties: { count: number } }) => each.properties.count);
    assert.deepEqual(counts, [1]);
    const csv = await service.request.get(`/api/v1/venues?format=csv&polygon=${triangle}`);
    assert.match(csv.text, /Inside/);
    assert.doesNotMatch(csv.text, /Corner|Nowhere/);
  });

  it('says what is wrong with one that crosses itself', async () => {
    const { body } = await service.request.get('/api/v1/venues?polygon=0,51;1,52;1,51;0,52').expect(400);
    assert.equal(body.errors[0].parameter, 'polygon');
    assert.match(body.detail, /Draw round the area once/);
  });
});
