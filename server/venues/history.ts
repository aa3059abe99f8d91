/** A venue's changes as its members read them: all of them, whole, with the person who made each. */
import type { Knex } from 'knex';
import type { HistoryEntry } from './read.ts';
import type { Edit } from './record.ts';

export interface MemberEntry extends Omit<HistoryEntry, 'edits'> {
  edits: Edit[];
  /** The person who made it, as far as they are still known; absent for imports and before people signed in. */
  authorId?: number;
  person?: string;
}

interface Row {
  version: number;
  at: Date;
  actor: string;
  action: 'added' | 'changed';
  undoes: number | null;
  edits: Edit[];
  authorId: number | null;
  person: string | null;
}

/** One page of changes, newest first; `before` is the version that the page before ended with. */
export async function getMemberHistory(
  db: Knex,
  id: number,
  { limit, before }: { limit: number; before?: number },
): Promise<{ items: MemberEntry[]; next?: number }> {
  const rows: Row[] = await db('change as c')
    .leftJoin('change_author as a', 'a.change_id', 'c.id')
    .leftJoin('person as p', 'p.id', 'a.person_id')
    .where('c.venue_id', id)
    .modify((query) => before !== undefined && query.where('c.version', '<', before))
    .orderBy('c.version', 'desc')
    .limit(limit + 1)
    .select('c.version', 'c.at', 'c.actor', 'c.action', 'c.undoes', 'c.edits')
    .select('a.person_id as authorId', 'p.name as person');
  const items = rows.slice(0, limit).map(
    ({ version, at, actor, action, undoes, edits, authorId, person }): MemberEntry => ({
      version,
      at: at.toISOString(),
      actor,
      action,
      ...(undoes !== null && { undoes }),
      edits,
      ...(authorId !== null && { authorId }),
      ...(person && { person }),
    }),
  );
  const last = items.at(-1);
  return { items, ...(rows.length > limit && last && { next: last.version }) };
}
