/** All SQL about people and their sessions. */
import type { Knex } from 'knex';
import type { Me, PersonChange } from './schema.ts';
import type { Sessions } from './schema-own.ts';
import { digest, newSecret } from './secrets.ts';

export interface Membership {
  organisationId: number;
  role: 'steward' | 'editor';
}

export interface Person {
  id: number;
  email: string;
  name?: string;
  operator: boolean;
  memberships: Membership[];
}

/** Days that a session lasts when nobody comes back. */
export const SESSION_DAYS = 30;

/** The person with this address, who is new here when nobody has it yet. */
export async function personOf(db: Knex, email: string): Promise<number> {
  const [known] = await db('person').whereRaw('lower(email) = lower(?)', [email]).select('id');
  if (known) return known.id;
  const { rows } = await db.raw(
    `insert into person (email) values (:email) on conflict (lower(email)) do update set email = person.email
     returning id`,
    { email },
  );
  return rows[0].id;
}

/** They read their letters, and in which language they came. */
export const noteArrival = (db: Knex, personId: number, locale: string | null): Promise<unknown> =>
  db('person')
    .where({ id: personId })
    .update({ unreachable_since: null, ...(locale !== null && { locale }) });

/** Starts a session on `device` (as `deviceOf` names it) and answers its secret, which only the person's browser keeps. */
export async function startSession(db: Knex, personId: number, device?: string): Promise<string> {
  const secret = newSecret();
  await db('session').insert({
    token_hash: digest(secret),
    person_id: personId,
    device,
    expires_at: db.raw(`now() + interval '${SESSION_DAYS} days'`),
  });
  return secret;
}

export const endSession = (db: Knex, secret: string): Promise<unknown> =>
  db('session')
    .where({ token_hash: digest(secret) })
    .delete();

export const endAllSessions = (db: Knex, personId: number): Promise<unknown> =>
  db('session').where({ person_id: personId }).delete();

/** Where a person is signed in, the newest first; `secret` tells which of them asks. */
export async function listSessions(db: Knex, personId: number, secret: string): Promise<Sessions> {
  const { rows } = await db.raw(
    `select json_strip_nulls(json_build_object('since', created_at, 'lastSeen', last_seen_at, 'expiresAt', expires_at,
         'device', device, 'isThis', token_hash = ?)) as session
     from session where person_id = ? and expires_at > now() order by created_at desc limit 100`,
    [digest(secret), personId],
  );
  return { items: rows.map(({ session }: { session: Sessions['items'][number] }) => session) };
}

/** Whose session this is, with their organisations; undefined when it has ended. One statement: it runs with every request. */
export async function personInSession(db: Knex, secret: string): Promise<Person | undefined> {
  const { rows } = await db.raw(
    `select p.id, p.email, p.name, p.operator, s.last_seen_at < now() - interval '1 day' as seen_long_ago,
       coalesce((select json_agg(json_build_object('organisationId', m.organisation_id, 'role', m.role,
           'kind', o.kind) order by m.organisation_id)
         from member m join organisation o on o.id = m.organisation_id where m.person_id = p.id), '[]') as memberships
     from session s join person p on p.id = s.person_id
     where s.token_hash = ? and s.expires_at > now()`,
    [digest(secret)],
  );
  const [found] = rows;
  if (!found) return undefined;
  if (found.seen_long_ago) {
    await db('session')
      .where({ token_hash: digest(secret) })
      .update({ last_seen_at: db.fn.now(), expires_at: db.raw(`now() + interval '${SESSION_DAYS} days'`) });
  }
  const { id, email, name, operator, memberships } = found;
  return { id, email, ...(name && { name }), operator, memberships };
}

/** A person as they see themselves. */
export async function getMe(db: Knex, personId: number): Promise<Me> {
  const { rows } = await db.raw(
    `select p.email, p.name, p.operator, p.reminders,
       coalesce((select json_agg(json_build_object('role', m.role, 'organisation',
           json_build_object('id', o.id, 'slug', o.slug, 'name', o.name)) order by o.name, o.id)
         from member m join organisation o on o.id = m.organisation_id where m.person_id = p.id), '[]') as memberships
     from person p where p.id = ?`,
    [personId],
  );
  const { name, ...rest } = rows[0];
  return { ...rest, ...(name && { name }) };
}

export const changePerson = (
  db: Knex,
  personId: number,
  { name, reminders }: PersonChange,
): Promise<unknown> =>
  db('person')
    .where({ id: personId })
    .update({
      ...(name !== undefined && { name: name?.trim() || null }),
      ...(reminders !== undefined && { reminders }),
    });

/**
 * Makes somebody an operator of the register, or takes it from them; answers whose number that is. Nobody is made to be
 * taken off: undefined when nobody has that address.
 */
export async function setOperator(db: Knex, email: string, operator: boolean): Promise<number | undefined> {
  if (operator) await personOf(db, email);
  const [changed] = await db('person')
    .whereRaw('lower(email) = lower(?)', [email])
    .update({ operator })
    .returning('id');
  return changed?.id;
}

/** What is over: sessions, and requests to sign in. Run now and then, by any node. */
export async function sweepPeople(db: Knex): Promise<void> {
  await db('session').where('expires_at', '<', db.fn.now()).delete();
  await db('sign_in').whereRaw(`expires_at < now() - interval '1 day'`).delete();
}
