/**
 * A venue whole, as the register keeps it: every field, the exact place, and who stands behind each statement.
 * Never sent to anyone as it is; see `public-venue.ts`.
 */
import type { statementRanks } from '../vocabulary.ts';
import type {
  Address,
  Capacity,
  Contact,
  ExactLocation,
  Hours,
  Identifier,
  NewFact,
  NewVenue,
  Services,
  Tenure,
} from './schema.ts';
import { isSaid } from './services.ts';

export type Rank = (typeof statementRanks)[number];

/** A fact with who stated it, and the data set it came from when it was imported. */
export interface StatedFact extends NewFact {
  statedBy: Rank;
  source?: string;
}

export interface SpaceRecord {
  id: number;
  name: string;
  setting: 'indoor' | 'outdoor';
  floor?: number;
  description?: string;
  floorArea?: number;
  capacities: Capacity[];
  facts: StatedFact[];
  openingHours?: Hours;
  /** Names of the spaces that are opened up to make this one. */
  joins?: string[];
}

export interface VenueRecord {
  id: number;
  slug: string;
  name: string;
  names: Record<string, string>;
  kind: string;
  description: string;
  organisationId?: number;
  status: NonNullable<NewVenue['status']>;
  /** An operator has hidden it; its status stays the holder's word. */
  isHidden?: boolean;
  location: ExactLocation;
  address: Address;
  identifiers: Identifier[];
  contacts: Contact[];
  tenure?: Tenure;
  services: Services;
  openingHours?: Hours;
  facts: StatedFact[];
  spaces: SpaceRecord[];
  /** Who is behind each top-level field; absent: nobody yet. */
  stated: Record<string, Rank>;
  version: number;
  createdAt: string;
  updatedAt: string;
}

/** May anybody see it? Its holder has published it, and no operator has hidden it. */
export const isShown = ({ status, isHidden }: Pick<VenueRecord, 'status' | 'isHidden'>): boolean =>
  status === 'published' && !isHidden;

/** Who makes a change, and with what standing. */
export interface Actor {
  name: string;
  kind: 'member' | 'operator' | 'import' | 'seed';
  rank: Rank;
  /** What it states is of this rank, where it is not its own word: a correction that a holder accepted. */
  states?: Rank;
  /** Who of the members it was; kept beside the change, for members only. */
  personId?: number;
  /** The data set, when the actor is an import. */
  source?: string;
  /** Its part in a venue that other data sets know too. */
  share?: 'leads' | 'adds';
}

/** Whose suggestion a change follows: a visitor, by the name that they wish to stand there, or a data set. */
export interface Credit {
  kind: 'visitor' | 'source';
  name?: string;
}

/** The parts of a venue that a change may replace. */
export const changeableFields = [
  'name',
  'names',
  'kind',
  'description',
  'organisationId',
  'status',
  'location',
  'address',
  'identifiers',
  'contacts',
  'tenure',
  'services',
  'openingHours',
  'facts',
  'spaces',
] as const;

/** One difference between two states, by JSON Pointer (RFC 6901) into the venue. */
export interface Edit {
  path: string;
  before?: unknown;
  after?: unknown;
}

const pointerPart = (part: string | number) => String(part).replaceAll('~', '~0').replaceAll('/', '~1');

/** The venue as a flat list of statements: facts by key and spaces by id, so that an edit names what it touched. */
export function statements(venue: VenueRecord | undefined): Map<string, unknown> {
  const found = new Map<string, unknown>();
  if (!venue) return found;
  for (const field of changeableFields) {
    if (field !== 'facts' && field !== 'spaces' && field !== 'services') found.set(`/${field}`, venue[field]);
  }
  // What holds while nobody says anything is no statement.
  if (isSaid(venue.services)) found.set('/services', venue.services);
  for (const fact of venue.facts) found.set(`/facts/${pointerPart(fact.key)}`, fact);
  for (const { id, facts, capacities, ...fields } of venue.spaces) {
    for (const [field, value] of Object.entries(fields)) found.set(`/spaces/${id}/${field}`, value);
    for (const capacity of capacities) found.set(`/spaces/${id}/capacities/${capacity.layout}`, capacity);
    for (const fact of facts) found.set(`/spaces/${id}/facts/${pointerPart(fact.key)}`, fact);
  }
  return found;
}

/** JSON with sorted keys and without empty values: equal text means equal statement. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, part) => {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) return part;
    return Object.fromEntries(
      Object.entries(part)
        .filter(([, each]) => each !== undefined && each !== null)
        .sort(([a], [b]) => (a < b ? -1 : 1)),
    );
  });
}

export const isEmpty = (value: unknown) =>
  value === undefined ||
  value === null ||
  value === '' ||
  (typeof value === 'object' && Object.keys(value).length === 0);

/** What differs between two states of a venue; empty when nothing does. */
export function edits(before: VenueRecord | undefined, after: VenueRecord): Edit[] {
  const old = statements(before);
  const now = statements(after);
  const paths = [...new Set([...old.keys(), ...now.keys()])].sort();
  return paths.flatMap((path) => {
    const [was, is] = [old.get(path), now.get(path)];
    if ((isEmpty(was) && isEmpty(is)) || canonical(was) === canonical(is)) return [];
    return [{ path, ...(!isEmpty(was) && { before: was }), ...(!isEmpty(is) && { after: is }) }];
  });
}
