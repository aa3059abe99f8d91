import { TravelStopped } from './fault.ts';

/** Questions on their way at once: while one is answered, the next is read. */
const AT_ONCE = 2;

/** A few questions at a time, until all are answered or somebody stops it. */
export async function inTurn<T>(
  tasks: Iterable<T>,
  ask: (task: T) => Promise<void>,
  stopped: () => boolean,
): Promise<void> {
  const left = tasks[Symbol.iterator]();
  const work = async () => {
    for (let next = left.next(); !next.done; next = left.next()) {
      if (stopped()) throw new TravelStopped();
      await ask(next.value);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  if (stopped()) throw new TravelStopped();
}
