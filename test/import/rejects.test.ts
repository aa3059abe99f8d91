/** The file of rows that were left out: all that they said, once, in a form that can be mended and imported. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { readCsv } from '../../server/import/csv.ts';
import { carry } from '../../server/import/run.ts';
import { openRun } from '../../server/import/runs.ts';
import { saveSource } from '../../server/venues/import.ts';
import { freshDatabase } from '../support/database.ts';
import { desk, header } from './made.ts';
import { runImport } from './real.ts';

const { folder, write, mapping } = desk('rejects');

describe('the file of rejects', () => {
  let db: Knex;
  before(async () => {
    ({ db } = await freshDatabase());
  });

  it('is read again by the mapping that rejected its rows, whatever its delimiter and encoding', async () => {
    const map = mapping('semi', { delimiter: ';', encoding: 'latin1' });
    const rejects = join(folder, 'semi-rejects.csv');
    const rows = '1;Café ; bar;x\n2;"Théâtre; Mairie";;51.42;;\n3;Église;-0.16;51.42;;\n';
    const file = write('semi.csv', Buffer.from(header.replaceAll(',', ';') + rows, 'latin1'));
    const first = await runImport(db, 'csv', file, '--map', map, '--rejects', rejects);
    assert.deepEqual([first.report.created, first.report.rejected], [1, 2], first.text);
    const mended = readFileSync(rejects, 'utf8').replace('Mairie";;', 'Mairie";-0.16;');
    const again = join(folder, 'semi-again.csv');
    const second = await runImport(db, 'csv', write('semi-2.csv', mended), '--map', map, '--rejects', again);
    assert.deepEqual([second.report.created, second.report.rejected], [1, 1], second.text);
    assert.ok(await db('venue').where({ name: 'Théâtre; Mairie' }).first());
    const { columns } = await readCsv(again, { delimiter: ';' });
    assert.deepEqual(columns, ['id', 'name', 'lon', 'lat', 'lift', 'toilet', 'import_row', 'import_reason']);
  });

  it('keeps cells that have no column, and the place of what has a geometry', async () => {
    const rejects = join(folder, 'long.txt');
    const map = mapping('long');
    await runImport(
      db,
      'csv',
      write('long.csv', `${header}1,A,1,51,,,more,"yet, more"\n`),
      '--map',
      map,
      '--rejects',
      rejects,
    );
    assert.match(readFileSync(rejects, 'utf8'), /it has 8 values for 6 columns,more,"yet, more"\n$/);
    const geometry = {
      type: 'LineString',
      coordinates: [
        [0, 51],
        [1, 51],
      ],
    };
    const features = [{ type: 'Feature', properties: { id: 1, name: 'Line' }, geometry }];
    const file = write('long.geojson', JSON.stringify({ type: 'FeatureCollection', features }));
    await runImport(db, 'geojson', file, '--map', map, '--rejects', rejects);
    const line = JSON.parse(readFileSync(rejects, 'utf8'));
    assert.deepEqual(line.geometry, geometry);
    assert.deepEqual([line.type, line.properties.name, line.properties.import_row], ['Feature', 'Line', '1']);
  });

  it('is told of each row once, also when its batch is tried again', async () => {
    // The first commit fails, as after a deadlock.
    await db.raw(`
      create table hiccup (n int);
      create function hiccup() returns trigger language plpgsql as $$
        begin if new.n = 1 then raise exception 'again' using errcode = '40001'; end if; return null; end $$;
      create constraint trigger hiccup after insert on hiccup deferrable initially deferred
        for each row execute function hiccup()`);
    const source = { id: 'again', name: 'Again', licence: 'CC0-1.0', attribution: 'Us' };
    await saveSource(db, source);
    const key = {
      source_id: 'again',
      scope: 'a',
      command: 'csv' as const,
      file: 'f',
      sha256: 's',
      settings: '',
    };
    const run = await openRun(db, key);
    async function* items() {
      yield { rows: [{ number: 1, label: '1', values: {} }], recordId: '', remarks: [], rejected: 'bad' };
    }
    let tries = 0;
    const job = {
      items: items(),
      save: async () => [],
      async afterBatch(transaction: Knex) {
        tries += 1;
        await transaction('hiccup').insert({ n: tries });
      },
    };
    const told: unknown[] = [];
    const onLeftOut = async (left: unknown[]) => {
      told.push(...left);
    };
    await carry(db, run, job, { batchSize: 10, dryRun: false, onLeftOut });
    assert.deepEqual([tries, told.length, run.report.rejected], [2, 1, 1]);
  });
});
