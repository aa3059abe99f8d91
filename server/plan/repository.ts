/** All SQL about plans as people see them. How they are worked on is in `queue.ts`. */
import type { Knex } from 'knex';
import { endDraftsOf } from '../enquiries/ending.ts';
import { conflict, notFound } from '../problem.ts';
import type { PlanSubject } from './policy.ts';
import type { Asked, Candidate, KeptAnswer, PlanList, Progress, Status } from './schema.ts';

/** Plans of one organisation: in all, and those that wait or are worked on. */
const MOST_PLANS = 500;
export const MOST_WAITING = 10;

export interface KeptPlan {
  id: number;
  organisationId: number;
  name: string;
  status: Status;
  asked: Asked;
  candidates: Candidate[];
  progress: Progress | null;
  answer: KeptAnswer | null;
  fault: string | null;
  madeAt: Date;
  startedAt: Date | null;
  endedAt: Date | null;
}

const shown = {
  id: 'id',
  organisationId: 'organisation_id',
  name: 'name',
  status: 'status',
  madeAt: 'made_at',
  startedAt: 'started_at',
  endedAt: 'ended_at',
};

/** When, as texts; what has not happened is absent. */
export const times = ({
  madeAt,
  startedAt,
  endedAt,
}: Pick<KeptPlan, 'madeAt' | 'startedAt' | 'endedAt'>) => ({
  madeAt: madeAt.toISOString(),
  ...(startedAt && { startedAt: startedAt.toISOString() }),
  ...(endedAt && { endedAt: endedAt.toISOString() }),
});

/** What policies decide on. Throws Problem 404. */
export async function aboutPlan({ db, params }: { db: Knex; params: { id: number } }): Promise<PlanSubject> {
  const row = await db('plan').where({ id: params.id }).first('organisation_id');
  if (!row) throw notFound('plan');
  return { id: params.id, organisationId: row.organisation_id, isPublic: false };
}

/** Holds the organisation until the transaction ends. Throws Problem 404, and 409 when it has as many plans as it may. */
export async function takePlace(db: Knex, organisationId: number): Promise<void> {
  const organisation = await db('organisation')
    .where({ id: organisationId })
    .whereNull('dissolved_at')
    .forNoKeyUpdate()
    .first('id');
  if (!organisation) throw notFound('organisation');
  const { rows } = await db.raw(
    `select count(*)::int as plans, (count(*) filter (where status in ('queued', 'running')))::int as waiting
     from plan where organisation_id = ?`,
    [organisationId],
  );
  const [{ plans, waiting }] = rows;
  if (waiting >= MOST_WAITING)
    throw conflict(
      `${waiting} plans of this organisation wait or are worked on. Wait until one is done, or cancel one.`,
    );
  if (plans >= MOST_PLANS)
    throw conflict(`An organisation keeps at most ${MOST_PLANS} plans. Delete one that you no longer need.`);
}

export async function insertPlan(
  db: Knex,
  {
    organisationId,
    name,
    asked,
    candidates,
  }: Pick<KeptPlan, 'organisationId' | 'name' | 'asked' | 'candidates'>,
): Promise<number> {
  const [row] = await db('plan')
    .insert({
      organisation_id: organisationId,
      name,
      asked: JSON.stringify(asked),
      layer_id: asked.demand.layer,
      layer_version: asked.demand.version,
      candidates: JSON.stringify(candidates),
    })
    .returning('id');
  return row.id;
}

/** Throws Problem 404. */
export async function readPlan(db: Knex, id: number): Promise<KeptPlan> {
  const row = await db('plan')
    .where({ id })
    .first({
      ...shown,
      asked: 'asked',
      candidates: 'candidates',
      progress: 'progress',
      answer: 'answer',
      fault: 'fault',
    });
  if (!row) throw notFound('plan');
  return row;
}

/** What was asked, and the chosen sites as they were when it was, without all the others. Throws Problem 404. */
export async function readAsked(
  db: Knex,
  id: number,
): Promise<Pick<KeptPlan, 'name' | 'status' | 'asked'> & { chosen: Candidate[] }> {
  const row = await db('plan')
    .where({ id })
    .first('name', 'status', 'asked', {
      chosen: db.raw(`(
        select coalesce(jsonb_agg(c), '[]') from jsonb_array_elements(candidates) c
        where c->'id' in (select s->'id' from jsonb_array_elements(answer->'sites') s))`),
    });
  if (!row) throw notFound('plan');
  return row;
}

/** How far it is, and nothing else; undefined when it is gone. */
export const readProgress = (
  db: Knex,
  id: number,
): Promise<Pick<KeptPlan, 'status' | 'progress' | 'fault'> | undefined> =>
  db('plan').where({ id }).first('status', 'progress', 'fault');

/** Plans of these organisations (undefined: of all), the newest first. */
export async function listPlans(
  db: Knex,
  { organisations, organisation }: { organisations: number[] | undefined; organisation?: number },
  { limit = 20, before }: { limit?: number; before?: number },
): Promise<PlanList> {
  const found = db('plan');
  if (organisations) found.whereIn('organisation_id', organisations);
  if (organisation !== undefined) found.where({ organisation_id: organisation });
  if (before !== undefined) found.where('id', '<', before);
  const rows = await found
    .orderBy('id', 'desc')
    .limit(limit + 1)
    .select({ ...shown, question: db.raw(`asked->'question'`) });
  const items = rows
    .slice(0, limit)
    .map(({ madeAt, startedAt, endedAt, ...row }) => ({ ...row, ...times({ madeAt, startedAt, endedAt }) }));
  return { items, ...(rows.length > limit && { next: items.at(-1)?.id }) };
}

/** Whoever works on it hears of it within a second or two. What has ended stays as it is. Answers what it is then. */
export async function cancelPlan(db: Knex, id: number): Promise<Status> {
  await db('plan')
    .where({ id })
    .whereIn('status', ['queued', 'running'])
    .update({ status: 'cancelled', claim: null, heartbeat_at: null, ended_at: db.fn.now() });
  const row = await db('plan').where({ id }).first('status');
  if (!row) throw notFound('plan');
  return row.status;
}

/** With the drafts that were made from it. */
export async function deletePlan(db: Knex, id: number): Promise<void> {
  // Held first, so that nobody makes a draft of it in between.
  await db('plan').where({ id }).forUpdate().first('id');
  await endDraftsOf(db, id);
  await db('plan').where({ id }).delete();
}

/**
 * What becomes of plans when an organisation ends: its own go. Those of others that were worked out from its layers stay
 * without them, and those that wait for them fail.
 */
export async function endPlansOf(db: Knex, organisationId: number): Promise<void> {
  await db('plan').where({ organisation_id: organisationId }).delete();
  const onTheirs = () =>
    db('plan').whereIn(
      'layer_id',
      db('demand_layer').where({ organisation_id: organisationId }).select('id'),
    );
  await onTheirs().whereIn('status', ['queued', 'running']).update({
    status: 'failed',
    fault: 'The organisation whose layer this plan asks about is dissolved.',
    claim: null,
    heartbeat_at: null,
    ended_at: db.fn.now(),
  });
  await onTheirs().update({ layer_id: null, layer_version: null });
}
