/**
 * What the database has committed, as a text: two equal snapshots see the same rows. Requests that arrive together
 * share one question, and none is told an answer older than its own arrival.
 */
import { randomUUID } from 'node:crypto';
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

const identities = new WeakMap<object, Promise<string>>();

/**
 * Which database this is: two of them may count the same transactions. Changes when a backup is restored into another
 * cluster or an older moment. Where the server will not say, a name of this process's own does.
 */
export function databaseIdentity(db: Knex): Promise<string> {
  const key: object = db.client.config;
  const known = identities.get(key) ?? askIdentity(db);
  identities.set(key, known);
  return known;
}

async function askIdentity(db: Knex): Promise<string> {
  try {
    const [row] = await read<{ identity: string }>(db, {
      text: `select format('%s %s %s', s.system_identifier, c.timeline_id, current_database()) as identity
        from pg_control_system() s, pg_control_checkpoint() c`,
      values: [],
    });
    return row?.identity ?? randomUUID();
  } catch {
    return randomUUID();
  }
}

async function ask(db: Knex): Promise<string> {
  const [row] = await read<{ version: string }>(db, {
    text: 'select pg_current_snapshot()::text as version',
    values: [],
  });
  return row?.version ?? '';
}
