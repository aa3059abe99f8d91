import { TravelStopped } from './fault.ts';

/** Questions on their way at once: while one is answered, the next is read. */
const AT_ONCE = 2;

/** A few questions at a time, until all are answered or somebody stops it. */
export async function inTurn<T>(
  tasks: T[],
  ask: (task: T) => Promise<void>,
  stopped: () => boolean,
): Promise<void> {
  const left = tasks.values();
  const work = async () => {
    for (const task of left) {
      if (stopped()) throw new TravelStopped();
      await ask(task);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (stopped()) throw new TravelStopped();
}
