/** Plans that are their members' only, with something unmistakable wherever there can be any. */
import type { Knex } from 'knex';
import { plantDemand } from './leak-demand.ts';

/** One that failed and one that was answered, and their layer of demand. */
export async function plantPlans(
  db: Knex,
  organisation_id: number,
  word: (field: string) => string,
): Promise<{ layer: number; plan: number; answered: number; other: number }> {
  const layer_id = await plantDemand(db, organisation_id, word);
  const own = {
    organisation_id,
    layer_id,
    layer_version: 1,
    name: word('plan'),
    asked: JSON.stringify({
      question: { kind: 'mclp', p: 1, within: 5 },
      demand: { layer: layer_id, version: 1, weight: word('weight') },
      candidates: { search: { q: word('search') } },
      travel: {
        model: { kind: 'straight_line', mode: 'walking', detour: 1, metresPerMinute: 80 },
        unit: 'metres',
      },
      seconds: 1,
      seed: 1,
    }),
    candidates: JSON.stringify([{ id: 1, lon: 0, lat: 51, precision: word('candidate'), included: false }]),
    progress: JSON.stringify({ seconds: 1, said: word('progress') }),
    ended_at: db.fn.now(),
  };
  const [failed, done] = await db('plan')
    .insert([
      { ...own, status: 'failed', fault: word('planfault'), answer: null },
      {
        ...own,
        status: 'done',
        fault: null,
        answer: JSON.stringify({ says: word('answer'), sites: [] }),
      },
    ])
    .returning('id');
  await db('plan_reach').insert({
    plan_id: done.id,
    ...{ weights: '{1}', sites: '{1}', travels: '{5}', befores: '{null}' },
  });
  return { layer: layer_id, plan: failed.id, answered: done.id, other: done.id };
}

/** One that was answered, between two groups of which the stranger is neither. */
export async function plantEnquiry(
  db: Knex,
  { asker, holder, venue }: { asker: number; holder: number; venue: number },
  word: (field: string) => string,
): Promise<number> {
  const [row] = await db('enquiry')
    .insert({
      venue_id: venue,
      organisation_id: asker,
      holder_id: holder,
      state: 'answered',
      service: word('service'),
      words: word('enquirywords'),
      note: word('enquirynote'),
      sent_at: db.fn.now(),
      answer: 'talk',
      answer_words: word('answerwords'),
      answered_at: db.fn.now(),
    })
    .returning('id');
  return row.id;
}
