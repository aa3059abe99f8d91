/**
 * A community's word wins. Applies a change to a venue: a statement replaces another only when its rank is at
 * least as high (import < correction < visit < holder). What is outranked is kept beside it as a suggestion.
 */
import { foldedSlug } from '../search/words.ts';
import { statementRanks } from '../vocabulary.ts';
import { normaliseHours } from './opening-hours.ts';
import type { Actor, Rank, SpaceRecord, StatedFact, VenueRecord } from './record.ts';
import { canonical, changeableFields, isEmpty } from './record.ts';
import type { Hours, NewFact, NewSpace, OpeningHours, VenueChange } from './schema.ts';
import { askFirst } from './services.ts';
import { share, sortIdentifiers } from './share.ts';

/** Something that an actor of lower rank said, which was not taken over. */
export interface Suggestion {
  path: string;
  value: unknown;
}

/** A space as it will be written; a new one has no id yet. */
export type SpaceDraft = Omit<SpaceRecord, 'id'> & { id?: number };
export type VenueDraft = Omit<VenueRecord, 'id' | 'version' | 'createdAt' | 'updatedAt' | 'spaces'> & {
  spaces: SpaceDraft[];
};

const strength = (rank: Rank | undefined) => (rank === undefined ? -1 : statementRanks.indexOf(rank));

const emptyDraft: VenueDraft = {
  slug: '',
  name: '',
  names: {},
  kind: 'other',
  description: '',
  status: 'draft',
  location: { lon: 0, lat: 0, precision: 'exact' },
  address: {},
  identifiers: [],
  contacts: [],
  services: askFirst,
  facts: [],
  spaces: [],
  stated: {},
};

/** What of a venue can be changed, as a copy. */
export function draftOf(record: VenueRecord): VenueDraft {
  const {
    id: _id,
    version: _version,
    createdAt: _created,
    updatedAt: _updated,
    ...draft
  } = structuredClone(record);
  return draft;
}

/**
 * The venue after the change, and what was only suggested. Expects input that `checkVenue` found sound. In whatever way
 * a venue goes to another holder, the contacts that the one before kept private stay with that one, and what that one
 * said of services holds no longer.
 */
export function applyChange(
  before: VenueRecord | undefined,
  change: VenueChange,
  actor: Actor,
): { draft: VenueDraft; suggestions: Suggestion[] } {
  const draft = before ? draftOf(before) : structuredClone(emptyDraft);
  const merge: Merge = { actor, stated: draft.stated, suggestions: [] };
  for (const field of changeableFields) {
    if (change[field] === undefined) continue;
    // Nobody else says this for a holder, not even as a suggestion.
    if (field === 'services' && actor.rank !== 'holder') continue;
    if (field === 'facts') {
      draft.facts = mergeFacts(draft.facts, change.facts ?? [], '/facts', merge);
      continue;
    }
    const sent = normalised(field, change);
    if (strength(actor.rank) < strength(draft.stated[field])) {
      if (!isSilence(actor, sent) && canonical(sent) !== canonical(draft[field]))
        suggest(merge, `/${field}`, change[field]);
      continue;
    }
    const { value, left } = actor.share ? share(field, draft[field], sent, actor.share) : { value: sent };
    if (left !== undefined) suggest(merge, `/${field}`, left);
    const was = canonical(draft[field]);
    if (field !== 'spaces') Object.assign(draft, { [field]: value });
    else if (value === sent) draft.spaces = mergeSpaces(draft.spaces, change.spaces ?? [], merge);
    // What is sent back unchanged keeps who stated it.
    if (!before || canonical(draft[field]) !== was) draft.stated[field] = actor.states ?? actor.rank;
  }
  if (before && draft.organisationId !== before.organisationId) {
    const own = new Set(before.contacts.filter((each) => !each.public).map(canonical));
    draft.contacts = draft.contacts.filter((each) => each.public || !own.has(canonical(each)));
    draft.services = change.services ?? askFirst;
  }
  draft.slug = foldedSlug(draft.name) || draft.kind.replaceAll('_', '-');
  return { draft, suggestions: merge.suggestions };
}

/** A data set that has nothing to say of a field suggests nothing. */
const isSilence = (actor: Actor, sent: unknown) => actor.kind === 'import' && isEmpty(sent);

/** What one merge works with. `stated` also remembers facts that were taken out, by their path. */
interface Merge {
  actor: Actor;
  stated: Record<string, Rank>;
  suggestions: Suggestion[];
}

const suggest = ({ suggestions }: Merge, path: string, value: unknown) => suggestions.push({ path, value });

/** The value in the one form in which it is kept, so that sending it back changes nothing. Null takes a part away. */
function normalised(field: keyof VenueChange, change: VenueChange): unknown {
  const value = change[field];
  if (value === null) return undefined;
  if (field === 'openingHours') return hoursOf(change.openingHours ?? undefined);
  if (field === 'contacts')
    return (change.contacts ?? []).map((each) => ({ ...each, public: each.public ?? false }));
  if (field === 'identifiers') return sortIdentifiers(change.identifiers ?? []);
  return value;
}

/** The sent list replaces what this rank or a lower one had stated; what a higher rank stated, or took out, stays so. */
function mergeFacts(kept: StatedFact[], sent: NewFact[], path: string, merge: Merge): StatedFact[] {
  const { actor, stated } = merge;
  const result = new Map<string, StatedFact>();
  for (const fact of kept) {
    const outranks = strength(fact.statedBy) > strength(actor.rank);
    const fromElsewhere = actor.kind === 'import' && fact.source !== actor.source;
    const gone = !sent.some(({ key }) => key === fact.key);
    if (outranks || fromElsewhere) result.set(fact.key, fact);
    else if (gone && actor.rank !== 'import') stated[`${path}/${fact.key}`] = actor.rank;
  }
  for (const fact of sent) {
    const place = `${path}/${fact.key}`;
    const standing = result.get(fact.key);
    const outranked = strength(standing?.statedBy ?? stated[place]) > strength(actor.rank);
    if (outranked || isOlder(fact, standing, actor)) {
      if (standing?.value !== fact.value) suggest(merge, place, fact);
      continue;
    }
    delete stated[place];
    result.set(fact.key, restated(kept, fact, actor));
  }
  return [...result.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Of two data sets, the one that looked later counts. */
const isOlder = (fact: NewFact, standing: StatedFact | undefined, actor: Actor) =>
  actor.kind === 'import' &&
  standing?.source !== undefined &&
  standing.source !== actor.source &&
  standing.observedOn > fact.observedOn;

/** A fact sent back unchanged keeps who stated it; otherwise it is the actor's own statement now. */
function restated(kept: StatedFact[], fact: NewFact, actor: Actor): StatedFact {
  const same = kept.find((each) => each.key === fact.key);
  if (same) {
    const { statedBy: _rank, source: _source, ...said } = same;
    if (canonical(said) === canonical(fact)) return same;
  }
  return { ...fact, statedBy: actor.states ?? actor.rank, ...(actor.source && { source: actor.source }) };
}

/** Spaces are matched by id, then by name among those whose id was not sent; those not sent are gone. */
function mergeSpaces(kept: SpaceDraft[], sent: NewSpace[], merge: Merge): SpaceDraft[] {
  const claimed = new Set(sent.map((space) => space.id));
  const order = sent.map((space) => space.name);
  return sent.map((space) => {
    const byName = (each: SpaceDraft) => each.name === space.name && !claimed.has(each.id);
    const old = kept.find((each) => (space.id === undefined ? byName(each) : each.id === space.id));
    const {
      openingHours,
      facts = [],
      capacities = [],
      id: _id,
      setting = 'indoor',
      joins,
      ...fields
    } = space;
    const hours = hoursOf(openingHours);
    return {
      ...(old?.id !== undefined && { id: old.id }),
      ...fields,
      setting,
      capacities: [...capacities].sort((a, b) => (a.layout < b.layout ? -1 : 1)),
      facts: mergeFacts(old?.facts ?? [], facts, `/spaces/${old?.id ?? space.name}/facts`, merge),
      ...(hours && { openingHours: hours }),
      ...(joins && { joins: [...joins].sort((a, b) => order.indexOf(a) - order.indexOf(b)) }),
    };
  });
}

function hoursOf(input: OpeningHours | undefined): Hours | undefined {
  if (!input) return undefined;
  const read = normaliseHours(input);
  return 'hours' in read ? read.hours : undefined;
}
