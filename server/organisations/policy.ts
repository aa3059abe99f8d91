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

/** A steward hands their own part on; nobody does it for them. */
export const mayHandOn = (visitor: Visitor, subject: OrganisationSubject): boolean =>
  roleIn(visitor, subject) === 'steward';

/** An offer to hand a venue from one organisation to another. */
export interface HandoverSubject {
  id: number;
  isPublic: boolean;
  venueId: number;
  fromId: number;
  toId: number;
}

/** Stewards of the organisation that is to hold the venue accept. */
export const mayAcceptHandover = (visitor: Visitor, { toId, isPublic }: HandoverSubject): boolean =>
  maySteward(visitor, { id: toId, isPublic });

/** Stewards of either side end the offer: one takes it back, the other declines. */
export const mayEndHandover = (visitor: Visitor, handover: HandoverSubject): boolean =>
  mayAcceptHandover(visitor, handover) ||
  maySteward(visitor, { id: handover.fromId, isPublic: handover.isPublic });
