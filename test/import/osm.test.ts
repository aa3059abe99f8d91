import assert from 'node:assert/strict';
import { readOsm } from '../../server/import/osm.ts';
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
});
