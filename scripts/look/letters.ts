/** Letters of a plan in every state: drafts, one that waits for an answer, and one that is answered. */
import type { Knex } from 'knex';
import { currentTerms } from '../../server/terms/repository.ts';
import type { Plans } from './plans.ts';
import type { People } from './world.ts';

/** Paths. */
export interface Letters {
  draft: string;
  asked: string;
  answered: string;
}

type Ask = (path: string, as: 'priya', body: object) => Promise<unknown>;
interface Ground {
  plans: Plans;
  people: People;
  /** Who is asked, and about what. */
  holder: number;
  venue: number;
}

export async function makeLetters(
  db: Knex,
  { plans, people, holder, venue }: Ground,
  ask: Ask,
): Promise<Letters> {
  await ask(`${plans.again.replace('/plan/', '/plans/')}/enquiries`, 'priya', {});
  const theirs = await db('member').where({ person_id: people.priya.id }).first('organisation_id');
  const draft = await db('enquiry').where({ state: 'draft' }).orderBy('id').first('id');
  if (!draft) throw new Error('No chosen place of the demo has a holder');
  const { version } = await currentTerms(db, venue);
  const sent = {
    venue_id: venue,
    organisation_id: theirs?.organisation_id,
    holder_id: holder,
    person_id: people.priya.id,
    service: 'A room for talking, with a nurse, each week',
    sessions: 2,
    words: 'Of the places that our plan chose, yours is the nearest one for 1,240 people.',
    note: 'We would bring our own tea, and stay to wash up.',
    sent_at: db.fn.now(),
    terms_version: version || null,
  };
  const answer = {
    answer: 'talk',
    answer_words: 'Come to lunch on a Wednesday, and we will show you round.',
    answered_at: db.fn.now(),
  };
  const [asked, answered] = await db('enquiry')
    .insert([
      { ...sent, state: 'sent' },
      { ...sent, state: 'answered', ...answer },
    ])
    .returning('id');
  const path = ({ id }: { id: number }) => `/enquiries/${id}`;
  return { draft: path(draft), asked: path(asked), answered: path(answered) };
}
