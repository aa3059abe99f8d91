/** Where the files of photos are kept: a folder of this machine, or any store that speaks S3. */
import { join } from 'node:path';
import type { Config } from '../config.ts';
import { folderStore } from './folder-store.ts';
import { s3Store } from './s3-store.ts';

/** Names are made by `sizes.ts` from our own random ids, and by nobody else. */
export interface PhotoStore {
  /** Keeps the file whole or not at all. Putting the same name again replaces it. */
  put(name: string, bytes: Buffer, type: string): Promise<void>;
  /** The file, or undefined when there is none. */
  get(name: string): Promise<Buffer | undefined>;
  /** Takes the file away; it is no failure when there is none. */
  delete(name: string): Promise<void>;
}

export const openPhotoStore = ({ dataDir, s3 }: Pick<Config, 'dataDir' | 's3'>): PhotoStore =>
  s3 ? s3Store(s3) : folderStore(join(dataDir, 'photos'));
