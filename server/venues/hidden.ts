/** A listing that an operator has hidden: published by its holder, and yet shown to nobody else. */
import type { Knex } from 'knex';
import { conflict, notFound } from '../problem.ts';
import { refreshSearch } from '../search/write.ts';
import { loadRecords } from './rows.ts';

/** Throws Problem 404, and 409 when it is so already. */
export async function setHidden(db: Knex, id: number, hidden: boolean): Promise<void> {
  const [record] = await loadRecords(db, [id], true);
  if (!record) throw notFound('venue');
  if ((record.isHidden === true) === hidden)
    throw conflict(hidden ? 'This listing is hidden already.' : 'This listing is not hidden.');
  await db('venue')
    .where({ id })
    .update({ hidden_at: hidden ? db.fn.now() : null });
  await refreshSearch(db, { ...record, isHidden: hidden });
}
