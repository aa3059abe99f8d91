/**
 * Answering what waits. What is accepted is written as any other change is: by whoever answers, as a correction, with
 * credit to whoever suggested it. What is declined leaves no trace in public.
 */
import type { Knex } from 'knex';
import { factChange } from '../facts/replace.ts';
import { queueLetter } from '../mail/repository.ts';
import { conflict, notFound, Problem } from '../problem.ts';
import type { Actor, Credit, VenueRecord } from '../venues/record.ts';
import { type Saved, saveVenue } from '../venues/repository.ts';
import { loadRecords } from '../venues/rows.ts';
import type { Capacity, NewFact, VenueChange } from '../venues/schema.ts';
import type { CorrectionLetters } from './letters.ts';
import type { Correction } from './schema.ts';
import {
  asCorrection,
  asSuggestion,
  type CorrectionRow,
  corrections,
  type SuggestionRow,
  suggestions,
} from './waiting.ts';

interface Answered {
  venueId: number;
  /** Of the waiting one, such as `v12`. */
  id: string;
  actor: Actor;
  versions?: number[];
}

interface Taken {
  record: VenueRecord;
  waiting: Correction;
  /** The data set it comes from. */
  sourceId?: string;
}

/** What waits by this id, until the end of the transaction: of two who answer at once, one does. Throws Problem 404. */
async function take(db: Knex, venueId: number, id: string): Promise<Taken> {
  const [record] = await loadRecords(db, [venueId], true);
  const [, from, digits = ''] = /^([vi])(\d{1,9})$/.exec(id) ?? [];
  if (!record || from === undefined) throw notFound('suggestion');
  if (from === 'v') {
    const row: CorrectionRow | undefined = await corrections(db)
      .where({ 'c.venue_id': venueId, 'c.id': Number(digits) })
      .first();
    if (!row) throw notFound('suggestion');
    return { record, waiting: asCorrection(record, row) };
  }
  const row: SuggestionRow | undefined = await suggestions(db)
    .where({ 's.venue_id': venueId, 's.id': Number(digits) })
    .first();
  if (!row) throw notFound('suggestion');
  return { record, waiting: asSuggestion(record, row), sourceId: row.source_id };
}

/** Lists that others have a part in are added to, and nobody's part is lost. */
function joined<T>(kept: readonly T[], more: readonly T[], sameAs: (a: T, b: T) => boolean): T[] {
  return [...kept, ...more.filter((each) => !kept.some((one) => sameAs(one, each)))];
}

function changeOf(record: VenueRecord, path: string, value: unknown): VenueChange {
  const [, field = '', id = '', part = '', key = ''] = path.split('/');
  if (field === 'facts') return factChange(record, { key: id }, value as NewFact);
  if (field === 'spaces' && part === 'facts')
    return factChange(record, { key, spaceId: Number(id) }, value as NewFact);
  if (field === 'spaces') {
    const capacity = value as Capacity;
    const put = (list: readonly Capacity[]) => {
      const old = list.find(({ layout }) => layout === capacity.layout);
      return [...list.filter((each) => each !== old), { ...old, ...capacity }];
    };
    return {
      spaces: record.spaces.map((space) => ({
        ...space,
        capacities: String(space.id) === id ? put(space.capacities) : space.capacities,
      })),
    };
  }
  if (field === 'contacts')
    return {
      contacts: joined(
        record.contacts,
        value as VenueRecord['contacts'],
        (a, b) => a.kind === b.kind && a.value === b.value,
      ),
    };
  if (field === 'identifiers')
    return {
      identifiers: joined(
        record.identifiers,
        value as VenueRecord['identifiers'],
        (a, b) => a.scheme === b.scheme && a.value === b.value,
      ),
    };
  if (field === 'names') return { names: { ...record.names, ...(value as object) } };
  // How exactly a place is shown stays the holder's own decision.
  if (field === 'location')
    return { location: { ...(value as VenueRecord['location']), precision: record.location.precision } };
  return { [field]: value };
}

const creditOf = ({ from, name, source }: Correction): Credit =>
  from === 'import'
    ? { kind: 'source', ...(source && { name: source }) }
    : { kind: 'visitor', ...(name && { name }) };

async function close(
  db: Knex,
  { record, waiting }: Taken,
  outcome: 'accepted' | 'declined',
  letters: CorrectionLetters,
  reason?: string,
): Promise<void> {
  const id = Number(waiting.id.slice(1));
  if (waiting.from === 'import') {
    if (outcome === 'accepted') await db('suggestion').where({ id }).delete();
    else await db('suggestion').where({ id }).update({ declined_at: db.fn.now() });
    return;
  }
  const { email, locale } = await db('correction').where({ id }).first('email', 'locale');
  await db('correction').where({ id }).update({ state: outcome, answered_at: db.fn.now(), email: null });
  if (!email) return;
  const { slug, name } = record;
  const venue = { id: record.id, slug, name };
  const letter = letters.answered({ venue, outcome, ...(reason && { reason }) }, locale ?? undefined);
  await queueLetter(db, { to: email, ...letter });
}

/** Throws Problem 404, 409 when it cannot be put there, and 412. */
export async function acceptCorrection(
  db: Knex,
  { venueId, id, actor, versions }: Answered,
  letters: CorrectionLetters,
): Promise<Pick<Saved, 'id' | 'version' | 'outcome'>> {
  const taken = await take(db, venueId, id);
  const { record, waiting, sourceId } = taken;
  const isForHand = waiting.path !== undefined && !waiting.applies;
  if (isForHand) throw conflict('This cannot be put there. Change it by hand, and decline it here.');
  const change = waiting.path === undefined ? {} : changeOf(record, waiting.path, waiting.value);
  const author: Actor = { ...actor, states: 'correction', ...(sourceId && { source: sourceId }) };
  try {
    const options = { credit: creditOf(waiting), ...(versions && { versions }) };
    const saved = await saveVenue(db, author, venueId, change, options);
    await close(db, taken, 'accepted', letters);
    return saved;
  } catch (error) {
    if (error instanceof Problem && error.status === 400)
      throw conflict(`This does not fit with the rest: ${error.message}`, error);
    throw error;
  }
}

/** Throws Problem 404. */
export async function declineCorrection(
  db: Knex,
  { venueId, id, reason }: Pick<Answered, 'venueId' | 'id'> & { reason?: string },
  letters: CorrectionLetters,
): Promise<void> {
  await close(db, await take(db, venueId, id), 'declined', letters, reason?.trim());
}
