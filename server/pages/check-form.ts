/** What the form of a check sent, as answers; and what is wrong with it. */
import type { Language } from '../../client/language/language.ts';
import { answerStart, askedBy, sameName, wasName } from '../../client/logic/check.ts';
import type { FormFault } from '../../client/logic/form.ts';
import { choiceName } from '../../client/logic/three-way.ts';
import type { CheckAnswer } from '../checks/schema.ts';
import type { Typed } from '../people/kept-form.ts';
import { isDay } from '../venues/opening-osm.ts';
import { NewFact } from '../venues/schema.ts';
import { textOf } from './form.ts';

interface Read {
  day: string;
  by: string;
  answers: CheckAnswer[];
  /** Clashes that were shown, and of which neither version was chosen. */
  unchosen: string[];
  faults: FormFault[];
}

const LONGEST_BY = NewFact.properties.observedBy.maxLength ?? 120;

/** `yes 2025-01-01` is what was stated, and since when. */
function wasIn(text: string): CheckAnswer['was'] {
  const [, value = '', observedOn = ''] = /^(\S+) (\d{4}-\d{2}-\d{2})$/.exec(text) ?? [];
  if (!observedOn) return null;
  return { value: isAnswer(value) ? value : Number(value), observedOn };
}

const isAnswer = (text: string): text is 'yes' | 'no' | 'partial' => ['yes', 'no', 'partial'].includes(text);

/** Answered fields, in the order of the form: a number that is still the same has only its box. */
const answered = (typed: Typed): string[] => [
  ...new Set(
    Object.keys(typed)
      .filter((name) => textOf(typed, name) !== '')
      .map((name) => (name.startsWith(sameName(answerStart)) ? name.slice(sameName('').length) : name))
      .filter((name) => name.startsWith(answerStart)),
  ),
];

export function readCheck(typed: Typed, language: Language, latest: string): Read {
  const { t, word } = language;
  const [day, by] = [textOf(typed, 'day'), textOf(typed, 'by')];
  const shown = [typed.clash ?? []].flat();
  const faults: FormFault[] = [];
  if (!isDay(day) || day > latest) faults.push({ field: 'day', sentence: t('check.error_day') });
  if (by.length > LONGEST_BY) faults.push({ field: 'by', sentence: t('check.error_by') });
  const answers: CheckAnswer[] = [];
  const unchosen: string[] = [];
  for (const field of answered(typed)) {
    const asked = askedBy(field);
    if (!asked) continue;
    const { entry, spaceId } = asked;
    const said = textOf(typed, field) || textOf(typed, sameName(field));
    const number = /^\d{1,6}([.,]\d{1,2})?$/.test(said) ? Number(said.replace(',', '.')) : undefined;
    const value = entry.value === 'number' ? number : isAnswer(said) ? said : undefined;
    if (value === undefined) {
      const label = word('facts', entry.key, 'label') ?? entry.label;
      faults.push({ field, sentence: t('check.error_number', { label }) });
      continue;
    }
    const choice = shown.includes(field) ? textOf(typed, choiceName(field)) : 'mine';
    if (choice === 'theirs') continue;
    if (choice !== 'mine') unchosen.push(field);
    const was = wasIn(textOf(typed, wasName(field)));
    answers.push({ key: entry.key, ...(spaceId && { spaceId }), value, was });
  }
  const isChosen = shown.length > 0 && unchosen.length === 0;
  if (answers.length === 0 && faults.length === 0 && !isChosen)
    faults.push({ field: 'answers', sentence: t('check.error_none') });
  return { day, by, answers, unchosen, faults };
}
