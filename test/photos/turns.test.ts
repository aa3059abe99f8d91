import assert from 'node:assert/strict';
import { takeTurns } from '../../server/photos/turns.ts';
import { Problem } from '../../server/problem.ts';

describe('taking turns', () => {
  it('does so many at once, lets so many wait in their order, and sends the rest away', async () => {
    const turns = takeTurns({ atOnce: 2, waiting: 3 });
    let running = 0;
    let most = 0;
    const done: number[] = [];
    const work = (n: number) =>
      turns.take(async () => {
        running += 1;
        most = Math.max(most, running);
        await new Promise((resolve) => setTimeout(resolve, 10));
        running -= 1;
        done.push(n);
        if (n === 1) throw new Error('one of them fails');
      });
    const results = await Promise.allSettled([0, 1, 2, 3, 4, 5, 6].map(work));
    assert.equal(most, 2);
    assert.deepEqual(done, [0, 1, 2, 3, 4]);
    const failures = results.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
    assert.deepEqual(
      failures.map((error) => (error instanceof Problem ? error.status : error.message)),
      ['one of them fails', 503, 503],
    );
    await work(7);
    assert.deepEqual(done.at(-1), 7, 'there is room again');
  });
});
