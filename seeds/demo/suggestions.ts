/**
 * What visitors and a data set suggest about places of the demo, through the calls that real suggestions take: one that
 * was accepted and is credited, some that wait, and one that a data set says beside the holder's own word.
 */
import type { Knex } from 'knex';
import { acceptCorrection } from '../../server/corrections/answer.ts';
import type { CorrectionLetters } from '../../server/corrections/letters.ts';
import { suggestCorrection } from '../../server/corrections/repository.ts';
import { saveSource } from '../../server/venues/import.ts';
import { getRecord } from '../../server/venues/read.ts';
import type { Actor } from '../../server/venues/record.ts';
import { saveVenue } from '../../server/venues/repository.ts';
import type { NewVenue } from '../../server/venues/schema.ts';

const source = {
  id: 'demo-halls',
  name: 'Register of halls (invented)',
  licence: 'CC0-1.0',
  attribution: 'Made up for this demo',
};

const publicUrl = 'http://localhost';

/** Nobody in the demo left an address. */
const silent: CorrectionLetters = {
  answered: () => ({ subject: '', text: '' }),
  waiting: () => ({ subject: '', text: '' }),
};

const other = { yes: 'no', partial: 'yes', no: 'yes' } as const;

/** An answer about the whole place that somebody could see otherwise; not one that tells where it is. */
const answersOf = ({ facts = [] }: NewVenue) =>
  facts.flatMap(({ key, value }) =>
    typeof value === 'string' && key !== 'bus_stop_near' ? [{ key, value: other[value] }] : [],
  );

/** A place of the group that one signs in as, and a word of what is known of it. */
export interface SuggestedAbout {
  id: number;
  /** The group that holds it. */
  holder: string;
}

/** Suggests something about the first three of these places. */
export async function seedSuggestions(
  db: Knex,
  places: readonly SuggestedAbout[],
  today: string,
): Promise<void> {
  const [first, second, third] = places;
  const sent = { publicUrl, today };
  if (first) {
    const [one, two] = answersOf((await getRecord(db, first.id)).venue);
    if (one)
      await suggestCorrection(db, first.id, { about: 'fact', ...one, method: 'visited', name: 'Ruth' }, sent);
    if (two) await suggestCorrection(db, first.id, { about: 'fact', ...two, method: 'told' }, sent);
    const row = await db('correction').where({ venue_id: first.id }).orderBy('id').first('id');
    const actor: Actor = { name: first.holder, kind: 'seed', rank: 'holder' };
    if (row) await acceptCorrection(db, { venueId: first.id, id: `v${row.id}`, actor }, silent);
  }
  if (second) {
    const words = 'The side gate is locked after nine now; one has to ring at the front.';
    await suggestCorrection(db, second.id, { about: 'other', words, method: 'visited' }, sent);
  }
  const disputed = third ?? second ?? first;
  if (!disputed) return;
  await saveSource(db, source);
  const { venue } = await getRecord(db, disputed.id);
  const [said] = answersOf(venue);
  const importer: Actor = { name: `import:${source.id}`, kind: 'import', rank: 'import', source: source.id };
  const facts = said ? [{ ...said, method: 'imported' as const, observedOn: today }] : [];
  await saveVenue(db, importer, disputed.id, { facts, name: `${venue.name} (Main Site)` }, { today });
}
