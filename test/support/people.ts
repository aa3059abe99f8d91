/** People for tests, signed in as they would be. */
import type { Knex } from 'knex';
import { personOf, startSession } from '../../server/people/repository.ts';

export interface SignedIn {
  id: number;
  /** For the Cookie header. */
  cookie: string;
}

type Role = 'steward' | 'editor';

/** Somebody with a session, a member of these organisations. */
export async function signIn(
  db: Knex,
  email = 'amara@hall.example',
  roles: Record<number, Role> = {},
): Promise<SignedIn> {
  const id = await personOf(db, email);
  for (const [organisation_id, role] of Object.entries(roles))
    await db('member')
      .insert({ organisation_id, person_id: id, role })
      .onConflict(['organisation_id', 'person_id'])
      .merge();
  return { id, cookie: `moothall=${await startSession(db, id)}` };
}

let count = 0;

export async function addOrganisation(
  db: Knex,
  { name = 'Tooting Neighbours', kind = 'community' }: { name?: string; kind?: string } = {},
): Promise<number> {
  count += 1;
  const [row] = await db('organisation')
    .insert({ name, kind, slug: `${name.toLowerCase().replace(/\W+/g, '-')}-${count}` })
    .returning('id');
  return row.id;
}
