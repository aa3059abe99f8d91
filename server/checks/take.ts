/**
 * What people saw on a walk becomes facts. It may come long after the walk, from a phone that had no signal, and others
 * may have changed the same facts meanwhile: each fact is compared with what was stated when the walk began.
 */
import type { Knex } from 'knex';
import { type Stated, stateFacts } from '../facts/state.ts';
import { getRecord } from '../venues/read.ts';
import type { Actor } from '../venues/record.ts';
import type { NewFact } from '../venues/schema.ts';
import type { CheckAnswer, CheckTaken, NewCheck } from './schema.ts';

type Settled = 'take' | 'newer' | 'clash';

/** One answer, from what was stated when it was asked (`was`), what is stated now, and what was seen. */
export function settleAnswer(
  { value, was }: Pick<CheckAnswer, 'value' | 'was'>,
  now: Pick<NewFact, 'value' | 'observedOn'> | undefined,
  observedOn: string,
): Settled {
  if (now?.value === value) return now.observedOn > observedOn ? 'newer' : 'take';
  const isAsItWas = now ? was?.value === now.value && was.observedOn === now.observedOn : was === null;
  if (!isAsItWas) return 'clash';
  // A sheet of paper that is typed in late says nothing against what somebody saw after that walk.
  return now && now.observedOn > observedOn ? 'newer' : 'take';
}

/**
 * Saves what can be saved of a check, in one change, and answers what a person must look at. What was not asked stays
 * as it was. Throws Problem 400 and 404.
 */
export async function takeCheck(
  db: Knex,
  actor: Actor,
  venueId: number,
  { observedOn, observedBy, answers }: NewCheck,
): Promise<CheckTaken> {
  const { venue, version } = await getRecord(db, venueId, { lock: true });
  const found = (spaceId: number | undefined) =>
    spaceId === undefined ? venue : venue.spaces?.find(({ id }) => id === spaceId);
  const taken: CheckTaken = { version, saved: 0, newer: 0, clashes: [], gone: [] };
  const stated: Stated[] = [];
  for (const answer of answers) {
    const { key, spaceId, value } = answer;
    const about = found(spaceId);
    const now = about?.facts?.find((fact) => fact.key === key);
    if (!about) {
      taken.gone.push(answer);
      continue;
    }
    const settled = settleAnswer(answer, now, observedOn);
    if (settled === 'clash') taken.clashes.push({ key, ...(spaceId && { spaceId }), value, now: said(now) });
    else if (settled === 'newer') taken.newer += 1;
    else stated.push(answer);
  }
  if (stated.length === 0) return taken;
  const evidence = { method: 'visited', observedOn, ...(observedBy && { observedBy }) } as const;
  const saved = await stateFacts(db, actor, venueId, { stated, evidence });
  return { ...taken, version: saved.version, saved: stated.length };
}

const said = (fact: NewFact | undefined): CheckTaken['clashes'][number]['now'] => {
  if (!fact) return null;
  const { value, observedOn, observedBy, method } = fact;
  return { value, observedOn, method, ...(observedBy && { observedBy }) };
};
