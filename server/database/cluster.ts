/**
 * The files of the database ("cluster" to PostgreSQL). A cluster is made in a folder beside its place and renamed
 * when it is complete, so a start that is killed in the middle leaves no half-made database behind.
 */
import { randomBytes, randomUUID } from 'node:crypto';
import {
  chmod,
  chown,
  lchown,
  lstat,
  mkdir,
  open,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  writeFile,
} from 'node:fs/promises';
import { platform } from 'node:os';
import { join } from 'node:path';
import { codeOf, EmbeddedDatabaseError, knownFault } from './embedded-error.ts';
import { folderName, type RunAs, run } from './run-as.ts';
import { type Binaries, majorOf } from './server-binaries.ts';

const draftPrefix = 'initialising-';
const passwordFile = 'moothall-password';

/** `local` trusts whoever may enter the server's closed folder; TCP, where anybody may knock, asks the password. */
const accessRules = `# Written by Moothall: the socket lies in a closed folder, TCP on this computer needs the password.
local all all trust
host all all 127.0.0.1/32 scram-sha-256
`;

/** Whether there is a database, and whether this PostgreSQL can use it. */
export async function findCluster(cluster: string, binaries: Binaries) {
  const found = await stat(cluster).catch(async (error) => {
    if (codeOf(error) !== 'ENOENT') throw error;
    // A link to a disk that is not there just now: making a new database in its place would hide the old one.
    if (!(await lstat(cluster).catch(() => undefined))) return undefined;
    throw new EmbeddedDatabaseError(
      `${cluster} is a link to a folder that is not there. Mount its disk first.`,
    );
  });
  if (!found || (await isEmpty(cluster))) return undefined;
  const us = process.getuid?.();
  if (us !== undefined && us !== 0 && found.uid !== us)
    throw new EmbeddedDatabaseError(
      `The database in ${cluster} belongs to user ${found.uid}, and Moothall was started by user ${us}. Start it as that user, or set DATA_DIR to another folder.`,
    );
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch((error) => {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  });
  if (version === undefined)
    throw new EmbeddedDatabaseError(
      `${cluster} is not a database (it has no PG_VERSION). Move it away, or set DATA_DIR to another folder.`,
    );
  if (version.trim() !== majorOf(binaries))
    throw new EmbeddedDatabaseError(
      `The database in ${cluster} was made by PostgreSQL ${version.trim()}, and this Moothall brings PostgreSQL ${majorOf(binaries)}. Export it with the Moothall that made it, or set DATA_DIR to another folder.`,
    );
  // A copy made with cp is open to everybody, and PostgreSQL would refuse it.
  if (platform() !== 'win32' && (found.mode & 0o027) !== 0) await chmod(cluster, 0o700);
  return { name: `number ${found.uid}`, uid: found.uid, gid: found.gid };
}

const isEmpty = async (folder: string) => (await readdir(folder)).length === 0;

/** Makes a new, empty database with our role and database name in it. */
export async function createCluster(runAs: RunAs, dataDir: string, cluster: string): Promise<void> {
  const draft = join(dataDir, `${draftPrefix}${randomUUID().slice(0, 8)}`);
  try {
    await mkdir(draft, { mode: 0o700 });
    if (runAs.owner) await chown(draft, runAs.owner.uid, runAs.owner.gid);
    const password = randomBytes(24).toString('base64url');
    const where = folderName(runAs, draft);
    const step = async (program: string, args: string[], input?: string) => {
      const { code, output } = await run(runAs, program, args, draft, input);
      if (code !== 0) throw initialisationError(output, dataDir);
    };
    await step('initdb', [
      '-D',
      where,
      '--username=moothall',
      '--encoding=UTF8',
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--auth=trust',
      '--no-instructions',
    ]);
    // One line is one command to a server in single-user mode.
    const commands = `ALTER ROLE moothall PASSWORD '${password}'\nCREATE DATABASE moothall\n`;
    await step('postgres', ['--single', '-D', where, '-c', 'exit_on_error=on', 'postgres'], commands);
    // Written over the file initdb made, which keeps its owner.
    await writeFile(join(draft, 'pg_hba.conf'), accessRules);
    await writeFile(join(draft, passwordFile), password, { mode: 0o600 });
    if (runAs.owner) await chown(join(draft, passwordFile), runAs.owner.uid, runAs.owner.gid);
    await syncPath(join(draft, 'pg_hba.conf'));
    await syncPath(join(draft, passwordFile));
    await syncPath(draft);
    await rename(draft, cluster);
    await syncPath(dataDir);
  } finally {
    await rm(draft, { recursive: true, force: true }).catch(() => undefined);
  }
}

export const passwordOf = (cluster: string) => readFile(join(cluster, passwordFile), 'utf8');

/** Removes what starts that were killed left behind. Only while holding the folder's lock. */
export async function removeDrafts(dataDir: string): Promise<void> {
  for (const name of await readdir(dataDir))
    if (name.startsWith(draftPrefix))
      await rm(join(dataDir, name), { recursive: true, force: true, maxRetries: 3 }).catch(() => undefined);
}

/** Hands the database to the user who shall run it: root made it in a namespace, and there is none today. */
export async function giveCluster(cluster: string, user: { uid: number; gid: number }): Promise<void> {
  for (const entry of await readdir(cluster, { recursive: true }))
    await lchown(join(cluster, entry), user.uid, user.gid);
  // The folder last: its owner says whether the work was finished.
  await chown(cluster, user.uid, user.gid);
}

function initialisationError(output: string, dataDir: string): EmbeddedDatabaseError {
  const lines = output.trim().split('\n');
  const complaints = lines.filter((line) => /error|fatal|panic|could not/i.test(line));
  return new EmbeddedDatabaseError(
    knownFault(complaints.join('\n'), dataDir) ??
      `A new database could not be made in ${dataDir}: ${(complaints[0] ?? lines.at(-1))?.trim()}.`,
    { cause: new Error(output) },
  );
}

async function syncPath(path: string): Promise<void> {
  // Windows cannot open folders.
  if (platform() === 'win32') return;
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}
