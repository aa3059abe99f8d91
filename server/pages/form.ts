/** What pages with forms have in common: reading what was typed, showing it again, and what is wrong with it. */
import type { Request } from 'express';
import type { Knex } from 'knex';
import type { FormFault, FormState } from '../../client/logic/form.ts';
import { keptForm, type Typed } from '../people/kept-form.ts';
import { Problem } from '../problem.ts';

/** The fields of a form as they came: text, or lists of text. */
export function typedIn(body: unknown): Typed {
  if (typeof body !== 'object' || body === null) return {};
  return Object.fromEntries(
    Object.entries(body).flatMap(([name, value]): [string, string | string[]][] => {
      if (typeof value === 'string') return [[name, value.trim()]];
      if (Array.isArray(value)) return [[name, value.filter((each) => typeof each === 'string')]];
      return [];
    }),
  );
}

/** The text of one field; empty when it was not sent. */
export const textOf = (typed: Typed, name: string): string => {
  const value = typed[name];
  return (Array.isArray(value) ? value[0] : value) ?? '';
};

/** What was typed before the session was over, when the reader has just come back from signing in again. */
export async function keptValues(db: Knex, request: Request): Promise<Typed | undefined> {
  const name = new URL(request.originalUrl, 'http://localhost').searchParams.get('kept');
  return name ? keptForm(db, request.path, name) : undefined;
}

/**
 * A form to show again: everything typed, and the faults beside their fields. `fieldOf` names the field of a JSON
 * Pointer such as `#/email`; without it, its last part does. Problems that no change of the form would mend are thrown on.
 */
export function formAgain(
  typed: Typed,
  error: unknown,
  fieldOf: (pointer: string) => string | undefined = (pointer) => pointer.split('/').at(-1),
  inWords: (fault: { pointer?: string; detail: string }) => string = ({ detail }) => detail,
): FormState {
  if (!(error instanceof Problem) || ![400, 409].includes(error.status)) throw error;
  const faults: FormFault[] = (error.errors ?? [{ detail: error.message }]).map((fault) => {
    const field = fault.pointer === undefined ? undefined : fieldOf(fault.pointer);
    return { ...(field && { field }), sentence: inWords(fault) };
  });
  return { values: typed, faults };
}
