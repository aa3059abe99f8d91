/**
 * A venue's changes as its members read them: whole, with the person who made each, from when their group came to hold
 * it. What was before is not theirs to know: they read it as the public does.
 */
import type { Knex } from 'knex';
import { type ChangeRow, creditSql, type HistoryEntry, historyEdits, inexactUntil } from './read.ts';
import type { Edit } from './record.ts';

export interface MemberEntry extends Omit<HistoryEntry, 'edits'> {
  edits: Edit[];
  /** The person who made it, as far as they are still known; absent for imports and before people signed in. */
  authorId?: number;
  person?: string;
  /** Made since the group holds the venue: its members may undo it. */
  isOwn: boolean;
}

interface Row extends ChangeRow {
  authorId: number | null;
  person: string | null;
}

/** The version in which the venue came to whoever holds it now; 0 when its first holder has it still. */
export async function heldSince(db: Knex, id: number): Promise<number> {
  const row = await db('change')
    .where({ venue_id: id, action: 'changed' })
    .whereRaw(`edits @> '[{"path": "/organisationId"}]'`)
    .max({ version: 'version' })
    .first();
  return row?.version ?? 0;
}

/** One page of changes, newest first; `before` is the version that the page before ended with. */
export async function getMemberHistory(
  db: Knex,
  id: number,
  { limit, before }: { limit: number; before?: number },
): Promise<{ items: MemberEntry[]; next?: number }> {
  const since = await heldSince(db, id);
  const inexact = since === 0 ? 0 : await inexactUntil(db, id);
  const rows: Row[] = await db('change as c')
    .leftJoin('change_author as a', 'a.change_id', 'c.id')
    .leftJoin('person as p', 'p.id', 'a.person_id')
    .where('c.venue_id', id)
    .modify((query) => before !== undefined && query.where('c.version', '<', before))
    .orderBy('c.version', 'desc')
    .limit(limit + 1)
    .select(
      'c.version',
      'c.at',
      'c.actor',
      'c.actor_kind as actorKind',
      'c.action',
      'c.undoes',
      'c.edits',
      'c.was_published',
      'c.was_exact',
    )
    .select('a.person_id as authorId', 'p.name as person', db.raw(creditSql('c')));
  const items = rows.slice(0, limit).map((row, index): MemberEntry => {
    const { version, at, actor, actorKind, action, undoes, credit, edits, authorId, person } = row;
    const isOwn = version > since;
    return {
      version,
      at: at.toISOString(),
      actor,
      actorKind,
      action,
      ...(undoes !== null && { undoes }),
      ...(credit && { credit }),
      isOwn,
      edits: isOwn ? edits : historyEdits(row, rows[index + 1], version > inexact),
      ...(isOwn && authorId !== null && { authorId }),
      ...(isOwn && person && { person }),
    };
  });
  const last = items.at(-1);
  return { items, ...(rows.length > limit && last && { next: last.version }) };
}
