/** Who changed a venue last, for the members who meet that change in a form of theirs. */
import type { Knex } from 'knex';

/** The person where they say what they are called, else in whose name it was. */
export async function lastChange(
  db: Knex,
  venueId: number,
): Promise<{ who: string; at: string } | undefined> {
  const row: { actor: string; name: string | null; at: Date } | undefined = await db('change as c')
    .leftJoin('change_author as a', 'a.change_id', 'c.id')
    .leftJoin('person as p', 'p.id', 'a.person_id')
    .where('c.venue_id', venueId)
    .orderBy('c.version', 'desc')
    .first('c.actor', 'p.name', 'c.at');
  return row && { who: row.name ?? row.actor, at: row.at.toISOString() };
}
