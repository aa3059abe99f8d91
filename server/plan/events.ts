/** How far a plan is, as server-sent events: one whenever it changes, and `end` when there is nothing more to come. */
import { Readable } from 'node:stream';
import { setTimeout } from 'node:timers/promises';
import type { Knex } from 'knex';
import { readProgress } from './repository.ts';

/** Milliseconds between two looks. */
const INTERVAL = 1000;
/** A word now and then, so that proxies do not take the line for dead. */
const QUIET = 15_000;
/** Then it ends by itself, and the browser asks again: who may no longer see the plan sees no more of it. */
const LONGEST = 300_000;
/** The id of the last event; who has it is told that nothing more will come. */
export const LAST_EVENT = 'end';

const isOver = (status: string) => !['queued', 'running'].includes(status);

async function* planEvents(db: Knex, id: number, signal: AbortSignal): AsyncGenerator<string> {
  const began = performance.now();
  let before = '';
  let said = began;
  yield 'retry: 2000\n\n';
  while (!signal.aborted && performance.now() - began < LONGEST) {
    const plan = await readProgress(db, id);
    const { status, progress, fault } = plan ?? { status: 'deleted', progress: null, fault: null };
    const data = JSON.stringify({ status, ...(progress && { progress }), ...(fault !== null && { fault }) });
    if (isOver(status)) {
      yield `event: end\nid: ${LAST_EVENT}\ndata: ${data}\n\n`;
      return;
    }
    if (data !== before) yield `event: progress\ndata: ${data}\n\n`;
    else if (performance.now() - said > QUIET) yield ': still here\n\n';
    if (data !== before || performance.now() - said > QUIET) said = performance.now();
    before = data;
    await setTimeout(INTERVAL, undefined, { signal }).catch(() => undefined);
  }
}

/** The events until the plan ends, whoever listens leaves, or the service stops: then nothing more is asked. */
export function planStream(db: Knex, id: number, stopping: AbortSignal): Readable {
  const left = new AbortController();
  const events = planEvents(db, id, AbortSignal.any([left.signal, stopping]));
  return new Readable({
    read() {
      events.next().then(
        ({ value, done }) => this.push(done ? null : value),
        (error) => this.destroy(error),
      );
    },
    destroy(error, done) {
      left.abort();
      done(error);
    },
  });
}
