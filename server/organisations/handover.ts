/**
 * Handing a venue from one organisation to another, by the consent of both: a steward of its holder offers, a steward
 * of the other accepts within 14 days. Contacts that are not public, and what was private before, stay with the giver.
 */
import type { Knex } from 'knex';
import { recordAudit } from '../audit/repository.ts';
import { changeHolder, lockVenue } from '../claims/claim.ts';
import { endClaims, standingClaim } from '../claims/repository.ts';
import type { Visitor } from '../http/visitor.ts';
import { conflict, gone, notFound } from '../problem.ts';
import { actorOf } from '../venues/held.ts';
import {
  type OrganisationEvent,
  type OrganisationLetter,
  type OrganisationTold,
  readersOf,
  tellReaders,
} from './letters.ts';
import type { HandoverSubject } from './policy.ts';
import { takeOrganisation } from './repository.ts';
import type { Handover } from './schema-handovers.ts';

export const HANDOVER_DAYS = 14;

const group = (name: string) =>
  `json_build_object('id', ${name}.id, 'slug', ${name}.slug, 'name', ${name}.name)`;
const HANDOVERS = `
  select h.id, json_build_object('id', v.id, 'slug', v.slug, 'name', v.name) as venue, ${group('f')} as "from",
    ${group('t')} as "to", to_json(h.offered_at)#>>'{}' as "offeredAt", to_json(h.expires_at)#>>'{}' as "expiresAt"
  from handover h join venue v on v.id = h.venue_id and v.organisation_id = h.from_id
    join organisation f on f.id = h.from_id join organisation t on t.id = h.to_id
  where h.expires_at > now()`;

/** What an organisation offers, and what is offered to it. */
export async function listHandovers(db: Knex, organisationId: number): Promise<{ items: Handover[] }> {
  const { rows } = await db.raw(`${HANDOVERS} and :id in (h.from_id, h.to_id) order by h.id limit 200`, {
    id: organisationId,
  });
  return { items: rows };
}

/** The offer of a venue that is open, if any. */
export async function handoverOf(db: Knex, venueId: number): Promise<Handover | undefined> {
  const { rows } = await db.raw(`${HANDOVERS} and h.venue_id = ?`, [venueId]);
  return rows[0];
}

/** For `about` of routes whose path has the id of an offer. Throws Problem 404. */
export async function aboutHandover({
  db,
  params,
}: {
  db: Knex;
  params: { id: number };
}): Promise<HandoverSubject> {
  const row = await db('handover')
    .where({ id: params.id })
    .first('id', 'venue_id as venueId', 'from_id as fromId', 'to_id as toId');
  if (!row) throw notFound('offer');
  return { ...row, isPublic: true };
}

const tellStewards = async (
  db: Knex,
  organisationId: number,
  letter: OrganisationLetter,
  event: OrganisationEvent,
  told: OrganisationTold,
) =>
  tellReaders(db, await readersOf(db, organisationId, ['steward']), (locale) => letter(event, told, locale));

/** A claim that others may still contest is not handed out of their reach. */
async function refuseContestable(db: Knex, venueId: number): Promise<void> {
  const claim = await standingClaim(db, venueId);
  if (!claim) return;
  const isContested = claim.contests.some(({ state }) => state === 'open');
  const isOpen = claim.evidence !== 'decision' && Date.parse(claim.contestableUntil) > Date.now();
  if (isContested || isOpen)
    throw conflict(
      'This place was claimed, and others can still contest that. Hand it on when that time is over, or the contest decided.',
    );
}

/**
 * Holds both groups before the venue, as whoever dissolves one does: so that no two of us wait for each other. What the
 * venue's own row says is read again when it is held.
 */
const holdGroups = (db: Knex, ids: number[]) =>
  db('organisation').whereIn('id', ids).orderBy('id').forKeyShare().select('id');

/** Offers a venue to another organisation. Throws Problem 404 or 409. */
export async function offerVenue(
  db: Knex,
  { venueId, visitor, toId }: { venueId: number; visitor: Visitor; toId: number },
  letter: OrganisationLetter,
): Promise<number> {
  const held = await db('venue').where({ id: venueId }).first('organisation_id as id');
  await holdGroups(db, [held?.id ?? 0, toId]);
  const venue = await lockVenue(db, venueId);
  const fromId = venue.organisationId;
  if (fromId === undefined) throw conflict('Nobody holds this place, so nobody can hand it on.');
  if (fromId === toId) throw conflict('Your organisation holds this place already. Choose another.');
  await refuseContestable(db, venueId);
  const [from, to] = [await takeOrganisation(db, fromId), await takeOrganisation(db, toId)];
  // An offer whose time is over, or of a holder of before, is none.
  await db('handover')
    .where({ venue_id: venueId })
    .where((stale) => stale.whereRaw('expires_at <= now()').orWhereNot({ from_id: fromId }))
    .delete();
  const [{ id }] = await db('handover')
    .insert({
      venue_id: venueId,
      from_id: fromId,
      to_id: toId,
      offered_by: visitor.kind === 'person' ? visitor.id : null,
      expires_at: db.raw(`now() + interval '${HANDOVER_DAYS} days'`),
    })
    .returning('id');
  await recordAudit(db, { visitor, organisationId: fromId, venueId, action: 'venue.offer' });
  const told = {
    organisation: from.name,
    other: to.name,
    venue: { id: venue.id, slug: venue.slug, name: venue.name },
    path: `/organisations/${to.slug}-${toId}/manage`,
  };
  await tellStewards(db, toId, letter, 'offered', told);
  return id;
}

/** Accepts: the other organisation holds the venue from now on. Throws Problem 404, 409 or 410. */
export async function acceptHandover(
  db: Knex,
  { handover, visitor }: { handover: HandoverSubject; visitor: Visitor },
  letter: OrganisationLetter,
): Promise<void> {
  const { id, venueId, fromId, toId } = handover;
  await holdGroups(db, [fromId, toId]);
  const venue = await lockVenue(db, venueId);
  const [used] = await db('handover').where({ id }).whereRaw('expires_at > now()').delete().returning('id');
  if (!used || venue.organisationId !== fromId)
    throw gone('This offer was taken back, or is too old. Ask the other group to make it again.');
  await refuseContestable(db, venueId);
  const to = await takeOrganisation(db, toId);
  const from = await db('organisation').where({ id: fromId }).first('name', 'slug');
  await endClaims(db, venueId, 'released');
  await changeHolder(db, await actorOf(db, visitor, toId), venue, toId);
  const note = { visitor, venueId, action: 'venue.handed_on' };
  await recordAudit(db, { ...note, organisationId: fromId });
  await recordAudit(db, { ...note, organisationId: toId });
  const told = {
    organisation: from.name,
    other: to.name,
    venue: { id: venue.id, slug: venue.slug, name: venue.name },
    path: `/organisations/${from.slug}-${fromId}/manage`,
  };
  await tellStewards(db, fromId, letter, 'handedOn', told);
}

/** Takes the offer back, or declines it, whichever side the visitor is of. Throws Problem 404. */
export async function endHandover(
  db: Knex,
  { handover, visitor }: { handover: HandoverSubject; visitor: Visitor },
  letter: OrganisationLetter,
): Promise<void> {
  const { id, venueId, fromId, toId } = handover;
  await holdGroups(db, [fromId, toId]);
  await lockVenue(db, venueId);
  const count = await db('handover').where({ id }).delete();
  if (count === 0) throw notFound('offer');
  const isGiver =
    visitor.kind !== 'person' ||
    visitor.memberships.some((each) => each.organisationId === fromId && each.role === 'steward');
  const organisationId = isGiver ? fromId : toId;
  await recordAudit(db, {
    visitor,
    organisationId,
    venueId,
    action: isGiver ? 'venue.offer_back' : 'venue.decline',
  });
  if (isGiver) return;
  const from = await db('organisation').where({ id: fromId }).first('name', 'slug');
  const to = await db('organisation').where({ id: toId }).first('name');
  const venue = await db('venue').where({ id: venueId }).first('id', 'slug', 'name');
  const path = `/organisations/${from.slug}-${fromId}/manage`;
  await tellStewards(db, fromId, letter, 'declined', {
    organisation: from.name,
    other: to.name,
    venue,
    path,
  });
}

/** What is over. Run now and then, by any node. */
export const sweepHandovers = (db: Knex): Promise<unknown> =>
  db('handover').where('expires_at', '<', db.fn.now()).delete();
