/** Photos in a bucket of a store that speaks S3, addressed by path: every such store understands that. */
import { AwsClient } from 'aws4fetch';
import type { S3Settings } from '../config.ts';
import type { PhotoStore } from './store.ts';

/** Milliseconds that the store is given for one file. */
const PATIENCE = 15_000;

export function s3Store({ endpoint, bucket, region, accessKeyId, secretAccessKey }: S3Settings): PhotoStore {
  const client = new AwsClient({ accessKeyId, secretAccessKey, region, service: 's3', retries: 2 });
  const ask = async (method: string, name: string, more: RequestInit = {}) => {
    const address = `${endpoint}/${bucket}/photos/${name}`;
    const answer = await client.fetch(address, { method, signal: AbortSignal.timeout(PATIENCE), ...more });
    if (answer.ok || answer.status === 404) return answer;
    await answer.body?.cancel();
    // Neither the address nor what the store says goes any further: either may name an account.
    throw new Error(`The photo store answered ${answer.status} to ${method}.`);
  };
  return {
    async put(name, bytes, type) {
      const answer = await ask('PUT', name, {
        body: new Uint8Array(bytes),
        headers: { 'Content-Type': type, 'Cache-Control': 'private' },
      });
      await answer.body?.cancel();
      if (!answer.ok) throw new Error('The photo store has no such bucket.');
    },
    async get(name) {
      const answer = await ask('GET', name);
      if (answer.ok) return Buffer.from(await answer.arrayBuffer());
      await answer.body?.cancel();
      return undefined;
    },
    async delete(name) {
      const answer = await ask('DELETE', name);
      await answer.body?.cancel();
    },
  };
}
