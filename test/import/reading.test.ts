import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readCsv } from '../../server/import/csv.ts';
import { readGeoJson } from '../../server/import/geojson.ts';
import { readOsm } from '../../server/import/osm.ts';
import { closeRings, placeOfRelation, placeOfWay } from '../../server/import/osm-shape.ts';
import { pointOf } from '../../server/import/point.ts';
import type { Row } from '../../server/import/row.ts';

const folder = mkdtempSync(join(tmpdir(), 'moothall-reading-'));
const write = (name: string, text: string | Buffer) => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const all = async (rows: AsyncIterable<Row>) => {
  const found: Row[] = [];
  for await (const row of rows) found.push(row);
  return found;
};

describe('reading CSV', () => {
  it('knows byte-order marks, Windows line ends, quotes, and lines within them', async () => {
    const file = write('good.csv', '\uFEFFid, name\r\n1,"A ""B"" Hall"\r\n\r\n2,"two\nlines"\r\n');
    const { rows, columns } = await readCsv(file);
    assert.deepEqual(columns, ['id', 'name']);
    assert.deepEqual(await all(rows), [
      { number: 2, label: '2', values: { id: '1', name: 'A "B" Hall' } },
      { number: 4, label: '4', values: { id: '2', name: 'two\nlines' } },
    ]);
  });

  it('goes on after a bad row, and tells its number', async () => {
    const file = write('bad.csv', 'a,b\n1,"x"y \n2,3,4\n5\n6,7\n');
    const rows = await all((await readCsv(file)).rows);
    assert.deepEqual(
      rows.map(({ number, fault }) => [number, fault]),
      [
        [2, undefined],
        [3, 'it has 3 values for 2 columns'],
        [4, 'it has 1 values for 2 columns'],
        [5, undefined],
      ],
    );
    assert.equal(rows[0]?.values.b, '"x"y');
  });

  it('stops where a quote that is not closed runs into the rows below, and nowhere else', async () => {
    const torn = write('torn.csv', 'id,name,lat\n2,A,51\n3,"Old Hall,51\n4,"New Hall",51\n5,B,51\n');
    await assert.rejects(
      async () => all((await readCsv(torn)).rows),
      /Row 3 of .* the rows below have run into it/,
    );
    const text =
      'a,b\n1,"""Old"" Hall\nby the river"\n2,"High St, Tooting" \n"3" ,"said ""so"" " \n4,"x" and "y" \n';
    const wide = { encoding: 'utf16le' as const };
    for (const { rows } of [
      await readCsv(write('whole.csv', text)),
      await readCsv(write('wide.csv', Buffer.from(text, 'utf16le')), wide),
      await readCsv(write('marked.csv', Buffer.from(`\uFEFF${text}`, 'utf16le'))),
      await readCsv(write('plain.csv', `\uFEFF${text}`), wide),
    ]) {
      assert.deepEqual(
        (await all(rows)).map(({ values }) => [values.a, values.b]),
        [
          ['1', '"Old" Hall\nby the river'],
          ['2', 'High St, Tooting'],
          ['3', 'said "so"'],
          ['4', '"x" and "y"'],
        ],
      );
    }
  });

  it('stops where a quote is never closed, and finds letters in another encoding', async () => {
    const file = write('open.csv', 'a,b\n1,2\n3,"never\n4,5\n');
    await assert.rejects(async () => all((await readCsv(file)).rows), /Row 3 of .* opens a quote/);
    const latin = write('latin.csv', Buffer.from('name\nCafé\n', 'latin1'));
    assert.match(String((await all((await readCsv(latin)).rows))[0]?.fault), /not UTF-8/);
    const told = await all((await readCsv(latin, { encoding: 'latin1' })).rows);
    assert.equal(told[0]?.values.name, 'Café');
    await assert.rejects(readCsv(write('empty.csv', '')), /is empty/);
  });
});

describe('reading GeoJSON', () => {
  it('gives properties as text and the place of the geometry', async () => {
    const feature = (properties: object | null, geometry: object | null) => ({
      type: 'Feature',
      properties,
      geometry,
    });
    const file = write(
      'some.geojson',
      JSON.stringify({
        attribution: 'Us',
        type: 'FeatureCollection',
        features: [
          feature({ n: 1043459, yes: true, no: null }, { type: 'Point', coordinates: [-0.1, 51.4] }),
          feature(null, {
            type: 'LineString',
            coordinates: [
              [0, 0],
              [1, 1],
            ],
          }),
          feature({}, null),
          'not a feature',
        ],
      }),
    );
    const [point, line, none, odd] = await all(readGeoJson(file).rows);
    assert.deepEqual(point?.values, { n: '1043459', yes: 'true', no: '' });
    assert.deepEqual(point?.point, { lon: -0.1, lat: 51.4 });
    assert.equal(line?.fault, 'a LineString is not one place');
    assert.equal(none?.point, undefined);
    assert.equal(odd?.fault, 'it is not a GeoJSON Feature');
    const lost = write(
      'lost.geojson',
      Buffer.from('{"features":[{"type":"Feature","properties":{"n":"Caf\xe9"}}]}', 'latin1'),
    );
    assert.match(String((await all(readGeoJson(lost).rows))[0]?.fault), /not UTF-8/);
    await assert.rejects(all(readGeoJson(write('no.geojson', '{"type":"Feature"}')).rows), /has no features/);
    await assert.rejects(
      all(readGeoJson(write('torn.geojson', '{"features":[{"a":1},{"b"')).rows),
      /after feature 1/,
    );
  });
});

describe('reading OpenStreetMap', () => {
  it('says so when a file is no extract', async () => {
    await assert.rejects(
      all(readOsm(write('text.osm.pbf', 'id,name\n1,2\n')).rows),
      /cannot be read as an OpenStreetMap/,
    );
    await assert.rejects(all(readOsm(write('none.osm.pbf', '')).rows), /cannot be read as an OpenStreetMap/);
  });

  it('joins ways into rings, whichever way they were drawn', () => {
    assert.deepEqual(
      closeRings([
        [1, 2, 3],
        [5, 4, 3],
        [5, 1],
      ]).map((ring) => ring.length),
      [6],
    );
    assert.deepEqual(
      closeRings([
        [1, 2, 3],
        [3, 4, 5],
      ]),
      [],
    );
    const places = new Map([
      [1, { lon: 0, lat: 0 }],
      [2, { lon: 0.002, lat: 0 }],
      [3, { lon: 0.002, lat: 0.002 }],
      [4, { lon: 0, lat: 0.002 }],
    ]);
    assert.deepEqual(placeOfWay([1, 2, 3, 4, 1], places), { lon: 0.001, lat: 0.001 });
    assert.deepEqual(
      placeOfRelation(
        [
          [1, 2, 3],
          [1, 4, 3],
        ],
        places,
      ),
      { lon: 0.001, lat: 0.001 },
    );
    assert.deepEqual(placeOfWay([1, 2, 9, 1], places), { fault: 'its outline is not whole in this file' });
    for (const ways of [[undefined], [[1, 2, 3, 4, 1], undefined]])
      assert.deepEqual(placeOfRelation(ways, places), { fault: 'its outline is not whole in this file' });
  });
});

describe('the place of a shape', () => {
  const square = (x: number, y: number, side: number) => [
    [
      [x, y],
      [x + side, y],
      [x + side, y + side],
      [x, y + side],
      [x, y],
    ],
  ];

  it('lies inside, also where the middle does not', () => {
    const hook = [
      [
        [0, 0],
        [4, 0],
        [4, 4],
        [3, 4],
        [3, 1],
        [0, 1],
        [0, 0],
      ],
    ];
    const place = pointOf({ type: 'Polygon', coordinates: hook });
    assert.ok(place && 'lon' in place);
    assert.ok((place.lat > 0 && place.lat < 1) || (place.lon > 3 && place.lon < 4), JSON.stringify(place));
  });

  it('lies inside also across the 180th meridian', () => {
    const place = pointOf({
      type: 'Polygon',
      coordinates: [
        [
          [179.9, -17],
          [-179.7, -17],
          [-179.7, -16.9],
          [179.9, -16.9],
          [179.9, -17],
        ],
      ],
    });
    assert.ok(place && 'lon' in place);
    assert.ok(place.lon >= 179.9 || place.lon <= -179.7, JSON.stringify(place));
  });

  it('is none where the file has anything else in its stead', () => {
    const odd: unknown[] = [
      { type: 'Point', coordinates: null },
      { type: 'Polygon', coordinates: [[null, [0, 0], [1, 1], [0, 1], null]] },
      { type: 'MultiPolygon', coordinates: null },
      { type: 'Poi\0nt', coordinates: [] },
      'here',
    ];
    for (const geometry of odd)
      assert.deepEqual(
        pointOf(geometry as Parameters<typeof pointOf>[0]),
        { fault: 'its geometry is not GeoJSON' },
        JSON.stringify(geometry),
      );
  });

  it('is that of the largest part', () => {
    const place = pointOf({ type: 'MultiPolygon', coordinates: [square(0, 50, 0.001), square(5, 50, 0.01)] });
    assert.deepEqual(place && 'lon' in place && Math.round(place.lon), 5);
    assert.deepEqual(pointOf({ type: 'Polygon', coordinates: [] }), { fault: 'its outline has no area' });
  });
});
