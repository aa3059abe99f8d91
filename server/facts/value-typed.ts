/** What people type as the value of a fact. */
import type { NewFact } from '../venues/schema.ts';
import { findFact } from '../vocabulary.ts';

/** By yes, no or in part, and not by a number. */
export const isAnswered = (key: string): boolean => findFact(key)?.value !== 'number';

/** What was typed as a value; undefined for “I don't know”, null for what is none. */
export function valueTyped(key: string, typed: string): NewFact['value'] | undefined | null {
  if (typed === '') return undefined;
  if (!isAnswered(key)) return /^\d{1,7}$/.test(typed) && Number(typed) <= 1_000_000 ? Number(typed) : null;
  return typed === 'yes' || typed === 'no' || typed === 'partial' ? typed : null;
}
