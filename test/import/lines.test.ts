import assert from 'node:assert/strict';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { freshDatabase } from '../support/database.ts';
import { figures, realFile, runImport } from './real.ts';

const nothing = { created: 0, updated: 0, unchanged: 0, grouped: 0, skipped: 0, rejected: 0 };
const line = (id: string | undefined, ...coordinates: number[][]) => ({
  type: 'Feature',
  properties: id === undefined ? {} : { osm_id: id },
  geometry: { type: 'LineString', coordinates },
});
const folder = mkdtempSync(join(tmpdir(), 'moothall-lines-'));
function write(features: unknown[], name = 'roads.geojson'): string {
  const file = join(folder, name);
  const attribution = 'Nobody in particular, OGL v3';
  writeFileSync(file, JSON.stringify({ type: 'FeatureCollection', attribution, features }));
  return file;
}

describe('import of lines for the map', () => {
  let db: Knex;
  before(async () => {
    ({ db } = await freshDatabase());
  });
  beforeEach(() => db('map_line').delete());
  const road = (file: string, ...more: string[]) => runImport(db, 'lines', file, '--kind', 'road', ...more);

  it('takes rivers, roads and railways, and nothing changes the second time', async function () {
    const files = [
      ['wandsworth_major_roads', 'road', 455],
      ['wandsworth_rail', 'rail', 1670],
      ['wandsworth_water', 'water', 157],
      ['london_water', 'water', 432],
    ] as const;
    for (const [name, kind, read] of files) {
      const file = realFile(this, `areas/${name}.geojson`);
      const first = await runImport(db, 'lines', file, '--kind', kind);
      assert.deepEqual(figures(first.report), { ...nothing, read, created: read });
      const second = await runImport(db, 'lines', file, '--kind', kind, '--restart');
      assert.deepEqual(figures(second.report), { ...nothing, read, unchanged: read });
      assert.equal(second.report.vanished, 0);
    }
    const source = await db('source').where({ id: 'lines-wandsworth-rail' }).first();
    assert.equal(source.licence, 'ODbL-1.0');
    assert.match(source.attribution, /OpenStreetMap contributors/);
    const { rows } = await db.raw(`select count(*)::int as lost from map_line where size <= 0`);
    assert.equal(rows[0].lost, 0);
  });

  it('follows a newer file: what moved, and what is gone', async () => {
    await road(write([line('1', [0, 51], [0, 52]), line('2', [1, 51], [1, 52])]));
    const { report, text } = await road(write([line('1', [0, 51], [0.5, 52])]));
    assert.deepEqual(figures(report), { ...nothing, read: 1, updated: 1 });
    assert.equal(report.vanished, 1);
    assert.match(text, /1 taken off the map, because the file no longer has them/);
    const left = await db('map_line').select('record_id', 'geometry');
    assert.deepEqual(left, [
      {
        record_id: '1',
        geometry: {
          type: 'MultiLineString',
          coordinates: [
            [
              [0, 51],
              [0.5, 52],
            ],
          ],
        },
      },
    ]);
  });

  it('keeps pieces of one road apart, and lines without an id', async () => {
    const pieces = [
      line('7', [0, 51], [0, 52]),
      line('7', [1, 51], [1, 52]),
      line(undefined, [2, 51], [2, 52]),
    ];
    assert.deepEqual(figures((await road(write(pieces))).report), { ...nothing, read: 3, created: 3 });
    const again = await road(write([...pieces, line(undefined, [3, 51], [3, 52])]));
    assert.deepEqual(figures(again.report), { ...nothing, read: 4, unchanged: 3, created: 1 });
  });

  it('tells in a dry run what would happen, and changes nothing', async () => {
    const file = write([line('1', [0, 51], [0, 52])]);
    const { report, text } = await road(file, '--dry-run');
    assert.equal(report.created, 1);
    assert.match(text, /dry run/);
    assert.equal((await db('map_line').select()).length, 0);
  });

  it('leaves out what cannot be drawn, and says why', async () => {
    const { report, text } = await road(
      write([
        line('1', [0, 51], [0, 52]),
        line('2', [0, 51]),
        line('3', [530_000, 180_000], [530_001, 180_000]),
        { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [0, 51] } },
        { type: 'Feature', properties: {}, geometry: null },
      ]),
    );
    assert.deepEqual(figures(report), { ...nothing, read: 5, created: 1, rejected: 4 });
    assert.match(text, /too few points/);
    assert.match(text, /not in degrees/);
    assert.match(text, /neither a line nor an outline/);
  });

  it('asks what the lines are, and who made them', async () => {
    const file = write([line('1', [0, 51], [0, 52])]);
    await assert.rejects(runImport(db, 'lines', file), /Say what the lines are: --kind water, --kind road/);
    await assert.rejects(runImport(db, 'lines', file, '--kind', 'path'), /no lines of kind “path”/);
    const bare = join(folder, 'bare.geojson');
    writeFileSync(
      bare,
      JSON.stringify({ type: 'FeatureCollection', features: [line('1', [0, 51], [0, 52])] }),
    );
    await assert.rejects(road(bare), /Who made bare\.geojson/);
    const said = ['--attribution', 'Us', '--licence', 'CC0-1.0', '--source', 'ours'];
    assert.equal((await road(bare, ...said)).report.created, 1);
  });
});
