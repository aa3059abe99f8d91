import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { saveAreas } from '../../server/areas/repository.ts';
import { simplify } from '../../server/areas/simplify.ts';
import { freshDatabase } from '../support/database.ts';
import { figures, realFile, runImport } from './real.ts';

const nothing = { created: 0, updated: 0, unchanged: 0, grouped: 0, skipped: 0, rejected: 0 };

describe('import of areas and places', () => {
  let db: Knex;
  before(async () => {
    ({ db } = await freshDatabase());
  });
  const inside = async (id: string, lon: number, lat: number) => {
    const { rows } = await db.raw(
      `select count(*)::int % 2 = 1 as inside from area_ring where area_id = ? and ring @> to_mercator(?, ?)`,
      [id, lon, lat],
    );
    return rows[0].inside;
  };

  it('takes wards, boroughs and small areas by their codes, and nothing changes the second time', async function () {
    const boroughs = realFile(this, 'areas/london_boroughs.geojson');
    const wards = realFile(this, 'areas/wandsworth_wards_2025.geojson');
    const lsoas = realFile(this, 'areas/wandsworth_lsoa_2021.geojson');
    for (const [file, read] of [
      [boroughs, 33],
      [wards, 22],
      [lsoas, 186],
    ] as const) {
      assert.deepEqual(figures((await runImport(db, 'areas', file)).report), {
        ...nothing,
        read,
        created: read,
      });
      assert.deepEqual(figures((await runImport(db, 'areas', file)).report), {
        ...nothing,
        read,
        unchanged: read,
      });
    }
    const kinds = await db('area').select('kind').count().groupBy('kind').orderBy('kind');
    assert.deepEqual(
      kinds.map(({ kind, count }) => [kind, Number(count)]),
      [
        ['borough', 33],
        ['lsoa', 186],
        ['ward', 22],
      ],
    );
    const balham = await db('area').where({ id: 'E05014009' }).first();
    assert.deepEqual([balham.name, balham.parent, balham.outline.type], ['Balham', 'E09000032', 'Polygon']);
    assert.ok(await inside('E05014009', -0.1518, 51.4434));
    assert.ok(!(await inside('E05014009', -0.1678, 51.4275)));
    assert.ok(await inside('E09000032', -0.1678, 51.4275));
    const { rows } = await db.raw(
      `select count(*)::int as outside from area a join area_ring r on r.area_id = a.id where not a.bounds @> box(r.ring)`,
    );
    assert.equal(rows[0].outside, 0);
    const source = await db('source').where({ id: balham.source_id }).first();
    assert.match(source.attribution, /Crown copyright/);
  });

  it('refuses what is no area, in a sentence', async function () {
    const refusals: [string, RegExp][] = [
      ['areas/london_stations.geojson', /holds Point features, but an area needs an outline.* places /],
      ['areas/wandsworth_bus_stops.geojson', /holds Point features/],
      ['areas/wandsworth_major_roads.geojson', /holds LineString features/],
      [
        'areas/london_water.geojson',
        /no property that holds an area's code; its properties are osm_id, fclass, name/,
      ],
    ];
    for (const [path, sentence] of refusals)
      await assert.rejects(runImport(db, 'areas', realFile(this, path)), sentence);
  });

  it('keeps holes and islands, and asks who made areas that nobody knows', async () => {
    const ring = (x: number, side: number) => [
      [x, x],
      [x + side, x],
      [x + side, x + side],
      [x, x + side],
      [x, x],
    ];
    const properties = { code: 'ring', title: 'The Ring' };
    const geometry = { type: 'MultiPolygon', coordinates: [[ring(1, 4), ring(2, 2)], [ring(2.5, 0.5)]] };
    const features = [
      { type: 'Feature', properties, geometry },
      { type: 'Feature', properties, geometry },
      { type: 'Feature', properties: { code: 'bare', title: '' }, geometry },
      {
        type: 'Feature',
        properties: { code: 'flat', title: 'Flat' },
        geometry: {
          type: 'Polygon',
          coordinates: [
            [
              [1, 1],
              [2, 2],
            ],
          ],
        },
      },
    ];
    const file = join(mkdtempSync(join(tmpdir(), 'moothall-areas-')), 'ring.geojson');
    writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', features }));
    const options = ['--id-property', 'code', '--name-property', 'title', '--kind', 'estate'];
    await assert.rejects(runImport(db, 'areas', file, ...options), /under which licence/);
    const credit = ['--source', 'estates', '--licence', 'CC0-1.0', '--attribution', 'Us'];
    const { report } = await runImport(db, 'areas', file, ...options, ...credit);
    assert.deepEqual(figures(report), { ...nothing, read: 4, created: 1, skipped: 1, rejected: 2 });
    assert.deepEqual(
      [await inside('ring', 1.5, 1.5), await inside('ring', 2.2, 2.2), await inside('ring', 2.7, 2.7)],
      [true, false, true],
    );
    const newer = {
      features: [
        {
          type: 'Feature' as const,
          properties: { id: 'ring', name: 'Ring', kind: 'estate' },
          geometry: { type: 'Polygon' as const, coordinates: [ring(1, 4)] },
        },
      ],
    };
    await assert.rejects(saveAreas(db, newer, 'others'), /Another data set \(estates\) already has an area/);
    assert.deepEqual(await saveAreas(db, newer, 'estates'), ['updated']);
    assert.deepEqual(await saveAreas(db, newer, 'estates'), ['unchanged']);
    assert.ok(await inside('ring', 2.2, 2.2));
  });

  it('draws huge outlines with fewer corners, close to the old ones', () => {
    const corners = Array.from({ length: 20_000 }, (_, n) => {
      const angle = (n / 20_000) * 2 * Math.PI;
      return [Math.cos(angle), 51 + Math.sin(angle)];
    });
    const drawn = simplify({ type: 'Polygon', coordinates: [[...corners, corners[0] ?? []]] });
    const [ring = []] = drawn.coordinates;
    assert.ok(ring.length > 50 && ring.length < 2_000, String(ring.length));
    assert.deepEqual(ring[0], ring.at(-1));
  });

  it('takes the gazetteers, makes postcode sectors, and nothing changes the second time', async function () {
    const files: [string, number, number][] = [
      ['gazetteer/codepoint_open_2014_wandsworth.csv', 6559, 6559],
      ['gazetteer/outcodes_gb_2014.csv', 2880, 2880],
      ['gazetteer/os_open_names_places_gb_2021.csv', 45988, 43119],
      ['areas/london_stations.geojson', 539, 539],
    ];
    for (const [path, read, created] of files) {
      const command = [
        'places',
        realFile(this, path),
        '--batch',
        '2000',
        ...(path.includes('stations') ? ['--kind', 'station'] : []),
      ];
      const first = await runImport(db, ...command);
      assert.deepEqual(
        figures(first.report),
        { ...nothing, read, created, skipped: read - created },
        first.text,
      );
      const places = (await db('place').count())[0]?.count;
      const second = await runImport(db, ...command);
      assert.deepEqual(figures(second.report), {
        ...nothing,
        read,
        unchanged: created,
        skipped: read - created,
      });
      assert.equal((await db('place').count())[0]?.count, places);
    }
    const sector = await db('place').where({ folded: 'sw17 8' }).first();
    assert.deepEqual([sector.name, sector.kind], ['SW17 8', 'postcode_sector']);
    assert.ok(Math.abs(sector.lon + 0.157) < 0.01 && Math.abs(sector.lat - 51.432) < 0.01);
    const station = await db('place').where({ kind: 'station', folded: 'tooting bec' }).first();
    assert.ok(station);
  });

  it('moves a postcode that has moved, and its sector with it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'moothall-places-'));
    const write = (lon: number) => {
      const file = join(folder, `${lon}.csv`);
      writeFileSync(
        file,
        `postcode,lat,lon\nZE99 1AA,60.1,${lon}\nZE99 1AB,60.1,-1.2\n,60,1\nZE99 1AC,far,1\n`,
      );
      return file;
    };
    await runImport(db, 'places', write(-1.1));
    const { report } = await runImport(db, 'places', write(-1.3));
    assert.deepEqual(figures(report), {
      ...nothing,
      read: 4,
      updated: 1,
      unchanged: 1,
      skipped: 1,
      rejected: 1,
    });
    const rows = await db('place').whereLike('folded', 'ze99 %').orderBy('folded').orderBy('lon');
    assert.deepEqual(
      rows.map(({ name, lon }) => [name, lon]),
      [
        ['ZE99 1', -1.25],
        ['ZE99 1AA', -1.3],
        ['ZE99 1AB', -1.2],
      ],
    );
  });
});
