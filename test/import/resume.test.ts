/** An import that is killed, or asked to stop, goes on where it was. */
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { advanceRun, holdRun, openRun } from '../../server/import/runs.ts';
import { saveSource } from '../../server/venues/import.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';
import { figures, runImport } from './real.ts';

const ROWS = 500;
const folder = mkdtempSync(join(tmpdir(), 'moothall-resume-'));

function fileOf(source: string): string[] {
  const file = join(folder, `${source}.csv`);
  const rows = Array.from(
    { length: ROWS },
    (_, n) => `${n},${n % 10 === 0 ? '' : `Hall ${n}`},${-0.2 + n / 1e4},51.42`,
  );
  writeFileSync(file, `id,name,lon,lat\n${rows.join('\n')}\n`);
  const map = join(folder, `${source}.json`);
  const made = { id: source, name: source, licence: 'CC0-1.0', attribution: 'Us' };
  const location = { lon: '{lon}', lat: '{lat}' };
  writeFileSync(
    map,
    JSON.stringify({ source: made, recordId: '{id}', name: '{name}', kind: 'other', location }),
  );
  return ['csv', file, '--map', map, '--batch', '10'];
}

describe('resuming an import', () => {
  let database: TestDatabase;
  before(async () => {
    database = await freshDatabase();
  });

  const start = (argv: string[]) =>
    spawn(process.execPath, ['--import', 'tsx', 'server/import/main.ts', ...argv], {
      env: { ...process.env, DATABASE_URL: database.url },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const runOf = (source: string) =>
    database.db('import_run').where({ source_id: source }).orderBy('id', 'desc').first();

  /** Waits until a few batches are in, then signals. */
  async function interrupt(child: ChildProcess, source: string, signal: NodeJS.Signals): Promise<number> {
    for (;;) {
      const run = await runOf(source);
      if (run?.last_row > 30) {
        child.kill(signal);
        return run.last_row;
      }
      assert.equal(child.exitCode, null, 'it ended before it could be interrupted');
      await pause(20);
    }
  }

  async function checkWhole(source: string, run: { report: Parameters<typeof figures>[0]; said: string[] }) {
    assert.match(run.said.join('\n'), /was interrupted: going on after row/);
    assert.deepEqual(figures(run.report), {
      read: ROWS,
      created: ROWS * 0.9,
      updated: 0,
      unchanged: 0,
      grouped: 0,
      skipped: ROWS * 0.1,
      rejected: 0,
    });
    const records = await database.db('source_record').where({ source_id: source });
    assert.equal(records.length, ROWS * 0.9);
    assert.equal(new Set(records.map((record) => record.venue_id)).size, ROWS * 0.9);
    assert.ok((await runOf(source)).finished_at);
  }

  it('after kill -9: nothing is lost, nothing doubled, and the totals are those of the whole file', async () => {
    const argv = fileOf('killed');
    const child = start(argv);
    await interrupt(child, 'killed', 'SIGKILL');
    await once(child, 'exit');
    const run = await runOf('killed');
    assert.equal(run.finished_at, null);
    await checkWhole('killed', await runImport(database.db, ...argv));
    const again = await runImport(database.db, ...argv);
    assert.equal(again.report.unchanged, ROWS * 0.9);
    assert.deepEqual(again.said, []);
  });

  it('after Ctrl-C: the batch is finished, and it says how to go on', async () => {
    const argv = fileOf('stopped');
    const child = start(argv);
    let said = '';
    child.stdout?.on('data', (chunk) => {
      said += chunk;
    });
    await interrupt(child, 'stopped', 'SIGINT');
    const [code] = await once(child, 'close');
    assert.equal(code, 130);
    assert.match(said, /Run the same command again to go on/);
    await checkWhole('stopped', await runImport(database.db, ...argv));
  });

  it('is refused to a second process at the same time', async () => {
    const { db } = database;
    await saveSource(db, { id: 'twice', name: 'twice', licence: 'CC0-1.0', attribution: 'Us' });
    const key = {
      source_id: 'twice',
      scope: 'a',
      command: 'csv' as const,
      file: 'f',
      sha256: 's',
      settings: '',
    };
    const [one, other] = [await openRun(db, key), await openRun(db, key)];
    assert.equal(one.id, other.id);
    await db.transaction(async (transaction) => {
      await holdRun(transaction, one);
      await advanceRun(transaction, one, 20, one.report);
    });
    const late = db.transaction((transaction) => holdRun(transaction, other));
    await assert.rejects(late, /Another process is importing this very file/);
    assert.equal((await openRun(db, key, true)).lastRow, 0);
  });
});
