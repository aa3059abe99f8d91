/**
 * One place listed twice becomes one. The address of the one that goes leads to the one that stays, for ever; what data
 * sets know it by goes along, so that the next import finds the one that stays. No group's facts are changed.
 */
import type { Knex } from 'knex';
import { tellStewards } from '../claims/letters.ts';
import { isOf } from '../claims/policy.ts';
import type { Visitor } from '../http/visitor.ts';
import { conflict, invalidInput, notFound } from '../problem.ts';
import { type Actor, isShown, type Rank, type VenueRecord } from '../venues/record.ts';
import { saveVenue } from '../venues/repository.ts';
import { loadRecords } from '../venues/rows.ts';
import { statementRanks } from '../vocabulary.ts';
import { recordAction } from './actions.ts';
import { ofTheirGroup } from './hide.ts';
import { moveAll } from './repository.ts';

/** As strong as whoever stated these fields, so that they can be moved, and no stronger. */
function actorFor(...venues: VenueRecord[]): Actor {
  const stated = venues.flatMap(({ stated }) => [stated.identifiers, stated.organisationId, stated.status]);
  const rank = statementRanks.reduce<Rank>((most, each) => (stated.includes(each) ? each : most), 'import');
  return { name: 'operator', kind: 'operator', rank };
}

export type MergeLetter = (told: {
  gone: { name: string };
  kept: { id: number; slug: string; name: string };
}) => { subject: string; text: string };

/** What the public does not see is named to nobody, and stays as it is. Throws Problem 409. */
export function refuseUnseen(gone: VenueRecord, kept: VenueRecord): void {
  if (!isShown(gone) || !isShown(kept))
    throw conflict('Both must be published, and neither hidden. What its holder withdrew stays theirs.');
}

/** Merges what one group holds, or none. Throws Problem 400, 403, 404 and 409. */
export async function mergeVenues(
  db: Knex,
  { from, into, visitor }: { from: number; into: number; visitor: Visitor },
  letter: MergeLetter,
): Promise<void> {
  if (from === into) throw invalidInput([{ pointer: '#/into', detail: 'Name another venue to keep.' }]);
  const records = await loadRecords(db, [from, into], true);
  const gone = records.find(({ id }) => id === from);
  const kept = records.find(({ id }) => id === into);
  if (!gone || !kept) throw notFound('venue');
  refuseUnseen(gone, kept);
  const holders = [gone.organisationId, kept.organisationId];
  if (holders[0] !== undefined && holders[1] !== undefined && holders[0] !== holders[1])
    throw conflict(
      'Two groups hold these places. Say why they are one, with `reason`: both groups are asked.',
    );
  if (holders.some((each) => isOf(visitor, each))) throw ofTheirGroup();
  await mergeRecords(db, { gone, kept, visitor }, letter);
}

/** Do two groups hold these, so that both have to be asked? */
export async function areOfTwo(db: Knex, from: number, into: number): Promise<boolean> {
  const holders: (number | null)[] = await db('venue').whereIn('id', [from, into]).pluck('organisation_id');
  return holders.length === 2 && !holders.includes(null) && holders[0] !== holders[1];
}

/** Makes one of two, which are in hand and may be merged; and tells the groups. */
export async function mergeRecords(
  db: Knex,
  {
    gone,
    kept,
    visitor,
    words = kept.name,
  }: { gone: VenueRecord; kept: VenueRecord; visitor: Visitor; words?: string },
  letter: MergeLetter,
): Promise<void> {
  const isNew = ({ scheme, value }: { scheme: string; value: string }) =>
    !kept.identifiers.some((each) => each.scheme === scheme && each.value === value);
  const holder = kept.organisationId === undefined ? gone.organisationId : undefined;
  const actor = actorFor(gone, kept);
  await saveVenue(db, actor, gone.id, { identifiers: [], status: 'withdrawn' });
  await saveVenue(db, actor, kept.id, {
    identifiers: [...kept.identifiers, ...gone.identifiers.filter(isNew)],
    // What a group says of its place goes along with it.
    ...(holder !== undefined && { organisationId: holder, services: gone.services }),
  });
  await moveAll(db, gone.id, kept.id);
  const groups = [...new Set([gone.organisationId, kept.organisationId])];
  await recordAction(db, visitor, { venueId: gone.id, action: 'merged', words, alsoFor: groups });
  for (const group of groups) if (group !== undefined) await tellStewards(db, group, letter({ gone, kept }));
}
