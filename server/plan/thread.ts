/** Starting the thread of `worker.ts`: beside this file, and of the same kind, built or not. */
import { extname } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Work } from './work.ts';

const kind = extname(import.meta.url);
const file = new URL(`./worker${kind}`, import.meta.url);

/** Sources are read by tsx, which a thread has to be told of by itself. What is built needs nothing. */
function entry(): URL {
  if (kind === '.js') return file;
  const tsx = JSON.stringify(import.meta.resolve('tsx/esm/api'));
  const code = `import { register } from ${tsx}; register(); await import(${JSON.stringify(file.href)});`;
  return new URL(`data:text/javascript,${encodeURIComponent(code)}`);
}

/** `memory`: megabytes of objects, over which it ends with an error. */
export const startThread = (work: Work, memory: number): Worker =>
  new Worker(entry(), { workerData: work, resourceLimits: { maxOldGenerationSizeMb: memory } });
