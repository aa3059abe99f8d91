/** Who is written to about the places of a group, and how they make it stop. */
import type { Knex } from 'knex';

export interface Reader {
  organisationId: number;
  personId: number;
  email: string;
  locale?: string;
}

/**
 * SQL that says whether the member `m` (person `p`) is written to: stewards who want letters and can be reached; editors
 * where no steward can be reached at all.
 */
export const isReader = `p.reminders and p.unreachable_since is null and (m.role = 'steward' or not exists (
  select from member s join person q on q.id = s.person_id
  where s.organisation_id = m.organisation_id and s.role = 'steward' and q.unreachable_since is null))`;

export async function readersOf(db: Knex, organisationIds: readonly number[]): Promise<Reader[]> {
  const rows: (Omit<Reader, 'locale'> & { locale: string | null })[] = await db('member as m')
    .join('person as p', 'p.id', 'm.person_id')
    .whereIn('m.organisation_id', [...organisationIds])
    .whereRaw(isReader)
    .orderBy(['m.person_id', 'm.organisation_id'])
    .select('m.organisation_id as organisationId', 'p.id as personId', 'p.email', 'p.locale');
  return rows.map(({ locale, ...reader }) => ({ ...reader, ...(locale !== null && { locale }) }));
}

/** Each of them once, with all their groups. */
export function byPerson(readers: readonly Reader[]): { reader: Reader; organisationIds: Set<number> }[] {
  const people = new Map<number, { reader: Reader; organisationIds: Set<number> }>();
  for (const reader of readers) {
    const known = people.get(reader.personId) ?? { reader, organisationIds: new Set<number>() };
    known.organisationIds.add(reader.organisationId);
    people.set(reader.personId, known);
  }
  return [...people.values()];
}

/** Headers by which a mail program offers to stop these letters (RFC 2369, RFC 8058). */
export const stopHeaders = (publicUrl: string, path: string): Record<string, string> => ({
  'List-Unsubscribe': `<${publicUrl}${path}>`,
  'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
});
