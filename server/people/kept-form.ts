/** What somebody had typed when their session was over, until they have signed in again. */
import type { Knex } from 'knex';
import { digest, newSecret } from './secrets.ts';

export type Typed = Record<string, string | string[]>;

/** Keeps it for a day; answers the name by which only its writer can have it back. */
export async function keepForm(db: Knex, path: string, typed: Typed): Promise<string> {
  const name = newSecret();
  await db('kept_form').insert({ name_hash: digest(name), path, typed: JSON.stringify(typed) });
  return name;
}

/** What was kept under this name for this page. It may be asked for again, as pages are reloaded. */
export async function keptForm(db: Knex, path: string, name: string): Promise<Typed | undefined> {
  const row = await db('kept_form')
    .where({ name_hash: digest(name), path })
    .whereRaw(`kept_at > now() - interval '1 day'`)
    .first('typed');
  return row?.typed;
}

export const sweepKeptForms = (db: Knex): Promise<unknown> =>
  db('kept_form').whereRaw(`kept_at < now() - interval '1 day'`).delete();
