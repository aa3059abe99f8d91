/** What operators did about a venue, for the groups that it touches to read. Which operator it was, is not told. */
import type { Knex } from 'knex';
import { recordAudit } from '../audit/repository.ts';
import type { Visitor } from '../http/visitor.ts';
import { present } from '../venues/rows.ts';
import type { Action, ActionKind } from './schema.ts';

/** Notes it for the group that holds the venue, and for others that it touches, in the transaction that does it. */
export async function recordAction(
  db: Knex,
  visitor: Visitor,
  {
    venueId,
    action,
    words,
    alsoFor,
  }: { venueId: number; action: ActionKind; words?: string; alsoFor?: (number | undefined)[] },
): Promise<void> {
  const holder = await db('venue').where({ id: venueId }).first('organisation_id as organisationId');
  await recordAudit(db, {
    visitor,
    venueId,
    ...(alsoFor && { alsoFor }),
    ...(holder?.organisationId && { organisationId: holder.organisationId }),
    action: `operator.${action}`,
    ...(words && { detail: { words } }),
  });
}

/** One page, newest first; of a venue and of those that were merged into it. */
export async function listActions(
  db: Knex,
  venueId: number,
  { limit = 20, before }: { limit?: number; before?: number } = {},
): Promise<{ items: Action[]; next?: number }> {
  const { rows } = await db.raw(
    `select id::int, split_part(action, '.', 2) as action, detail->>'words' as words, to_json(at)#>>'{}' as at
     from audit_entry where action like 'operator.%' and copy_of is null
       and venue_id in (select id from venue where id = :venueId or merged_into = :venueId)
       and (:before::int is null or id < :before) order by id desc limit :most`,
    { venueId, before: before ?? null, most: limit + 1 },
  );
  const items: Action[] = rows.slice(0, limit).map(present);
  const last = items.at(-1);
  return { items, ...(rows.length > limit && last && { next: last.id }) };
}
