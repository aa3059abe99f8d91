/**
 * Brings the server up in a database that exists: adopts one that still runs there, waits for the remains of one
 * that crashed, or starts a new one.
 */
import { readFile, rm, stat, statfs } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { giveCluster } from './cluster.ts';
import { codeOf, EmbeddedDatabaseError, knownFault } from './embedded-error.ts';
import { ask, leftovers, type Postmaster, readPidFile, stopPostmaster, worksIn } from './postmaster.ts';
import { sleep, startOf, until } from './processes.ts';
import { folderName, launch, type RunAs } from './run-as.ts';
import { type Address, addressesFor, addressSettings, socketLock, urlOf } from './server-address.ts';
import { logLength, logPath, logSince, openLog } from './server-log.ts';

export interface Launch {
  runAs: RunAs;
  dataDir: string;
  cluster: string;
  settings: [string, string][];
  log: (line: string) => void;
}

export interface Running {
  server: Postmaster;
  url: string;
  address: Address;
  adopted: boolean;
}

const asWords = (settings: [string, string][]) =>
  settings.flatMap(([name, value]) => ['-c', `${name}=${value}`]);

/**
 * The remains of a crashed server still hold its memory or its lock files for a moment, and one that was starting
 * when its Moothall was killed appears only now: so look again, for about ten seconds.
 */
export async function bringUp(launching: Launch): Promise<Running> {
  for (let pause = 100; ; pause *= 2) {
    const running = (await adopt(launching)) ?? (await start(launching));
    if (typeof running !== 'string') return running;
    if (pause > 5_000 || !/is still in use|lock file .* already exists/.test(running))
      throw await startError(running, launching.dataDir);
    if (pause === 100)
      launching.log('The database server from before is still ending; trying again for a while.');
    await sleep(pause);
  }
}

/** A server that survived its Moothall (kill -9) goes on serving. */
async function adopt({ runAs, cluster, settings, log }: Launch): Promise<Running | undefined> {
  const file = await readPidFile(cluster, runAs);
  if (!file) return undefined;
  const started = startOf(file.pid);
  if (started === undefined || !worksIn(file.pid, cluster)) return undefined;
  const server: Postmaster = { pid: file.pid, started };
  log(`A database server from before still runs here (process ${file.pid}).`);
  const settled = async () => {
    const status = (await readPidFile(cluster, runAs))?.status;
    return startOf(file.pid) !== started || status === 'ready';
  };
  await until(settled, 60_000);
  const now = await readPidFile(cluster, runAs);
  if (now?.pid === file.pid && now.address && (await launchedWith(cluster, runAs, settings))) {
    const url = await urlOf(now.address, cluster);
    const answers = await ask(url).then(
      () => true,
      () => false,
    );
    if (answers) return { server, url, address: now.address, adopted: true };
  }
  log('It does not answer, or runs with other settings: it is stopped and started anew.');
  await stopPostmaster(server, runAs, log);
  return undefined;
}

/** postmaster.opts holds the command line of the last start; the address comes last in it and may differ. */
async function launchedWith(cluster: string, runAs: RunAs, settings: [string, string][]): Promise<boolean> {
  const line = await readFile(join(cluster, 'postmaster.opts'), 'utf8').catch(() => '');
  const wanted = ['-D', folderName(runAs, cluster), ...asWords(settings), '-c', 'listen_addresses='];
  return line.includes(` ${wanted.map((word) => `"${word}`).join('" ')}`);
}

/** Starts a new server. Returns what it said when it did not come up. */
async function start(launching: Launch): Promise<Running | string> {
  const { runAs, cluster, log } = launching;
  await waitForLeftovers(cluster, log);
  await removeForeignLock(join(cluster, 'postmaster.pid'), cluster);
  if (runAs.owner && (await stat(cluster)).uid !== runAs.owner.uid) await giveCluster(cluster, runAs.owner);
  let said = '';
  for await (const address of addressesFor(runAs, cluster)) {
    if (address.kind === 'socket') await removeForeignLock(join(address.folder, socketLock), cluster);
    const server = await startAt(address, launching);
    if (typeof server !== 'string')
      return { server, url: await urlOf(address, cluster), address, adopted: false };
    said = server;
    if (!/could not (create|bind)( any)? (Unix|TCP|IPv4)/.test(said)) break;
  }
  return said;
}

/**
 * PostgreSQL refuses to start while the process number in its lock files is alive, whoever that is; after a crash
 * in a container that is often somebody else. A dead number it clears away itself, after checks of its own.
 */
async function removeForeignLock(path: string, cluster: string): Promise<void> {
  const pid = Number((await readFile(path, 'utf8').catch(() => '')).split('\n')[0]);
  if (pid > 0 && startOf(pid) !== undefined && !worksIn(pid, cluster)) await rm(path, { force: true });
}

/** Starts the server there. Returns what it said when it ended instead. */
async function startAt(address: Address, { runAs, cluster, dataDir, settings, log }: Launch) {
  const before = await logLength(dataDir);
  const stale = (await readPidFile(cluster, runAs))?.text;
  const output = await openLog(dataDir);
  const words = asWords([...settings, ...addressSettings(address, runAs, cluster)]);
  // A session of its own: Ctrl-C reaches the whole group, and requests in flight still need the database then.
  const child = launch(runAs, 'postgres', ['-D', folderName(runAs, cluster), ...words], {
    cwd: cluster,
    detached: true,
    stdio: ['ignore', output.fd, output.fd],
  });
  let ended: string | undefined;
  child.once('error', (error) => {
    ended = `${codeOf(error) ?? ''} ${error.message}`;
  });
  child.once('exit', (code, signal) => {
    ended ??= `ended with ${signal ?? code}`;
  });
  child.unref();
  await output.close();
  const began = Date.now();
  const ready = async () => {
    const file = await readPidFile(cluster, runAs);
    // In a container the number may be the same as before the crash, so the old file is no sign.
    return file?.pid === child.pid && file?.status === 'ready' && file.text !== stale;
  };
  // After a crash the server repairs itself first, for as long as that takes.
  while (!(await until(async () => ended !== undefined || (await ready()), 5_000)))
    log(`The database is getting ready (${Math.round((Date.now() - began) / 1000)} s so far).`);
  const started = child.pid === undefined ? undefined : startOf(child.pid);
  if (ended !== undefined || child.pid === undefined || started === undefined)
    return `${await logSince(dataDir, before)}\n${ended ?? ''}`;
  const server: Postmaster = { pid: child.pid, started };
  try {
    await ask(await urlOf(address, cluster));
    return server;
  } catch (error) {
    await stopPostmaster(server, runAs, log);
    throw error;
  }
}

/** A new server beside processes of a dead one could damage the database; PostgreSQL refuses it, so wait. */
async function waitForLeftovers(cluster: string, log: (line: string) => void): Promise<void> {
  const file = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const pid = Number(file.split('\n')[0]);
  if (!pid || leftovers(cluster).length === 0) return;
  log('The database server crashed; waiting for its last processes to end.');
  if (await until(() => leftovers(cluster).length === 0, 10_000)) return;
  for (const orphan of leftovers(cluster)) process.kill(orphan, 'SIGQUIT');
  await until(() => leftovers(cluster).length === 0, 10_000);
}

async function startError(said: string, dataDir: string): Promise<EmbeddedDatabaseError> {
  const fatal = said.split('\n').filter((line) => /FATAL|PANIC/.test(line));
  const reason = (fatal.at(-1) ?? said.trim().split('\n').at(-1) ?? '').replace(/^.*(FATAL|PANIC):\s*/, '');
  // On a full disk the log itself stays empty.
  const disk = await statfs(dirname(logPath(dataDir)));
  const full = disk.bavail * disk.bsize < 100_000 ? 'No space left on device' : '';
  return new EmbeddedDatabaseError(
    knownFault(`${fatal.join('\n')}${full}`, dataDir) ??
      `The database in ${dataDir} did not start: ${reason}. Its log is ${logPath(dataDir)}.`,
    { cause: new Error(said) },
  );
}
