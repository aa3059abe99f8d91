/** The question as a sentence with the controls in it. What each control is for is said in the sentence's message. */
import type { ComponentChildren, VNode } from 'preact';
import { Rich, useLanguage } from '../../language/context.tsx';
import type { Choice } from '../../logic/choices.ts';
import { type FormState, faultOf, typedValue } from '../../logic/form.ts';
import type { Kind } from '../../logic/plan-question.ts';
import { FieldFault } from '../form.tsx';

const modes = ['walking', 'wheelchair', 'cycling', 'driving'] as const;
const units = ['minutes', 'metres'] as const;
/** What a kind of question says in its sentence; the other fields go along unseen, for the next kind. */
const fields = ['p', 'share', 'weight', 'far', 'unit', 'mode'] as const;
type Name = (typeof fields)[number];

interface Slot {
  form: FormState;
  name: Name;
  label: ComponentChildren;
}

const described = ({ form, name }: Slot) =>
  faultOf(form, name) ? { 'aria-describedby': `${name}-error`, 'aria-invalid': 'true' as const } : {};
const look = ({ form, name }: Slot, base: string) =>
  `${base} mh-asking__control ${faultOf(form, name) ? `${base}--error` : ''}`;
const words = (label: ComponentChildren) => [label].flat().join('');

function Figure(slot: Slot) {
  const { form, name, label } = slot;
  return (
    <input
      class={look(slot, 'govuk-input')}
      id={name}
      name={name}
      type="text"
      inputMode={name === 'far' ? 'decimal' : 'numeric'}
      autocomplete="off"
      dir="ltr"
      value={typedValue(form, name)}
      aria-label={words(label)}
      {...described(slot)}
    />
  );
}

function Chosen({ choices, ...slot }: Slot & { choices: readonly Choice[] }) {
  const { form, name, label } = slot;
  const value = typedValue(form, name);
  return (
    <select
      class={look(slot, 'govuk-select')}
      id={name}
      name={name}
      aria-label={words(label)}
      {...described(slot)}
    >
      {choices.map((each) => (
        <option key={each.value} value={each.value} selected={each.value === value}>
          {each.label}
        </option>
      ))}
    </select>
  );
}

/** The control, and what stands right after it. */
const held = (control: (label: ComponentChildren) => VNode) => (label: ComponentChildren) => {
  const [, name = '', mark = ''] = /^(.*?)(\p{P}*)$/u.exec(words(label)) ?? [];
  if (mark === '') return control(name);
  return (
    <span class="mh-asking__held">
      {control(name)}
      {mark}
    </span>
  );
};

interface Props {
  kind: Kind;
  form: FormState;
  weights: readonly Choice[];
}

export function Sentence({ kind, form, weights }: Props) {
  const { t } = useLanguage();
  // No line begins with the full stop after a control: both are held in one piece.
  const text = t(`plan.ask_${kind}`).replace(/<\/(\w+)>(\p{P}+)/gu, '$2</$1>');
  const said = (name: Name) => text.includes(`<${name}>`);
  const controls: Record<Name, (label: ComponentChildren) => VNode> = {
    p: (label) => <Figure form={form} name="p" label={label} />,
    share: (label) => <Figure form={form} name="share" label={label} />,
    far: (label) => <Figure form={form} name="far" label={label} />,
    weight: (label) => <Chosen form={form} name="weight" label={label} choices={weights} />,
    unit: (label) => (
      <Chosen
        form={form}
        name="unit"
        label={label}
        choices={units.map((value) => ({ value, label: t(`plan.unit_${value}`) }))}
      />
    ),
    mode: (label) => (
      <Chosen
        form={form}
        name="mode"
        label={label}
        choices={modes.map((value) => ({ value, label: t(`plan.mode_${value}`) }))}
      />
    ),
  };
  return (
    <div class="mh-asking__sentence">
      {fields.filter(said).map((name) => (
        <FieldFault key={name} id={name} sentence={faultOf(form, name)} />
      ))}
      <p>
        <Rich
          text={text}
          tags={Object.fromEntries(Object.entries(controls).map(([name, control]) => [name, held(control)]))}
        />
      </p>
      {fields
        .filter((name) => !said(name))
        .map((name) => (
          <input key={name} type="hidden" name={name} value={typedValue(form, name)} />
        ))}
    </div>
  );
}
