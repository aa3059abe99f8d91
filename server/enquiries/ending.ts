/** What becomes of enquiries when a plan, or an organisation, ends. */
import type { Knex } from 'knex';

/** Drafts go with their plan; what was sent stays. */
export const endDraftsOf = (db: Knex, planId: number): Promise<unknown> =>
  db('enquiry').where({ plan_id: planId, state: 'draft' }).delete();

/** Nobody waits for a group that is dissolved, and nobody of it is named. What was said stays told to the other side. */
export async function endEnquiriesOf(db: Knex, organisationId: number): Promise<void> {
  const asked = { organisation_id: organisationId };
  await db('enquiry')
    .where({ ...asked, state: 'draft' })
    .delete();
  await db('enquiry')
    .where({ ...asked, state: 'sent' })
    .update({ state: 'withdrawn', withdrawn_at: db.fn.now(), version: db.raw('version + 1') });
  await db('enquiry').where(asked).update({ person_id: null });
  await db('enquiry').where({ holder_id: organisationId }).update({ answered_by: null });
}

/** The words of a group that asked for it are taken out. */
export async function forgetEnquiryWords(db: Knex, organisationId: number, words: string): Promise<void> {
  await db('enquiry')
    .where({ organisation_id: organisationId })
    .update({ service: words, words, note: null });
  await db('enquiry')
    .where({ holder_id: organisationId })
    .whereNotNull('answer_words')
    .update({ answer_words: words });
}
