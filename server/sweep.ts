/** Takes out what is over, every hour: sessions, old requests, kept forms, old answers, counts. Safe on many nodes at once. */
import type { Knex } from 'knex';
import { sweepKeptForms } from './people/kept-form.ts';
import { sweepPeople } from './people/repository.ts';

const INTERVAL = 3_600_000;

export async function sweep(db: Knex): Promise<void> {
  await sweepPeople(db);
  await sweepKeptForms(db);
  // Longer than a walk with no signal, and a night.
  await db('sent_once').whereRaw(`sent_at < now() - interval '3 days'`).delete();
  await db('rate_limit').where('expire', '<', Date.now()).delete();
}

export function startSweeping(db: Knex, report: (error: unknown) => void): { stop(): Promise<void> } {
  let turn: Promise<unknown> = Promise.resolve();
  const timer = setInterval(() => {
    turn = turn.then(() => sweep(db).catch(report));
  }, INTERVAL);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await turn;
    },
  };
}
