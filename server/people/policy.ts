/** Who may do what to a person: only they themselves. */
import type { PersonVisitor, Visitor } from '../http/visitor.ts';

/** Whoever has signed in. */
export const signedIn = (visitor: Visitor): boolean => visitor.kind === 'person';

/** The person, where `signedIn` has let in nobody else. */
export function personOfVisit(visitor: Visitor): PersonVisitor {
  if (visitor.kind !== 'person') throw new TypeError('only people come here');
  return visitor;
}
