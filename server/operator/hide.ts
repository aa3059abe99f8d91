/**
 * Hiding a listing while somebody looks at it: with a reason that everybody can read, and the holder's reply beside it.
 * The holder's own word, its status, stays as it is.
 */
import type { Knex } from 'knex';
import { tellStewards } from '../claims/letters.ts';
import { isOf } from '../claims/policy.ts';
import type { Visitor } from '../http/visitor.ts';
import { conflict, notAllowed } from '../problem.ts';
import { venueHeld } from '../venues/held.ts';
import { setHidden } from '../venues/hidden.ts';
import { recordAction } from './actions.ts';
import { endHiding, insertHiding, setReply, venueInHand } from './repository.ts';

export type HidingLetter = (
  event: 'hidden' | 'restored',
  told: { venue: { id: number; slug: string; name: string }; reason?: string },
) => { subject: string; text: string };

async function tell(
  db: Knex,
  venueId: number,
  event: 'hidden' | 'restored',
  letter: HidingLetter,
  reason?: string,
): Promise<void> {
  const { organisationId } = await venueHeld(db, venueId);
  if (organisationId === undefined) return;
  const venue = await venueInHand(db, venueId);
  await tellStewards(db, organisationId, letter(event, { venue, ...(reason && { reason }) }));
}

/** Throws Problem 404, and 409 when it is hidden already, or not published. */
export async function hideVenue(
  db: Knex,
  { venueId, visitor, reason }: { venueId: number; visitor: Visitor; reason: string },
  letter: HidingLetter,
): Promise<void> {
  const held = await venueHeld(db, venueId);
  if (held.status !== 'published') throw conflict('Only what is published can be hidden.');
  await setHidden(db, venueId, true);
  await insertHiding(db, venueId, reason);
  await recordAction(db, visitor, { venueId, action: 'hidden', words: reason });
  await tell(db, venueId, 'hidden', letter, reason);
}

export const ofTheirGroup = () =>
  notAllowed('You are of the group that this is about. Another operator must do it.');

/** Throws Problem 403, 404, and 409 when it is not hidden. */
export async function restoreVenue(
  db: Knex,
  { venueId, visitor }: { venueId: number; visitor: Visitor },
  letter: HidingLetter,
): Promise<void> {
  const { organisationId } = await venueHeld(db, venueId);
  if (isOf(visitor, organisationId)) throw ofTheirGroup();
  await setHidden(db, venueId, false);
  await endHiding(db, venueId);
  await recordAction(db, visitor, { venueId, action: 'restored' });
  await tell(db, venueId, 'restored', letter);
}

/** What the holder says to it, published beside the reason. Throws Problem 409 when it is not hidden. */
export async function replyToHiding(db: Knex, venueId: number, words: string): Promise<void> {
  if ((await setReply(db, venueId, words)) === 0) throw conflict('This listing is not hidden.');
}
