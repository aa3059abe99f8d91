/** What the pages of enquiries have in common: the terms beside a letter, what was typed, and why it cannot go. */
import type { Knex } from 'knex';
import type { Language } from '../../client/language/language.ts';
import type { FormFault } from '../../client/logic/form.ts';
import { type TermsView, termsView } from '../../client/logic/terms.ts';
import {
  type Enquiry,
  type EnquiryAnswer,
  type EnquiryChange,
  enquiryAnswers,
  longest,
} from '../enquiries/schema.ts';
import type { Refusal } from '../enquiries/send.ts';
import type { Typed } from '../people/kept-form.ts';
import { currentTerms, termsAt } from '../terms/repository.ts';
import { groupSaid, termsSaid } from './authors.ts';
import { textOf } from './form.ts';

const MOST_SESSIONS = 100;

/** A group that is dissolved, and asked not to be named, in the words of the reader. */
export const enquirySaid = (language: Language, enquiry: Enquiry): Enquiry => ({
  ...enquiry,
  from: { ...enquiry.from, name: groupSaid(language, enquiry.from.name) },
  ...(enquiry.holder && {
    holder: { ...enquiry.holder, name: groupSaid(language, enquiry.holder.name) },
  }),
});

/** Of a draft the terms that hold now, of what was sent those that were accepted; undefined where there are none. */
export async function termsOf(
  db: Knex,
  language: Language,
  { state, venue, terms }: Enquiry,
): Promise<TermsView | undefined> {
  const version =
    state === 'draft' ? await currentTerms(db, venue.id) : await termsAt(db, venue.id, terms.accepted ?? 0);
  if (version.version === 0) return undefined;
  const view = termsView(language, termsSaid(language, version));
  return view ?? { version: version.version, sentences: [language.t('house.nothing')] };
}

export const fieldsOf = ({ service, sessionsPerWeek, words, note }: Enquiry): Typed => ({
  service: service ?? '',
  sessionsPerWeek: sessionsPerWeek === undefined ? '' : String(sessionsPerWeek),
  words,
  note: note ?? '',
});

/** What was typed as a change; with faults, there is none to be made. */
export function readDraft(
  typed: Typed,
  { services }: Enquiry,
  { t }: Language,
): { change: EnquiryChange; faults: FormFault[] } {
  const [service, words, note] = [textOf(typed, 'service'), textOf(typed, 'words'), textOf(typed, 'note')];
  const sessions = textOf(typed, 'sessionsPerWeek');
  const number = /^\d{1,3}$/.test(sessions) ? Number(sessions) : undefined;
  const most = services.sessionsPerWeek ?? MOST_SESSIONS;
  const isNumber = number !== undefined && number >= 1 && number <= most;
  const faults: FormFault[] = [];
  if (service.length > longest.service)
    faults.push({ field: 'service', sentence: t('enquiry.error_service', { most: longest.service }) });
  if (sessions !== '' && !isNumber)
    faults.push({ field: 'sessionsPerWeek', sentence: t('enquiry.error_sessions', { most }) });
  if (words === '' || words.length > longest.words)
    faults.push({ field: 'words', sentence: t('enquiry.error_words', { most: longest.words }) });
  if (note.length > longest.note)
    faults.push({ field: 'note', sentence: t('enquiry.error_note', { most: longest.note }) });
  const change = { service: service || null, sessionsPerWeek: number ?? null, words, note: note || null };
  return { change, faults };
}

/** What is put in all drafts: what would be done, and how often where that is said. */
export function readFill(
  typed: Typed,
  { t }: Language,
): { fill?: { service: string; sessionsPerWeek?: number }; faults: FormFault[] } {
  const service = textOf(typed, 'service');
  const sessions = textOf(typed, 'sessionsPerWeek');
  const number = numberOf(typed, 'sessionsPerWeek');
  const faults: FormFault[] = [];
  if (service === '' || service.length > longest.service)
    faults.push({ field: 'service', sentence: t('enquiry.error_service', { most: longest.service }) });
  if (sessions !== '' && (number === undefined || number > MOST_SESSIONS))
    faults.push({
      field: 'sessionsPerWeek',
      sentence: t('enquiry.error_sessions', { most: MOST_SESSIONS }),
    });
  if (faults.length > 0) return { faults };
  return { fill: { service, ...(number !== undefined && { sessionsPerWeek: number }) }, faults };
}

export function readAnswer(typed: Typed, { t }: Language): { answer?: EnquiryAnswer; faults: FormFault[] } {
  const words = textOf(typed, 'answerWords');
  const answer = enquiryAnswers.find((each) => each === textOf(typed, 'answer'));
  const faults: FormFault[] = [];
  if (!answer) faults.push({ field: 'answer', sentence: t('enquiry.error_answer') });
  if (words.length > longest.answer)
    faults.push({ field: 'answerWords', sentence: t('enquiry.error_answerWords', { most: longest.answer }) });
  if (!answer || faults.length > 0) return { faults };
  return { answer: { answer, ...(words && { words }) }, faults };
}

const fields: Partial<Record<Refusal, string>> = {
  no_service: 'service',
  over_cap: 'sessionsPerWeek',
  terms_changed: 'acceptedTerms',
  terms_unread: 'acceptedTerms',
};

/** Why a letter cannot go, beside the field that mends it. */
export function refusalFault({ t }: Language, refusal: Refusal): FormFault {
  const field = fields[refusal];
  return { ...(field && { field }), sentence: t(`enquiry.refused_${refusal}`) };
}

/** A number from a hidden field or a box. */
export const numberOf = (typed: Typed, name: string): number | undefined => {
  const text = textOf(typed, name);
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : undefined;
};
