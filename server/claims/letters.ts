/** What letters about claims tell; their words are with the pages. */
import type { Knex } from 'knex';
import { queueLetter } from '../mail/repository.ts';
import { stewardAddresses } from './repository.ts';

export interface ClaimTold {
  venue: { id: number; slug: string; name: string };
  /** The group that holds, or claims. */
  holder: string;
  /** The group that contests. */
  contester?: string;
  words?: string;
}

export type ClaimEvent = 'received' | 'contested' | 'more' | 'upheld' | 'overturned';

/** Writes a letter in the language of who reads it. */
export type ClaimLetter = (event: ClaimEvent, told: ClaimTold) => { subject: string; text: string };

export async function tellStewards(
  db: Knex,
  organisationId: number,
  letter: { subject: string; text: string },
): Promise<void> {
  for (const to of await stewardAddresses(db, organisationId)) await queueLetter(db, { to, ...letter });
}
