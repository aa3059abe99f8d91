/** What letters about organisations tell; their words are with the pages. */
import type { Knex } from 'knex';
import { queueLetter } from '../mail/repository.ts';

export interface OrganisationTold {
  organisation: string;
  /** The other group, when a venue is handed on. */
  other?: string;
  venue?: { id: number; slug: string; name: string };
  role?: 'steward' | 'editor';
  /** Where the reader can do something about it: a path. */
  path: string;
}

export type OrganisationEvent = 'invited' | 'offered' | 'handedOn' | 'declined' | 'dissolved';

/** Writes a letter in the language that its reader last signed in with, where that is known. */
export type OrganisationLetter = (
  event: OrganisationEvent,
  told: OrganisationTold,
  locale?: string,
) => { subject: string; text: string };

export interface Reader {
  email: string;
  locale: string | null;
}

/** Members, or stewards alone, as readers of letters. */
export const readersOf = (db: Knex, organisationId: number, roles: readonly string[]): Promise<Reader[]> =>
  db('member as m')
    .join('person as p', 'p.id', 'm.person_id')
    .where({ organisation_id: organisationId })
    .whereIn('role', roles)
    .orderBy('p.id')
    .select('p.email', 'p.locale');

/** Tells each of them in their own language. */
export async function tellReaders(
  db: Knex,
  readers: readonly Reader[],
  write: (locale: string | undefined) => { subject: string; text: string },
): Promise<void> {
  for (const { email, locale } of readers)
    await queueLetter(db, { to: email, ...write(locale ?? undefined) });
}
