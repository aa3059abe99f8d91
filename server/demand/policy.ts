/** Who may do what to a demand layer. */
import type { Visitor } from '../http/visitor.ts';

export interface LayerSubject {
  id: number;
  organisationId: number;
  isPublic: boolean;
}

const isMember = (visitor: Visitor, organisationId: number) =>
  visitor.kind === 'person' && visitor.memberships.some((each) => each.organisationId === organisationId);

const hasKey = (visitor: Visitor, organisationId: number) =>
  visitor.kind === 'key' && visitor.organisationId === organisationId && visitor.scopes.includes('plan');

/** Members of an organisation, stewards and editors alike, add layers to it; so does a key of theirs that plans, and the owner of the machine. */
export const mayAddLayer = (visitor: Visitor, organisationId: number): boolean =>
  visitor.kind === 'operator' || isMember(visitor, organisationId) || hasKey(visitor, organisationId);

/** Whoever could add a layer for some organisation; for which one is decided when it is known. */
export const mayAddSomeLayer = (visitor: Visitor): boolean =>
  visitor.kind === 'operator' ||
  visitor.kind === 'person' ||
  (visitor.kind === 'key' && visitor.scopes.includes('plan'));

/** Who adds layers changes them too. */
export const mayEditLayer = (visitor: Visitor, { organisationId }: LayerSubject): boolean =>
  mayAddLayer(visitor, organisationId);

/** A layer that says it is public is for everybody; the others are for those who may change them. */
export const mayReadLayer = (visitor: Visitor, layer: LayerSubject): boolean =>
  layer.isPublic || mayEditLayer(visitor, layer);
