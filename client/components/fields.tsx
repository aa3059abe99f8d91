/** Labelled fields: a label, what is wrong if anything is, the control. */
import type { ComponentChildren } from 'preact';
import { useLanguage } from '../language/context.tsx';
import type { Choice } from '../logic/choices.ts';

interface FieldProps {
  id: string;
  label: string;
  error?: string;
  children: ComponentChildren;
  class?: string;
}

export function Field({ id, label, error, children, class: extra }: FieldProps) {
  const { t } = useLanguage();
  return (
    <div class={`mh-field ${error ? 'mh-field--error' : ''} ${extra ?? ''}`}>
      <label class="govuk-label mh-label" for={id}>
        {label}
      </label>
      {error && (
        <p id={`${id}-error`} class="govuk-error-message">
          <span class="govuk-visually-hidden">{t('search.errorPrefix')} </span>
          {error}
        </p>
      )}
      {children}
    </div>
  );
}

interface SelectProps {
  id: string;
  name: string;
  label: string;
  value: string;
  choices: readonly Choice[];
  /** The first option, which asks nothing. */
  any?: string;
  error?: string;
  class?: string;
}

export function Select({ id, name, label, value, choices, any, error, class: extra }: SelectProps) {
  const all = any === undefined ? choices : [{ value: '', label: any }, ...choices];
  return (
    <Field id={id} label={label} error={error} class={extra}>
      <select
        class={`govuk-select ${error ? 'govuk-select--error' : ''}`}
        id={id}
        name={name}
        value={value}
        aria-describedby={error ? `${id}-error` : undefined}
        aria-invalid={error ? 'true' : undefined}
      >
        {all.map((choice) => (
          <option key={choice.value} value={choice.value} selected={choice.value === value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  );
}
