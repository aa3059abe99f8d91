/**
 * A community's word wins. Applies a change to a venue: a statement replaces another only when its rank is at
 * least as high (import < correction < visit < holder). What is outranked is kept beside it as a suggestion.
 */
import { foldedSlug } from '../search/words.ts';
import { statementRanks } from '../vocabulary.ts';
import { normaliseHours } from './opening-hours.ts';
import type { Actor, Rank, SpaceRecord, StatedFact, VenueRecord } from './record.ts';
import { canonical, changeableFields } from './record.ts';
import type { Hours, NewFact, NewSpace, OpeningHours, VenueChange } from './schema.ts';

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

/** The venue after the change, and what was only suggested. Expects input that `checkVenue` found sound. */
export function applyChange(
  before: VenueRecord | undefined,
  change: VenueChange,
  actor: Actor,
): { draft: VenueDraft; suggestions: Suggestion[] } {
  const draft = before ? draftOf(before) : structuredClone(emptyDraft);
  const suggestions: Suggestion[] = [];
  for (const field of changeableFields) {
    if (change[field] === undefined) continue;
    if (field === 'facts') {
      draft.facts = mergeFacts(draft.facts, change.facts ?? [], actor, '/facts', suggestions);
    } else if (strength(actor.rank) < strength(draft.stated[field])) {
      if (canonical(change[field]) !== canonical(draft[field]))
        suggestions.push({ path: `/${field}`, value: change[field] });
    } else {
      if (field === 'spaces')
        draft.spaces = mergeSpaces(draft.spaces, change.spaces ?? [], actor, suggestions);
      else if (field === 'openingHours') draft.openingHours = hoursOf(change.openingHours);
      else Object.assign(draft, { [field]: change[field] });
      draft.stated[field] = actor.rank;
    }
  }
  draft.slug = foldedSlug(draft.name) || draft.kind.replaceAll('_', '-');
  return { draft, suggestions };
}

/** The sent list replaces what this rank or a lower one had stated; higher-ranked facts stay. */
function mergeFacts(
  kept: StatedFact[],
  sent: NewFact[],
  actor: Actor,
  path: string,
  suggestions: Suggestion[],
): StatedFact[] {
  const result = new Map<string, StatedFact>();
  for (const fact of kept) {
    const outranks = strength(fact.statedBy) > strength(actor.rank);
    const fromElsewhere = actor.kind === 'import' && fact.source !== actor.source;
    if (outranks || fromElsewhere) result.set(fact.key, fact);
  }
  for (const fact of sent) {
    const standing = result.get(fact.key);
    if (standing && strength(standing.statedBy) > strength(actor.rank)) {
      if (standing.value !== fact.value) suggestions.push({ path: `${path}/${fact.key}`, value: fact });
      continue;
    }
    result.set(fact.key, restated(kept, fact, actor));
  }
  return [...result.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** A fact sent back unchanged keeps who stated it; otherwise it is the actor's own statement now. */
function restated(kept: StatedFact[], fact: NewFact, actor: Actor): StatedFact {
  const same = kept.find((each) => each.key === fact.key);
  if (same) {
    const { statedBy: _rank, source: _source, ...said } = same;
    if (canonical(said) === canonical(fact)) return same;
  }
  const rank = actor.rank === 'holder' && fact.method === 'imported' ? 'import' : actor.rank;
  return { ...fact, statedBy: rank, ...(actor.source && { source: actor.source }) };
}

/** Spaces are matched by id, else by name; those not sent are gone. */
function mergeSpaces(
  kept: SpaceDraft[],
  sent: NewSpace[],
  actor: Actor,
  suggestions: Suggestion[],
): SpaceDraft[] {
  return sent.map((space) => {
    const old = kept.find((each) =>
      space.id === undefined ? each.name === space.name : each.id === space.id,
    );
    const { openingHours, facts = [], capacities = [], id: _id, setting = 'indoor', ...fields } = space;
    const hours = hoursOf(openingHours);
    const path = `/spaces/${old?.id ?? space.name}/facts`;
    return {
      ...(old?.id !== undefined && { id: old.id }),
      ...fields,
      setting,
      capacities: [...capacities].sort((a, b) => (a.layout < b.layout ? -1 : 1)),
      facts: mergeFacts(old?.facts ?? [], facts, actor, path, suggestions),
      ...(hours && { openingHours: hours }),
    };
  });
}

function hoursOf(input: OpeningHours | undefined): Hours | undefined {
  if (!input) return undefined;
  const read = normaliseHours(input);
  return 'hours' in read ? read.hours : undefined;
}
