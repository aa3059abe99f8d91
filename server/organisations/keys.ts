/** API keys of an organisation: `mh_` and 256 random bits, shown once and kept as a digest. */
import type { Knex } from 'knex';
import type { KeyVisitor } from '../http/visitor.ts';
import { digest } from '../people/secrets.ts';

export const KEY_START = 'mh_';

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
