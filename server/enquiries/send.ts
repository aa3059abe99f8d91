/** Sending an enquiry to the holder of the place, within the house terms of that moment; and taking it back. */
import type { Knex } from 'knex';
import { recordAudit } from '../audit/repository.ts';
import type { PersonVisitor } from '../http/visitor.ts';
import { readersOf, tellReaders } from '../organisations/letters.ts';
import { conflict, invalidInput, type Problem } from '../problem.ts';
import { currentTerms } from '../terms/repository.ts';
import { isShown } from '../venues/record.ts';
import { servicesIn } from '../venues/services.ts';
import type { EnquiryLetter } from './letters.ts';
import type { EnquiryDone } from './schema.ts';
import { done, type Taken, take } from './take.ts';

/** Why it cannot be sent as it is; the first that is true. */
export type Refusal =
  | 'sent_before'
  | 'not_shown'
  | 'no_holder'
  | 'own'
  | 'declined'
  | 'no_service'
  | 'over_cap'
  | 'terms_changed'
  | 'terms_unread';

const body = (pointer: string, detail: string) => invalidInput([{ pointer, detail }]);
const problems: Record<Refusal, () => Problem> = {
  sent_before: () => conflict('This was sent before.'),
  not_shown: () => conflict('This place is no longer listed, so nobody can be asked about it.'),
  no_holder: () => conflict('Nobody holds this place any more, so there is nobody to ask.'),
  own: () => conflict('Your own organisation holds this place.'),
  declined: () => conflict('The holder of this place does not want to be asked about services.'),
  no_service: () => conflict('Say first what would be done there: change `service`.'),
  over_cap: () =>
    conflict('More sessions a week are asked for than the holder agrees to. Change that first.'),
  terms_changed: () =>
    body('#/acceptedTerms', 'These are not the house terms that hold now. Read them again.'),
  terms_unread: () => body('#/acceptedTerms', 'Read the house terms, and say which version you accept.'),
};

interface Place {
  slug: string;
  name: string;
  holder: number | null;
  refusal?: Refusal;
  termsNow: number;
}

/** The place as it is now; it is held since the enquiry was taken, so that no other terms are stated meanwhile. */
async function look(db: Knex, enquiry: Taken, accepted: number | undefined): Promise<Place> {
  const { version: termsNow } = await currentTerms(db, enquiry.venueId);
  const venue = await db('venue').where({ id: enquiry.venueId }).first();
  const services = servicesIn(venue);
  const holder: number | null = venue.organisation_id;
  const over = services.sessionsPerWeek !== undefined && (enquiry.sessions ?? 0) > services.sessionsPerWeek;
  const tests: [isSo: boolean, refusal: Refusal][] = [
    [enquiry.state !== 'draft', 'sent_before'],
    [!isShown({ status: venue.status, isHidden: venue.hidden_at !== null }), 'not_shown'],
    [holder === null, 'no_holder'],
    [holder === enquiry.organisationId, 'own'],
    [services.consent === 'declined', 'declined'],
    [enquiry.service === null, 'no_service'],
    [over, 'over_cap'],
    [termsNow > 0 && accepted === undefined, 'terms_unread'],
    [(accepted ?? 0) !== termsNow, 'terms_changed'],
  ];
  const refusal = tests.find(([isSo]) => isSo)?.[1];
  return { slug: venue.slug, name: venue.name, holder, termsNow, ...(refusal && { refusal }) };
}

export interface Sending {
  id: number;
  visitor: PersonVisitor;
  /** The version of the house terms that was read, and will be kept to. */
  acceptedTerms?: number | undefined;
  versions: number[] | undefined;
}

/** What it came to: it went, or why it did not, with the problem that says so. */
export type Outcome = { sent: EnquiryDone } | { refusal: Refusal; problem: Problem; venue: string };

/** Throws Problem 404 and 412. */
export async function trySending(
  db: Knex,
  { id, visitor, acceptedTerms, versions }: Sending,
  letter: EnquiryLetter,
): Promise<Outcome> {
  const enquiry = await take(db, id, versions);
  const { refusal, holder, termsNow, name } = await look(db, enquiry, acceptedTerms);
  if (refusal) return { refusal, problem: problems[refusal](), venue: name };
  const sent = await done(db, id, {
    state: 'sent',
    holder_id: holder,
    sent_at: db.fn.now(),
    person_id: visitor.id,
    terms_version: termsNow === 0 ? null : termsNow,
  });
  await tellHolder(db, 'sent', { ...enquiry, holderId: holder, name }, letter);
  await recordAudit(db, {
    visitor,
    organisationId: enquiry.organisationId,
    venueId: enquiry.venueId,
    action: 'enquiry.send',
    detail: { enquiry: id, terms: termsNow },
  });
  return { sent };
}

/** The same; throws Problem 400 and 409 too, where it cannot be sent as it is. */
export async function sendEnquiry(db: Knex, sending: Sending, letter: EnquiryLetter): Promise<EnquiryDone> {
  const outcome = await trySending(db, sending, letter);
  if ('problem' in outcome) throw outcome.problem;
  return outcome.sent;
}

/** Stewards of the group that is asked are told; their addresses stay with us. */
async function tellHolder(
  db: Knex,
  event: 'sent' | 'withdrawn',
  { id, organisationId, holderId, service, name }: Taken & { name: string },
  letter: EnquiryLetter,
): Promise<void> {
  if (holderId === null) return;
  const groups: { id: number; name: string }[] = await db('organisation')
    .whereIn('id', [organisationId, holderId])
    .select('id', 'name');
  const named = (group: number) => groups.find((each) => each.id === group)?.name ?? '';
  const told = {
    from: named(organisationId),
    holder: named(holderId),
    venue: name,
    service: service ?? '',
    path: `/enquiries/${id}`,
  };
  await tellReaders(db, await readersOf(db, holderId, ['steward']), (locale) => letter(event, told, locale));
}

/** Throws Problem 404, 409 when there is nothing to take back, and 412. */
export async function withdrawEnquiry(
  db: Knex,
  { id, visitor, versions }: Omit<Sending, 'acceptedTerms'>,
  letter: EnquiryLetter,
): Promise<EnquiryDone> {
  const enquiry = await take(db, id, versions);
  if (enquiry.state !== 'sent')
    throw conflict('Only what was sent, and is not answered yet, can be withdrawn.');
  const withdrawn = await done(db, id, { state: 'withdrawn', withdrawn_at: db.fn.now() });
  const venue = await db('venue').where({ id: enquiry.venueId }).first('name');
  await tellHolder(db, 'withdrawn', { ...enquiry, name: venue.name }, letter);
  await recordAudit(db, {
    visitor,
    organisationId: enquiry.organisationId,
    venueId: enquiry.venueId,
    action: 'enquiry.withdraw',
    detail: { enquiry: id },
  });
  return withdrawn;
}
