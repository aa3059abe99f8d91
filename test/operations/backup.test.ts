/** A backup that was never restored is none: the commands of docs/operating.md, run as they stand there. */
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { leaveOut } from '../database/embedded-support.ts';
import { freshDatabase } from '../support/database.ts';
import { addVenue, fact, newVenue } from '../support/factories.ts';
import { killServices, startService } from './spawned-service.ts';

const guide = readFileSync(resolve(import.meta.dirname, '../../docs/operating.md'), 'utf8');
const OPERATOR_TOKEN = 'a-token-for-tests-that-is-long-enough';

function commands(name: string): string {
  const found = new RegExp(`<!-- ${name} -->\n\`\`\`\n([\\s\\S]*?)\`\`\``).exec(guide)?.[1];
  return found ?? assert.fail(`docs/operating.md has no commands named ${name}`);
}

const venue = newVenue({
  name: 'Hall That Came Back',
  facts: [fact('hearing_loop', 'yes', { note: 'At the lectern' })],
  spaces: [{ name: 'Upper room', capacities: [{ layout: 'theatre', comfortable: 40 }] }],
});

describe('backup and restore', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'moothall-backup-'));
  });
  afterEach(async () => {
    await killServices();
    rmSync(folder, { recursive: true, force: true, maxRetries: 9 });
  });

  const run = (name: string, env: Record<string, string> = {}) =>
    execFileSync('sh', ['-euc', commands(name)], {
      cwd: folder,
      env: { PATH: process.env.PATH, ...env },
      stdio: ['ignore', 'pipe', 'inherit'],
    });

  it('brings the embedded register back from a copy of its folder', async () => {
    const first = await startService({ DATA_DIR: join(folder, 'data'), OPERATOR_TOKEN });
    const added = await fetch(`${first.url}/api/v1/venues`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${OPERATOR_TOKEN}` },
      body: JSON.stringify(venue),
    });
    const { id }: { id: number } = await added.json();
    const before = await (await fetch(`${first.url}/api/v1/venues/${id}`)).json();
    first.process.kill('SIGTERM');
    assert.equal((await first.ended).code, 0);
    run('backup-embedded');
    rmSync(join(folder, 'data'), { recursive: true });
    run('restore-embedded');
    const second = await startService({ DATA_DIR: join(folder, 'restored') });
    const after = await (await fetch(`${second.url}/api/v1/venues/${id}`)).json();
    assert.equal(after.name, venue.name);
    assert.deepEqual({ ...after, url: '' }, { ...before, url: '' });
    const found = await (await fetch(`${second.url}/api/v1/venues?q=came+back&access=hearing_loop`)).json();
    assert.equal(found.total.value, 1);
  });

  it('brings a server’s database back from a dump', async function () {
    const { db, url } = await freshDatabase();
    const version = Number((await db.raw('show server_version_num')).rows[0].server_version_num);
    const tool = spawnSync('pg_dump', ['--version'], { encoding: 'utf8' });
    const newest = Number(/(\d+)/.exec(tool.stdout ?? '')?.[1] ?? 0);
    if (newest < Math.floor(version / 10_000)) leaveOut(this, 'needs pg_dump as new as the server');
    const { id } = await addVenue(db, venue);
    const empty = await freshDatabase();
    await empty.db.raw('drop schema public cascade; create schema public');
    run('backup-server', { DATABASE_URL: url });
    run('restore-server', { RESTORE_URL: empty.url });
    const service = await startService({ DATABASE_URL: empty.url });
    const after = await (await fetch(`${service.url}/api/v1/venues/${id}`)).json();
    assert.equal(after.name, venue.name);
    assert.equal(after.spaces[0].name, 'Upper room');
    assert.deepEqual(await (await fetch(`${service.url}/readyz`)).json(), { status: 'ready' });
  });
});
