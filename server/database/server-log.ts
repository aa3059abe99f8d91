/** The server's own log, postgres.log in the data folder: kept small, and read when a start fails. */
import { constants } from 'node:fs';
import { copyFile, open, readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';

const largest = 5_000_000;

export const logPath = (dataDir: string) => join(dataDir, 'postgres.log');

/** Opens the log at its end. Appending matters: it lets the file be cut while the server writes to it. */
export async function openLog(dataDir: string) {
  const { O_WRONLY, O_APPEND, O_CREAT } = constants;
  const handle = await open(logPath(dataDir), O_WRONLY | O_APPEND | O_CREAT, 0o600);
  // A start by root must not shut the folder's owner out of the log.
  const folder = await stat(dataDir);
  if (process.getuid?.() === 0) await handle.chown(folder.uid, folder.gid);
  return handle;
}

export const logLength = async (dataDir: string) =>
  (await stat(logPath(dataDir)).catch(() => undefined))?.size ?? 0;

/** What the server said since the log had this length. */
export async function logSince(dataDir: string, length: number): Promise<string> {
  const bytes = await readFile(logPath(dataDir)).catch(() => Buffer.alloc(0));
  return bytes.subarray(length).toString();
}

/** Moves a long log to postgres.log.1. A line written in between may be lost, which is the price of no restart. */
export async function trimLog(dataDir: string): Promise<void> {
  if ((await logLength(dataDir)) < largest) return;
  await copyFile(logPath(dataDir), `${logPath(dataDir)}.1`).catch(() => undefined);
  await truncate(logPath(dataDir)).catch(() => undefined);
}
