/**
 * Who runs the database server. PostgreSQL refuses to run as root, for good reasons, and an ordinary user cannot
 * enter root's home folder, where the clone often lies. So, started by root, in this order:
 *
 *  1. as the owner of the database, or of the data folder when it is new, when that is an ordinary user;
 *  2. in a user namespace (`unshare --user`): the server believes to be an ordinary user and has lost root's
 *     privileges, but to the file system it still is the owner of its files. Many containers forbid this;
 *  3. as an ordinary user that exists here, who is given the database's own folder and nothing else.
 *
 * In 2 and 3 the server may not walk to its folder by name when a folder above is closed to it. It need not: it is
 * started inside it, and is told the folder's name as /proc/self/cwd. Nothing above has to be opened.
 */
import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { platform, tmpdir, userInfo } from 'node:os';
import { EmbeddedDatabaseError, knownFault } from './embedded-error.ts';
import { type Binaries, copyBinaries, programIn } from './server-binaries.ts';

interface User {
  name: string;
  uid: number;
  gid: number;
}

export interface RunAs {
  binaries: Binaries;
  /** Said once at the start, when it is not the ordinary way. */
  words: string | undefined;
  /** Who must own the database's files, when that is not us. */
  owner: User | undefined;
  namespace: User | undefined;
}

/** An environment of our own making: PGPORT and the like in a person's shell are not meant for this server. */
const environment = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/run/current-system/sw/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** The name by which the server knows the folder it is started in. */
export const folderName = (runAs: RunAs, folder: string) =>
  (runAs.owner || runAs.namespace) && platform() === 'linux' ? '/proc/self/cwd' : folder;

export function launch(
  runAs: RunAs,
  program: string,
  args: string[],
  options: SpawnOptions & { cwd: string },
): ChildProcess {
  return launchPath(runAs, programIn(runAs.binaries, program), args, options);
}

function launchPath(runAs: RunAs, path: string, args: string[], options: SpawnOptions & { cwd: string }) {
  const { namespace, owner } = runAs;
  const wrapper = namespace
    ? ['unshare', '--user', `--map-user=${namespace.uid}`, `--map-group=${namespace.gid}`, path]
    : [path];
  const [command = path, ...before] = wrapper;
  return spawn(command, [...before, ...args], {
    ...options,
    // Windows programs do not start without variables of the system's own, so there the environment is inherited.
    ...(platform() === 'win32' ? { windowsHide: true } : { env: environment }),
    ...(owner ? { uid: owner.uid, gid: owner.gid } : {}),
  });
}

/** Runs a program to its end. Output is what it printed, errors included. */
export const run = (runAs: RunAs, program: string, args: string[], cwd: string, input = '') =>
  finish(launch(runAs, program, args, { cwd, stdio: 'pipe' }), input);

function finish(child: ChildProcess, input: string) {
  return new Promise<{ code: number; output: string }>((resolve) => {
    let output = '';
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout?.on('data', collect);
    child.stderr?.on('data', collect);
    child.stdin?.on('error', () => undefined).end(input);
    child.on('error', (error) => resolve({ code: -1, output: output + String(error) }));
    child.on('close', (code, signal) =>
      resolve({ code: code ?? -1, output: signal ? `${output}\nended by ${signal}` : output }),
    );
  });
}

/** Finds a way that works here, given who owns the database's files, or the folder where they will be made. */
export async function chooseRunAs(
  binaries: Binaries,
  databaseOwner: User | undefined,
  folderOwner: number,
): Promise<RunAs> {
  const us = process.getuid?.();
  const candidates = us === 0 ? waysForRoot(binaries, databaseOwner, folderOwner) : waysForPerson(binaries);
  let refusal = '';
  for (const way of candidates) {
    const identity = await tryIdentity(way);
    if (identity) refusal = identity;
    for (const place of identity ? [] : placesFor(way)) {
      const runAs = place ? await withCopy(way, place) : way;
      if (!runAs) continue;
      const { code, output } = await run(runAs, 'postgres', ['--version'], '/');
      if (code === 0) return runAs;
      refusal = output.trim().split('\n').at(-1) ?? '';
    }
  }
  throw new EmbeddedDatabaseError(
    us === 0
      ? `PostgreSQL does not run as root, and no other way was found here (${refusal}). Start Moothall as an ordinary user, or set DATABASE_URL to a PostgreSQL server of your own.`
      : `The PostgreSQL that came with Moothall does not run here (${refusal}). Set DATABASE_URL to a PostgreSQL server of your own.`,
  );
}

/** What stands against being that user, whatever the program; asked first, so that nothing is copied in vain. */
async function tryIdentity(way: RunAs): Promise<string | undefined> {
  if (!way.owner && !way.namespace) return undefined;
  const { code, output } = await finish(launchPath(way, 'true', [], { cwd: '/', stdio: 'pipe' }), '');
  return code === 0 ? undefined : (output.trim().split('\n').at(-1) ?? 'refused');
}

/** Only another identity can be shut out of the installed binaries; for ourselves a copy changes nothing. */
const placesFor = (way: RunAs) =>
  way.owner || way.namespace ? [undefined, tmpdir(), '/var/lib'] : [undefined];

function waysForRoot(binaries: Binaries, databaseOwner: User | undefined, folderOwner: number): RunAs[] {
  if (databaseOwner && databaseOwner.uid !== 0) return [asUser(binaries, databaseOwner)];
  const users = ordinaryUsers();
  const owner = databaseOwner ? undefined : users.find(({ uid }) => uid === folderOwner);
  const [user] = users;
  return [
    ...(owner ? [asUser(binaries, owner)] : []),
    ...(user ? [asNamespace(binaries, user, 'PostgreSQL does not run as root'), asUser(binaries, user)] : []),
  ];
}

function waysForPerson(binaries: Binaries): RunAs[] {
  const plain: RunAs = { binaries, words: undefined, owner: undefined, namespace: undefined };
  try {
    if (platform() === 'linux') userInfo();
    return [plain];
  } catch {
    // A container started with a number that has no name: initdb insists on a name, and a namespace gives us one.
    const [user] = ordinaryUsers();
    return user ? [asNamespace(binaries, user, 'this user has no name'), plain] : [plain];
  }
}

const asUser = (binaries: Binaries, user: User): RunAs => ({
  binaries,
  words: `PostgreSQL does not run as root, so the database runs as the user ${user.name}.`,
  owner: user,
  namespace: undefined,
});

const asNamespace = (binaries: Binaries, user: User, why: string): RunAs => ({
  binaries,
  words: `Because ${why}, the database runs in a user namespace of its own.`,
  owner: undefined,
  namespace: user,
});

async function withCopy(way: RunAs, place: string): Promise<RunAs | undefined> {
  const binaries = await copyBinaries(way.binaries, place).catch((error: Error) => {
    if (error instanceof EmbeddedDatabaseError || knownFault(error.message, place)) return undefined;
    throw error;
  });
  return binaries && { ...way, binaries, words: `${way.words} Its programs run from ${binaries.folder}.` };
}

/** Who exists here without being root; those made for running services come first. */
function ordinaryUsers(): User[] {
  let table = '';
  try {
    table = readFileSync('/etc/passwd', 'utf8');
  } catch {
    return [];
  }
  const users = table
    .split('\n')
    .map((line) => line.split(':'))
    .map(([name = '', , uid, gid]) => ({ name, uid: Number(uid), gid: Number(gid) }))
    .filter((user) => user.uid > 0 && user.gid > 0);
  const services = ['postgres', 'nobody', 'daemon'].flatMap((name) =>
    users.filter((user) => user.name === name),
  );
  return [...services, ...users];
}
