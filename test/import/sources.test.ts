/** Areas and places keep to the data set that they came from, and to its licence. */
import assert from 'node:assert/strict';
import type { Knex } from 'knex';
import { savePlaces } from '../../server/areas/repository.ts';
import { freshDatabase } from '../support/database.ts';
import { desk } from './made.ts';
import { figures, runImport } from './real.ts';

const { write } = desk('sources');
const nothing = { created: 0, updated: 0, unchanged: 0, grouped: 0, skipped: 0, rejected: 0 };
const ring = [
  [0, 51],
  [0.1, 51],
  [0.1, 51.1],
  [0, 51],
];
const area = (properties: object) => ({
  type: 'Feature',
  properties,
  geometry: { type: 'Polygon', coordinates: [ring] },
});
const file = (name: string, features: unknown[], attribution?: string) =>
  write(`${name}.geojson`, JSON.stringify({ type: 'FeatureCollection', attribution, features }));

describe('the sources of areas and places', () => {
  let db: Knex;
  before(async () => {
    ({ db } = await freshDatabase());
  });

  it('are not guessed from codes when the file, or the person, says otherwise', async () => {
    const parishes = [area({ PARISH: 'p1', NAME: 'One', LAD21CD: 'E09000032' })];
    const byParish = ['--id-property', 'PARISH', '--kind', 'parish'];
    await assert.rejects(runImport(db, 'areas', file('plain', parishes), ...byParish), /under which licence/);
    const mapped = file('mapped', [area({ WD25CD: 'E05014009', WD25NM: 'Balham' })], '© mappers, ODbL 1.0');
    await assert.rejects(runImport(db, 'areas', mapped), /Say with --source which data set/);
    await runImport(db, 'areas', mapped, '--source', 'mappers');
    const { source_id } = await db('area').where({ id: 'E05014009' }).first();
    const source = await db('source').where({ id: source_id }).first();
    assert.deepEqual(
      [source.id, source.licence, source.attribution],
      ['mappers', 'ODbL-1.0', '© mappers, ODbL 1.0'],
    );
    const licensed = file('licensed', [area({ WD25CD: 'E05014010', WD25NM: 'Tooting' })]);
    await assert.rejects(runImport(db, 'areas', licensed, '--licence', 'CC0-1.0'), /Say --source/);
  });

  it('do not replace each other’s areas', async () => {
    const credit = ['--id-property', 'OBJECTID', '--licence', 'CC0-1.0', '--attribution', 'Us'];
    const one = file('one', [area({ OBJECTID: 7, NAME: 'Seven' })]);
    const other = file('other', [area({ OBJECTID: 7, NAME: 'Sieben' }), area({ OBJECTID: 8, NAME: 'Acht' })]);
    await runImport(db, 'areas', one, ...credit, '--source', 'one');
    const { report, text } = await runImport(db, 'areas', other, ...credit, '--source', 'other');
    assert.deepEqual(figures(report), { ...nothing, read: 2, created: 1, rejected: 1 });
    assert.match(text, /Another data set \(one\) already has an area with this code/);
    assert.equal((await db('area').where({ id: '7' }).first()).name, 'Seven');
  });

  it('keep a postcode that a file has twice where its first row puts it, however often it is read', async () => {
    const twice = write(
      'twice.csv',
      'postcode,lat,lon\nZE97 1AA,60.1,-1.1\nze97 1aa,60.2,-1.2\nZE97 1AB,60.1,-1.3\n',
    );
    for (const outcome of [{ created: 2 }, { unchanged: 2 }, { unchanged: 2 }]) {
      const { report, text } = await runImport(db, 'places', twice);
      assert.deepEqual(figures(report), { ...nothing, read: 3, rejected: 1, ...outcome }, text);
      assert.equal((await db('place').where({ folded: 'ze97 1aa' })).length, 1);
    }
    const pair = [60.1, 60.2].map((lat) => ({ name: 'ZE97 9ZZ', area: '', kind: 'postcode', lon: -1, lat }));
    await savePlaces(db, pair);
    assert.deepEqual(await savePlaces(db, pair), ['unchanged', 'unchanged']);
    assert.equal((await db('place').where({ folded: 'ze97 9zz' })).length, 2);
  });

  it('make sectors of their own postcodes only', async () => {
    await savePlaces(db, [{ name: '4050-001', area: '', kind: 'postcode', lon: -8.6, lat: 41.1 }]);
    await runImport(db, 'places', write('own.csv', 'postcode,lat,lon\nZE96 1AA,60.1,-1.1\n'));
    const sectors = await db('place').where({ kind: 'postcode_sector' }).orderBy('name').pluck('name');
    assert.deepEqual(sectors, ['ZE96 1', 'ZE97 1']);
  });
});
