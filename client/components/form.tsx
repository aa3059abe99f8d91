/** The fields of forms, as govuk-frontend lays them out: label, hint, what is wrong, control; and the summary above. */
import type { ComponentChildren } from 'preact';
import { useLanguage } from '../language/context.tsx';
import { type FormState, faultOf, markOf, typedValue, typedValues } from '../logic/form.ts';

/** What is wrong, at the head of the form, with links to the fields. Takes the focus when there is something. */
export function ErrorSummary({ form, ids = {} }: { form: FormState; ids?: Record<string, string> }) {
  const { t } = useLanguage();
  if (form.faults.length === 0) return null;
  return (
    <div class="govuk-error-summary" data-focus tabIndex={-1}>
      <div role="alert">
        <h2 class="govuk-error-summary__title">{t('form.problem')}</h2>
        <div class="govuk-error-summary__body">
          <ul class="govuk-list govuk-error-summary__list">
            {form.faults.map(({ field, sentence }) => (
              <li key={sentence}>{field ? <a href={`#${ids[field] ?? field}`}>{sentence}</a> : sentence}</li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}

export function FieldFault({ id, sentence }: { id: string; sentence?: string }) {
  const { t } = useLanguage();
  return sentence ? (
    <p id={`${id}-error`} class="govuk-error-message">
      <span class="govuk-visually-hidden">{t('form.error')} </span>
      {sentence}
    </p>
  ) : null;
}

interface Described {
  form: FormState;
  name: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
  id?: string;
}

const describedBy = (id: string, hint: unknown, saidAt: string | undefined) =>
  [hint ? `${id}-hint` : '', saidAt].filter(Boolean).join(' ') || undefined;

function Labelled({
  form,
  name,
  label,
  hint,
  id = name,
  children,
}: Described & { children: ComponentChildren }) {
  const fault = faultOf(form, name);
  return (
    <div class={`govuk-form-group ${fault ? 'govuk-form-group--error' : ''}`}>
      <label class="govuk-label mh-label" for={id}>
        {label}
      </label>
      {hint && (
        <div id={`${id}-hint`} class="govuk-hint">
          {hint}
        </div>
      )}
      <FieldFault id={id} sentence={fault} />
      {children}
    </div>
  );
}

type InputProps = Described & {
  type?: 'text' | 'email' | 'tel' | 'url' | 'date' | 'time';
  autocomplete?: string;
  inputMode?: 'numeric' | 'decimal' | 'email' | 'tel' | 'url' | 'text';
  maxLength?: number;
  /** How wide, in characters; the whole width without it. */
  chars?: 2 | 3 | 4 | 5 | 10 | 20;
  required?: boolean;
  dir?: 'auto' | 'ltr';
  value?: string;
};

export function TextInput(props: InputProps) {
  const { form, name, id = name, hint, type = 'text', chars, value, label: _label, ...rest } = props;
  const { isWrong, saidAt } = markOf(form, name, id);
  return (
    <Labelled {...props}>
      <input
        class={`govuk-input ${chars ? `govuk-input--width-${chars}` : ''} ${isWrong ? 'govuk-input--error' : ''}`}
        id={id}
        name={name}
        type={type as 'text'}
        value={value ?? typedValue(form, name)}
        aria-describedby={describedBy(id, hint, saidAt)}
        aria-invalid={isWrong ? 'true' : undefined}
        {...(rest as object)}
      />
    </Labelled>
  );
}

export function TextArea(props: Described & { rows?: number; maxLength?: number; value?: string }) {
  const { form, name, id = name, hint, rows = 5, maxLength, value } = props;
  const { isWrong, saidAt } = markOf(form, name, id);
  return (
    <Labelled {...props}>
      <textarea
        class={`govuk-textarea ${isWrong ? 'govuk-textarea--error' : ''}`}
        id={id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        dir="auto"
        aria-describedby={describedBy(id, hint, saidAt)}
        aria-invalid={isWrong ? 'true' : undefined}
        value={value ?? typedValue(form, name)}
      />
    </Labelled>
  );
}

export interface Option {
  value: string;
  label: ComponentChildren;
  hint?: ComponentChildren;
}

export function SelectInput(
  props: Described & { options: readonly { value: string; label: string }[]; value?: string },
) {
  const { form, name, id = name, hint, options } = props;
  const { isWrong, saidAt } = markOf(form, name, id);
  const value = props.value ?? typedValue(form, name);
  return (
    <Labelled {...props}>
      <select
        class={`govuk-select ${isWrong ? 'govuk-select--error' : ''}`}
        id={id}
        name={name}
        aria-describedby={describedBy(id, hint, saidAt)}
        aria-invalid={isWrong ? 'true' : undefined}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}

type GroupProps = Described & {
  options: readonly Option[];
  /** Beside each other, where there is room. */
  inline?: boolean;
  /** Smaller signs, for long lists of questions. */
  small?: boolean;
};

/** Radio buttons or checkboxes under one legend. */
function Group({ kind, ...props }: GroupProps & { kind: 'radios' | 'checkboxes' }) {
  const { form, name, label, hint, id = name, options, inline, small } = props;
  const fault = faultOf(form, name);
  const chosen = typedValues(form, name);
  const look = `govuk-${kind} ${inline ? `govuk-${kind}--inline` : ''} ${small ? `govuk-${kind}--small` : ''}`;
  return (
    <div class={`govuk-form-group ${fault ? 'govuk-form-group--error' : ''}`}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(id, hint, fault && `${id}-error`)}>
        <legend class="govuk-fieldset__legend mh-label">{label}</legend>
        {hint && (
          <div id={`${id}-hint`} class="govuk-hint">
            {hint}
          </div>
        )}
        <FieldFault id={id} sentence={fault} />
        <div class={look}>
          {options.map((option, index) => {
            const own = index === 0 ? id : `${id}-${option.value}`;
            return (
              <div class={`govuk-${kind}__item`} key={option.value}>
                <input
                  class={`govuk-${kind}__input`}
                  type={kind === 'radios' ? 'radio' : 'checkbox'}
                  id={own}
                  name={name}
                  value={option.value}
                  checked={chosen.includes(option.value)}
                  aria-describedby={option.hint ? `${own}-hint` : undefined}
                />
                <label class={`govuk-label govuk-${kind}__label`} for={own}>
                  {option.label}
                </label>
                {option.hint && (
                  <div id={`${own}-hint`} class={`govuk-hint govuk-${kind}__hint`}>
                    {option.hint}
                  </div>
                )}
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}

export const Radios = (props: GroupProps) => <Group kind="radios" {...props} />;
export const Checkboxes = (props: GroupProps) => <Group kind="checkboxes" {...props} />;

/**
 * What has just been done, once, at the head of the page. It takes the focus: what stands on a page when it comes is
 * announced to nobody, whatever its role.
 */
export function Done({ id, children }: { id?: string; children: ComponentChildren }) {
  return (
    <div class="mh-done" id={id} role="status" data-focus tabIndex={-1}>
      {children}
    </div>
  );
}
