/** API keys of an organisation: `mh_` and 256 random bits, shown once and kept as a digest. */
import type { Knex } from 'knex';
import type { KeyVisitor } from '../http/visitor.ts';
import { digest, newSecret } from '../people/secrets.ts';
import { conflict, notFound } from '../problem.ts';
import { present } from '../venues/rows.ts';
import { takeOrganisation } from './repository.ts';
import { type KeyMade, type Keys, type NewKey, USUAL_DAYS } from './schema-keys.ts';

export const KEY_START = 'mh_';
/** Enough for every program of an organisation, and few enough to look through. */
const MOST_KEYS = 50;

/** Who comes with this key; undefined when there is none such, or its time is over. Notes the day of its use. */
export async function keyVisitor(db: Knex, key: string): Promise<KeyVisitor | undefined> {
  if (!key.startsWith(KEY_START)) return undefined;
  const { rows } = await db.raw(
    `select k.id, k.organisation_id, k.scopes, k.last_used_on is distinct from current_date as is_first
     from api_key k join organisation o on o.id = k.organisation_id
     where k.key_hash = ? and k.expires_at > now() and o.dissolved_at is null`,
    [digest(key)],
  );
  const [found] = rows;
  if (!found) return undefined;
  if (found.is_first)
    await db('api_key')
      .where({ id: found.id })
      .update({ last_used_on: db.raw('current_date') });
  return { kind: 'key', id: found.id, organisationId: found.organisation_id, scopes: found.scopes };
}

const shown = (db: Knex) => [
  'id',
  'name',
  'prefix',
  'scopes',
  db.raw(`to_json(created_at)#>>'{}' as "createdAt"`),
  db.raw(`to_json(expires_at)#>>'{}' as "expiresAt"`),
];

/** Makes a key. Only this answer has it whole. Throws Problem 404 or 409. */
export async function makeKey(
  db: Knex,
  organisationId: number,
  { name, scopes, days = USUAL_DAYS }: NewKey,
  personId: number | undefined,
): Promise<KeyMade> {
  await takeOrganisation(db, organisationId);
  const [count] = await db('api_key')
    .where({ organisation_id: organisationId })
    .where('expires_at', '>', db.fn.now())
    .count({ keys: '*' });
  if (Number(count?.keys) >= MOST_KEYS)
    throw conflict(`An organisation has at most ${MOST_KEYS} keys. Revoke one that you no longer need.`);
  const key = KEY_START + newSecret();
  const [row] = await db('api_key')
    .insert({
      organisation_id: organisationId,
      name: name.trim(),
      prefix: key.slice(0, 9),
      key_hash: digest(key),
      scopes: [...scopes].sort(),
      created_by: personId ?? null,
      expires_at: db.raw(`now() + ? * interval '1 day'`, [days]),
    })
    .returning(shown(db) as string[]);
  return { ...row, key };
}

/** The keys of an organisation, the newest first; those whose time is over after them, until they are revoked. */
export async function listKeys(db: Knex, organisationId: number): Promise<Keys> {
  const rows = await db('api_key')
    .where({ organisation_id: organisationId })
    // No key that opens something may fall off the end of the list.
    .orderByRaw('expires_at > now() desc, id desc')
    .limit(200)
    .select(...(shown(db) as string[]), db.raw(`to_json(last_used_on)#>>'{}' as "lastUsedOn"`));
  return { items: rows.map(present) };
}

/** Ends a key at once; answers what it was called. Throws Problem 404. */
export async function revokeKey(db: Knex, organisationId: number, id: number): Promise<string> {
  const [row] = await db('api_key').where({ id, organisation_id: organisationId }).delete().returning('name');
  if (!row) throw notFound('key');
  return row.name;
}
