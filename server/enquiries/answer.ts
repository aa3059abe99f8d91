/** Answering an enquiry: yes, no, or let us talk. It is the group’s word to the other, and books nothing. */
import type { Knex } from 'knex';
import { recordAudit } from '../audit/repository.ts';
import type { PersonVisitor } from '../http/visitor.ts';
import { type Reader, readersOf, tellReaders } from '../organisations/letters.ts';
import { conflict } from '../problem.ts';
import type { EnquiryLetter } from './letters.ts';
import type { EnquiryAnswer, EnquiryDone } from './schema.ts';
import { done, type Taken, take } from './take.ts';

/** Whoever sent it, as long as they are a member; the stewards of those who asked otherwise. */
async function askers(db: Knex, { organisationId, personId }: Taken): Promise<Reader[]> {
  const sender: Reader[] = await db('member as m')
    .join('person as p', 'p.id', 'm.person_id')
    .where({ 'm.organisation_id': organisationId, 'p.id': personId })
    .select('p.email', 'p.locale');
  return sender.length > 0 ? sender : readersOf(db, organisationId, ['steward']);
}

/** Throws Problem 404, 409 when it does not wait for an answer or the place has another holder since, and 412. */
export async function answerEnquiry(
  db: Knex,
  {
    id,
    visitor,
    answer,
    versions,
  }: { id: number; visitor: PersonVisitor; answer: EnquiryAnswer; versions: number[] | undefined },
  letter: EnquiryLetter,
): Promise<EnquiryDone> {
  const enquiry = await take(db, id, versions);
  if (enquiry.state === 'withdrawn') throw conflict('Those who asked have taken this back.');
  if (enquiry.state !== 'sent' || enquiry.holderId === null) throw conflict('This is answered already.');
  const venue = await db('venue').where({ id: enquiry.venueId }).first('name', 'organisation_id');
  if (venue.organisation_id !== enquiry.holderId)
    throw conflict('Your group no longer holds this place, so it cannot answer for it.');
  const words = answer.words?.replaceAll('\r\n', '\n').trim();
  const answered = await done(db, id, {
    state: 'answered',
    answer: answer.answer,
    answer_words: words || null,
    answered_at: db.fn.now(),
    answered_by: visitor.id,
  });
  const groups: { id: number; name: string }[] = await db('organisation')
    .whereIn('id', [enquiry.organisationId, enquiry.holderId])
    .select('id', 'name');
  const named = (group: number) => groups.find((each) => each.id === group)?.name ?? '';
  const told = {
    from: named(enquiry.organisationId),
    holder: named(enquiry.holderId),
    venue: venue.name,
    service: enquiry.service ?? '',
    path: `/enquiries/${id}`,
    answer: { answer: answer.answer, ...(words && { words }) },
  };
  await tellReaders(db, await askers(db, enquiry), (locale) => letter('answered', told, locale));
  await recordAudit(db, {
    visitor,
    organisationId: enquiry.holderId,
    venueId: enquiry.venueId,
    action: 'enquiry.answer',
    detail: { enquiry: id },
  });
  return answered;
}
