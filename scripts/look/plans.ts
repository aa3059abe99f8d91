/** Plans in every state: answered, one of each kind; waiting, stopped, and failed. */
import type { Knex } from 'knex';
import { cancelPlan } from '../../server/plan/repository.ts';
import { startPlanRunner } from '../../server/plan/runner.ts';
import type { People } from './world.ts';

export const questions = {
  mclp: { kind: 'mclp', p: 5, within: 1200 },
  lscp: { kind: 'lscp', share: 0.95, within: 1200 },
  median: { kind: 'p_median', p: 5 },
  centre: { kind: 'p_centre', p: 5 },
} as const;

/** Paths. */
export type Plans = Record<keyof typeof questions | 'again' | 'waiting' | 'stopped' | 'failed', string>;

type Ask = (path: string, as: 'priya', body: object) => Promise<{ id: number }>;

/** Works out all that wait. */
async function workOut(db: Knex): Promise<void> {
  const faults: unknown[] = [];
  const runner = startPlanRunner(db, (error) => faults.push(error));
  try {
    while (faults.length === 0 && (await db('plan').whereIn('status', ['queued', 'running']).first('id')))
      await new Promise((resolve) => setTimeout(resolve, 200));
  } finally {
    await runner.stop();
  }
  if (faults.length > 0) throw new Error('A plan was not worked out', { cause: faults[0] });
}

export async function makePlans(db: Knex, people: People, layer: number, ask: Ask): Promise<Plans> {
  const theirs = await db('member').where({ person_id: people.priya.id }).first('organisation_id');
  const plan = async (name: string, question: object) => {
    const { id } = await ask('/plans', 'priya', {
      organisationId: theirs?.organisation_id,
      name,
      question,
      demand: { layer, weight: 'population' },
      candidates: { search: {} },
    });
    return { id, path: `/plan/${id}` };
  };
  const answered = {
    mclp: await plan('Five talking rooms', questions.mclp),
    lscp: await plan('A room for everybody', questions.lscp),
    median: await plan('Short ways', questions.median),
    centre: await plan('Nobody far away', questions.centre),
    again: await plan('Eight talking rooms', { ...questions.mclp, p: 8 }),
  };
  await workOut(db);
  const [failed, stopped, waiting] = [
    await plan('A failed one', questions.mclp),
    await plan('A stopped one', questions.mclp),
    await plan('One that waits', questions.mclp),
  ];
  await cancelPlan(db, stopped.id);
  const fault = 'It needs more memory than a plan is given. Ask it of fewer candidates or areas.';
  await db('plan').where({ id: failed.id }).update({ status: 'failed', fault, ended_at: db.fn.now() });
  const paths = Object.entries({ ...answered, failed, stopped, waiting }).map(([name, { path }]) => [
    name,
    path,
  ]);
  return Object.fromEntries(paths) as Plans;
}
