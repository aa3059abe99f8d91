/**
 * Where the database server listens.
 *
 * First choice is a Unix socket in the database's own folder: nobody else on the computer can knock, no port can
 * be taken, and an adopting start finds it without asking. PostgreSQL itself insists that the folder is closed to
 * everybody but the server's user, and that user is us, or we are root; so whoever reaches the socket is trusted.
 * Socket names are limited to about 104 bytes, so for a long path a closed folder of a short name stands in. Some
 * disks (network and virtual ones) and Windows have no sockets: then TCP on 127.0.0.1, a port the system finds
 * free, and a password (scram).
 */
import { createHash } from 'node:crypto';
import { chown, lstat, mkdir, rmdir } from 'node:fs/promises';
import { createServer } from 'node:net';
import { platform, tmpdir } from 'node:os';
import { join } from 'node:path';
import { passwordOf } from './cluster.ts';
import { folderName, type RunAs } from './run-as.ts';

export type Address = { kind: 'socket'; folder: string } | { kind: 'tcp'; port: number };

/** The shortest limit among the systems we know is macOS's 104 bytes with the closing zero. */
const longestSocketName = 103;
/** Only a part of the socket's name; no port is opened. */
const socketPort = 5432;

export const socketLock = `.s.PGSQL.${socketPort}.lock`;

const fits = (folder: string) =>
  Buffer.byteLength(join(folder, `.s.PGSQL.${socketPort}`)) <= longestSocketName;

/** The addresses to try, best first. */
export async function* addressesFor(runAs: RunAs, cluster: string): AsyncGenerator<Address> {
  if (platform() !== 'win32') {
    if (fits(cluster)) yield { kind: 'socket', folder: cluster };
    const name = `moothall-${createHash('sha256').update(cluster).digest('hex').slice(0, 12)}`;
    const folder = [tmpdir(), '/tmp'].map((parent) => join(parent, name)).find(fits);
    if (folder && (await closedFolder(folder, runAs))) yield { kind: 'socket', folder };
  }
  // A port may be taken between being found free and being used.
  for (let attempt = 0; attempt < 5; attempt++) yield { kind: 'tcp', port: await freePort() };
}

/** Makes a folder that only the server may enter, or says no when somebody else's is in its place. */
async function closedFolder(folder: string, runAs: RunAs): Promise<boolean> {
  const uid = runAs.owner?.uid ?? process.getuid?.() ?? 0;
  try {
    await mkdir(folder, { mode: 0o700 });
    if (runAs.owner) await chown(folder, runAs.owner.uid, runAs.owner.gid);
  } catch {
    // It is there from an earlier start, or cannot be made; the look below decides.
  }
  const found = await lstat(folder).catch(() => undefined);
  return found?.isDirectory() === true && found.uid === uid && (found.mode & 0o077) === 0;
}

const freePort = () =>
  new Promise<number>((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });

/** The settings that make the server listen there. */
export function addressSettings(address: Address, runAs: RunAs, cluster: string): [string, string][] {
  if (address.kind === 'tcp')
    return [
      ['listen_addresses', '127.0.0.1'],
      ['unix_socket_directories', ''],
      ['port', String(address.port)],
    ];
  const folder = address.folder === cluster ? folderName(runAs, cluster) : address.folder;
  return [
    ['listen_addresses', ''],
    // The setting is a list; quotes keep a comma in a folder's name from dividing it.
    ['unix_socket_directories', `"${folder.replaceAll('"', '""')}"`],
    ['port', String(socketPort)],
  ];
}

export async function urlOf(address: Address, cluster: string): Promise<string> {
  if (address.kind === 'tcp')
    return `postgres://moothall:${await passwordOf(cluster)}@127.0.0.1:${address.port}/moothall`;
  return `postgres://moothall@localhost/moothall?host=${encodeURIComponent(address.folder)}&port=${socketPort}`;
}

/** Removes the folder that stood in for a long path. */
export async function tidyAddress(address: Address, cluster: string): Promise<void> {
  if (address.kind === 'socket' && address.folder !== cluster)
    await rmdir(address.folder).catch(() => undefined);
}
