/**
 * Saying that facts are still true: a change like any other, in which nothing but the evidence changes. The form of the
 * members, the letter that reminds them and the API all come here. What may also be found otherwise is stated (`state.ts`).
 */
import { createHash } from 'node:crypto';
import type { Knex } from 'knex';
import { notFound } from '../problem.ts';
import { type Actor, canonical, type StatedFact, type VenueRecord } from '../venues/record.ts';
import { isoDay, type Saved, saveVenue } from '../venues/repository.ts';
import { loadRecords } from '../venues/rows.ts';
import type { NewFact } from '../venues/schema.ts';
import type { FactRef, LeftReason } from './schema.ts';

/** A fact as somebody saw it: when something else is said by now, it is not that which they confirm. */
export interface SeenFact extends FactRef {
  /** What it said then, by `markOf`; without it, whatever it says now is meant. */
  mark?: string;
}

/** How it is known, from which day on. */
export interface Evidence {
  method: 'visited' | 'told';
  /** ISO day. */
  observedOn?: string;
  observedBy?: string;
}

export interface Confirmed extends Saved {
  confirmed: FactRef[];
  left: (FactRef & { reason: LeftReason })[];
}

/** What a fact says, without who says it, in a few letters: equal marks are equal statements. */
export const markOf = ({ value, note }: Pick<NewFact, 'value' | 'note'>): string =>
  createHash('sha256').update(canonical({ value, note })).digest('base64url').slice(0, 12);

/** The name of a fact within its venue. */
export const refOf = ({ key, spaceId }: FactRef): string => `${spaceId ?? ''}.${key}`;

export const factsOf = (venue: Pick<VenueRecord, 'facts' | 'spaces'>, spaceId?: number): StatedFact[] =>
  spaceId === undefined ? venue.facts : (venue.spaces.find(({ id }) => id === spaceId)?.facts ?? []);

export const findStated = (
  venue: Pick<VenueRecord, 'facts' | 'spaces'>,
  { key, spaceId }: FactRef,
): StatedFact | undefined => factsOf(venue, spaceId).find((fact) => fact.key === key);

/** Whoever was there on a day knows it better than whoever is told on that day; nothing becomes older than it is. */
const isNewer = (fact: NewFact, { method, observedOn }: Evidence & { observedOn: string }) =>
  fact.observedOn > observedOn ||
  (fact.observedOn === observedOn && (fact.method === 'visited' || fact.method === method));

function whyLeft(
  fact: StatedFact | undefined,
  { mark }: SeenFact,
  evidence: Evidence & { observedOn: string },
): LeftReason | undefined {
  if (!fact) return 'gone';
  if (mark !== undefined && mark !== markOf(fact)) return 'changed';
  return isNewer(fact, evidence) ? 'newer' : undefined;
}

/** A fact as it is sent, without who stands behind it. */
export const saidOf = ({ statedBy: _rank, source: _source, ...fact }: StatedFact): NewFact => fact;

/**
 * Confirms these facts of a venue, as one change. Facts that are gone, that say something else than what was seen, or
 * that are known from that day or later already, are left as they are, and named. Throws Problem 404, and 412 when the
 * venue is not of one of `versions`.
 */
export async function confirmFacts(
  db: Knex,
  actor: Actor,
  venueId: number,
  refs: readonly SeenFact[],
  { method, observedOn = isoDay(), observedBy }: Evidence,
  options: { versions?: number[]; today?: string } = {},
): Promise<Confirmed> {
  const [venue] = await loadRecords(db, [venueId], true);
  if (!venue) throw notFound('venue');
  const evidence = { method, observedOn, ...(observedBy && { observedBy }) };
  const confirmed = new Map<string, FactRef>();
  const left: Confirmed['left'] = [];
  for (const ref of refs) {
    const { key, spaceId } = ref;
    const named = { key, ...(spaceId !== undefined && { spaceId }) };
    const reason = whyLeft(findStated(venue, ref), ref, evidence);
    if (reason) left.push({ ...named, reason });
    else confirmed.set(refOf(ref), named);
  }
  const again = (facts: StatedFact[], spaceId?: number): NewFact[] =>
    facts.map((fact) => {
      if (!confirmed.has(refOf({ key: fact.key, spaceId }))) return saidOf(fact);
      // Who saw it before did not see it now.
      const { observedBy: _before, ...what } = saidOf(fact);
      return { ...what, ...evidence };
    });
  const touches = (spaceId?: number) =>
    factsOf(venue, spaceId).some(({ key }) => confirmed.has(refOf({ key, spaceId })));
  const saved = await saveVenue(
    db,
    actor,
    venueId,
    {
      ...(touches() && { facts: again(venue.facts) }),
      ...(venue.spaces.some(({ id }) => touches(id)) && {
        spaces: venue.spaces.map((space) => ({ ...space, facts: again(space.facts, space.id) })),
      }),
    },
    options,
  );
  const isMade = ({ key, spaceId }: FactRef) =>
    saved.edits.some(
      ({ path }) => path === `${spaceId === undefined ? '' : `/spaces/${spaceId}`}/facts/${key}`,
    );
  const all = [...confirmed.values()];
  const outranked = all
    .filter((each) => !isMade(each))
    .map((each) => ({ ...each, reason: 'outranked' as const }));
  return { ...saved, confirmed: all.filter(isMade), left: [...left, ...outranked] };
}
