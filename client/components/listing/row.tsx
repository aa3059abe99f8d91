/** One row of a list in a form: a contact, a day, a name. Its fields have the names of columns; what is wrong is said of the row. */
import type { ComponentChildren } from 'preact';
import { type FormState, faultOf } from '../../logic/form.ts';
import { FieldFault } from '../form.tsx';

interface Props {
  form: FormState;
  /** Also of its first field. */
  id: string;
  legend: ComponentChildren;
  children: ComponentChildren;
}

export function Row({ form, id, legend, children }: Props) {
  const fault = faultOf(form, id);
  return (
    <fieldset
      class={`govuk-fieldset mh-row ${fault ? 'govuk-form-group--error' : ''}`}
      aria-describedby={fault ? `${id}-error` : undefined}
    >
      <legend class="govuk-fieldset__legend mh-label">{legend}</legend>
      <FieldFault id={id} sentence={fault} />
      <div class="mh-row__fields">{children}</div>
    </fieldset>
  );
}
