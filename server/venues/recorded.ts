/** The record of every change: what it was, by whom, and whether the public might see it then. */
import type { Knex } from 'knex';
import { notFound } from '../problem.ts';
import { refreshSearch } from '../search/write.ts';
import { type Actor, type Credit, type Edit, isShown, type VenueRecord } from './record.ts';
import { loadRecords } from './rows.ts';

interface Made {
  actor: Actor;
  before: VenueRecord | undefined;
  after: VenueRecord;
  edits: Edit[];
  /** The version whose change this one undoes. */
  undoes?: number;
  credit?: Credit;
}

export async function recordChange(db: Knex, made: Made): Promise<void> {
  const { actor, before, after, edits, undoes, credit } = made;
  const [recorded] = await db('change')
    .insert({
      venue_id: after.id,
      version: after.version,
      actor: actor.name,
      actor_kind: actor.kind,
      action: before ? 'changed' : 'added',
      edits: JSON.stringify(edits),
      undoes: undoes ?? null,
      was_published: isShown(after),
      was_exact: after.location.precision === 'exact' && (before?.location.precision ?? 'exact') === 'exact',
    })
    .returning('id');
  if (actor.personId !== undefined)
    await db('change_author').insert({ change_id: recorded.id, person_id: actor.personId });
  if (credit)
    await db('change_credit').insert({
      change_id: recorded.id,
      kind: credit.kind,
      name: credit.name ?? null,
    });
}

/** Records a change of what is kept beside a venue, such as its photos, as one of the venue. Answers its version. */
export async function recordBeside(
  db: Knex,
  actor: Actor,
  venueId: number,
  edits: Edit[],
  undoes?: number,
): Promise<number> {
  const [before] = await loadRecords(db, [venueId], true);
  if (!before) throw notFound('venue');
  const [{ updated }] = await db('venue')
    .where({ id: venueId })
    .update({ version: before.version + 1, updated_at: db.raw('now()') })
    .returning(db.raw(`to_json(updated_at)#>>'{}' as updated`));
  const after = { ...before, version: before.version + 1, updatedAt: updated };
  await recordChange(db, { actor, before, after, edits, ...(undoes !== undefined && { undoes }) });
  await refreshSearch(db, after);
  return after.version;
}
