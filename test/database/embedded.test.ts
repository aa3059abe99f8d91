/** What people and computers do to a database that starts with the service, done here to real processes. */
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import {
  count,
  dataFolder,
  isRoot,
  leaveOut,
  Moothall,
  mayBecomeOther,
  mayMount,
  mounting,
  nobody,
  postmasterOf,
  refusal,
  repository,
  serversBelow,
  start,
  temporaryFolder,
  tidy,
} from './embedded-support.ts';

/** Waits until somebody else's question is being answered. */
async function isBusy(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // its server is about to be killed
  await client.connect();
  const busy = `select 1 from pg_stat_activity where state = 'active' and query like '%generate_series(1, 8000)%'
                and pid <> pg_backend_pid()`;
  while ((await client.query(busy)).rows.length === 0) await pause(20);
}

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
describe('embedded database', () => {
  afterEach(tidy);

  it('makes a database, keeps what was written, and starts warm in well under a second', async () => {
    const dataDir = join(temporaryFolder(), 'a, folder "with" words', 'data');
    const cold = await start(dataDir);
    await cold.moothall.asks('create table kept as select generate_series(1, 1000)');
    const [settings] = await cold.moothall.asks(
      `select current_database() as name, current_setting('fsync') as fsync, current_setting('TimeZone') as zone,
       pg_encoding_to_char(encoding) as encoding, datcollate from pg_database where datname = current_database()`.replaceAll(
        '\n',
        ' ',
      ),
    );
    assert.deepEqual(settings, {
      name: 'moothall',
      fsync: 'on',
      zone: 'UTC',
      encoding: 'UTF8',
      datcollate: 'C',
    });
    await cold.moothall.stops();
    assert.deepEqual(serversBelow(dataDir), []);
    const warm = await start(dataDir, { settings: { work_mem: '12MB' } });
    assert.equal(await count(warm.moothall), 1000);
    assert.deepEqual(await warm.moothall.asks('show work_mem'), [{ work_mem: '12MB' }]);
    assert.equal(warm.report.adopted, false);
    assert.ok(warm.report.milliseconds < 1000, `warm start took ${warm.report.milliseconds} ms`);
    console.log(`      cold ${cold.report.milliseconds} ms, warm ${warm.report.milliseconds} ms`);
    await warm.moothall.stops();
  });

  it('finds another place for its socket when the path is too long for one', async () => {
    const dataDir = join(temporaryFolder(), 'x'.repeat(90), 'data');
    const { moothall, report } = await start(dataDir);
    const folder = new URL(report.url).searchParams.get('host') ?? '';
    assert.ok(folder.length < 60 && existsSync(folder));
    await moothall.stops();
    assert.ok(!existsSync(folder));
  });

  it('turns the second of two away, names the first, and harms neither', async () => {
    const dataDir = await dataFolder();
    const { moothall } = await start(dataDir);
    assert.equal(
      await refusal(dataDir),
      `Moothall is already running with this data folder (process ${moothall.process.pid}). Stop it first, or set DATA_DIR to another folder.`,
    );
    assert.deepEqual(await moothall.asks('select 1 as one'), [{ one: 1 }]);
    await moothall.stops();
  });

  it('lets exactly one of several win that start in the same instant, cold and after a crash', async () => {
    const dataDir = temporaryFolder();
    for (const round of ['cold', 'crashed']) {
      const racers = [1, 2, 3, 4].map(() => new Moothall(dataDir));
      const reports = await Promise.all(racers.map((racer) => racer.says()));
      const winners = racers.filter((_, index) => reports[index]?.error === undefined);
      assert.equal(winners.length, 1, round);
      for (const { error } of reports) if (error) assert.match(error, /already running/);
      for (const winner of winners) await winner.killed();
    }
    const { moothall } = await start(dataDir);
    await moothall.stops();
  });

  it('finishes requests after Ctrl-C reached the whole process group, then stops', async () => {
    const dataDir = await dataFolder();
    const { moothall } = await start(dataDir);
    process.kill(-(moothall.process.pid ?? 0), 'SIGINT');
    assert.equal((await moothall.says()).rows?.[0]?.request, 'finished');
    assert.equal((await moothall.says()).stopped, true);
    await moothall.ended();
    assert.deepEqual(serversBelow(dataDir), []);
  });

  it('leaves no server behind when the process ends without stopping it', async () => {
    const dataDir = await dataFolder();
    const { moothall } = await start(dataDir);
    moothall.process.stdin?.write('exit\n');
    await moothall.ended();
    const next = await start(dataDir);
    assert.equal(next.report.adopted, false);
    await next.moothall.stops();
  });

  it('adopts the server that a kill -9 left running, and can stop it', async () => {
    const dataDir = await dataFolder();
    const first = await start(dataDir);
    await first.moothall.asks('create table kept as select generate_series(1, 1000)');
    const postmaster = postmasterOf(dataDir);
    await first.moothall.killed();
    const second = await start(dataDir);
    assert.equal(second.report.adopted, true);
    assert.equal(postmasterOf(dataDir), postmaster);
    assert.equal(await count(second.moothall), 1000);
    await second.moothall.killed();
    const third = await start(dataDir, { settings: { work_mem: '12MB' } });
    assert.equal(third.report.adopted, false, 'other settings need a new server');
    await third.moothall.stops();
    assert.deepEqual(serversBelow(dataDir), []);
  });

  it('recovers when Moothall and the server were both killed, even while the server was writing', async () => {
    const dataDir = await dataFolder();
    const { moothall, report } = await start(dataDir);
    await moothall.asks('create table kept as select generate_series(1, 1000)');
    // A process of the server that is busy does not notice at once that its postmaster is gone.
    moothall.process.stdin?.write(
      'select count(*) from generate_series(1, 8000) a, generate_series(1, 10000) b\n',
    );
    await isBusy(report.url);
    process.kill(postmasterOf(dataDir), 'SIGKILL');
    await moothall.killed();
    const next = await start(dataDir);
    assert.equal(next.report.adopted, false);
    assert.match(next.report.lines.join(' '), /waiting for its last processes/);
    assert.equal(await count(next.moothall), 1000);
    await next.moothall.stops();
  });

  it('is not misled by process numbers that belong to somebody else now', async () => {
    const dataDir = await dataFolder();
    const { moothall } = await start(dataDir);
    const socketLock = join(dataDir, 'postgres/.s.PGSQL.5432.lock');
    process.kill(postmasterOf(dataDir), 'SIGKILL');
    await moothall.killed();
    while (serversBelow(dataDir).length > 0) await pause(20);
    const stranger = `${process.pid}\n${dataDir}/postgres\n1700000000\n5432\n${dataDir}/postgres\n\n  1 2\nready\n`;
    writeFileSync(join(dataDir, 'postgres/postmaster.pid'), stranger);
    writeFileSync(socketLock, stranger);
    const lock = readdirSync(dataDir).find((name) => name.startsWith('moothall.lock.')) ?? '';
    writeFileSync(join(dataDir, lock), JSON.stringify({ pid: process.pid, started: 'long ago' }));
    // As after copying with cp.
    chmodSync(join(dataDir, 'postgres'), 0o755);
    const next = await start(dataDir);
    await next.moothall.stops();
  });

  it('starts again whenever it was killed, also while making the database', async () => {
    const dataDir = temporaryFolder();
    for (const milliseconds of [450, 700, 950]) {
      const moothall = new Moothall(dataDir);
      await pause(milliseconds);
      await moothall.killed();
    }
    const { moothall } = await start(dataDir);
    await moothall.stops();
    assert.deepEqual(
      readdirSync(dataDir).filter((name) => name.startsWith('initialising-')),
      [],
    );
  });

  it('runs for an ordinary user', async function () {
    if (!mayBecomeOther) leaveOut(this, 'the repository is closed to ordinary users here');
    const dataDir = temporaryFolder();
    if (isRoot) chownSync(dataDir, nobody.uid, nobody.gid);
    const { moothall, report } = await start(dataDir, isRoot ? nobody : {});
    assert.ok(report.lines.every((line) => !line.includes('root')));
    await moothall.stops();
    // Root may take over the folder, even make it anew, and must not lock its owner out of it.
    rmSync(join(dataDir, 'postgres'), { recursive: true });
    rmSync(join(dataDir, 'postgres.log'));
    const asRunner = await start(dataDir);
    await asRunner.moothall.stops();
    const again = await start(dataDir, isRoot ? nobody : {});
    await again.moothall.stops();
  });

  it('says that a folder cannot be written, entered, or is a file', async function () {
    if (!mayBecomeOther) leaveOut(this, 'the repository is closed to ordinary users here');
    const parent = temporaryFolder(0o755);
    const closed = join(parent, 'closed');
    mkdirSync(closed, { mode: 0o700 });
    if (!isRoot) chmodSync(closed, 0o500);
    assert.match(await refusal(join(closed, 'data'), isRoot ? nobody : {}), /may not write/);
    writeFileSync(join(parent, 'file'), '');
    assert.match(await refusal(join(parent, 'file')), /is a file/);
  });

  it('says that a database is of another PostgreSQL, or is none', async () => {
    const dataDir = temporaryFolder();
    mkdirSync(join(dataDir, 'postgres'));
    writeFileSync(join(dataDir, 'postgres/something'), '');
    assert.match(await refusal(dataDir), /is not a database/);
    writeFileSync(join(dataDir, 'postgres/PG_VERSION'), '15\n');
    assert.match(await refusal(dataDir), /made by PostgreSQL 15, and this Moothall brings PostgreSQL \d+/);
  });

  it('asks for a password over TCP where there is no place for a socket', async () => {
    const dataDir = join(temporaryFolder(), 'x'.repeat(90), 'data');
    const name = createHash('sha256').update(join(dataDir, 'postgres')).digest('hex').slice(0, 12);
    // Everybody may enter it, so it is not fit to hold the socket.
    const squatted = join('/tmp', `moothall-${name}`);
    mkdirSync(squatted);
    chmodSync(squatted, 0o755);
    try {
      const { moothall, report } = await start(dataDir);
      const url = new URL(report.url);
      assert.equal(url.hostname, '127.0.0.1');
      url.password = 'guessed';
      const stranger = new pg.Client({ connectionString: url.href });
      await assert.rejects(stranger.connect(), /password authentication failed/);
      await moothall.killed();
      const next = await start(dataDir);
      assert.equal(next.report.adopted, true);
      assert.equal(next.report.url, report.url);
      await next.moothall.stops();
    } finally {
      rmdirSync(squatted);
    }
  });
});

describe('embedded database on computers that make it hard', () => {
  afterEach(tidy);

  it('runs for root from a clone that only root can enter, where namespaces are missing', async function () {
    if (!mayMount) leaveOut(this, 'needs root that may mount');
    const home = temporaryFolder(0o700);
    const root = join(home, 'clone');
    const dataDir = join(home, 'data');
    mkdirSync(root);
    const without = [
      `mount --bind ${repository} ${root}`,
      'mount --bind /dev/null "$(command -v unshare)"',
    ].join('; ');
    const closed = { root, inside: mounting(without), copies: temporaryFolder(0o755) };
    const first = await start(dataDir, closed);
    assert.match(first.report.lines[0] ?? '', /runs as the user \w+\. Its programs run from/);
    await first.moothall.asks('create table kept as select generate_series(1, 1000)');
    await first.moothall.killed();
    const second = await start(dataDir, closed);
    assert.equal(second.report.adopted, true);
    await second.moothall.stops();
    // And back and forth between the two ways, as when a container's settings change.
    const withNamespaces = await start(dataDir);
    assert.equal(await count(withNamespaces.moothall), 1000);
    await withNamespaces.moothall.stops();
  });

  it('runs for root in a namespace, and hands its database to an ordinary user when those are gone', async function () {
    if (!mayMount) leaveOut(this, 'needs root that may mount');
    const dataDir = temporaryFolder(0o700);
    const first = await start(dataDir);
    assert.match(first.report.lines[0] ?? '', /does not run as root.* namespace/);
    await first.moothall.asks('create table kept as select generate_series(1, 1000)');
    await first.moothall.killed();
    const inside = mounting('mount --bind /dev/null "$(command -v unshare)"');
    const second = await start(dataDir, { inside });
    assert.equal(second.report.adopted, true);
    await second.moothall.stops();
    const third = await start(dataDir, { inside });
    assert.equal(await count(third.moothall), 1000);
    await third.moothall.stops();
  });

  it('runs for a user without a name, as some containers start it', async function () {
    if (!isRoot || !mayBecomeOther) leaveOut(this, 'needs root that may become such a user');
    const dataDir = temporaryFolder();
    const nameless = { uid: 54321, gid: 54321 };
    chownSync(dataDir, nameless.uid, nameless.gid);
    const moothall = new Moothall(dataDir, nameless);
    const report = await moothall.says();
    if (report.error) assert.match(report.error, /does not run here|does not exist/);
    else await moothall.stops();
  });

  it('respects a Moothall in another container, and takes over when that container was killed', async function () {
    if (!mayMount) leaveOut(this, 'needs root that may make namespaces');
    const dataDir = await dataFolder();
    const inside = ['unshare', '--pid', '--fork', '--kill-child', '--mount-proc'];
    const other = await start(dataDir, { inside });
    await other.moothall.asks('create table kept as select generate_series(1, 1000)');
    assert.match(await refusal(dataDir), /already running .*\(process 1 of another container or computer\)/);
    await other.moothall.killed();
    const { moothall } = await start(dataDir);
    assert.equal(await count(moothall), 1000);
    await moothall.stops();
  });

  it('says that the disk is read-only', async function () {
    if (!mayMount) leaveOut(this, 'needs root that may mount');
    const dataDir = temporaryFolder();
    const script = `mount --bind ${dataDir} ${dataDir}; mount -o remount,ro,bind ${dataDir}`;
    assert.match(await refusal(dataDir, { inside: mounting(script) }), /read-only disk/);
  });

  it('says that the disk is full, leaves nothing broken, and goes on when there is room', async function () {
    if (!mayMount) leaveOut(this, 'needs root that may mount');
    const folder = temporaryFolder();
    const dataDir = join(folder, 'data');
    const disk = spawn('unshare', [
      '--mount',
      'sh',
      '-ec',
      `mount -t tmpfs -o size=24m,mode=700 tmpfs ${folder}; echo mounted; exec sleep 60`,
    ]);
    try {
      await once(disk.stdout, 'data');
      const inside = ['nsenter', `--mount=/proc/${disk.pid}/ns/mnt`];
      const there = (path: string) => join(`/proc/${disk.pid}/root`, path);
      const onDisk = (...command: string[]) => spawnSync(inside[0] ?? '', [...inside.slice(1), ...command]);
      assert.match(await refusal(dataDir, { inside }), /disk that holds .* is full/);
      assert.deepEqual(
        readdirSync(there(dataDir)).filter((name) => !name.startsWith('moothall.lock.')),
        [],
      );
      onDisk('mount', '-o', 'remount,size=100m', folder);
      const first = await start(dataDir, { inside });
      await first.moothall.asks('create table kept as select generate_series(1, 1000)');
      onDisk('dd', 'if=/dev/zero', `of=${folder}/film`, 'bs=1M');
      await first.moothall.stops();
      assert.match(await refusal(dataDir, { inside }), /disk that holds .* is full/);
      onDisk('rm', `${folder}/film`);
      const second = await start(dataDir, { inside });
      assert.equal(await count(second.moothall), 1000);
      await second.moothall.stops();
    } finally {
      disk.kill('SIGKILL');
    }
  });
});
