/**
 * However many files come, and whatever is in them, the service holds no more memory than a small machine has. One of each
 * kind by default; with more:
 *   PHOTOS_AT_ONCE=30 npx mocha --spec test/photos/memory.test.ts
 */
import assert from 'node:assert/strict';
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import supertest from 'supertest';
import { freshDatabase } from '../support/database.ts';
import { addVenue } from '../support/factories.ts';
import { bulky, claims, jpeg, noise, polyglot, strangers, unpackedWhole } from './pictures.ts';
import { sendPhoto } from './upload.ts';

/** Megabytes above what the service holds when it has just started. The heaviest photo takes some 350. */
const BOUND = 700;

describe('the memory of the service', () => {
  const folder = mkdtempSync(join(tmpdir(), 'moothall-memory-'));
  let db: Knex;
  let url: string;
  let child: ChildProcess;
  before(async () => {
    ({ db, url } = await freshDatabase());
  });
  after(() => {
    child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  });

  it('is bounded under hostile and heavy photos of every kind at once', async () => {
    child = fork(join(import.meta.dirname, 'memory-child.ts'), [url, folder], {
      execArgv: ['--import', 'tsx'],
      env: { ...process.env, TMPDIR: folder },
    });
    const [started] = await once(child, 'message');
    const request = supertest(started.url);
    const heavy = [
      await unpackedWhole(),
      await noise(6000, 4500),
      await bulky(1000),
      claims(60_000, 60_000),
      claims(6000, 6000),
      await jpeg(8200, 6200),
      await polyglot(),
      (await noise(4000, 3000)).subarray(0, 1_000_000),
      Buffer.alloc(40 * 1024 * 1024),
      ...Object.values(strangers).map(([file]) => file),
    ];
    const { id } = await addVenue(db);
    const length = Number(process.env.PHOTOS_AT_ONCE ?? heavy.length);
    const sent = Array.from({ length }, (_each, n) =>
      sendPhoto(request, id, heavy[n % heavy.length]).then(({ status }) => status),
    );
    const statuses = await Promise.all(sent);
    assert.ok(
      statuses.every((status) => [201, 400, 413].includes(status)),
      String(statuses),
    );
    assert.ok(statuses.includes(201));
    // Files are taken away after the answer.
    const lying = () => readdirSync(folder).filter((name) => name.startsWith('moothall-upload-'));
    for (let tries = 0; tries < 50 && lying().length > 0; tries++)
      await new Promise((resolve) => setTimeout(resolve, 100));
    assert.deepEqual(lying(), [], 'nothing that was sent is left lying about');
    child.send('end');
    const [ended] = await once(child, 'message');
    console.log(`      ${started.peak} MB at the start, ${ended.peak} MB at most`);
    assert.ok(ended.peak - started.peak < BOUND, `${ended.peak - started.peak} MB`);
  });
});
