/**
 * A group says that a place is theirs, and holds it at once; or gives it up. Contacts that are not public are never
 * handed from one holder to the next.
 */
import type { Knex } from 'knex';
import type { PersonVisitor } from '../http/visitor.ts';
import { queueLetter } from '../mail/repository.ts';
import { conflict, invalidInput, notAllowed, notFound, stale } from '../problem.ts';
import { type Actor, isShown, type VenueRecord } from '../venues/record.ts';
import { saveVenue } from '../venues/repository.ts';
import { loadRecords } from '../venues/rows.ts';
import { isOwnAddress } from './evidence.ts';
import type { ClaimLetter } from './letters.ts';
import { speaksFor } from './policy.ts';
import { endClaims, groupName, insertClaim, wasClaimed } from './repository.ts';
import type { NewClaim } from './schema.ts';

/** The venue that anybody may know of, held until the transaction ends. Throws Problem 404. */
export async function lockVenue(db: Knex, id: number): Promise<VenueRecord> {
  const [venue] = await loadRecords(db, [id], true);
  if (!venue) throw notFound('venue');
  return venue;
}

/** Gives the venue to another group, or to none. */
export async function changeHolder(
  db: Knex,
  actor: Actor,
  venue: VenueRecord,
  organisationId: number | null,
): Promise<void> {
  await saveVenue(db, actor, venue.id, { organisationId });
}

/**
 * A place that is not shown exactly is for those to see who hold it: a word alone does not open it. Nobody else would
 * know of the mistake before it is made.
 */
export const needsEmail = ({ location }: Pick<VenueRecord, 'location'>) => location.precision !== 'exact';

/**
 * Is the address at the place's own domain? Not where a group before wrote that domain there: whoever held the place for
 * a day on their own word could give it up, and come back by a domain of theirs as if the place had always said so.
 */
export async function provesByEmail(db: Knex, email: string, venue: VenueRecord): Promise<boolean> {
  if (!isOwnAddress(email, venue.contacts)) return false;
  return venue.stated.contacts !== 'holder' || !(await wasClaimed(db, venue.id));
}

/** Claims a venue that nobody holds. Throws Problem 400, 403, 404 or 409. */
export async function claimVenue(
  db: Knex,
  { venueId, visitor, claim }: { venueId: number; visitor: PersonVisitor; claim: NewClaim },
  letter: ClaimLetter,
): Promise<number> {
  const { organisationId, declaration, maySpeak } = claim;
  if (!speaksFor(visitor, organisationId))
    throw notAllowed(
      'Only a steward claims a place for a group. Ask a steward, or say which group is yours.',
    );
  const venue = await lockVenue(db, venueId);
  if (!isShown(venue)) throw notFound('venue');
  if (venue.organisationId !== undefined)
    throw conflict(
      'Another group holds this place now. If that is wrong, contest its claim: both sides are heard.',
    );
  const holder = await groupName(db, organisationId);
  if (holder === undefined) throw notFound('organisation');
  const byEmail = await provesByEmail(db, visitor.email, venue);
  if (!byEmail && needsEmail(venue))
    throw conflict(
      'This place does not show where it is, so only somebody with an email address at its own published domain can claim it.',
    );
  if (!byEmail && declaration === undefined)
    throw invalidInput([
      { pointer: '#/declaration', detail: 'Say in 20 to 1,000 characters why this place is yours.' },
    ]);
  if (!byEmail && maySpeak !== true)
    throw invalidInput([{ pointer: '#/maySpeak', detail: 'Say that you may speak for this group.' }]);
  // What a former holder left standing when the place went from them by another way.
  await endClaims(db, venueId, 'released');
  const id = await insertClaim(db, {
    venueId,
    organisationId,
    personId: visitor.id,
    ...(byEmail ? { evidence: 'email' } : { evidence: 'declaration', declaration }),
  });
  const actor: Actor = { name: holder, kind: 'member', rank: 'holder', personId: visitor.id };
  await changeHolder(db, actor, venue, organisationId);
  const told = { venue: { id: venue.id, slug: venue.slug, name: venue.name }, holder };
  await queueLetter(db, { to: visitor.email, ...letter('received', told) });
  return id;
}

/** Whoever claims a place next sees all of it, so only one that everybody may see is given up. */
export const canRelease = (venue: VenueRecord): boolean => isShown(venue) && !needsEmail(venue);

/**
 * Gives a venue up: nobody holds it from now on, and any group can claim it. `holderId` is whose it was when it was asked
 * who may. Throws Problem 404, 409, and 412 when it went to another group meanwhile.
 */
export async function releaseVenue(
  db: Knex,
  actor: Actor,
  { venueId, holderId }: { venueId: number; holderId: number | undefined },
): Promise<void> {
  const venue = await lockVenue(db, venueId);
  if (venue.organisationId !== holderId) throw stale();
  if (venue.organisationId === undefined) throw conflict('Nobody holds this place.');
  if (!canRelease(venue))
    throw conflict(
      'Only a place that is published, and shown where it is, can be given up: whoever claims it next sees all of it. Withdraw it instead.',
    );
  await endClaims(db, venueId, 'released');
  await changeHolder(db, actor, venue, null);
}
