/** Who may claim, contest and have a say. */
import type { PersonVisitor, Visitor } from '../http/visitor.ts';

/** What decisions about a claim, or a contest of one, need to know. */
export interface ClaimSubject {
  id: number;
  venueId: number;
  /** The group that claims. */
  holderId: number;
  /** May anyone know of it? */
  isPublic: boolean;
}

export interface ContestSubject extends ClaimSubject {
  /** The group that contests. */
  contesterId: number;
}

/** Whoever has signed in; for which group they may, is decided when it is known. A key speaks for nobody. */
export const mayClaim = (visitor: Visitor): visitor is PersonVisitor => visitor.kind === 'person';

/** Only stewards speak for a group. */
export const speaksFor = (visitor: Visitor, organisationId: number | undefined): boolean =>
  visitor.kind === 'person' &&
  visitor.memberships.some((each) => each.organisationId === organisationId && each.role === 'steward');

/** Whoever is of a group does not judge it: not as an operator either. */
export const isOf = (visitor: Visitor, organisationId: number | undefined): boolean =>
  visitor.kind === 'person' && visitor.memberships.some((each) => each.organisationId === organisationId);

/** Those who look after the register: people by the database, and the owner of the machine. */
export const looksAfter = (visitor: Visitor): boolean =>
  visitor.kind === 'operator' || (visitor.kind === 'person' && visitor.operator);

/** Stewards of both groups, and operators, add to what is said. */
export const mayAddWords = (visitor: Visitor, contest: ContestSubject): boolean =>
  speaksFor(visitor, contest.holderId) || speaksFor(visitor, contest.contesterId) || looksAfter(visitor);

/** Stewards of the group that contests take it back. */
export const mayTakeBack = (visitor: Visitor, contest: ContestSubject): boolean =>
  speaksFor(visitor, contest.contesterId);
