/**
 * A photo is added in three steps, and is there after the third: its pictures are made; its files are put away, with a
 * note that they belong to nobody; the row is written and the note taken back, in one transaction. Whatever breaks in
 * between leaves a note, by which the files are swept away.
 */
import { randomBytes } from 'node:crypto';
import type { Knex } from 'knex';
import { storeFailed } from '../problem.ts';
import type { Actor } from '../venues/record.ts';
import { makePicture, type Picture } from './picture.ts';
import { checkRoom, insertPhoto, likePhotos } from './repository.ts';
import type { NewPhoto } from './schema.ts';
import { fileName, mediaTypes } from './sizes.ts';
import type { PhotoStore } from './store.ts';

interface Given {
  venueId: number;
  /** Where the file lies that was sent. */
  path: string;
  words: NewPhoto;
  /** In whose name. */
  actor: Actor;
  /** Does the last step in a transaction of its own. */
  transact: <T>(work: (db: Knex) => Promise<T>) => Promise<T>;
}

/** Throws RefusedFile for what is no photo, and Problems 409 (no room) and 503 (busy, or the store is away). */
export async function addPhoto(
  db: Knex,
  store: PhotoStore,
  { venueId, path, words, actor, transact }: Given,
): Promise<{ id: string; version: number }> {
  await checkRoom(db, venueId);
  const picture = await makePicture(path);
  const id = randomBytes(16).toString('hex');
  await db('photo_leftover').insert({ id, due_at: db.raw(`now() + interval '1 hour'`) });
  try {
    await putAway(store, id, picture);
    const { width, height } = picture;
    return await transact(async (transaction) => {
      const found = await sentBefore(transaction, store, { venueId, picture, alt: words.alt });
      if (found) {
        await giveBack(transaction, id);
        return found;
      }
      const version = await insertPhoto(transaction, venueId, { id, width, height }, words, actor);
      return { id, version };
    });
  } catch (error) {
    await giveBack(db, id).catch(() => undefined);
    throw error;
  }
}

/** The files belong to nobody, and may go. */
const giveBack = (db: Knex, id: string): Promise<unknown> =>
  db('photo_leftover').where({ id }).update({ due_at: db.fn.now() });

/**
 * A phone that did not hear the answer sends the same again, and a finger taps twice: the photo is there already, with
 * the same words, and the same file makes the same bytes.
 */
async function sentBefore(
  db: Knex,
  store: PhotoStore,
  { venueId, picture, alt }: { venueId: number; picture: Picture; alt: string },
): Promise<{ id: string; version: number } | undefined> {
  const smallest = picture.files.find(({ format }) => format === 'jpg');
  if (!smallest) return undefined;
  const { version, ids } = await likePhotos(db, venueId, { ...picture, alt });
  for (const id of ids) {
    const kept = await store.get(fileName(id, smallest.size, smallest.format)).catch(() => undefined);
    if (kept?.equals(smallest.bytes)) return { id, version };
  }
  return undefined;
}

async function putAway(store: PhotoStore, id: string, { files }: Picture): Promise<void> {
  try {
    for (const { size, format, bytes } of files)
      await store.put(fileName(id, size, format), bytes, mediaTypes[format]);
  } catch (error) {
    throw storeFailed(error);
  }
}
