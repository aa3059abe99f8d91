/** Who may do what to a venue. */
import type { Visitor } from '../http/visitor.ts';
import type { Services } from './schema.ts';

/** What a decision about a venue needs to know of it. */
export interface HeldVenue {
  id: number;
  /** Its holder; absent: unclaimed. */
  organisationId?: number;
  /** May anyone know that it is there? */
  isPublic: boolean;
  status: 'draft' | 'published' | 'withdrawn';
  precision: 'exact' | 'approximate' | 'hidden';
  services: Services;
}

const roleIn = (visitor: Visitor, organisationId: number | undefined) =>
  visitor.kind === 'person' && organisationId !== undefined
    ? visitor.memberships.find((each) => each.organisationId === organisationId)?.role
    : undefined;

const hasKey = (visitor: Visitor, organisationId: number | undefined, scope: string) =>
  visitor.kind === 'key' && visitor.organisationId === organisationId && visitor.scopes.includes(scope);

/** Members of the holder see all of it; so does a key of theirs that reads records, and the owner of the machine. */
export const maySeeRecord = (visitor: Visitor, venue: HeldVenue): boolean =>
  visitor.kind === 'operator' ||
  roleIn(visitor, venue.organisationId) !== undefined ||
  hasKey(visitor, venue.organisationId, 'venues:read') ||
  hasKey(visitor, venue.organisationId, 'venues:write');

/** Whoever sees all of a venue reads what operators did about it; so do operators. */
export const mayReadActions = (visitor: Visitor, venue: HeldVenue): boolean =>
  maySeeRecord(visitor, venue) || (visitor.kind === 'person' && visitor.operator);

/** Editors and stewards of the holder change facts and text; so does a key of theirs that writes, and the owner of the machine. */
export const mayEditVenue = (visitor: Visitor, venue: HeldVenue): boolean =>
  visitor.kind === 'operator' ||
  roleIn(visitor, venue.organisationId) !== undefined ||
  hasKey(visitor, venue.organisationId, 'venues:write');

/** Who changes a venue answers what visitors suggest; where nobody holds it, operators do. */
export const mayAnswer = (visitor: Visitor, venue: HeldVenue): boolean =>
  mayEditVenue(visitor, venue) ||
  (venue.organisationId === undefined && visitor.kind === 'person' && visitor.operator);

/** Only stewards of the holder decide on terms and services, on publishing and withdrawing, on the place's precision and on handing over. */
export const mayStewardVenue = (visitor: Visitor, venue: HeldVenue): boolean =>
  visitor.kind === 'operator' || roleIn(visitor, venue.organisationId) === 'steward';

/** Members of the holder undo changes: which ones, the next says when it is known whose they are. */
export const mayUndoSome = (visitor: Visitor, venue: HeldVenue): boolean =>
  visitor.kind === 'operator' || roleIn(visitor, venue.organisationId) !== undefined;

/** A steward undoes any change; an editor only what they changed themselves. */
export const mayUndo = (visitor: Visitor, venue: HeldVenue, { authorId }: { authorId?: number }): boolean =>
  mayStewardVenue(visitor, venue) ||
  (mayUndoSome(visitor, venue) && visitor.kind === 'person' && visitor.id === authorId);

/** Members of an organisation add venues that it holds; so does a key of theirs that writes, and the owner of the machine. */
export const mayAddVenue = (visitor: Visitor, organisationId: number | undefined): boolean =>
  visitor.kind === 'operator' ||
  roleIn(visitor, organisationId) !== undefined ||
  hasKey(visitor, organisationId, 'venues:write');

/** Who adds a venue agrees to services, or declines them, as only a steward of its holder may. */
export const mayAddWith = (
  visitor: Visitor,
  organisationId: number | undefined,
  { services }: { services?: Services },
): boolean =>
  services === undefined ||
  services.consent === 'ask_first' ||
  visitor.kind === 'operator' ||
  roleIn(visitor, organisationId) === 'steward';

/** Whoever could add a venue for some organisation; for which one is decided when it is known. */
export const mayAddSomewhere = (visitor: Visitor): boolean =>
  visitor.kind === 'operator' ||
  visitor.kind === 'person' ||
  (visitor.kind === 'key' && visitor.scopes.includes('venues:write'));

/** Publishing, withdrawing, how exactly the place is shown, and agreeing to services, are for stewards; sent back as they are, they change nothing. */
export const isForStewards = (
  venue: HeldVenue,
  change: { status?: string; location?: { precision: string }; services?: Services },
): boolean =>
  (change.status !== undefined && change.status !== venue.status) ||
  (change.location !== undefined && change.location.precision !== venue.precision) ||
  (change.services !== undefined &&
    (change.services.consent !== venue.services.consent ||
      change.services.sessionsPerWeek !== venue.services.sessionsPerWeek));

/** What undoing puts back must be theirs to change, too. */
export const mayUndoWith = (
  visitor: Visitor,
  venue: HeldVenue,
  author: { authorId?: number },
  change: Parameters<typeof isForStewards>[1],
): boolean =>
  mayUndo(visitor, venue, author) && (!isForStewards(venue, change) || mayStewardVenue(visitor, venue));
