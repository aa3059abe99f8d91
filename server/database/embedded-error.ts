/** What can keep the embedded database from starting, said as one sentence a person can act on. */

export class EmbeddedDatabaseError extends Error {}

const choose = 'or set DATA_DIR to another folder';

/** Matches both a Node error code and the words PostgreSQL prints for the same fault. The first match speaks. */
const faults: [RegExp, (folder: string) => string][] = [
  [
    // The kernel reports used-up System V segments as "No space left on device", which has nothing to do with disks.
    /(create|resize) shared memory segment/,
    () =>
      'This computer has no shared memory left for a database; stop other databases on it and start again.',
  ],
  [
    /ENOSPC|No space left on device|EDQUOT|Disk quota exceeded/,
    (folder) => `The disk that holds ${folder} is full. Free some space there, ${choose} on another disk.`,
  ],
  [
    /EROFS|Read-only file system/,
    (folder) => `The data folder ${folder} is on a read-only disk. Make it writable, ${choose}.`,
  ],
  [
    /EACCES|EPERM|Permission denied|Operation not permitted/,
    (folder) => `Moothall may not write in the data folder ${folder}. Change its owner or mode, ${choose}.`,
  ],
  [
    /ENOTDIR|EEXIST/,
    (folder) => `The data folder ${folder} is a file, not a folder. Move it away, ${choose}.`,
  ],
  [
    /ENAMETOOLONG|File name too long/,
    (folder) => `The name of the data folder ${folder} is too long; set DATA_DIR to a shorter one.`,
  ],
  [
    /EIO|Input\/output error|invalid page|checksum|could not locate a valid checkpoint/,
    (folder) =>
      `The database in ${folder} is damaged or its disk is failing. Restore a backup, ${choose}; postgres.log there says more.`,
  ],
];

/** The sentence for these words of Node or PostgreSQL, when it is one we know. */
export const knownFault = (words: string, folder: string) =>
  faults.find(([pattern]) => pattern.test(words))?.[1](folder);

/** Whatever was thrown, as an EmbeddedDatabaseError. */
export function asEmbeddedError(error: unknown, folder: string): EmbeddedDatabaseError {
  if (error instanceof EmbeddedDatabaseError) return error;
  const message = error instanceof Error ? error.message : String(error);
  const code = codeOf(error) ?? '';
  return new EmbeddedDatabaseError(
    knownFault(`${code} ${message}`, folder) ?? `The database in ${folder} could not be started: ${message}.`,
    { cause: error },
  );
}

export const codeOf = (error: unknown) =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
