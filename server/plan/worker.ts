/** The thread in which one plan is worked out, so that requests never wait for it. Ended from outside to cancel it. */
import { parentPort, workerData } from 'node:worker_threads';
import { TooManyPairs } from './reached.ts';
import type { Progress } from './schema.ts';
import { type Work, type Worked, workOut } from './work.ts';

export type FromWorker = { progress: Progress } | { worked: Worked } | { fault: 'pairs' };

/** Milliseconds between two words of how far it is. */
const PAUSE = 250;

async function run(say: (message: FromWorker) => void): Promise<void> {
  let last = Number.NEGATIVE_INFINITY;
  try {
    const worked = await workOut(workerData as Work, (progress) => {
      if (performance.now() - last < PAUSE) return;
      last = performance.now();
      say({ progress });
    });
    say({ worked });
  } catch (error) {
    if (!(error instanceof TooManyPairs)) throw error;
    say({ fault: 'pairs' });
  }
}

if (parentPort) {
  const port = parentPort;
  await run((message) => port.postMessage(message));
}
