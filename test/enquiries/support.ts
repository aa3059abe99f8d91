/** A plan that is answered, of three halls: one that can be asked, one that nobody holds, one more that can be asked. */
import type { Knex } from 'knex';
import { KEY_START } from '../../server/organisations/keys.ts';
import { digest, newSecret } from '../../server/people/secrets.ts';
import { saveVenue } from '../../server/venues/repository.ts';
import { addHalls, asked, type Planning, planning } from '../plan/support.ts';
import { holder } from '../support/factories.ts';
import { addOrganisation, type SignedIn, signIn } from '../support/people.ts';

export interface Asking extends Planning {
  plan: number;
  halls: [number, number, number];
  group: number;
  slug: string;
  /** Of the group that holds the halls. */
  steward: SignedIn;
}

/** What the solver would have answered. */
const answer = (halls: number[]) => ({
  objective: 60,
  bound: 60,
  gap: 0,
  status: 'optimal',
  reasons: [],
  says: 'It is proven.',
  model: 'mclp',
  solver: { highs: '1' },
  seconds: 0.1,
  demand: { areas: 12, weight: 780 },
  reached: { areas: 3, weight: 60 },
  outOfReach: { areas: 9, weight: 720 },
  sites: halls.map((id, n) => ({ id, included: false, areas: 1, weight: [30, 20, 10][n] ?? 0 })),
});

export async function asking(): Promise<Asking> {
  const there = await planning();
  const { db } = there;
  const halls = (await addHalls(db, [0, 5, 11])) as [number, number, number];
  const group = await addOrganisation(db, { name: 'Hall friends' });
  for (const id of [halls[0], halls[2]]) await saveVenue(db, holder, id, { organisationId: group });
  const steward = await signIn(db, 'amara@hall.example', { [group]: 'steward' });
  const plan = await asked(there, { question: { kind: 'mclp', p: 3, within: 250 } });
  await db('plan')
    .where({ id: plan })
    .update({ status: 'done', answer: JSON.stringify(answer(halls)), ended_at: db.fn.now() });
  const { slug } = await db('organisation').where({ id: group }).first('slug');
  return { ...there, halls, group, slug, steward, plan };
}

/** Drafts of the plan; answers that of the first hall, which is sent if so wished. */
export async function withEnquiry(
  { request, cookie, plan, db, halls }: Asking,
  { send = false } = {},
): Promise<number> {
  const put = (path: string, method: 'post' | 'patch', body: object) =>
    request[method](`/api/v1${path}`).set({ Cookie: cookie, 'If-Match': '*' }).send(body);
  await put(`/plans/${plan}/enquiries`, 'post', {}).expect(201);
  const { id } = await db('enquiry').where({ venue_id: halls[0] }).first('id');
  if (send) {
    await put(`/enquiries/${id}`, 'patch', { service: 'A weekly clinic' }).expect(200);
    await put(`/enquiries/${id}/send`, 'post', {}).expect(200);
  }
  return id;
}

export async function addKey(
  db: Knex,
  organisation_id: number,
  scopes: string[],
): Promise<{ Authorization: string }> {
  const key = KEY_START + newSecret();
  await db('api_key').insert({
    organisation_id,
    name: 'A key',
    prefix: key.slice(0, 8),
    key_hash: digest(key),
    scopes,
    expires_at: '2999-01-01',
  });
  return { Authorization: `Bearer ${key}` };
}
