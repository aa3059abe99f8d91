/** Takes away the files that belong to no photo: of photos that were deleted, and of uploads that broke off. */
import type { Knex } from 'knex';
import { everyFileName } from './sizes.ts';
import type { PhotoStore } from './store.ts';

const INTERVAL = 5000;
const BATCH = 20;
/** A store that is away is asked again after this long. */
const PATIENCE = '5 minutes';

/** Sweeps once what is due, and says how many photos' files went. Two processes never sweep the same. */
export async function sweepPhotos(db: Knex, store: PhotoStore): Promise<number> {
  const due: string[] = await db('photo_leftover')
    .where('due_at', '<=', db.fn.now())
    .orderBy('due_at')
    .limit(BATCH)
    .pluck('id');
  let swept = 0;
  for (const id of due) {
    // Put off first: an upload that has these files is not swept under, and a failure waits its turn.
    const taken = await db('photo_leftover')
      .where({ id })
      .where('due_at', '<=', db.fn.now())
      .update({ due_at: db.raw(`now() + interval '${PATIENCE}'`) });
    if (taken === 0) continue;
    for (const name of everyFileName(id)) await store.delete(name);
    await db('photo_leftover').where({ id }).delete();
    swept += 1;
  }
  return swept;
}

/** Sweeps every few seconds until stopped. Failures are reported, and tried again later. */
export function startPhotoSweep(
  db: Knex,
  store: PhotoStore,
  report: (error: unknown) => void,
): { stop(): Promise<void> } {
  let turn: Promise<unknown> | undefined;
  const timer = setInterval(() => {
    turn ??= sweepPhotos(db, store)
      .catch(report)
      .finally(() => {
        turn = undefined;
      });
  }, INTERVAL);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await turn;
    },
  };
}
