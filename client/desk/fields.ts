/** The fields of a form in a page: reading what it would send, and putting back what was kept of it. */
import { type Entry, plainPath } from '../logic/kept.ts';

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

const isField = (element: Element): element is Field =>
  element instanceof HTMLInputElement ||
  element instanceof HTMLSelectElement ||
  element instanceof HTMLTextAreaElement;

/** A code opens an account to whoever finds it: it is never kept. */
const isSecret = (field: Field) => field.type === 'password' || field.autocomplete === 'one-time-code';

const fieldsOf = (form: HTMLFormElement): Field[] =>
  [...form.elements]
    .filter(isField)
    .filter((field) => field.name !== '' && !['submit', 'button', 'image', 'reset'].includes(field.type));

/** Without files and secrets. */
export function entriesOf(form: HTMLFormElement): Entry[] {
  const secret = new Set(
    fieldsOf(form)
      .filter(isSecret)
      .map(({ name }) => name),
  );
  return [...new FormData(form)].flatMap(([name, value]): Entry[] =>
    typeof value === 'string' && !secret.has(name) ? [[name, value]] : [],
  );
}

/** What the form held when it came, whatever was typed before the script was there. */
export function firstOf(form: HTMLFormElement): Entry[] {
  const copy = form.cloneNode(true) as HTMLFormElement;
  copy.reset();
  return entriesOf(copy);
}

/** Fields that differ between two states of a form. */
export const changedNames = (one: readonly Entry[], other: readonly Entry[]): Set<string> => {
  const values = (fields: readonly Entry[], wanted: string) =>
    JSON.stringify(fields.flatMap(([name, value]) => (name === wanted ? [value] : [])));
  const names = [...one, ...other].map(([name]) => name);
  return new Set(names.filter((name) => values(one, name) !== values(other, name)));
};

export const namesOf = (form: HTMLFormElement): string[] => [
  ...new Set(fieldsOf(form).map(({ name }) => name)),
];

export const hiddenOf = (form: HTMLFormElement): Set<string> =>
  new Set(
    fieldsOf(form)
      .filter(({ type }) => type === 'hidden')
      .map(({ name }) => name),
  );

/** Files that are chosen and not sent yet: no browser lets us choose them again for somebody. */
export const hasFiles = (form: HTMLFormElement): boolean =>
  fieldsOf(form).some((field) => field instanceof HTMLInputElement && (field.files?.length ?? 0) > 0);

/**
 * Puts the fields back, hidden ones too, so that the form is what it was made from. What has no place on this page any
 * more goes along unseen. Fields that the form did not have then stay as they are.
 */
export function putBack(form: HTMLFormElement, kept: readonly Entry[], names: readonly string[]): void {
  const values = new Map<string, string[]>();
  for (const [name, value] of kept) values.set(name, [...(values.get(name) ?? []), value]);
  for (const field of fieldsOf(form)) {
    if (!names.includes(field.name) || isSecret(field) || field.type === 'file') continue;
    const left = values.get(field.name) ?? [];
    if (field instanceof HTMLInputElement && ['checkbox', 'radio'].includes(field.type)) {
      field.checked = left.includes(field.value);
    } else if (field instanceof HTMLSelectElement && field.multiple) {
      for (const option of field.options) option.selected = left.includes(option.value);
    } else {
      const value = left.shift();
      if (value !== undefined) field.value = value;
    }
  }
  const here = new Set(namesOf(form));
  for (const [name, value] of kept) {
    if (here.has(name)) continue;
    const field = document.createElement('input');
    Object.assign(field, { type: 'hidden', name, value });
    field.dataset.kept = '';
    form.append(field);
  }
}

/** Takes what went along unseen away again. */
export const dropUnseen = (form: HTMLFormElement): void => {
  for (const field of form.querySelectorAll('[data-kept]')) field.remove();
};

/** The form among those of the page, so that it is known again on the next. */
export const formName = (form: HTMLFormElement): string => {
  const action = form.getAttribute('action') ?? '';
  const alike = [...form.ownerDocument.forms].filter((each) => each.getAttribute('action') === action);
  return `${plainPath(action)} ${alike.indexOf(form)}`;
};

/** A button says what is asked by its name, and where on the page the answer is seen by its address. */
export const pressedBy = (
  form: HTMLFormElement,
  button: HTMLElement | null,
): { action: string; button?: Entry } => {
  if (!(button instanceof HTMLButtonElement)) return { action: form.action };
  const action = button.hasAttribute('formaction') ? button.formAction : form.action;
  return { action, ...(button.name !== '' && { button: [button.name, button.value] }) };
};
