/** The three published files of demand, by the mappings that are shipped; and what the command says of odd ones. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Knex } from 'knex';
import { demandOf, weightsOf } from '../../server/demand/demand-of.ts';
import { getVersion } from '../../server/demand/versions.ts';
import { freshDatabase } from '../support/database.ts';
import { desk } from './made.ts';
import { figures, realFile, runImport } from './real.ts';

const { write, folder } = desk('demand');
const nothing = { created: 0, updated: 0, unchanged: 0, grouped: 0, skipped: 0, rejected: 0 };
const mapping = {
  layer: { name: 'People', unit: 'people', source: 'Us', licence: 'CC0-1.0' },
  id: 'code',
  lon: 'lon',
  lat: 'lat',
  columns: { people: 'people' },
};

describe('npm run import -- demand', () => {
  let db: Knex;
  before(async () => {
    ({ db } = await freshDatabase());
    await db('organisation').insert({ name: 'Board', slug: 'board', kind: 'commissioner' });
  });
  const run = (file: string, map: string, ...more: string[]) =>
    runImport(db, 'demand', file, '--map', map, '--organisation', 'board', ...more);
  const layerCalled = async (name: string): Promise<number> =>
    (await db('demand_layer').where({ name }).first('id')).id;

  for (const [place, areas, people] of [
    ['wandsworth', 186, 327_509],
    ['london', 4_994, 8_799_813],
    ['england', 33_755, 56_490_046],
  ] as const)
    it(`takes ${place}: ${areas} areas with ${people} people`, async function () {
      const file = realFile(this, `demand/lsoa21_${place}_demand.csv`);
      const { report } = await run(file, `lsoa21-${place}`);
      assert.deepEqual(figures(report), { ...nothing, read: areas, created: areas });
      const row = await db('demand_layer').whereILike('name', `%${place}%`).first('id');
      const version = await getVersion(db, row.id, 1);
      assert.equal(version.areas, areas);
      const total = version.totals.find(({ column }) => column === 'population');
      assert.deepEqual([total?.sum, total?.missing], [people, 0]);
      const demand = await demandOf(db, row.id, 1, 'population');
      assert.equal(demand.ids.length, areas);
      assert.equal(
        demand.weights.reduce((sum, each) => sum + each, 0),
        people,
      );
      assert.equal(new Set(demand.ids).size, areas);
      const weighed = await weightsOf(db, row.id, 1, 'population * (11 - imd2025_decile)');
      assert.deepEqual([weighed.areas, weighed.faults], [areas, []]);
    });

  it('makes no new version of the same file, and one of a newer', async () => {
    const map = write('map.json', JSON.stringify(mapping));
    const one = write('one.csv', 'code,lon,lat,people\na,-0.1,51.4,10\nb,-0.1,51.5,20\n');
    await run(one, map);
    const { report } = await run(one, map);
    assert.deepEqual(figures(report), { ...nothing, read: 2, unchanged: 2 });
    await run(write('two.csv', 'code,lon,lat,people\na,-0.1,51.4,11\n'), map);
    const id = await layerCalled('People');
    assert.deepEqual((await getVersion(db, id, 1)).totals[0]?.sum, 30);
    assert.deepEqual((await getVersion(db, id, 2)).totals[0]?.sum, 11);
  });

  it('tells what is left out, writes it down, and changes nothing in a dry run', async () => {
    const map = write('odd.json', JSON.stringify({ ...mapping, layer: { ...mapping.layer, name: 'Odd' } }));
    const file = write('odd.csv', 'code,lon,lat,people\na,-0.1,51.4,10\na,-0.1,51.4,10\nb,-0.1,51.4,many\n');
    const { report, text } = await run(file, map, '--dry-run');
    assert.deepEqual(figures(report), { ...nothing, read: 3, created: 1, rejected: 2 });
    assert.match(text, /its id “a” stands in row 2 already \(row 3\)/);
    assert.match(text, /“many” in “people” is not a number \(row 4\)/);
    assert.equal(await db('demand_layer').where({ name: 'Odd' }).first(), undefined);
    const rejects = `${folder}/rejects.csv`;
    await run(file, map, '--rejects', rejects, '--public');
    assert.match(readFileSync(rejects, 'utf8'), /b,-0.1,51.4,many,4,“many” in “people” is not a number/);
    assert.equal((await db('demand_layer').where({ name: 'Odd' }).first()).public, true);
  });

  it('says what is missing of the command, the mapping and the file', async () => {
    const map = write('map2.json', JSON.stringify(mapping));
    const file = write('x.csv', 'code,lon,lat\na,-0.1,51.4\n');
    await assert.rejects(runImport(db, 'demand', file, '--map', map), /Say with --organisation whose layer/);
    await assert.rejects(runImport(db, 'demand', file, '--organisation', 'board'), /Say with --map/);
    await assert.rejects(
      runImport(db, 'demand', file, '--map', map, '--organisation', 'nobody'),
      /no organisation with the short name “nobody”/,
    );
    await assert.rejects(run(file, map), /The file has no column “people”/);
    await assert.rejects(
      run(file, write('bad.json', JSON.stringify({ ...mapping, columns: { 'two words': 'people' } }))),
      /two words/,
    );
    await assert.rejects(run(file, 'nowhere'), /no mapping nowhere.*lsoa21-england, lsoa21-london/s);
  });
});
