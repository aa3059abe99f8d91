/**
 * One Moothall per data folder.
 *
 * Node has no flock(), so the lock is a file that names its holder (pid, start time). The danger in such locks is
 * taking over a stale one: two starters see it, both delete it, and one deletes the fresh lock of the other. So a
 * lock is never replaced, only outbid: the files are numbered, the newest number holds, taking over means creating
 * the next number (link() either creates it whole or fails), and only its creator deletes older ones. The newest
 * is never deleted, so a slow starter that creates an old number again sees a newer one and steps back.
 * Release empties the file; that needs no disk space, so it works on a full disk too.
 *
 * A holder in another container cannot be asked by its pid: it shows life by touching its lock file.
 */
import { randomUUID } from 'node:crypto';
import { link, readdir, readFile, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { codeOf, EmbeddedDatabaseError } from './embedded-error.ts';
import { pidSpace, startOf, until } from './processes.ts';

interface Holder {
  pid: number;
  started: string;
  space: string;
  /** Inode of the data folder: a copied folder brings a lock along that does not speak about the copy. */
  folder: number;
}

export interface FolderLock {
  release(): Promise<void>;
}

const heartbeat = 2_000;
const prefix = 'moothall.lock.';
const draftPrefix = 'moothall.lock-draft.';

const pathOf = (dataDir: string, generation: number) => join(dataDir, `${prefix}${generation}`);

const generations = async (dataDir: string) =>
  (await readdir(dataDir))
    .filter((name) => name.startsWith(prefix))
    .map((name) => Number(name.slice(prefix.length)))
    .filter(Number.isSafeInteger);

const newestGeneration = async (dataDir: string) => Math.max(0, ...(await generations(dataDir)));

/** Takes the folder, or throws the sentence that says who has it. */
export async function lockFolder(dataDir: string): Promise<FolderLock> {
  const folder = (await stat(dataDir)).ino;
  const me: Holder = { pid: process.pid, started: startOf(process.pid) ?? '', space: pidSpace(), folder };
  const draft = join(dataDir, `${draftPrefix}${process.pid}.${randomUUID()}`);
  try {
    await writeFile(draft, JSON.stringify(me), { flag: 'wx', mode: 0o644 });
    for (;;) {
      const generation = (await newestGeneration(dataDir)) + 1;
      const holder = await liveHolder(pathOf(dataDir, generation - 1), folder);
      if (holder) {
        const elsewhere = holder.space === me.space ? '' : ' of another container or computer';
        throw new EmbeddedDatabaseError(
          `Moothall is already running with this data folder (process ${holder.pid}${elsewhere}). Stop it first, or set DATA_DIR to another folder.`,
        );
      }
      if (!(await claim(draft, pathOf(dataDir, generation)))) continue;
      if ((await newestGeneration(dataDir)) !== generation) {
        await rm(pathOf(dataDir, generation), { force: true });
        continue;
      }
      await sweep(dataDir, generation);
      return held(pathOf(dataDir, generation));
    }
  } finally {
    await rm(draft, { force: true });
  }
}

async function claim(draft: string, path: string): Promise<boolean> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}

/** Who holds this lock and lives. */
async function liveHolder(path: string, folder: number): Promise<Holder | undefined> {
  const text = await readFile(path, 'utf8').catch(() => '');
  if (text === '') return undefined;
  const holder = parse(text);
  if (!holder) return undefined;
  if (holder.folder !== folder) return undefined;
  if (holder.space === pidSpace()) return startOf(holder.pid) === holder.started ? holder : undefined;
  const touched = () =>
    stat(path).then(
      (file) => file.mtimeMs,
      () => 0,
    );
  const before = await touched();
  return (await until(async () => (await touched()) !== before, heartbeat * 3)) ? holder : undefined;
}

/** A lock appears whole, so one that cannot be read was torn by a power cut, and its holder with it. */
function parse(text: string): Holder | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Removes what earlier holders left. Drafts may belong to a starter of this moment, so only old ones go. */
async function sweep(dataDir: string, mine: number): Promise<void> {
  for (const generation of await generations(dataDir))
    if (generation < mine) await rm(pathOf(dataDir, generation), { force: true });
  for (const name of await readdir(dataDir)) {
    if (!name.startsWith(draftPrefix)) continue;
    const draft = await stat(join(dataDir, name)).catch(() => undefined);
    if (draft && draft.mtimeMs < Date.now() - 60_000) await rm(join(dataDir, name), { force: true });
  }
}

function held(path: string): FolderLock {
  const timer = setInterval(() => {
    const now = new Date();
    utimes(path, now, now).catch(() => undefined);
  }, heartbeat);
  timer.unref();
  return {
    async release() {
      clearInterval(timer);
      await truncate(path).catch(() => undefined);
    },
  };
}
