/** Who may do what to a venue. */
import type { Visitor } from '../http/route.ts';

/** Until people can sign in, the operator's token writes on behalf of the groups. */
export const mayWrite = (visitor: Visitor): boolean => visitor.kind === 'operator';
