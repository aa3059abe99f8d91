/** One row of a list in a form: a contact, a day, a name. Its fields share a name; what is wrong with one is said at the head of the row. */
import type { ComponentChildren } from 'preact';
import { type FormState, faultInRow } from '../../logic/form.ts';
import { FieldFault } from '../form.tsx';

interface Props {
  form: FormState;
  /** Also of its first field, where the button that asks for one more row leads. */
  id: string;
  legend: ComponentChildren;
  children: ComponentChildren;
}

export function Row({ form, id, legend, children }: Props) {
  const fault = faultInRow(form, id);
  return (
    <fieldset class={`govuk-fieldset mh-row ${fault ? 'govuk-form-group--error' : ''}`}>
      <legend class="govuk-fieldset__legend mh-label">{legend}</legend>
      <FieldFault id={id} sentence={fault} />
      <div class="mh-row__fields">{children}</div>
    </fieldset>
  );
}
