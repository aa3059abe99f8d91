/** Plans as work: taken by one node at a time, kept by saying so, given back, finished. */
import { randomUUID } from 'node:crypto';
import type { Knex } from 'knex';
import type { Asked, Candidate, KeptAnswer, Progress } from './schema.ts';

/** Seconds without a word of it after which a plan is taken from whoever had it. */
export const PATIENCE = 15;
/** Plans of one organisation that are worked on at once, on all nodes. */
export const MOST_RUNNING = 2;
/** A plan that ended its node so often is not begun again. */
const MOST_TRIES = 3;

export interface Job {
  id: number;
  claim: string;
  asked: Asked;
  candidates: Candidate[];
}

/**
 * The next plan to work on, which is this caller's from now on; undefined when there is none. Nodes ask one after the
 * other, so that they count together what an organisation has running.
 */
export function claimNext(db: Knex): Promise<Job | undefined> {
  return db.transaction(async (transaction) => {
    await transaction.raw(`select pg_advisory_xact_lock(hashtext('plan'))`);
    const old = `heartbeat_at < now() - make_interval(secs => ${PATIENCE})`;
    await transaction.raw(
      `update plan set status = 'failed', claim = null, heartbeat_at = null, ended_at = now(), fault = ?
       where status = 'running' and ${old} and tries >= ?`,
      [
        `It was begun ${MOST_TRIES} times and never came to an end. Ask it of fewer candidates or areas.`,
        MOST_TRIES,
      ],
    );
    const { rows } = await transaction.raw(
      `update plan set status = 'running', claim = ?, heartbeat_at = now(), tries = tries + 1, progress = null,
         started_at = coalesce(started_at, now())
       where id = (
         select p.id from plan p
         where (p.status = 'queued' or (p.status = 'running' and p.${old}))
           and (select count(*) from plan r where r.organisation_id = p.organisation_id and r.id <> p.id
                and r.status = 'running' and not r.${old}) < ?
         order by p.id limit 1 for update skip locked)
       returning id, claim, asked, candidates`,
      [randomUUID(), MOST_RUNNING],
    );
    return rows[0];
  });
}

const own = (db: Knex, { id, claim }: Job) => db('plan').where({ id, claim, status: 'running' });

/** Says that it is being worked on, and how far it is. False: it is nobody's work any more, or somebody else's. */
export async function keepClaim(db: Knex, job: Job, progress: Progress | undefined): Promise<boolean> {
  const kept = await own(db, job).update({
    heartbeat_at: db.fn.now(),
    ...(progress && { progress: JSON.stringify(progress) }),
  });
  return kept > 0;
}

const over = (db: Knex) => ({ claim: null, heartbeat_at: null, ended_at: db.fn.now() });

/** What a plan says of each area, as texts of lists: made where the plan was worked out, and not where requests are served. */
export interface AreaLists {
  weights: string;
  sites: string;
  travels: string;
  befores: string;
}

export async function finish(db: Knex, job: Job, answer: KeptAnswer, areas: AreaLists): Promise<void> {
  await db.transaction(async (transaction) => {
    const done = { ...over(db), status: 'done', answer: JSON.stringify(answer) };
    if ((await own(transaction, job).update(done)) > 0)
      await transaction('plan_reach').insert({ plan_id: job.id, ...areas });
  });
}

export async function fail(db: Knex, job: Job, fault: string): Promise<void> {
  await own(db, job).update({ ...over(db), status: 'failed', fault });
}

/** Lets another node take it at once. That this one was stopped does not count as a try. */
export async function giveBack(db: Knex, job: Job): Promise<void> {
  await own(db, job).update({
    status: 'queued',
    claim: null,
    heartbeat_at: null,
    progress: null,
    tries: db.raw('tries - 1'),
  });
}
