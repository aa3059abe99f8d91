/** Who is calling. Worked out once for each request, by `people/visitor.ts`. */

export type Role = 'steward' | 'editor';

export interface Membership {
  organisationId: number;
  role: Role;
  /** Of the organisation: community, agency or commissioner. */
  kind?: string;
}

/** A person who has signed in, by the cookie of their session. */
export interface PersonVisitor {
  kind: 'person';
  id: number;
  email: string;
  name?: string;
  /** Looks after the register itself. */
  operator: boolean;
  memberships: Membership[];
}

/** A program that an organisation has given a key to. */
export interface KeyVisitor {
  kind: 'key';
  id: number;
  organisationId: number;
  scopes: string[];
}

/** `operator` is whoever holds OPERATOR_TOKEN: the machine's owner. */
export type Visitor = { kind: 'anonymous' } | PersonVisitor | KeyVisitor | { kind: 'operator' };
