/** Who may do what to a plan. */
import type { Visitor } from '../http/visitor.ts';

export interface PlanSubject {
  id: number;
  organisationId: number;
  isPublic: false;
}

const isMember = (visitor: Visitor, organisationId: number) =>
  visitor.kind === 'person' && visitor.memberships.some((each) => each.organisationId === organisationId);

const hasKey = (visitor: Visitor, organisationId: number) =>
  visitor.kind === 'key' && visitor.organisationId === organisationId && visitor.scopes.includes('plan');

/** Members of an organisation, stewards and editors alike, plan for it; so does a key of theirs that plans, and the owner of the machine. */
export const mayPlan = (visitor: Visitor, organisationId: number): boolean =>
  visitor.kind === 'operator' || isMember(visitor, organisationId) || hasKey(visitor, organisationId);

/** Whoever could plan for some organisation; for which one is decided when it is known. */
export const mayPlanSomewhere = (visitor: Visitor): boolean =>
  visitor.kind === 'operator' ||
  visitor.kind === 'person' ||
  (visitor.kind === 'key' && visitor.scopes.includes('plan'));

/** A plan is for those who may plan in its organisation, and for nobody else. */
export const mayUsePlan = (visitor: Visitor, { organisationId }: PlanSubject): boolean =>
  mayPlan(visitor, organisationId);

/** The organisations whose plans are a visitor's own; undefined: all. */
export const plansOf = (visitor: Visitor): number[] | undefined =>
  visitor.kind === 'operator'
    ? undefined
    : visitor.kind === 'person'
      ? visitor.memberships.map(({ organisationId }) => organisationId)
      : visitor.kind === 'key' && visitor.scopes.includes('plan')
        ? [visitor.organisationId]
        : [];
