/** Work that needs much memory takes turns: so many at once, so many waiting, and the rest is told to come back. */
import { busy } from '../problem.ts';

export interface Turns {
  /** Does the work when there is room. Throws Problem 503 when too many wait already. */
  take<T>(work: () => Promise<T>): Promise<T>;
}

export function takeTurns({ atOnce, waiting: most }: { atOnce: number; waiting: number }): Turns {
  let running = 0;
  const waiting: (() => void)[] = [];
  return {
    async take(work) {
      if (running >= atOnce) {
        if (waiting.length >= most) throw busy(10);
        await new Promise<void>((resolve) => waiting.push(resolve));
      } else running += 1;
      try {
        return await work();
      } finally {
        const next = waiting.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
