/**
 * What the database has committed, as a text: two equal snapshots see the same rows. Requests that arrive together
 * share one question, and none is told an answer older than its own arrival.
 */
import type { Knex } from 'knex';
import { read } from './read.ts';

interface Asking {
  running: Promise<string> | undefined;
  waiting: Promise<string> | undefined;
}

const asking = new WeakMap<object, Asking>();

export function registerVersion(db: Knex): Promise<string> {
  const state = asking.get(db) ?? { running: undefined, waiting: undefined };
  asking.set(db, state);
  if (!state.running) return start(db, state);
  // The one that runs may have looked before this request came in; the next one has not.
  state.waiting ??= state.running.then(
    () => start(db, state),
    () => start(db, state),
  );
  return state.waiting;
}

function start(db: Knex, state: Asking): Promise<string> {
  state.waiting = undefined;
  const running = ask(db).finally(() => {
    if (state.running === running) state.running = undefined;
  });
  state.running = running;
  return running;
}

async function ask(db: Knex): Promise<string> {
  const [row] = await read<{ version: string }>(db, {
    text: 'select pg_current_snapshot()::text as version',
    values: [],
  });
  return row?.version ?? '';
}
