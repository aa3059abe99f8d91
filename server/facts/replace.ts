/** Stating one fact anew, or taking it away, and leaving everything else of its venue as it is. */
import type { Knex } from 'knex';
import { notFound } from '../problem.ts';
import type { Actor, VenueRecord } from '../venues/record.ts';
import { type Saved, type SaveOptions, saveVenue } from '../venues/repository.ts';
import { loadRecords } from '../venues/rows.ts';
import type { NewFact, VenueChange } from '../venues/schema.ts';
import { factsOf, saidOf } from './confirm.ts';
import type { FactRef } from './schema.ts';

/** The change that puts a fact in the place of what was said of it; undefined takes it away. */
export function factChange(
  venue: Pick<VenueRecord, 'facts' | 'spaces'>,
  { key, spaceId }: FactRef,
  fact: NewFact | undefined,
): VenueChange {
  const others = factsOf(venue, spaceId)
    .filter((each) => each.key !== key)
    .map(saidOf);
  const facts = fact ? [...others, fact] : others;
  if (spaceId === undefined) return { facts };
  return {
    spaces: venue.spaces.map((space) => ({
      ...space,
      facts: space.id === spaceId ? facts : space.facts.map(saidOf),
    })),
  };
}

/** Throws Problem 400, 404 and 412. */
export async function replaceFact(
  db: Knex,
  actor: Actor,
  venueId: number,
  ref: FactRef,
  fact: NewFact | undefined,
  options: SaveOptions = {},
): Promise<Saved> {
  const [venue] = await loadRecords(db, [venueId], true);
  if (!venue) throw notFound('venue');
  if (ref.spaceId !== undefined && !venue.spaces.some(({ id }) => id === ref.spaceId)) throw notFound('room');
  return saveVenue(db, actor, venueId, factChange(venue, ref, fact), options);
}
