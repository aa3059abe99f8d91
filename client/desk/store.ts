/** What is typed, in the browser's own database. Where that is full, forbidden or broken, nothing is kept, and nothing fails. */
import type { Kept } from '../logic/kept.ts';

const NAME = 'moothall-desk';
const STORE = 'kept';

let opened: Promise<IDBDatabase> | undefined;

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

function open(): Promise<IDBDatabase> {
  opened ??= (async () => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    return done(request);
  })();
  return opened;
}

/** Answers when it is written, and not only accepted. */
async function write(change: (store: IDBObjectStore) => void): Promise<boolean> {
  try {
    const transaction = (await open()).transaction(STORE, 'readwrite');
    change(transaction.objectStore(STORE));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
    return true;
  } catch {
    return false;
  }
}

/** Answers whether it is kept. */
export const put = (kept: Kept): Promise<boolean> => write((store) => store.put(kept));

export const remove = (ids: readonly string[]): Promise<boolean> =>
  ids.length === 0 ? Promise.resolve(true) : write((store) => ids.forEach((id) => void store.delete(id)));

export async function all(): Promise<Kept[]> {
  try {
    const request: IDBRequest<Kept[]> = (await open()).transaction(STORE).objectStore(STORE).getAll();
    return await done(request);
  } catch {
    return [];
  }
}
