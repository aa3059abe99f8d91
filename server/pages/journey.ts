/** How far a listing is, for the pages of its journey. */
import type { Knex } from 'knex';
import { type JourneyView, type ListingStep, listingSteps } from '../../client/logic/listing.ts';
import { doneSteps } from '../listing/steps.ts';
import { listPhotos } from '../photos/repository.ts';
import { notFound } from '../problem.ts';
import { currentTerms } from '../terms/repository.ts';
import { sentVenue } from '../venues/read.ts';
import type { VenueRecord } from '../venues/record.ts';
import { loadRecords } from '../venues/rows.ts';

/** Without these nothing is published. */
const needed: readonly ListingStep[] = ['where', 'rooms'];

export async function journeyOf(db: Knex, record: VenueRecord, isSteward: boolean): Promise<JourneyView> {
  const done = {
    ...doneSteps(sentVenue(record)),
    terms: (await currentTerms(db, record.id)).version > 0,
    photos: (await listPhotos(db, record.id)).items.length > 0,
  };
  const states = listingSteps.map((step) => [
    step,
    done[step] ? 'done' : needed.includes(step) ? 'needed' : 'open',
  ]);
  return {
    states: Object.fromEntries(states),
    says: { precision: record.location.precision, services: record.services.consent },
    isDraft: record.status === 'draft',
    isSteward,
  };
}

/** The same, for pages that have no use for the record. Throws Problem 404. */
export async function journeyFor(db: Knex, id: number, isSteward: boolean): Promise<JourneyView> {
  const [record] = await loadRecords(db, [id]);
  if (!record) throw notFound('venue');
  return journeyOf(db, record, isSteward);
}
