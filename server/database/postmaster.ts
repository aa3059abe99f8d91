/**
 * The running server ("postmaster"), as its file postmaster.pid tells of it. The file outlives a crash, and a copied
 * or restored folder brings one along, so nothing in it is believed before the process has been looked at.
 */
import { execFileSync } from 'node:child_process';
import { readdirSync, readlinkSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startOf, until } from './processes.ts';
import { folderName, type RunAs, run } from './run-as.ts';
import type { Address } from './server-address.ts';

export interface Postmaster {
  pid: number;
  started: string;
}

export interface PidFile {
  pid: number;
  address: Address | undefined;
  /** starting, ready, stopping or standby. */
  status: string;
  text: string;
}

/** What the file says; undefined when there is none. */
export async function readPidFile(cluster: string, runAs: RunAs): Promise<PidFile | undefined> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '');
  const [pid, , , port, socketFolder, listen, , status] = text.split('\n').map((line) => line.trim());
  if (!Number(pid)) return undefined;
  const socket: Address | undefined = socketFolder
    ? { kind: 'socket', folder: socketFolder === folderName(runAs, cluster) ? cluster : socketFolder }
    : undefined;
  const tcp: Address | undefined = listen ? { kind: 'tcp', port: Number(port) } : undefined;
  return { pid: Number(pid), address: socket ?? tcp, status: status ?? '', text };
}

/** Whether that process lives and works in this very folder. */
export function worksIn(pid: number, cluster: string): boolean {
  if (startOf(pid) === undefined) return false;
  if (platform() === 'linux') return isServer(pid) && standsIn(pid, cluster);
  if (platform() === 'win32') return true;
  const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return command.includes('postgres') && command.includes(cluster);
}

/** Server processes always stand in their database's folder, and no name has to be trusted to see it. */
function standsIn(pid: number, cluster: string): boolean {
  try {
    const here = statSync(`/proc/${pid}/cwd`);
    const there = statSync(cluster);
    return here.dev === there.dev && here.ino === there.ino && startOf(pid) !== undefined;
  } catch {
    return false;
  }
}

/** Processes of a server whose postmaster is gone: they end by themselves, after what they are doing. */
export function leftovers(cluster: string): number[] {
  if (platform() !== 'linux') return [];
  return readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && pid !== process.pid && isServer(pid) && standsIn(pid, cluster));
}

/** A person's shell may stand in the folder too; only PostgreSQL's own program counts. */
function isServer(pid: number): boolean {
  try {
    return readlinkSync(`/proc/${pid}/exe`)
      .replace(/ \(deleted\)$/, '')
      .endsWith('/postgres');
  } catch {
    return false;
  }
}

/** Connects and asks; throws what went wrong. */
export async function ask(url: string): Promise<void> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 15_000,
    query_timeout: 15_000,
  });
  // A server that dies under the connection is reported by the query; without a listener it would end us too.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
  } finally {
    await client.end().catch(() => undefined);
  }
}

export const isAlive = (server: Postmaster) => startOf(server.pid) === server.started;

/** Ends the server: first politely (running transactions are rolled back, all is written), at last by force. */
export async function stopPostmaster(server: Postmaster, runAs: RunAs, log: (line: string) => void) {
  const gone = () => !isAlive(server);
  await signal(server, 'SIGINT', runAs);
  if (await until(gone, 30_000)) return;
  log('The database takes long to stop; it is stopped at once and will repair itself at the next start.');
  await signal(server, 'SIGQUIT', runAs);
  if (await until(gone, 10_000)) return;
  await signal(server, 'SIGKILL', runAs);
  await until(gone, 5_000);
}

async function signal(server: Postmaster, name: 'SIGINT' | 'SIGQUIT' | 'SIGKILL', runAs: RunAs) {
  if (!isAlive(server)) return;
  // Windows has no signals; PostgreSQL brings its own, which pg_ctl knows to send.
  if (platform() === 'win32' && name !== 'SIGKILL')
    await run(runAs, 'pg_ctl', ['kill', name.slice(3), String(server.pid)], runAs.binaries.folder);
  else
    try {
      process.kill(server.pid, name);
    } catch {
      // It ended between the look and the signal.
    }
}
