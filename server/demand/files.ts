/** Files that wait, for a day, until somebody says what their columns mean. In the database, so that every node has them. */
import { createHash, randomBytes } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdtemp, open, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Knex } from 'knex';
import { notFound } from '../problem.ts';

const PART = 1024 * 1024;
/** So many wait for one layer; the oldest goes when another comes. */
const MOST_WAITING = 3;

export interface WaitingFile {
  id: string;
  name: string;
  sha256: string;
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}

/** Keeps the file; answers its random name. */
export async function keepFile(db: Knex, layerId: number, path: string, name: string): Promise<string> {
  const id = randomBytes(16).toString('hex');
  const sha256 = await sha256Of(path);
  await db('demand_file').insert({
    id,
    layer_id: layerId,
    name: name
      .replace(/[\0\p{Surrogate}]/gu, '')
      .trim()
      .slice(0, 200),
    sha256,
  });
  let position = 0;
  for await (const bytes of createReadStream(path, { highWaterMark: PART })) {
    position += 1;
    await db('demand_file_part').insert({ file_id: id, position, bytes });
  }
  await db('demand_file')
    .where({ layer_id: layerId })
    .whereNotIn(
      'id',
      db('demand_file')
        .where({ layer_id: layerId })
        .orderBy('added_at', 'desc')
        .limit(MOST_WAITING)
        .select('id'),
    )
    .whereNot({ id })
    .delete();
  return id;
}

/** Throws Problem 404. */
export async function waitingFile(db: Knex, layerId: number, id: string): Promise<WaitingFile> {
  const file = await db('demand_file').where({ id, layer_id: layerId }).first('id', 'name', 'sha256');
  if (!file) throw notFound('file that waits');
  return file;
}

/** Works on the file as it lies on the disk, and takes it away again. Throws Problem 404. */
export async function withFile<T>(
  db: Knex,
  layerId: number,
  id: string,
  work: (path: string, file: WaitingFile) => Promise<T>,
): Promise<T> {
  const file = await waitingFile(db, layerId, id);
  const folder = await mkdtemp(join(tmpdir(), 'moothall-demand-'));
  try {
    const path = join(folder, 'file');
    const handle = await open(path, 'w', 0o600);
    try {
      for (let position = 1; ; position += 1) {
        const part = await db('demand_file_part').where({ file_id: id, position }).first('bytes');
        if (!part) break;
        await handle.write(part.bytes);
      }
    } finally {
      await handle.close();
    }
    return await work(path, file);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const dropFile = (db: Knex, id: string): Promise<number> => db('demand_file').where({ id }).delete();

/** Takes out what has waited for a day. */
export async function sweepDemandFiles(db: Knex): Promise<void> {
  await db('demand_file').whereRaw(`added_at < now() - interval '1 day'`).delete();
}
