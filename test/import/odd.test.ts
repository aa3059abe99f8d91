/** One bad row costs itself, whatever is wrong with it; the rows beside it go in. */
import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import { freshDatabase } from '../support/database.ts';
import { desk, header } from './made.ts';
import { figures, runImport } from './real.ts';

const { write, mapping } = desk('odd');
const nothing = { created: 0, updated: 0, unchanged: 0, grouped: 0, skipped: 0, rejected: 0 };
const point = (lon = -0.16) => ({ type: 'Point', coordinates: [lon, 51.42] });
const collection = (features: unknown[]) => JSON.stringify({ type: 'FeatureCollection', features });

describe('rows that no database would keep', () => {
  let db: Knex;
  before(async () => {
    ({ db } = await freshDatabase());
  });

  it('are rejected one by one: NUL in ids, kinds and reasons, and ids without end', async () => {
    const kind = { from: '{lift}', values: { hall: 'community_hall' } };
    const map = mapping('nul', { kind, facts: {}, skip: [{ when: { '{toilet}': ['x*'] }, reason: 'x' }] });
    const rows = [
      '1,Good Hall,-0.16,51.42,hall,',
      '2\0,Bad Id,-0.16,51.42,hall,',
      '3,Bad Kind,-0.16,51.42,ha\0ll,',
      '4,Un\0known,-0.16,51.42,hall,',
      '5,Skipped,-0.16,51.42,hall,x\0',
      `${'6'.repeat(3_000)},Long Id,-0.16,51.42,hall,`,
      '7,Last Hall,-0.16,51.42,hall,',
    ];
    const { report, text } = await runImport(
      db,
      'csv',
      write('nul.csv', header + rows.join('\n')),
      '--map',
      map,
    );
    assert.deepEqual(figures(report), { ...nothing, read: 7, created: 2, rejected: 5 }, text);
    assert.match(text, /its record id is longer than 300 characters \(row 7\)/);
  });

  it('are rejected one by one: half letters, places that are none, and features that are null', async () => {
    const map = mapping('half', { location: undefined });
    const feature = (id: number, geometry: unknown, name = `Hall ${id}`) => ({
      type: 'Feature',
      properties: { id, name },
      geometry,
    });
    const features = [
      feature(1, point()),
      feature(2, point(), 'Hall \ud83d'),
      feature(3, { type: 'Point', coordinates: null }),
      feature(4, { type: 'Polygon', coordinates: [[null, [0, 0], [1, 1], null]] }),
      null,
      feature(6, point(-0.17)),
    ];
    const { report, text } = await runImport(
      db,
      'geojson',
      write('half.geojson', collection(features)),
      '--map',
      map,
    );
    assert.deepEqual(figures(report), { ...nothing, read: 6, created: 2, rejected: 4 }, text);
  });

  it('are rejected one by one among areas and places too', async () => {
    const ring = [
      [1, 1],
      [2, 1],
      [2, 2],
      [1, 1],
    ];
    const area = (code: string, coordinates: unknown, name = 'Area') => ({
      type: 'Feature',
      properties: { code, name },
      geometry: { type: 'Polygon', coordinates },
    });
    const features = [
      area('a', [ring]),
      null,
      area('b', [[null, ...ring]]),
      area('c', [null]),
      area('d', [ring], 'Half \udc00'),
      area('e', [[[[1], [1]], ...ring]]),
      area('f', [ring]),
    ];
    const credit = ['--source', 'odd-areas', '--licence', 'CC0-1.0', '--attribution', 'Us'];
    const file = write('areas.geojson', collection(features));
    const areas = await runImport(db, 'areas', file, '--id-property', 'code', ...credit);
    assert.deepEqual(figures(areas.report), { ...nothing, read: 7, created: 2, rejected: 5 }, areas.text);
    await assert.rejects(
      runImport(db, 'areas', write('null.geojson', collection([null, area('a', [ring])])), ...credit),
      /an area needs an outline/,
    );

    const places = write('places.csv', 'postcode,lat,lon\nZE98 1AA,60.1,-1.1\nZE98\0 1AB,60.1,-1.2\n');
    const { report } = await runImport(db, 'places', places);
    assert.deepEqual(figures(report), { ...nothing, read: 2, created: 1, rejected: 1 });
  });
});
