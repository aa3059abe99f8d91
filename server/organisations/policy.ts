/** Who may do what to an organisation. */
import type { Visitor } from '../http/visitor.ts';

export interface OrganisationSubject {
  id: number;
  isPublic: boolean;
  /** The member that it is about, where it is about one. */
  personId?: number;
}

const roleIn = (visitor: Visitor, { id }: OrganisationSubject) =>
  visitor.kind === 'person'
    ? visitor.memberships.find((each) => each.organisationId === id)?.role
    : undefined;

/** Members see each other, and what was done in their name; so does the owner of the machine. */
export const maySeeInside = (visitor: Visitor, subject: OrganisationSubject): boolean =>
  visitor.kind === 'operator' || roleIn(visitor, subject) !== undefined;

/** Stewards answer for the organisation; the owner of the machine helps where none can. */
export const maySteward = (visitor: Visitor, subject: OrganisationSubject): boolean =>
  visitor.kind === 'operator' || roleIn(visitor, subject) === 'steward';

/** Stewards remove members, and everybody may leave. */
export const mayRemove = (visitor: Visitor, subject: OrganisationSubject): boolean =>
  maySteward(visitor, subject) ||
  (visitor.kind === 'person' && roleIn(visitor, subject) !== undefined && visitor.id === subject.personId);
