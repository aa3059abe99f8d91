/** A record is marked as vanished only by a file that could have held it, read to its end. */
import assert from 'node:assert/strict';
import { existsSync, linkSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { readArguments } from '../../server/import/arguments.ts';
import { importFile } from '../../server/import/import-file.ts';
import { freshDatabase } from '../support/database.ts';
import { desk, header } from './made.ts';
import { runImport } from './real.ts';

const { folder, write, mapping } = desk('vanish');
const halls = (ids: number[], name = 'Hall') =>
  header + ids.map((id) => `${id},${name} ${id},-0.16,${51.42 + id / 1000},,\n`).join('');

describe('what has vanished', () => {
  let db: Knex;
  before(async () => {
    ({ db } = await freshDatabase());
  });
  const gone = (source: string) =>
    db('source_record')
      .where({ source_id: source })
      .whereNotNull('vanished_on')
      .orderBy('record_id')
      .pluck('record_id');

  /** Stops after the first batch, as Ctrl-C does. */
  async function interrupted(...argv: string[]) {
    const given = readArguments([...argv, '--batch', '2']);
    assert.ok(given);
    const stopping = new AbortController();
    stopping.abort();
    const { complete } = await importFile(db, given, stopping.signal);
    assert.equal(complete, false);
  }

  it('is not judged by a run that was left behind by a newer one', async () => {
    const file = write('left.csv', halls([1, 2, 3, 4, 5]));
    const command = ['csv', file, '--map', mapping('left')];
    await interrupted(...command);
    await runImport(db, ...command, '--restart');
    const { report, said } = await runImport(db, ...command);
    assert.deepEqual(said, []);
    assert.deepEqual([report.unchanged, report.vanished], [5, 0]);
    assert.deepEqual(await gone('left'), []);
  });

  it('is not judged by an interrupted run after another file of the same scope', async () => {
    const map = mapping('other');
    const file = write('other1.csv', halls([1, 2, 3, 4, 5]));
    await interrupted('csv', file, '--map', map);
    await runImport(db, 'csv', write('other2.csv', halls([1, 2, 3, 4, 5, 6])), '--map', map);
    const { report } = await runImport(db, 'csv', file, '--map', map);
    assert.deepEqual([report.unchanged, report.vanished], [5, 1]);
    assert.deepEqual(await gone('other'), ['6']);
  });

  it('is not what a mended file of rejects, or a part, does not hold', async () => {
    const map = mapping('mended');
    const rejects = join(folder, 'mended-rejects.csv');
    const whole = write('mended.csv', `${halls([1, 2, 3])}4,,-0.16,51.42,,\n5,Hall 5,,,,\n`);
    await runImport(db, 'csv', whole, '--map', map, '--rejects', rejects);
    const mended = readFileSync(rejects, 'utf8')
      .replace('4,,', '4,Hall 4,')
      .replace('5,Hall 5,,', '5,Hall 5,-0.1,51.5');
    const again = await runImport(db, 'csv', write('mended-2.csv', mended), '--map', map);
    assert.deepEqual([again.report.created, again.report.vanished], [2, 0]);
    const part = await runImport(
      db,
      'csv',
      write('part.csv', halls([2], 'Great hall')),
      '--map',
      map,
      '--part',
    );
    assert.deepEqual([part.report.updated, part.report.vanished], [1, 0]);
    const dry = await runImport(
      db,
      'csv',
      write('part.csv', halls([3])),
      '--map',
      map,
      '--part',
      '--dry-run',
    );
    assert.equal(dry.report.vanished, 0);
    assert.deepEqual(await gone('mended'), []);
    const last = await runImport(db, 'csv', write('last.csv', halls([1, 2, 3])), '--map', map);
    assert.equal(last.report.vanished, 2);
  });
});

describe('the command line', () => {
  const map = mapping('said');
  const file = write('said.csv', halls([1]));
  const read = (...argv: string[]) => readArguments(argv);

  it('does not write rejects over a file that it reads, whatever its path', () => {
    symlinkSync(file, join(folder, 'link.csv'));
    linkSync(file, join(folder, 'hard.csv'));
    for (const rejects of [
      file,
      join(folder, '.', 'said.csv'),
      join(folder, 'link.csv'),
      join(folder, 'hard.csv'),
      map,
    ])
      assert.throws(() => read('csv', file, '--map', map, '--rejects', rejects), /would be overwritten/);
    assert.equal(readFileSync(file, 'utf8'), halls([1]));
    const free = join(folder, 'free.csv');
    assert.ok(read('csv', file, '--map', map, '--rejects', free));
    assert.ok(!existsSync(free));
  });

  it('refuses options that would do nothing, and values that are none', () => {
    const refused: [RegExp, ...string[]][] = [
      [/--bbox has no meaning for csv/, 'csv', file, '--map', map, '--bbox', '-0.2,51,0,52'],
      [/--licence has no meaning for geojson/, 'geojson', file, '--map', map, '--licence', 'CC0-1.0'],
      [/--scope has no meaning for areas/, 'areas', file, '--scope', 'a'],
      [/--part has no meaning for places/, 'places', file, '--part'],
      [/--bbox is “-0.26,51.41,,51.49”/, 'osm', file, '--bbox', '-0.26,51.41,,51.49'],
      [/--observed-on is “2026-02-30”/, 'csv', file, '--map', map, '--observed-on', '2026-02-30'],
    ];
    for (const [sentence, ...argv] of refused) assert.throws(() => read(...argv), sentence);
    assert.deepEqual(read('osm', file, '--bbox', '-0.26,51.41,-0.12,51.49')?.bbox?.west, -0.26);
  });
});
