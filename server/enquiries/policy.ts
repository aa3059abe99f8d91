/** Who may do what to an enquiry. It is private to the two groups. */
import type { Visitor } from '../http/visitor.ts';

export interface EnquirySubject {
  id: number;
  /** Who asks. */
  organisationId: number;
  /** Who is asked; absent while it is a draft, of which they are told nothing. */
  holderId?: number;
  venueId: number;
  isPublic: false;
}

const roleIn = (visitor: Visitor, organisationId: number | undefined) =>
  visitor.kind === 'person'
    ? visitor.memberships.find((each) => each.organisationId === organisationId)?.role
    : undefined;

/** Those who plan for the asking organisation write its drafts: members, a key of theirs that plans, and the owner of the machine. */
export const mayWrite = (
  visitor: Visitor,
  { organisationId }: Pick<EnquirySubject, 'organisationId'>,
): boolean =>
  visitor.kind === 'operator' ||
  roleIn(visitor, organisationId) !== undefined ||
  (visitor.kind === 'key' && visitor.organisationId === organisationId && visitor.scopes.includes('plan'));

/** A person of the asking organisation sends and withdraws: no program gives its word, nor does anybody for them. */
export const maySend = (
  visitor: Visitor,
  { organisationId }: Pick<EnquirySubject, 'organisationId'>,
): boolean => roleIn(visitor, organisationId) !== undefined;

/** Members of the group that is asked read what was sent to it. */
export const isAsked = (visitor: Visitor, { holderId }: EnquirySubject): boolean =>
  holderId !== undefined && roleIn(visitor, holderId) !== undefined;

/** The two groups read it, and nobody else. */
export const mayRead = (visitor: Visitor, subject: EnquirySubject): boolean =>
  mayWrite(visitor, subject) || isAsked(visitor, subject);

/** A steward of the group that is asked answers. */
export const mayAnswerEnquiry = (visitor: Visitor, { holderId }: EnquirySubject): boolean =>
  holderId !== undefined && roleIn(visitor, holderId) === 'steward';

/** People of the two groups; what each of them may do, the enquiry’s state says. */
export const hasPart = (visitor: Visitor, subject: EnquirySubject): boolean =>
  maySend(visitor, subject) || isAsked(visitor, subject);
