/** The thread in which one plan is worked out, so that requests never wait for it. Ended from outside to cancel it. */

import { constants, setPriority } from 'node:os';
import { parentPort, workerData } from 'node:worker_threads';
import { TravelFault } from '../travel/fault.ts';
import { TooLongMeasured, TooManyPairs } from './reached.ts';
import type { Progress } from './schema.ts';
import { type Work, type Worked, workOut } from './work.ts';

export type FromWorker =
  | { progress: Progress }
  | { worked: Worked }
  | { fault: 'pairs' | 'measuring' }
  | { fault: 'network'; said: string };

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
    if (error instanceof TooManyPairs) say({ fault: 'pairs' });
    else if (error instanceof TooLongMeasured) say({ fault: 'measuring' });
    else if (error instanceof TravelFault) say({ fault: 'network', said: error.message });
    else throw error;
  }
}

/** People who look for a room come first. On Linux 0 is this thread; elsewhere it would be the whole service. */
function standBack(): void {
  if (process.platform === 'linux') setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL);
}

if (parentPort) {
  const port = parentPort;
  standBack();
  await run((message) => port.postMessage(message));
}
