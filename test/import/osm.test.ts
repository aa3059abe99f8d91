import assert from 'node:assert/strict';
import { readOsm } from '../../server/import/osm.ts';
import { NodePlaces } from '../../server/import/osm-nodes.ts';
import type { Row } from '../../server/import/row.ts';
import { desk } from './made.ts';
import { type Extract, writeExtract } from './pbf.ts';

const { write } = desk('osm');
const hall = { amenity: 'community_centre' };

async function rowsOf(extract: Extract): Promise<Row[]> {
  const found: Row[] = [];
  for await (const row of readOsm(write('made.osm.pbf', writeExtract(extract))).rows) found.push(row);
  return found;
}

/** A square of four nodes, numbered from `first`. */
const square = (first: number, lon: number, lat: number, side = 0.002) => [
  { id: first, lon, lat },
  { id: first + 1, lon: lon + side, lat },
  { id: first + 2, lon: lon + side, lat: lat + side },
  { id: first + 3, lon, lat: lat + side },
];
const around = (first: number) => [first, first + 1, first + 2, first + 3, first];

describe('made extracts of OpenStreetMap', () => {
  it('may keep the time of an edit and nothing else about it', async () => {
    const [row] = await rowsOf({
      nodes: [{ id: 7, lon: -0.1, lat: 51.5, tags: { ...hall, name: 'The Hall' } }],
      timestamp: Date.UTC(2024, 1, 29) / 1000,
    });
    assert.deepEqual(row?.point, { lon: -0.1, lat: 51.5 });
    assert.deepEqual(
      [row?.label, row?.values['@date'], row?.values.name],
      ['node/7', '2024-02-29', 'The Hall'],
    );
  });

  it('list a building once when its outline repeats its name, and count both', async () => {
    const rows = await rowsOf({
      nodes: [...square(1, 0, 51), ...square(5, 1, 51)],
      ways: [
        { id: 10, refs: around(1), tags: { ...hall, name: 'One' } },
        { id: 11, refs: around(5), tags: { building: 'yes' } },
      ],
      relations: [
        { id: 20, members: [['way', 10, 'outer']], tags: { ...hall, name: 'One' } },
        { id: 21, members: [['way', 11, 'outer']], tags: hall },
        { id: 22, members: [['way', 10, 'outer']], tags: { ...hall, name: 'Two' } },
      ],
    });
    assert.deepEqual(
      rows.map(({ label, skipped, fault }) => [label, skipped ?? fault]),
      [
        ['way/10', undefined],
        ['relation/20', 'one of the ways that draw it is listed under the same name'],
        ['relation/21', undefined],
        ['relation/22', undefined],
      ],
    );
  });

  it('place a building with a courtyard in its walls, and none that is cut off', async () => {
    const nodes = [...square(1, 0, 51, 0.01), ...square(5, 0.0005, 51.0005, 0.009), ...square(9, 1, 51)];
    const ways = [
      { id: 10, refs: around(1) },
      { id: 11, refs: around(5) },
      { id: 12, refs: around(9) },
    ];
    const [ring, cut] = await rowsOf({
      nodes,
      ways,
      relations: [
        {
          id: 20,
          members: [
            ['way', 10, 'outer'],
            ['way', 11, 'inner'],
            ['way', 12, 'inner'],
          ],
          tags: { ...hall, name: 'Ring' },
        },
        {
          id: 21,
          members: [
            ['way', 12, 'outer'],
            ['way', 99, 'outer'],
          ],
          tags: { ...hall, name: 'Cut' },
        },
      ],
    });
    const { lon = Number.NaN, lat = Number.NaN } = ring?.point ?? {};
    assert.ok(lon > 0 && lon < 0.01 && lat > 51 && lat < 51.01, `${lon} ${lat}`);
    assert.ok(lon < 0.0005 || lon > 0.0095 || lat < 51.0005 || lat > 51.0095, `${lon} ${lat}`);
    assert.equal(cut?.fault, 'its outline is not whole in this file');
  });
});

describe('the nodes of outlines', () => {
  it('are kept once each, by ids as large as they come, and forget what nobody wants', () => {
    const large = 2 ** 40;
    const places = new NodePlaces([[large, 7, 3], [3, large], []]);
    for (const id of [3, 5, large]) places.see(id, id % 10, 51);
    assert.deepEqual(places.get(large), { lon: large % 10, lat: 51 });
    assert.deepEqual(places.get(3), { lon: 3, lat: 51 });
    assert.equal(places.get(7), undefined);
    assert.equal(places.get(5), undefined);
    assert.equal(new NodePlaces([]).get(1), undefined);
  });
});
